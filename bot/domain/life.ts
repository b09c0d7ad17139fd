/**
 * The life of a case after it was sent, as a table: what can be done in each state, by whom, and where it leads. What
 * somebody else has to understand needs words with it: a question, a reason.
 */
import type { Case, CaseChange } from './case';
import { type DirectoryContent, findUnit, INTERNATIONAL_AFFAIRS } from './directory';
import type { Person } from './draft';
import { updateEntries } from './outbox';
import { PASSED_ON, reachableBy } from './routing';

export const CASE_STATES = [
  'submitted',
  'asked',
  'accepted',
  'planned',
  'held',
  'not-held',
  'followed-up',
  'declined',
  'withdrawn',
  'closed',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/**
 * What somebody is to a case: who asked; a member of the unit that has it, or the person who took it on; of the
 * international affairs team, which coordinates all cases (M 2.1).
 */
export type CaseRole = 'requester' | 'responsible' | 'coordinator';

export const CASE_ACTIONS = [
  'accept',
  'ask',
  'answer',
  'pass-on',
  'plan',
  'hold',
  'not-hold',
  'follow-up',
  'decline',
  'close',
  'withdraw',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

interface Rule {
  readonly from: readonly CaseState[];
  /** `before` is the state in which the question was asked. */
  readonly to: CaseState | 'before';
  readonly by: readonly CaseRole[];
  readonly needs: readonly ('text' | 'unit')[];
}

/** The longest question or reason, in characters. */
export const LONGEST_REASON = 1000;

const HANDLERS = ['responsible', 'coordinator'] as const;

export const LIFE: Readonly<Record<CaseAction, Rule>> = {
  accept: { from: ['submitted'], to: 'accepted', by: HANDLERS, needs: [] },
  ask: { from: ['submitted', 'accepted', 'planned'], to: 'asked', by: HANDLERS, needs: ['text'] },
  answer: { from: ['asked'], to: 'before', by: ['requester'], needs: ['text'] },
  // Whoever gets it starts afresh.
  'pass-on': { from: ['submitted', 'accepted', 'planned'], to: 'submitted', by: HANDLERS, needs: ['unit', 'text'] },
  plan: { from: ['accepted'], to: 'planned', by: HANDLERS, needs: [] },
  hold: { from: ['accepted', 'planned'], to: 'held', by: HANDLERS, needs: [] },
  'not-hold': { from: ['accepted', 'planned'], to: 'not-held', by: HANDLERS, needs: ['text'] },
  'follow-up': { from: ['held', 'not-held'], to: 'followed-up', by: HANDLERS, needs: [] },
  decline: { from: ['submitted', 'asked', 'accepted'], to: 'declined', by: HANDLERS, needs: ['text'] },
  close: { from: ['followed-up', 'declined'], to: 'closed', by: HANDLERS, needs: [] },
  withdraw: {
    from: ['submitted', 'asked', 'accepted', 'planned'],
    to: 'withdrawn',
    by: ['requester'],
    needs: ['text'],
  },
};

export interface ActOptions {
  readonly who: Person;
  readonly roles: readonly CaseRole[];
  readonly now: Date;
  readonly saying?: Saying;
  /** The message whose card was pressed; it is the card of whoever takes the case on. */
  readonly message?: string;
  readonly directory: DirectoryContent;
}

/** What is said with an action, as far as it needs to be. */
export interface Saying {
  readonly text?: string;
  readonly unit?: string;
}

/** What a person is to a case, by the directory's members and by who took it on. */
export function rolesOf(
  made: Case,
  who: Pick<Person, 'id' | 'tenant'>,
  directory: DirectoryContent,
): readonly CaseRole[] {
  const isMember = (unit: string) => findUnit(directory, unit)?.members.some(({ id }) => id === who.id) ?? false;
  const sameTenant = made.requester.tenant === who.tenant;
  if (!sameTenant) return [];
  return [
    ...(made.requester.id === who.id ? (['requester'] as const) : []),
    ...(isMember(made.routing.responsible.unit) || made.holder?.id === who.id ? (['responsible'] as const) : []),
    ...(isMember(INTERNATIONAL_AFFAIRS) ? (['coordinator'] as const) : []),
  ];
}

/** What can be done with a case now by somebody in these roles, in the order of the table. */
export function openActions({ state }: Pick<Case, 'state'>, roles: readonly CaseRole[]): readonly CaseAction[] {
  return CASE_ACTIONS.filter((action) => {
    const { from, by } = LIFE[action];
    return from.includes(state) && by.some((role) => roles.includes(role));
  });
}

/**
 * The case after an action, with its event and what has to be told, or undefined when these roles cannot do it now.
 * Throws when what must be said with it is missing: whoever calls has asked for it.
 */
export function act(
  before: Case,
  action: CaseAction,
  { who, roles, now, saying = {}, message, directory }: ActOptions,
): CaseChange | undefined {
  if (!openActions(before, roles).includes(action)) return undefined;
  const { to, needs } = LIFE[action];
  const missing = needs.find((need) => saying[need] === undefined);
  if (missing) throw new Error(`"${action}" needs a ${missing}: ask for it before acting on case ${before.number}.`);
  const at = now.toISOString();
  const sequence = before.lastEvent + 1;
  const { askedIn, holder, said: _, ...kept } = before;
  const made: Case = {
    ...kept,
    state: to === 'before' ? (askedIn ?? 'submitted') : to,
    lastEvent: sequence,
    ...(action === 'ask' && { askedIn: before.state }),
    ...holderAfter(action, holder, who, message),
    ...(needs.includes('text') &&
      saying.text !== undefined && { said: { action, text: saying.text, by: who.name, at } }),
    ...(needs.includes('unit') && saying.unit !== undefined && { routing: passedOn(before, saying.unit, directory) }),
  };
  const by = { id: who.id, name: who.name };
  const data = { action, from: before.state, to: made.state, ...(saying.unit !== undefined && { unit: saying.unit }) };
  return {
    case: made,
    events: [{ sequence, type: 'moved', at, by, data }],
    entries: updateEntries(made, action === 'pass-on'),
    todos: [],
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

/** The routing after the case was passed on: the new unit has it, the one that had it is told. */
function passedOn({ routing }: Case, unit: string, directory: DirectoryContent): Case['routing'] {
  const next = { unit, deliverTo: reachableBy(directory, unit), rule: PASSED_ON, source: 'product' };
  const informed = [...routing.informed, routing.responsible].filter((told) => told.unit !== unit);
  return { responsible: next, informed };
}
