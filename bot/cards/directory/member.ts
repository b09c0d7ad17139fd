/** Somebody of a unit: their place in the order of contact, when they are away, and what can be done. */
import { isAbsent } from '../../domain/directory/contact';
import type { Member } from '../../domain/directory/directory';
import { canBeDeputy, canMoveUp } from '../../domain/directory/unit-members';
import type { Message } from '../../domain/message';
import { press, select } from '../actions';
import type { Kit } from '../kit';
import { shortened } from '../parts/room';
import type { MemberMove } from '../verbs';
import { type DirectoryRow, directoryMessage, SHOWN_NAME } from './directory';
import { memberState, type TaggedEntry } from './entry';
import type { DirectoryView } from './words';

interface MemberView {
  readonly entry: TaggedEntry<'units'>;
  readonly member: Member;
  /** What has just happened, such as that somebody else was faster. */
  readonly note?: string | undefined;
}

/** Somebody of a unit: where they stand in it, when they are away, and what can be done about it. */
export function memberCard(kit: Kit, { today }: DirectoryView, { entry, member, note }: MemberView): Message {
  const { value, tag } = entry;
  const { content: unit } = value;
  const { words } = kit;
  const place = { unit: unit.id, member: member.id };
  const move = (title: string, to: MemberMove) => press(title, 'directory-member-move', { ...place, tag, move: to });
  const rows = member.absences.map(({ from, to }): DirectoryRow => {
    const days = { from: words.day(from), to: words.day(to) };
    return {
      title: words.own('directory.member.away', days),
      state: '',
      mark: '',
      select: select(words.own('directory.member.unaway', days), 'directory-absence-remove', {
        ...place,
        tag,
        from,
        to,
      }),
    };
  });
  return directoryMessage(kit, {
    heading: words.own('directory.place', { list: shortened(words.name(unit.name), SHOWN_NAME) }),
    note: note ?? (isAbsent(member, today) ? words.own('directory.member.away-now') : ''),
    title: words.own('directory.member.title'),
    facts: [{ label: shortened(member.name, SHOWN_NAME), value: memberState(kit, unit, member, SHOWN_NAME) }],
    lead: rows.length > 0 ? words.own('directory.member.absences') : '',
    rows,
    actions: [
      press(words.own('directory.do.change'), 'directory-member-form', place),
      ...(canMoveUp(unit, member.id) ? [move(words.own('directory.do.up'), 'up')] : []),
      ...(canBeDeputy(unit, member.id) ? [move(words.own('directory.do.deputy'), 'deputy')] : []),
      ...(unit.deputy === member.id ? [move(words.own('directory.do.no-deputy'), 'no-deputy')] : []),
      move(words.own('directory.do.remove'), 'remove'),
      press(words.own('directory.do.back'), 'directory-entry', { list: 'units', id: unit.id }),
    ],
  });
}
