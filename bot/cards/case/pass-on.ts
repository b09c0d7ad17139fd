/** Passing a case on: which unit, and on the card after it who of that unit, and why. */
import type { Case } from '../../domain/case/case';
import { ANYONE, isPresent, peopleToPassTo, personOption, unitsToPassTo } from '../../domain/case/filled-in/passing-on';
import { LONGEST_REASON } from '../../domain/case/life';
import type { Unit } from '../../domain/directory/directory';
import { unitOption } from '../../domain/directory/narrowing';
import type { Message } from '../../domain/message';
import { press } from '../actions';
import { type Kit, message } from '../kit';
import { type Rejected, typedText } from '../parts/field';
import { choiceAmong, LONGEST_TYPED } from '../parts/narrowing';
import { fitted, shortened } from '../parts/room';
import type { CaseButtonReader } from '../verbs';
import { heading, problemOf, reasonField } from './action';
import type { Matter } from './matter';

/** Asks which unit gets the case. What was already written as the reason goes along. */
export function whichUnitCard(kit: Kit, matter: Matter, as: CaseButtonReader, rejected?: Rejected): Message {
  const { words } = kit;
  const { model, case: made } = matter;
  const title = words.own('life.do.pass-on');
  const units = unitsToPassTo(model.directory, made).map((unit) => ({
    ...unitOption(unit),
    title: words.name(unit.name),
  }));
  const text = typedText(rejected, 'text', LONGEST_REASON);
  const place = { case: made.number, action: 'pass-on', as } as const;
  const card = (room: number) => ({
    ...heading(kit, matter, rejected),
    title,
    fields: [
      {
        id: 'to',
        label: words.own('life.to-unit'),
        problem: problemOf(kit, rejected, 'to'),
        ...choiceAmong(kit, units, typedText(rejected, 'to', LONGEST_TYPED) ?? '', {
          why: words.own('life.to-unit-hint'),
          room,
        }),
      },
    ],
    actions: [
      press(words.own('life.to-next'), 'open-act', { ...place, ...(text !== undefined && { text }) }),
      press(words.own('life.back'), 'show-case', { case: made.number, as }, { inputs: 'none' }),
    ],
  });
  return fitted((room) => message(kit, 'form', card(room), title));
}

/** Asks for the reason, and who of the unit gets the case. */
export function toWhomCard(
  kit: Kit,
  matter: Matter,
  { unit, as }: { readonly unit: Unit; readonly as: CaseButtonReader },
  rejected?: Rejected,
): Message {
  const { words } = kit;
  const { case: made } = matter;
  const title = words.own('life.do.pass-on');
  const place = { case: made.number, action: 'pass-on', as } as const;
  const card = (room: number) => ({
    ...heading(kit, matter, rejected, shortened(words.name(unit.name), room)),
    title,
    fields: [...personField(kit, { unit, made, room }, rejected), reasonField(kit, 'pass-on', rejected)],
    actions: [
      press(title, 'act', { ...place, event: made.since.event, unit: unit.id }, { style: 'positive' }),
      press(words.own('life.to-another-unit'), 'open-act', place),
      press(words.own('life.back'), 'show-case', { case: made.number, as }, { inputs: 'none' }),
    ],
  });
  return fitted((room) => message(kit, 'form', card(room), title));
}

/** None where the unit has nobody else: it goes to the unit then. */
function personField(
  kit: Kit,
  { unit, made, room }: { readonly unit: Unit; readonly made: Case; readonly room: number },
  rejected: Rejected | undefined,
) {
  const { words } = kit;
  const people = peopleToPassTo(unit, made).map((member) => ({ ...personOption(member), title: member.name }));
  if (people.length === 0) return [];
  const present = isPresent(unit, made);
  const label = words.own('life.to');
  return [
    {
      id: 'person',
      label: present ? label : words.own('form.optional', { question: label }),
      problem: problemOf(kit, rejected, 'person'),
      ...choiceAmong(kit, people, typedText(rejected, 'person', LONGEST_TYPED) ?? '', {
        why: words.own('life.to-hint'),
        room,
        first: present ? [] : [{ title: words.own('life.to-anyone'), value: ANYONE }],
      }),
    },
  ];
}
