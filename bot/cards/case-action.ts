import type { Case } from '../domain/case';
import { findUnit } from '../domain/directory';
import { type CaseAction, LIFE, LONGEST_REASON } from '../domain/life';
import type { Message } from '../domain/message';
import type { Model } from '../domain/model';
import { press } from './actions';
import { caseTitle } from './facts';
import { type Rejected, typedText } from './field';
import { type Kit, message } from './kit';

/** Actions that go with words for somebody else. */
export type SaidAction = 'ask' | 'answer' | 'pass-on' | 'not-hold' | 'decline' | 'withdraw';

/** Asks for what an action needs: the words that others read, and for passing on the unit that gets the case. */
export function caseActionCard(
  kit: Kit,
  model: Model,
  made: Case,
  { action, as }: { action: SaidAction; as: 'requester' | 'responsible' },
  rejected?: Rejected,
): Message {
  const { words } = kit;
  const title = words.own(`life.do.${action}`);
  const place = { case: made.number, action, event: made.since.event, as };
  const card = {
    heading: words.own('case.heading', { process: caseTitle(model, made.answers, words), number: made.number }),
    note: rejected ? words.own('form.problems') : '',
    noteStyle: 'attention',
    title,
    fields: [
      ...(needsUnit(action) ? [toField(kit, model, made, rejected)] : []),
      {
        id: 'text',
        type: 'text',
        label: words.own(`life.prompt.${action}`),
        hint: words.own('form.limit', { why: words.own(`life.hint.${action}`), count: LONGEST_REASON }),
        problem: problemOf(kit, rejected, 'text'),
        value: typedText(rejected, 'text', LONGEST_REASON) ?? '',
        maxLength: LONGEST_REASON,
        multiline: true,
        choices: [],
        style: 'compact',
      },
    ],
    actions: [
      press(title, 'act', place, { style: 'positive' }),
      press(words.own('life.back'), 'show-case', { case: made.number, as }, { inputs: 'none' }),
    ],
  };
  return message(kit, 'form', card, title);
}

function needsUnit(action: CaseAction): boolean {
  return LIFE[action].needs.includes('unit');
}

/** Every unit but the one that has it, and every person of every unit but the one who has it. */
function toField(kit: Kit, model: Model, made: Case, rejected: Rejected | undefined) {
  const { words } = kit;
  const { unit: present, contact } = made.routing.responsible;
  const choices = model.directory.units.flatMap((unit) => {
    const people = unit.members.filter(({ id }) => id !== (made.holder ?? contact)?.id);
    return [
      ...(unit.id === present ? [] : [{ title: words.name(unit.name), value: unit.id }]),
      ...people.map(({ id, name }) => ({
        title: words.own('life.to-person', { unit: words.name(unit.name), name }),
        value: destinationValue(unit.id, id),
      })),
    ];
  });
  return {
    id: 'to',
    type: 'choice',
    label: words.own('life.to'),
    hint: words.own('form.hint', { why: words.own('life.to-hint') }),
    problem: problemOf(kit, rejected, 'to'),
    value: typedText(rejected, 'to', LONGEST_REASON) ?? '',
    choices,
    style: 'compact',
  };
}

/** A unit, or a person of it, as the value of a choice: `sector`, `sector/<Entra object id>`. */
function destinationValue(unit: string, person: string): string {
  return `${unit}/${person}`;
}

/** Reads the choice back, or undefined where it names no unit, or nobody of it. */
export function readDestination(
  { directory }: Model,
  value: unknown,
): { readonly unit: string; readonly person?: string } | undefined {
  const [unitId = '', person] = typeof value === 'string' ? value.split('/') : [];
  const unit = findUnit(directory, unitId);
  if (!unit || person === undefined) return unit && { unit: unit.id };
  return unit.members.some(({ id }) => id === person) ? { unit: unit.id, person } : undefined;
}

function problemOf({ words }: Kit, rejected: Rejected | undefined, field: string): string {
  const problem = rejected?.problems[field];
  return problem ? words.own(`problems.${problem}`, { max: LONGEST_REASON }) : '';
}
