/**
 * The life of a case after it was sent, as a table: what can be done in each state, by whom, where it leads, and who is
 * told. What somebody else has to understand needs words with it: a question, a reason.
 */

import type { CaseState } from '../case-state';
import { CASE_ACTIONS, type CaseAction } from '../case-state';
import { contactOf } from '../directory/contact';
import { findUnit } from '../directory/directory';
import type { Person } from '../person';
import type { Model } from '../rules/model';
import type { Case, CaseChange } from './case';
import { echoes } from './entries';
import { timers } from './reminding';
import { type CaseRole, HANDLERS } from './roles';
import { type Destination, PASSED_ON, reachableBy } from './routing';
import { announced, newsTo, type Told } from './telling';
import type { Todo } from './todo';

interface Rule {
  readonly from: readonly CaseState[];
  /** `before` is the state in which the question was asked. */
  readonly to: CaseState | 'before';
  readonly by: readonly CaseRole[];
  readonly needs: readonly ('text' | 'unit')[];
  readonly tells: readonly Told[];
}

/** The longest question or reason, in characters. */
export const LONGEST_REASON = 1000;

const OPEN = ['submitted', 'asked', 'accepted', 'planned'] as const;

export const LIFE: Readonly<Record<CaseAction, Rule>> = {
  accept: { from: ['submitted'], to: 'accepted', by: HANDLERS, needs: [], tells: ['requester'] },
  ask: {
    from: ['submitted', 'accepted', 'planned'],
    to: 'asked',
    by: HANDLERS,
    needs: ['text'],
    tells: ['requester'],
  },
  answer: { from: ['asked'], to: 'before', by: ['requester'], needs: ['text'], tells: ['asker'] },
  // Whoever gets it starts afresh; they get the whole case and not a word about it.
  'pass-on': {
    from: ['submitted', 'accepted', 'planned'],
    to: 'submitted',
    by: HANDLERS,
    needs: ['unit', 'text'],
    tells: [],
  },
  plan: { from: ['accepted'], to: 'planned', by: HANDLERS, needs: [], tells: [] },
  hold: { from: ['accepted', 'planned'], to: 'held', by: HANDLERS, needs: [], tells: [] },
  'not-hold': { from: ['accepted', 'planned'], to: 'not-held', by: HANDLERS, needs: ['text'], tells: ['requester'] },
  'follow-up': { from: ['held', 'not-held'], to: 'followed-up', by: HANDLERS, needs: [], tells: [] },
  decline: {
    from: ['submitted', 'asked', 'accepted'],
    to: 'declined',
    by: HANDLERS,
    needs: ['text'],
    tells: ['requester'],
  },
  close: { from: ['followed-up', 'declined'], to: 'closed', by: HANDLERS, needs: [], tells: [] },
  withdraw: { from: OPEN, to: 'withdrawn', by: ['requester'], needs: ['text'], tells: ['responsible'] },
};

export interface ActOptions {
  readonly who: Person;
  readonly roles: readonly CaseRole[];
  readonly now: Date;
  readonly saying?: Saying;
  /** The message whose card was pressed; it is the card of whoever takes the case on. */
  readonly message?: string;
  /** To-dos that are written with it: what a follow-up has filled in. */
  readonly todos?: readonly Todo[];
}

/** What is said with an action, as far as it needs to be. `person` is a member of the unit that it is passed on to. */
export interface Saying {
  readonly text?: string;
  readonly unit?: string;
  readonly person?: string;
}

/** What can be done with a case now by somebody in these roles, in the order of the table. */
export function openActions(made: Pick<Case, 'state' | 'purged'>, roles: readonly CaseRole[]): readonly CaseAction[] {
  return CASE_ACTIONS.filter((action) => {
    const { from, by } = LIFE[action];
    return made.purged === undefined && from.includes(made.state) && by.some((role) => roles.includes(role));
  });
}

/** Whether the requester can still change what they sent. */
export function isEditable({ state, purged }: Pick<Case, 'state' | 'purged'>): boolean {
  return purged === undefined && OPEN.some((open) => open === state);
}

/**
 * The case after an action, with its event and what has to be told, or undefined when these roles cannot do it now.
 * Throws when what must be said with it is missing: whoever calls has asked for it.
 */
export function act(
  model: Model,
  before: Case,
  action: CaseAction,
  { who, roles, now, saying = {}, message, todos = [] }: ActOptions,
): CaseChange | undefined {
  if (!openActions(before, roles).includes(action)) return undefined;
  const { to, needs, tells } = LIFE[action];
  const missing = needs.find((need) => saying[need] === undefined);
  if (missing) throw new Error(`"${action}" needs a ${missing}: ask for it before acting on case ${before.number}.`);
  const at = now.toISOString();
  const sequence = before.lastEvent + 1;
  const unit = needs.includes('unit') ? saying.unit : undefined;
  const { askedIn, asker, holder, said: _, ...kept } = before;
  const made: Case = {
    ...kept,
    state: to === 'before' ? (askedIn ?? 'submitted') : to,
    since: { event: sequence, at },
    lastEvent: sequence,
    changedAt: at,
    ...(action === 'ask' && { askedIn: before.state, asker: { id: who.id, name: who.name } }),
    ...holderAfter(action, holder, who, message),
    ...(needs.includes('text') &&
      saying.text !== undefined && { said: { action, text: saying.text, by: who.name, at } }),
    ...(unit !== undefined && { routing: passedOn(model, before, unit, saying.person, now) }),
  };
  const next = made.routing.responsible;
  const data = {
    action,
    from: before.state,
    to: made.state,
    ...(unit !== undefined && { unit, ...contactData(next) }),
    ...(todos.length > 0 && { todos: todos.map(({ key }) => key) }),
  };
  const { entries, unreckoned } = timers(model, made);
  return {
    case: made,
    events: [{ sequence, type: 'moved', at, by: { id: who.id, name: who.name }, data }],
    entries: [
      ...tells.flatMap((told) => newsTo(model, before, made, action, told, { who, roles })),
      ...(action === 'pass-on' ? announced(before, made) : []),
      ...echoes(made),
      ...entries,
    ],
    todos,
    unreckoned,
  };
}

function holderAfter(
  action: CaseAction,
  holder: Case['holder'],
  { id, name }: Person,
  message: string | undefined,
): Pick<Case, 'holder'> | undefined {
  if (action === 'accept') return { holder: { id, name, ...(message !== undefined && { message }) } };
  return holder && action !== 'pass-on' ? { holder } : undefined;
}

/** The routing after the case was passed on: the new unit or person has it, the unit that had it is told. */
function passedOn(
  { directory, calendar }: Model,
  { routing }: Case,
  unit: string,
  person: string | undefined,
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
