import type { Case } from '../domain/case';
import { type CaseAction, LIFE, LONGEST_REASON } from '../domain/life';
import type { Message } from '../domain/message';
import type { Model } from '../domain/model';
import { press } from './actions';
import { caseTitle } from './facts';
import type { Rejected } from './field';
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
  const place = { case: made.number, action, event: made.lastEvent, as };
  const card = {
    heading: words.own('case.heading', { process: caseTitle(model, made.answers, words), number: made.number }),
    note: rejected ? words.own('form.problems') : '',
    noteStyle: 'attention',
    title,
    fields: [
      ...(needsUnit(action) ? [unitField(kit, model, made, rejected)] : []),
      {
        id: 'text',
        type: 'text',
        label: words.own(`life.prompt.${action}`),
        hint: words.own('form.limit', { why: words.own(`life.hint.${action}`), count: LONGEST_REASON }),
        problem: problemOf(kit, rejected, 'text'),
        value: typed(rejected, 'text'),
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

function unitField(kit: Kit, model: Model, made: Case, rejected: Rejected | undefined) {
  const { words } = kit;
  return {
    id: 'unit',
    type: 'choice',
    label: words.own('life.to-unit'),
    hint: words.own('form.hint', { why: words.own('life.to-unit-hint') }),
    problem: problemOf(kit, rejected, 'unit'),
    value: typed(rejected, 'unit'),
    choices: model.directory.units
      .filter(({ id }) => id !== made.routing.responsible.unit)
      .map(({ id, name }) => ({ title: words.name(name), value: id })),
    style: 'compact',
  };
}

function problemOf({ words }: Kit, rejected: Rejected | undefined, field: string): string {
  const problem = rejected?.problems[field];
  return problem ? words.own(`problems.${problem}`, { max: LONGEST_REASON }) : '';
}

function typed(rejected: Rejected | undefined, field: string): string {
  const value = rejected?.inputs[field];
  return typeof value === 'string' ? value.slice(0, LONGEST_REASON) : '';
}
