/** The forms for the people of a unit: somebody who is in it, and somebody new. */
import type { Member } from '../../domain/directory/directory';
import { LONGEST } from '../../domain/directory/entry-fields';
import type { Message } from '../../domain/message';
import { press } from '../actions';
import type { Kit } from '../kit';
import { dayInput } from '../parts/day-input';
import { shortened } from '../parts/room';
import { type PeopleOffered, soughtPersonFields } from '../parts/sought-person';
import type { TaggedEntry } from './entry';
import { field, form, nowText, type RejectedEntry, SHOWN, typed } from './fields';

/** The form of a member: where mail reaches them, and when they are away next. */
export function memberFormCard(
  kit: Kit,
  { value: { content: unit }, tag }: TaggedEntry<'units'>,
  member: Member,
  rejected?: RejectedEntry,
): Message {
  const { words } = kit;
  const place = { unit: unit.id, member: member.id };
  const day = (part: 'from' | 'to') => {
    const value = typed(rejected, part, LONGEST.address) ?? '';
    return dayInput(kit, { ...field(kit, part, rejected), type: 'date', value }, { kept: undefined, rejected });
  };
  const address = {
    ...field(kit, 'address', rejected),
    value: typed(rejected, 'address', LONGEST.address) ?? member.address ?? '',
    ...nowText(kit, rejected, 'address', member.address ?? ''),
  };
  return form(kit, {
    heading: [words.name(unit.name), member.name].map((name) => shortened(name, SHOWN)).join(' · '),
    title: words.own('directory.member.title'),
    fields: () => [address, day('from'), day('to')],
    rejected,
    actions: [
      press(words.own('directory.do.keep'), 'directory-member-save', { ...place, tag }, { style: 'positive' }),
      press(words.own('directory.do.back'), 'directory-member', place, { inputs: 'none' }),
    ],
  });
}

/** The form to add a person to a unit. */
export function newMemberCard(
  kit: Kit,
  { value: { content: unit }, tag }: TaggedEntry<'units'>,
  { known, byMail }: PeopleOffered,
  rejected?: RejectedEntry,
): Message {
  const { words } = kit;
  const others = known.filter(({ id }) => unit.members.every((member) => member.id !== id));
  return form(kit, {
    heading: shortened(words.name(unit.name), SHOWN),
    title: words.own('directory.do.add-member'),
    fields: (room) => soughtPersonFields(kit, { known: others, byMail }, room, rejected),
    rejected,
    actions: [
      press(words.own('directory.do.keep'), 'directory-add-member', { unit: unit.id, tag }, { style: 'positive' }),
      press(words.own('directory.do.back'), 'directory-entry', { list: 'units', id: unit.id }, { inputs: 'none' }),
    ],
  });
}
