/** The states of a case, of whatever kind; `case/lives/` says how each kind goes from one to the other. */

/** Whether somebody has to do something; it goes on by itself and is looked at now and then; nothing is left to do. */
type Standing = 'open' | 'resting' | 'over';

interface StateRule {
  readonly is: Standing;
  /** All that was to be learned is written down: retention counts from here, though somebody has still to close it. */
  readonly isEnd?: true;
}

/** In the order in which they are listed. What a state is does not depend on the kind of case. */
const STATES = {
  submitted: { is: 'open' },
  asked: { is: 'open' },
  accepted: { is: 'open' },
  planned: { is: 'open' },
  prepared: { is: 'open' },
  negotiated: { is: 'open' },
  decided: { is: 'open' },
  'decided-for': { is: 'open' },
  'decided-against': { is: 'over' },
  held: { is: 'open' },
  'not-held': { is: 'open' },
  'recorded-as-held': { is: 'open' },
  given: { is: 'open' },
  'not-given': { is: 'over' },
  'in-force': { is: 'resting' },
  'not-agreed': { is: 'over' },
  ended: { is: 'open' },
  member: { is: 'resting' },
  'not-member': { is: 'open' },
  'followed-up': { is: 'open', isEnd: true },
  declined: { is: 'over' },
  withdrawn: { is: 'over' },
  closed: { is: 'over' },
} as const satisfies Record<string, StateRule>;

export type CaseState = keyof typeof STATES;

export const CASE_STATES = Object.keys(STATES) as readonly CaseState[];

/** Whether somebody has to do something still. A state that only a newer version knows may call for it. */
export function isOpen(state: CaseState): boolean {
  return standingOf(state) === 'open';
}

/** Whether it goes on by itself: it waits for nobody, and is kept as long as it does. */
export function isResting(state: CaseState): boolean {
  return standingOf(state) === 'resting';
}

/** Whether a case has come to its end, so that retention counts from there. */
export function isEnd(state: CaseState): boolean {
  const rule: StateRule | undefined = STATES[state];
  return rule?.is === 'over' || rule?.isEnd === true;
}

function standingOf(state: CaseState): Standing {
  const rule: StateRule | undefined = STATES[state];
  return rule?.is ?? 'open';
}

/** States in which what was planned does not take place. */
const CALLED_OFF: readonly CaseState[] = ['declined', 'withdrawn', 'not-held'];

/** Whether a visit or event took place, or may still. */
export function mayTakePlace(state: CaseState): boolean {
  return !CALLED_OFF.includes(state);
}
