/** The people of a unit: who they are, in which order they are asked, when they are away. */

import type { TaggedEntry } from '../../cards/directory/entry';
import type { RejectedEntry } from '../../cards/directory/fields';
import { memberCard } from '../../cards/directory/member';
import { memberFormCard, newMemberCard } from '../../cards/directory/member-forms';
import { plainNotice } from '../../cards/notice';
import type { Payload } from '../../cards/verbs';
import type { Member, Unit } from '../../domain/directory/directory';
import { changeEntry, type Edit, isKeepable } from '../../domain/directory/entry';
import type { EntryProblem, Inputs } from '../../domain/directory/entry-fields';
import { readMember } from '../../domain/directory/entry-input';
import {
  addMember,
  findMember,
  MOST_ABSENCES,
  moveUp,
  mustStay,
  removeMember,
  withAbsence,
  withDeputy,
  withMember,
  withoutAbsence,
} from '../../domain/directory/unit-members';
import type { Message } from '../../domain/message';
import { findSought, peopleOffered } from '../sought-person';
import { type Desk, editEntry, editedBy, entryCard, viewOf } from './desk';

type UnitEntry = TaggedEntry<'units'>;

/** Shows somebody of a unit. */
export async function showMember(desk: Desk, { unit, member }: Payload<'directory-member'>): Promise<Message> {
  const stored = await desk.assistant.directoryEditor.entry('units', unit);
  return stored ? ofMember(desk, stored, member) : plainNotice(desk.speak, 'gone');
}

/** Opens the form for a member's address and absences. */
export async function openMemberForm(desk: Desk, { unit, member }: Payload<'directory-member-form'>): Promise<Message> {
  const stored = await desk.assistant.directoryEditor.entry('units', unit);
  const found = stored && !stored.value.retired && findMember(stored.value.content, member);
  return found ? memberFormCard(desk.speak, stored, found) : plainNotice(desk.speak, 'gone');
}

/** Keeps a member's address, and adds days on which they are away. */
export async function saveMember(desk: Desk, payload: Payload<'directory-member-save'>): Promise<Message> {
  const { unit, member: id, tag, ...inputs } = payload;
  const again = async (entry: UnitEntry, rejected: RejectedEntry) => {
    const member = findMember(entry.value.content, id);
    return member ? memberFormCard(desk.speak, entry, member, rejected) : entryCard(desk, entry, rejected.overtaken);
  };
  return editEntry(
    desk,
    { list: 'units', id: unit, tag },
    {
      show: (entry, note) => ofMember(desk, entry, id, note),
      async make(entry) {
        const member = findMember(entry.value.content, id);
        if (!member || entry.value.retired) return undefined;
        const read = readMember(inputs, desk.speak.today);
        if ('problems' in read) return again(entry, { inputs, ...read });
        const { address, absence } = read.value;
        const { address: _former, ...rest } = member;
        const next = { ...rest, ...(address !== undefined && { address }) };
        const away = absence ? withAbsence(next, absence) : next;
        if (away.absences.length > MOST_ABSENCES) return again(entry, { inputs, problems: { from: 'too-many' } });
        const unit = withMember(entry.value.content, away);
        if (!isKeepable(unit)) return again(entry, { inputs, problems: { [absence ? 'from' : 'address']: 'no-room' } });
        return changed(desk, entry, unit, { edit: absence ? 'absence-added' : 'member-changed', member });
      },
      async overtaken(entry, note) {
        const read = readMember(inputs, desk.speak.today);
        const unread = 'problems' in read ? read : { problems: {} };
        return again(entry, { inputs, ...unread, overtaken: note ?? '' });
      },
    },
  );
}

/** Moves a member up, makes them deputy or no longer so, or takes them out of the unit. */
export async function moveMember(desk: Desk, payload: Payload<'directory-member-move'>): Promise<Message> {
  const { unit, member: id, tag, move } = payload;
  return editEntry(
    desk,
    { list: 'units', id: unit, tag },
    {
      show: (entry, note) => ofMember(desk, entry, id, note),
      async make(entry) {
        const { content, retired } = entry.value;
        const member = findMember(content, id);
        if (!member || retired) return undefined;
        switch (move) {
          case 'up':
            return changed(desk, entry, moveUp(content, id), { edit: 'member-moved', member });
          case 'deputy':
            return changed(desk, entry, withDeputy(content, id), { edit: 'deputy-named', member });
          case 'no-deputy':
            return content.deputy === id
              ? changed(desk, entry, withDeputy(content, undefined), { edit: 'deputy-ended', member })
              : undefined;
          case 'remove':
            return mustStay((await viewOf(desk)).directory.standing, content, id)
              ? ofMember(desk, entry, id, desk.speak.words.own('directory.kept.last-member'))
              : changed(desk, entry, removeMember(content, id), { edit: 'member-removed', member });
        }
      },
    },
  );
}

/** Takes away days on which a member was to be away. */
export async function removeAbsence(desk: Desk, payload: Payload<'directory-absence-remove'>): Promise<Message> {
  const { unit, member: id, tag, from, to } = payload;
  return editEntry(
    desk,
    { list: 'units', id: unit, tag },
    {
      show: (entry, note) => ofMember(desk, entry, id, note),
      async make(entry) {
        const member = findMember(entry.value.content, id);
        if (!member || entry.value.retired) return undefined;
        const next = withMember(entry.value.content, withoutAbsence(member, { from, to }));
        return changed(desk, entry, next, { edit: 'absence-removed', member });
      },
    },
  );
}

/** Opens the form to add a person to a unit. */
export async function openNewMember(desk: Desk, { unit }: Payload<'directory-new-member'>): Promise<Message> {
  const stored = await desk.assistant.directoryEditor.entry('units', unit);
  return stored && !stored.value.retired ? newMember(desk, stored) : plainNotice(desk.speak, 'gone');
}

/** Adds a person to a unit, who is asked last. */
export async function addNewMember(desk: Desk, payload: Payload<'directory-add-member'>): Promise<Message> {
  const { unit, tag, ...inputs } = payload;
  return editEntry(
    desk,
    { list: 'units', id: unit, tag },
    {
      async make(entry) {
        const { content, retired } = entry.value;
        if (retired) return undefined;
        const found = await personFor(desk, content, inputs);
        if ('problems' in found) return newMember(desk, entry, { inputs, problems: found.problems });
        return changed(desk, entry, addMember(content, found.value), { edit: 'member-added', member: found.value });
      },
      async overtaken(entry, note) {
        if (entry.value.retired || alreadyIn(entry.value.content, String(inputs.person)))
          return entryCard(desk, entry, note);
        return newMember(desk, entry, { inputs, problems: {}, overtaken: note ?? '' });
      },
    },
  );
}

/** Who was meant, or what is wrong at which field. */
async function personFor(
  desk: Desk,
  unit: Unit,
  inputs: Inputs,
): Promise<{ readonly value: Member } | { readonly problems: Readonly<Record<string, EntryProblem>> }> {
  const found = await findSought(desk, inputs);
  if ('problems' in found) return found;
  const {
    field,
    value: { id, name, address },
  } = found;
  const member: Member = { id, name, ...(address !== undefined && { address }), absences: [] };
  if (alreadyIn(unit, id)) return { problems: { [field]: 'already-member' } };
  return isKeepable(addMember(unit, member)) ? { value: member } : { problems: { [field]: 'no-room' } };
}

function alreadyIn(unit: Unit, id: string): boolean {
  return unit.members.some((member) => member.id.toLowerCase() === id.toLowerCase());
}

function changed(
  desk: Desk,
  { value }: UnitEntry,
  content: Unit,
  { edit, member: { name: about } }: { readonly edit: Edit; readonly member: Member },
) {
  return changeEntry(value, { content }, { ...editedBy(desk), edit, about });
}

/** The card of a member; of the unit where they are not in it any more. */
async function ofMember(desk: Desk, entry: UnitEntry, id: string, note?: string): Promise<Message> {
  const member = entry.value.retired ? undefined : findMember(entry.value.content, id);
  return member ? memberCard(desk.speak, await viewOf(desk), { entry, member, note }) : entryCard(desk, entry, note);
}

async function newMember(desk: Desk, entry: UnitEntry, rejected?: RejectedEntry): Promise<Message> {
  return newMemberCard(desk.speak, entry, await peopleOffered(desk), rejected);
}
