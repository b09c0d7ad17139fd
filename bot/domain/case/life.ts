/** What can be done with a case after it was sent, and what comes of it. What there is to do says the table of its life. */

import { isResting } from '../case-state';
import { contactOf } from '../directory/contact';
import { findUnit } from '../directory/directory';
import type { Person } from '../person';
import type { Answers } from '../process/answers';
import { itemsAskedAt, type Process } from '../process/process';
import type { Model } from '../rules/model';
import type { Case, CaseChange } from './case';
import { echoes } from './entries';
import { actionsOf, type CaseAction, lifeOf, stateIn, stepOf } from './lives/life-of';
import type { CaseRole, Step } from './lives/step';
import { reviewTimers, timers } from './reminding';
import { type Destination, PASSED_ON, reachableBy } from './routing';
import { announced, newsTo } from './telling';
import type { Todo } from './todo';

/** The longest question or reason, in characters. */
export const LONGEST_REASON = 1000;

export interface ActOptions {
  readonly who: Person;
  readonly roles: readonly CaseRole[];
  readonly now: Date;
  readonly saying?: Saying;
  /** The message whose card was pressed; it is the card of whoever takes the case on. */
  readonly message?: string;
  /** To-dos that are written with it: what a follow-up has filled in. */
  readonly todos?: readonly Todo[];
  /** What was filled in with it, of what the process asks at this step. */
  readonly recorded?: Answers;
}

/** What is said with an action, as far as it needs to be. `person` is a member of the unit that it is passed on to. */
export interface Saying {
  readonly text?: string;
  readonly unit?: string;
  readonly person?: string;
}

/** What can be done with a case now by somebody in these roles, in the order of the table. */
export function openActions(
  process: Process,
  made: Pick<Case, 'state' | 'purged'>,
  roles: readonly CaseRole[],
): readonly CaseAction[] {
  const state = stateIn(process, made.state);
  return actionsOf(process).filter((action) => {
    const { from = [], by = [] } = stepOf(process, action) ?? {};
    return made.purged === undefined && from.includes(state) && by.some((role) => roles.includes(role));
  });
}

/** Whether the requester can still change what they sent. */
export function isEditable(process: Process, { state, purged }: Pick<Case, 'state' | 'purged'>): boolean {
  return purged === undefined && lifeOf(process).editableIn.includes(stateIn(process, state));
}

/** Whether an action begins with a form on what came of the matter. */
export function asksWhatCameOfIt(process: Process, { state }: Pick<Case, 'state'>, action: CaseAction): boolean {
  return (
    process.followUp !== undefined && (stepOf(process, action)?.reportsIn?.includes(stateIn(process, state)) ?? false)
  );
}

/**
 * The case after an action, with its event and what has to be told, or undefined when these roles cannot do it now.
 * Throws when what must be said with it is missing: whoever calls has asked for it.
 */
export function act(
  model: Model,
  before: Case,
  action: CaseAction,
  { who, roles, now, saying = {}, message, todos = [], recorded = {} }: ActOptions,
): CaseChange | undefined {
  const { process } = model;
  const step = openActions(process, before, roles).includes(action) && stepOf(process, action);
  if (!step) return undefined;
  const { to, needs, tells, asks } = step;
  const missing = needs.find((need) => saying[need] === undefined);
  if (missing) throw new Error(`"${action}" needs a ${missing}: ask for it before acting on case ${before.number}.`);
  const at = now.toISOString();
  const sequence = before.lastEvent + 1;
  const unit = needs.includes('unit') ? saying.unit : undefined;
  const { askedIn, asker, holder, said: _, ...kept } = before;
  const made: Case = {
    ...kept,
    state: to === 'before' ? stateIn(process, askedIn ?? 'submitted') : to,
    since: { event: sequence, at },
    lastEvent: sequence,
    changedAt: at,
    ...(Object.keys(recorded).length > 0 && { recorded: { ...before.recorded, ...recorded } }),
    ...(asks && { askedIn: stateIn(process, before.state), asker: { id: who.id, name: who.name } }),
    ...holderAfter(step, holder, who, message),
    ...(needs.includes('text') &&
      saying.text !== undefined && { said: { action, text: saying.text, by: who.name, at } }),
    ...(unit !== undefined && { routing: passedOn(model, before, { ...saying, unit }, now) }),
  };
  const next = made.routing.responsible;
  const data = {
    action,
    from: before.state,
    to: made.state,
    ...(unit !== undefined && { unit, ...contactData(next) }),
    ...(todos.length > 0 && { todos: todos.map(({ key }) => key) }),
    ...codesOf(process, action, recorded),
  };
  const { entries, unreckoned } = timers(model, made);
  return {
    case: made,
    events: [{ sequence, type: 'moved', at, by: { id: who.id, name: who.name }, data }],
    entries: [
      ...tells.flatMap((told) => newsTo(model, before, made, action, told, { who, roles })),
      ...(unit !== undefined ? announced(before, made) : []),
      ...echoes(made),
      ...entries,
      ...(isResting(made.state) && !isResting(before.state) ? reviewTimers(model, made, 'resting') : []),
    ],
    todos,
    unreckoned,
  };
}

/** Of what was recorded with a step, choices, days and figures: what was decided when can be told from the events alone. */
function codesOf(process: Process, action: CaseAction, recorded: Answers): Readonly<Record<string, unknown>> {
  const coded = itemsAskedAt(process, action)
    .filter(({ id, type }) => type !== 'text' && type !== 'person' && (recorded[id] ?? null) !== null)
    .map(({ id }) => [id, recorded[id]] as const);
  return coded.length > 0 ? { recorded: Object.fromEntries(coded) } : {};
}

function holderAfter(
  { holder: next }: Step,
  holder: Case['holder'],
  { id, name }: Person,
  message: string | undefined,
): Pick<Case, 'holder'> | undefined {
  if (next === 'doer') return { holder: { id, name, ...(message !== undefined && { message }) } };
  return holder && next !== 'nobody' ? { holder } : undefined;
}

/** The routing after the case was passed on: the new unit or person has it, the unit that had it is told. */
function passedOn(
  { directory, calendar }: Model,
  { routing }: Case,
  { unit, person }: Saying & { readonly unit: string },
  now: Date,
): Case['routing'] {
  const chosen = findUnit(directory, unit)?.members.find(({ id }) => id === person);
  const next: Destination = {
    unit,
    deliverTo: reachableBy(directory, unit),
    rule: PASSED_ON,
    source: 'product',
    ...(chosen ? { contact: { id: chosen.id, name: chosen.name } } : contactOf(directory, unit, calendar.dayOf(now))),
  };
  const informed = [...routing.informed, routing.responsible].filter((told) => told.unit !== unit);
  return { responsible: next, informed };
}

/** Who is asked, and who was away and so was not, for an event. */
export function contactData({ contact, skipped }: Destination): Readonly<Record<string, unknown>> {
  return { ...(contact && { contact }), ...(skipped && { skipped }) };
}
