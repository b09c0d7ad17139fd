import { LONGEST_REASON } from '../../domain/case/life';
import { type ActionWithWords, type CaseAction, goesWithWords } from '../../domain/case/lives/life-of';
import type { Message } from '../../domain/message';
import { itemsAskedAt } from '../../domain/process/process';
import type { Facts } from '../../domain/rules/condition';
import { press } from '../actions';
import { type Kit, message } from '../kit';
import type { Json } from '../layout/json';
import { caseTitle } from '../parts/facts';
import { field, type Rejected, typedText } from '../parts/field';
import type { CaseButtonReader } from '../verbs';
import type { Matter } from './matter';

/** Asks for what goes with an action: the words that others read, and what is written down with this step. */
export function caseActionCard(
  kit: Kit,
  matter: Matter,
  { action, as }: { action: CaseAction; as: CaseButtonReader },
  rejected?: Rejected,
): Message {
  const { words } = kit;
  const { model, case: made } = matter;
  const title = words.own(`life.do.${action}`);
  const facts: Facts = { answers: made.recorded ?? {}, asked: new Map(), directory: model.directory };
  const card = {
    ...heading(kit, matter, rejected),
    title,
    fields: [
      ...itemsAskedAt(model.process, action).map((item) => field(kit, model, facts, item, rejected)),
      ...(goesWithWords(model.process, action) ? [reasonField(kit, action, rejected)] : []),
    ],
    actions: [
      press(title, 'act', { case: made.number, action, event: made.since.event, as }, { style: 'positive' }),
      press(words.own('life.back'), 'show-case', { case: made.number, as }, { inputs: 'none' }),
    ],
  };
  return message(kit, 'form', card, title);
}

/**
 * What stands above the form of an action: the case, the unit where one is chosen, and a word where something has to be
 * filled in differently.
 */
export function heading(
  { words }: Kit,
  { model, case: made }: Matter,
  rejected: Rejected | undefined,
  unit?: string,
): Json {
  const isWrong = rejected !== undefined && Object.keys(rejected.problems).length > 0;
  const about = words.own('case.heading', { process: caseTitle(model, made.answers, words), number: made.number });
  return {
    heading: unit === undefined ? about : `${about} · ${unit}`,
    note: isWrong ? words.own('form.problems') : '',
    noteStyle: 'attention',
  };
}

/** The field for the words that go with an action. */
export function reasonField(kit: Kit, action: ActionWithWords, rejected: Rejected | undefined): Json {
  const { words } = kit;
  return {
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
  };
}

/** The sentence for what is wrong at a field, or empty. */
export function problemOf({ words }: Kit, rejected: Rejected | undefined, field: string): string {
  const problem = rejected?.problems[field];
  return problem ? words.own(`problems.${problem}`, { max: LONGEST_REASON }) : '';
}
