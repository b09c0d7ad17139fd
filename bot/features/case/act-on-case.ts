/** What the people of a case do with it after it was sent: take it on, ask, answer, pass on, decline, plan, close. */

import { caseActionCard } from '../../cards/case/action';
import { type FollowUp, followUpCard } from '../../cards/case/follow-up';
import type { Matter } from '../../cards/case/matter';
import { toWhomCard, whichUnitCard } from '../../cards/case/pass-on';
import type { Kit } from '../../cards/kit';
import { plainNotice } from '../../cards/notice';
import type { Rejected } from '../../cards/parts/field';
import type { CaseButtonReader, Payload } from '../../cards/verbs';
import type { Case } from '../../domain/case/case';
import { followedUp, followUpItems } from '../../domain/case/filled-in/follow-up';
import { readDestination, readUnitToPassTo } from '../../domain/case/filled-in/passing-on';
import { act, asksWhatCameOfIt, LONGEST_REASON, openActions, type Saying } from '../../domain/case/life';
import { type CaseAction, goesWithWords, stepOf } from '../../domain/case/lives/life-of';
import type { Step } from '../../domain/case/lives/step';
import type { Todo } from '../../domain/case/todo';
import { findUnit } from '../../domain/directory/directory';
import type { Message } from '../../domain/message';
import type { Answers } from '../../domain/process/answers';
import { itemsAskedAt } from '../../domain/process/process';
import { readText } from '../../domain/process/typed';
import type { Model } from '../../domain/rules/model';
import { readForm } from '../../domain/walk/answer-input';
import { replay } from '../../domain/walk/replay';
import type { Asked } from '../asked';
import { comparableCase } from './comparable';
import { logUnreckoned } from './log-unreckoned';
import { type OpenedCase, openCase, openedCard } from './open-case';

/**
 * Asks for the words that an action needs; for passing on, first for the unit. An action that is not open any more shows
 * the case as it stands.
 */
export async function openAct(asked: Asked, payload: Payload<'open-act'>): Promise<Message> {
  const { assistant, speak } = asked;
  const { case: number, action, as } = payload;
  const opened = await openCase(asked, number);
  if (!opened) return plainNotice(speak, 'gone');
  const { model, roles } = opened;
  const made = opened.stored.value;
  if (!openActions(model.process, made, roles).includes(action)) return openedCard(asked, opened, as);
  if (needs(model, action, 'unit')) return openPassOn(speak, { model, case: made }, payload);
  if (goesWithWords(model.process, action) || itemsAskedAt(model.process, action).length > 0) {
    return caseActionCard(speak, { model, case: made }, { action, as });
  }
  if (!asksWhatCameOfIt(model.process, made, action)) return openedCard(asked, opened, as);
  const { items: todos } = await assistant.cases.todos(number);
  return askWhatCameOfIt(asked, { model, case: made }, { todos, as });
}

/** The card that asks what came of it, with the figures of the case before beside those that it asks for. */
async function askWhatCameOfIt(
  { assistant, speak }: Asked,
  matter: Matter,
  form: Pick<FollowUp, 'todos' | 'as'>,
  rejected?: Rejected,
): Promise<Message> {
  const items = followUpItems(matter.model.process, form.todos);
  const last = await comparableCase(assistant, matter.model, matter.case, items);
  return followUpCard(speak, matter, { ...form, last }, rejected);
}

/** The unit is asked for until it is known; then who of it, and why. */
function openPassOn(speak: Kit, matter: Matter, { as, to, ...inputs }: Payload<'open-act'>): Message {
  const { directory } = matter.model;
  if (to === undefined) return whichUnitCard(speak, matter, as, { inputs, problems: {} });
  const read = readUnitToPassTo(directory, matter.case, to);
  const unit = 'unit' in read ? findUnit(directory, read.unit) : undefined;
  if (unit) return toWhomCard(speak, matter, { unit, as }, { inputs, problems: {} });
  const problems = 'problem' in read ? { to: read.problem } : {};
  return whichUnitCard(speak, matter, as, { inputs: { ...inputs, to }, problems });
}

/**
 * Carries an action out, once: the case, its event and what has to be told are one transaction. Of two people who press
 * at the same time one wins, and the other sees who that was, when, and how the case stands now.
 */
export async function actOnCase(asked: Asked, payload: Payload<'act'>): Promise<Message> {
  const { assistant, turn, speak } = asked;
  const { case: number, action, event, as } = payload;
  const opened = await openCase(asked, number);
  if (!opened) return plainNotice(speak, 'gone');
  const { stored, model, roles } = opened;
  const made = stored.value;
  if (made.since.event !== event) return overtaken(asked, opened, as);
  if (!openActions(model.process, made, roles).includes(action)) return openedCard(asked, opened, as);
  const read = readStep(asked, opened, payload);
  if ('problems' in read) {
    return needs(model, action, 'unit')
      ? passOnAgain(speak, opened, payload, read)
      : caseActionCard(speak, { model, case: made }, { action, as }, read);
  }
  const filled = await readFollowUp(asked, opened, payload);
  if ('rejected' in filled)
    return askWhatCameOfIt(asked, { model, case: made }, { todos: filled.todos, as }, filled.rejected);
  const change = act(model, made, action, {
    who: turn.who,
    roles,
    now: assistant.clock.now(),
    ...read,
    todos: filled.todos,
    ...(turn.message !== undefined && { message: turn.message }),
  });
  const written = change ? await assistant.cases.change(stored, change) : 'conflict';
  if (written === 'conflict') {
    const now = await openCase(asked, number);
    return now ? overtaken(asked, now, as) : plainNotice(speak, 'gone');
  }
  assistant.log.info('case.moved', { case: number, action, state: written.value.state });
  logUnreckoned(assistant, number, change?.unreckoned);
  assistant.telemetry.count('case.moved', { process: model.process.id, state: written.value.state });
  assistant.nudge(number);
  return openedCard(asked, { ...opened, stored: written }, as);
}

/** Somebody else was faster: who and when, above the card as it is now. A press of one's own repeated needs no word. */
async function overtaken(asked: Asked, opened: OpenedCase, as: CaseButtonReader): Promise<Message> {
  const { assistant, turn, speak } = asked;
  const { number, since } = opened.stored.value;
  const found = await assistant.cases.events(number, { from: since.event, to: since.event });
  const [latest] = found.items;
  const other = latest && latest.by !== 'assistant' && latest.by.id !== turn.who.id ? latest.by.name : undefined;
  const happened =
    other === undefined
      ? undefined
      : speak.words.own('life.faster', { name: other, when: speak.words.momentOf(since.at) });
  return openedCard(asked, opened, as, happened);
}

/** What was filled in with a follow-up: the to-dos that it completes, or what has to be written differently. */
async function readFollowUp(
  { assistant, turn: { who } }: Asked,
  { model, stored: { value: made } }: OpenedCase,
  inputs: Payload<'act'>,
): Promise<{ readonly todos: readonly Todo[]; readonly rejected?: Rejected }> {
  const { process } = model;
  if (!asksWhatCameOfIt(process, made, inputs.action)) return { todos: [] };
  const { items: todos } = await assistant.cases.todos(made.number);
  const now = assistant.clock.now();
  const ground = { model, position: replay(model, made.answers), today: model.calendar.dayOf(now) };
  const { values, problems, meant } = readForm(ground, followUpItems(process, todos), inputs);
  if (Object.keys(problems).length > 0) return { todos, rejected: { inputs, problems, meant } };
  return { todos: followedUp(process, todos, values, { who, now }) };
}

/** What was filled in with a step: its words, and what is written down with it; or what has to be written differently. */
function readStep(
  { assistant }: Asked,
  { model, stored: { value: made } }: OpenedCase,
  inputs: Payload<'act'>,
): { readonly saying: Saying; readonly recorded: Answers } | Rejected {
  const saying = readSaying(model, made, inputs.action, inputs);
  const today = model.calendar.dayOf(assistant.clock.now());
  const ground = { model, position: replay(model, made.answers), today };
  const { values, problems, meant } = readForm(ground, itemsAskedAt(model.process, inputs.action), inputs);
  const wrong = { ...('problems' in saying && saying.problems), ...problems };
  if ('problems' in saying || Object.keys(problems).length > 0) return { inputs, problems: wrong, meant };
  return { saying, recorded: values };
}

function needs({ process }: Model, action: CaseAction, what: Step['needs'][number]): boolean {
  return stepOf(process, action)?.needs.includes(what) ?? false;
}

/** The card on which something has to be filled in differently, with what was written. */
function passOnAgain(
  speak: Kit,
  { model, stored: { value: made } }: OpenedCase,
  { as, ...inputs }: Payload<'act'>,
  rejected: Rejected,
): Message {
  const [named] = typeof inputs.to === 'string' ? inputs.to.split('/') : [];
  const unit = findUnit(model.directory, inputs.unit ?? named ?? '');
  return unit && rejected.problems.to === undefined
    ? toWhomCard(speak, { model, case: made }, { unit, as }, rejected)
    : whichUnitCard(speak, { model, case: made }, as, rejected);
}

function readSaying(model: Model, made: Case, action: CaseAction, inputs: Payload<'act'>): Saying | Rejected {
  const problems: Record<string, Rejected['problems'][string]> = {};
  let saying: Saying = {};
  if (needs(model, action, 'text')) {
    const read = readText(inputs.text, { required: true, maxLength: LONGEST_REASON });
    if ('problem' in read) problems.text = read.problem;
    else if (typeof read.value === 'string') saying = { ...saying, text: read.value };
  }
  if (needs(model, action, 'unit')) {
    const to = readDestination(model.directory, made, inputs);
    if ('problem' in to) problems[to.at] = to.problem;
    else saying = { ...saying, ...to };
  }
  return Object.keys(problems).length > 0 ? { inputs, problems } : saying;
}
