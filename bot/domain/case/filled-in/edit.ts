/**
 * A case that was sent is changed by its requester. The changes are a draft of their own, in which the case's answers
 * are gone over as in any walk. Saved, they are an event of the case: what the recommendation and the routing rest on is
 * evaluated afresh, and whoever has the case is told.
 */

import type { Language } from '../../language/language';
import type { OutboxEntry } from '../../outbox/entry';
import type { Answer, Answers } from '../../process/answers';
import { itemsOf, type Process } from '../../process/process';
import type { Model } from '../../rules/model';
import type { Draft } from '../../walk/draft';
import { explain } from '../../walk/explanation';
import { replay, SUMMARY, withoutFollowing } from '../../walk/replay';
import type { Case, CaseChange } from '../case';
import { announcements, echoes } from '../entries';
import { contactData } from '../life';
import type { CaseRole } from '../lives/step';
import { reviewTimers, type Timers, timers } from '../reminding';
import { type Destination, HAD_IT, PASSED_ON, type Routing, route, TOLD_BEFORE, withContacts } from '../routing';
import { newsToAppointee, newsToResponsible } from '../telling';
import { firstTodos, type Todo } from '../todo';

/** What saving changes writes, in one entity-group transaction or not at all. `draft` is over with it. */
export interface Edit extends CaseChange {
  readonly draft: Draft;
}

/** The draft in which a case is changed: all is answered, so it begins at the summary. A case has one at a time. */
export function draftOfChanges(model: Model, made: Case, language: Language, now: Date): Draft {
  const at = now.toISOString();
  return {
    id: `${made.draft}-edit`,
    owner: made.requester,
    process: model.process.id,
    version: model.process.version,
    language,
    state: { answers: withoutFollowing(model, made.answers) },
    revision: 0,
    createdAt: at,
    updatedAt: at,
    edits: made.number,
  };
}

/** The draft once its changes are saved or thrown away: nothing of them stays in it. */
export function overDraft(draft: Draft, number: string, now: Date): Draft {
  return {
    ...draft,
    state: { answers: {} },
    revision: draft.revision + 1,
    updatedAt: now.toISOString(),
    case: number,
  };
}

/**
 * The case with the changes of a complete draft, whatever became of the case since they were begun; `unchanged` when the
 * draft says what the case says. `todos` are the case's as they stand, `roles` what its
 * requester is to it now. Throws when the answers have no outcome: `transition` does not let such a draft be submitted.
 */
export function edited(
  model: Model,
  before: Case,
  draft: Draft,
  {
    todos,
    now,
    roles = ['requester'],
  }: { readonly todos: readonly Todo[]; readonly now: Date; readonly roles?: readonly CaseRole[] },
): Edit | 'unchanged' {
  const { answers } = draft.state;
  const items = changedItems(model.process, before.answers, answers);
  if (items.length === 0) return 'unchanged';
  const explanation = explain(model, answers);
  if (!explanation) throw new Error(`The changes of case ${before.number} have no outcome and cannot be saved.`);
  const at = now.toISOString();
  const sequence = before.lastEvent + 1;
  const routing = reroute(model, before, answers, now);
  const moves = routing.responsible.unit !== before.routing.responsible.unit;
  const made: Case = {
    ...(moves ? afresh(before) : before),
    version: model.process.version,
    answers,
    explanation,
    routing,
    // Whoever presses a button on a card of the old answers sees the new ones first.
    since: { event: sequence, at: moves ? at : before.since.at },
    lastEvent: sequence,
    changedAt: at,
  };
  const { requester } = before;
  const data = {
    items,
    ...(explanation.outcome !== before.explanation.outcome && { outcome: explanation.outcome }),
    ...(moves && { unit: routing.responsible.unit, ...contactData(routing.responsible) }),
  };
  const { entries: timed, unreckoned } = timersAfterEdit(model, before, made);
  return {
    case: made,
    events: [{ sequence, type: 'edited', at, by: { id: requester.id, name: requester.name }, data }],
    entries: [
      ...newsOfEdit(model, before, made, roles),
      ...newsToAppointee(made, 'edit', requester),
      ...(moves ? announcements(made, 'request', [routing.responsible]) : []),
      ...announcements(made, 'information', newlyInformed(before, made)),
      ...echoes(made),
      ...timed,
    ],
    unreckoned,
    ...todoChanges(model, before, made, todos),
    draft: overDraft(draft, before.number, now),
  };
}

/** The items whose answers are not the same, in the order of the questions. That an outcome was seen is no answer. */
function changedItems(process: Process, before: Answers, after: Answers): readonly string[] {
  return itemsOf(process)
    .filter(({ id, type }) => type !== 'outcome' && comparable(before[id]) !== comparable(after[id]))
    .map(({ id }) => id);
}

/** Not asked, left empty and nothing chosen are the same; so are choices in another order. */
function comparable(answer: Answer | undefined): string {
  if (Array.isArray(answer)) return answer.length === 0 ? 'null' : JSON.stringify([...answer].sort());
  return JSON.stringify(answer ?? null);
}

/**
 * Where the case goes with its new answers. A unit that the old answers led to already does not lose it, nor does one
 * that somebody chose by hand: only changed answers move a case. Units that were told stay told.
 */
function reroute(model: Model, before: Case, answers: Answers, now: Date): Routing {
  const { responsible: present, informed: told } = before.routing;
  const next = withContacts(route(model, answers), model.directory, model.calendar.dayOf(now));
  const isSame = next.responsible.unit === present.unit;
  const moves = !isSame && unitBy(model, before.answers) !== next.responsible.unit;
  // The same unit may have it by another rule now; whom of it was asked stays.
  const { rule, source } = isSame && present.rule !== PASSED_ON ? next.responsible : present;
  const responsible = moves ? next.responsible : { ...present, rule, source };
  const others = [...told, ...(moves ? [{ ...present, rule: HAD_IT, source: 'product' }] : [])];
  const known = others.filter(({ unit }) => unit !== responsible.unit).map((each) => toldWhy(each, next));
  const added = next.informed.filter(({ unit }) => ![responsible, ...known].some((other) => other.unit === unit));
  return { responsible, informed: [...known, ...added] };
}

/** A unit that was told, with the reason that the new answers give for it: that of the old ones may hold no more. */
function toldWhy(told: Destination, { responsible, informed }: Routing): Destination {
  const now = informed.find(({ unit }) => unit === told.unit);
  if (now) return { ...told, rule: now.rule, source: now.source };
  const keeps = [PASSED_ON, HAD_IT, TOLD_BEFORE].includes(told.rule) || told.unit === responsible.unit;
  return keeps ? told : { ...told, rule: TOLD_BEFORE, source: 'product' };
}

/** The unit that answers lead to by today's rules; undefined where they do not reach a unit any more. */
function unitBy(model: Model, answers: Answers): string | undefined {
  return replay(model, answers).next === SUMMARY ? route(model, answers).responsible.unit : undefined;
}

/** Another unit begins anew: nobody has taken it on, and what the first one asked is not its question. */
function afresh(before: Case): Case {
  const { holder: _holder, said: _said, askedIn: _askedIn, asker: _asker, ...kept } = before;
  return { ...kept, state: 'submitted' };
}

/**
 * Whatever was changed is told to whoever has the case, and to whoever had it; the next one gets the whole case instead.
 */
function newsOfEdit(model: Model, before: Case, made: Case, roles: readonly CaseRole[]): readonly OutboxEntry[] {
  const { contact, unit } = made.routing.responsible;
  const had = { ...before, lastEvent: made.lastEvent, changedAt: made.changedAt };
  const person = before.holder ?? before.routing.responsible.contact;
  const getsRequest = unit !== before.routing.responsible.unit && person !== undefined && person.id === contact?.id;
  return getsRequest ? [] : newsToResponsible(model, had, 'edit', { who: made.requester, roles });
}

function newlyInformed(before: Case, made: Case): Routing['informed'] {
  const { responsible, informed } = before.routing;
  const known = new Set([responsible, ...informed].map(({ unit }) => unit));
  return made.routing.informed.filter(({ unit }) => !known.has(unit));
}

/** The timers of the state begin again with the changed case. Reviews that the old answers called for run on as they are. */
function timersAfterEdit(model: Model, before: Case, made: Case): Timers {
  const { entries, unreckoned } = timers(model, made);
  const called = new Set(reviewTimers(model, before, 'sent').map(({ about }) => about));
  return {
    entries: [...entries, ...reviewTimers(model, made, 'sent').filter(({ about }) => !called.has(about))],
    unreckoned,
  };
}

/**
 * To-dos that the new answers call for are added, and those that nobody has touched follow the answers: their day moves
 * with the day of the visit, and they fall away when nothing calls for them any more. What people worked on stays.
 */
function todoChanges(
  model: Model,
  before: Case,
  made: Case,
  todos: readonly Todo[],
): Pick<CaseChange, 'todos' | 'removedTodos'> {
  const dueBefore = new Map(firstTodos(model, before.answers).map(({ key, due }) => [key, due]));
  const called = firstTodos(model, made.answers);
  const untouched = todos.filter(({ revision, done }) => revision === 0 && !done);
  const added = called.filter(({ key }) => !todos.some((todo) => todo.key === key));
  const redated = called.filter(
    ({ key, due }) => untouched.some((todo) => todo.key === key) && dueBefore.get(key) !== due,
  );
  return {
    todos: [...added, ...redated],
    removedTodos: untouched.filter(({ key }) => !called.some((todo) => todo.key === key)).map(({ key }) => key),
  };
}
