/** Which life the cases of a process have, and what can be done in any. */
import { type CaseState, isResting } from '../../case-state';
import type { LifeId, Process } from '../../process/process';
import { AGREEMENT } from './agreement';
import { EVENT } from './event';
import { MEMBERSHIP } from './membership';
import type { Life, Step } from './step';
import { VIEW } from './view';
import { VISIT } from './visit';

/** The lives, by the name by which a process says which one its cases have. */
const LIVES = {
  visit: VISIT,
  event: EVENT,
  agreement: AGREEMENT,
  membership: MEMBERSHIP,
  view: VIEW,
} as const satisfies Record<LifeId, Life>;

type StepsOf<L> = L extends { readonly steps: infer S } ? S : never;
type Steps = StepsOf<(typeof LIVES)[LifeId]>;
type ActionOf<S> = S extends unknown ? keyof S : never;
/** What each life that has an action says of it. */
type StepsCalled<A, S = Steps> = S extends unknown ? (A extends keyof S ? S[A] : never) : never;

/** What can be done with a case: every action of every life. */
export type CaseAction = ActionOf<Steps>;

/** The same as a list. */
export const CASE_ACTIONS = [
  ...new Set(Object.values(LIVES).flatMap(({ steps }) => Object.keys(steps))),
] as readonly CaseAction[];

type Has<A, P extends 'needs' | 'tells'> =
  StepsCalled<A> extends { readonly [K in P]: readonly (infer N)[] } ? N : never;

/** The actions that go with words. What is written for them in the language files is held by this type. */
export type ActionWithWords = { [A in CaseAction]: 'text' extends Has<A, 'needs'> ? A : never }[CaseAction];

/** The actions of which somebody gets word; the same. */
type ToldAction = { [A in CaseAction]: [Has<A, 'tells'>] extends [never] ? never : A }[CaseAction];

/** What names the life of a process's cases. */
export type Living = Pick<Process, 'life'>;

/** The life of a process's cases. */
export function lifeOf({ life }: Living): Life {
  return LIVES[life];
}

/** What can be done in the life of a process's cases, in the order in which the buttons stand. */
export function actionsOf(process: Living): readonly CaseAction[] {
  return Object.keys(lifeOf(process).steps) as CaseAction[];
}

/** The states through which the cases of a process go, besides those of earlier cases. */
export function statesOf(process: Living): ReadonlySet<CaseState> {
  const steps = Object.values(lifeOf(process).steps);
  return new Set(steps.flatMap(({ from, to }) => (to === 'before' ? from : [...from, to])));
}

/** What a stored state means in the life of a process's cases: that of an earlier case may have had another name. */
export function stateIn(process: Living, state: CaseState): CaseState {
  return lifeOf(process).was[state] ?? state;
}

/** The state whose reminders of the directory run in a stored one. */
export function waitsAs(process: Living, state: CaseState): CaseState {
  const present = stateIn(process, state);
  return lifeOf(process).waitsAs[present] ?? present;
}

/** Whether what a case led to has ended, or never came about: its state is one to which a step leads from where it rested. */
export function isBeyondRest(process: Living, state: CaseState): boolean {
  const present = stateIn(process, state);
  const steps = Object.values(lifeOf(process).steps);
  return !isResting(present) && steps.some(({ from, to }) => to === present && from.some(isResting));
}

/** What the life of a process's cases says of an action; undefined where it has no such action. */
export function stepOf(process: Living, action: CaseAction): Step | undefined {
  return lifeOf(process).steps[action];
}

/** Whether something has to be said with an action. */
export function goesWithWords(process: Living, action: CaseAction): action is ActionWithWords {
  return stepOf(process, action)?.needs.includes('text') ?? false;
}

/** Whether somebody gets word of an action. */
export function isTold(process: Living, action: CaseAction): action is ToldAction {
  return (stepOf(process, action)?.tells.length ?? 0) > 0;
}
