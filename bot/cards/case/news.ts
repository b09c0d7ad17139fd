/** A short word on a case: what somebody else did, or that something waits. It leads to the case. */
import type { CaseEvent } from '../../domain/case/case';
import { CASE_ACTIONS, isTold, lifeOf, stateIn, stepOf } from '../../domain/case/lives/life-of';
import { inForceUntil } from '../../domain/case/term';
import type { CaseState } from '../../domain/case-state';
import type { OwnKey } from '../../domain/language/words';
import type { Message } from '../../domain/message';
import type { OutboxEntry } from '../../domain/outbox/entry';
import { press } from '../actions';
import { type Kit, message } from '../kit';
import type { Json } from '../layout/json';
import { caseTitle } from '../parts/facts';
import { type Among, type CaseReader, isForward, moves } from './case';
import { whatHappened } from './history';
import type { Matter } from './matter';

/** What somebody did that this person has waited for, or undefined where it has been overtaken by what came after. */
export function newsCard(kit: Kit, matter: Matter, reader: CaseReader, event: CaseEvent): Message | undefined {
  const { model, case: made } = matter;
  const { type, by, at, data } = event;
  const { words } = kit;
  const name = by === 'assistant' ? '' : by.name;
  if (type === 'edited' || type === 'appointment-ended')
    return shortCard(kit, matter, reader, { title: whatHappened(kit, matter, event) });
  const action = CASE_ACTIONS.find((candidate) => candidate === data.action);
  if (!action) return undefined;
  const step = stepOf(model.process, action);
  if (step && !isTold(model.process, action)) return undefined;
  const isLatest = made.said?.at === at;
  // A question that has been answered meanwhile asks nothing any more.
  if (step?.asks && !isLatest) return undefined;
  return shortCard(kit, matter, reader, {
    // Of an earlier case, what its kind does not know any more is told by the state that it led to.
    title: isTold(model.process, action) ? words.own(`news.${action}`, { name }) : whatHappened(kit, matter, event),
    ...(isLatest && made.said && { said: made.said.text }),
  });
}

/** That a case waits for somebody, and since when. */
export function reminderCard(
  kit: Kit,
  matter: Matter,
  reader: CaseReader,
  { about }: Pick<OutboxEntry, 'about'>,
): Message {
  const { words } = kit;
  const since = matter.case.since.at;
  const key = reminderKeyOf(matter, about);
  const until = inForceUntil(matter.model.process, matter.case);
  const title = words.own(key, { day: until === undefined ? '' : words.day(until) });
  const { afterItsDay } = lifeOf(matter.model.process);
  if (isAfterItsDay(matter, about)) {
    return shortCard(kit, matter, reader, { title, among: (action) => afterItsDay.includes(action) });
  }
  const text = words.own('reminder.since', { day: words.dayOf(since) });
  return shortCard(kit, matter, reader, { title, text });
}

/** What a reminder says, by its rule and the state in which the case waits; what is no rule of the directory is a review. */
function reminderKeyOf({ model: { directory, process }, case: { state } }: Matter, about: string | undefined): OwnKey {
  const rule = directory.reminders.find(({ id }) => id === about);
  switch (rule?.since) {
    case undefined:
      return 'reminder.review';
    case 'date':
      return wordsAfterItsDay(lifeOf(process).afterItsDay);
    case 'before-end':
    case 'end':
      return `reminder.${rule.since}`;
    case 'state':
      return waitingKeyOf(stateIn(process, state));
  }
}

/** What is asked after the day of a matter, by what can be done then. */
function wordsAfterItsDay(actions: readonly string[]): OwnKey {
  if (actions.includes('hold')) return 'reminder.was-it-held';
  return actions.includes('give') ? 'reminder.was-it-given' : 'reminder.review';
}

function waitingKeyOf(state: CaseState): OwnKey {
  switch (state) {
    case 'submitted':
    case 'asked':
    case 'recorded-as-held':
      return `reminder.${state}`;
    case 'held':
    case 'not-held':
    case 'ended':
    case 'not-member':
    case 'given':
      return 'reminder.follow-up';
    default:
      return 'reminder.review';
  }
}

/** Whether a reminder asks, after its day, whether the matter came about. */
function isAfterItsDay({ model: { directory } }: Matter, about: string | undefined): boolean {
  return directory.reminders.find(({ id }) => id === about)?.since === 'date';
}

interface ShortWord {
  readonly title: string;
  readonly text?: string;
  readonly said?: string;
  /** What can be done at once; whatever leads forward unless told. */
  readonly among?: Among;
}

function shortCard(
  kit: Kit,
  matter: Matter,
  reader: CaseReader,
  { title, text = '', said = '', among = isForward }: ShortWord,
): Message {
  const { words } = kit;
  const { model, case: made } = matter;
  const about = caseTitle(model, made.answers, words);
  const as = reader.as === 'informed' ? 'responsible' : reader.as;
  const actions: readonly Json[] = [
    ...moves(kit, matter, { reader, among }),
    press(words.own('news.open'), 'show-case', { case: made.number, as }),
  ];
  const card = {
    heading: words.own('case.heading', { process: words.process(model.process.id, 'name'), number: made.number }),
    title,
    about,
    text,
    said,
    actions,
  };
  return message(kit, 'news', card, words.own('news.summary', { title, number: made.number }));
}
