/** The states of a case; `case/lives/` says how it goes from one to the other. */

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

/** States in which nobody has to do anything more. */
export const FINAL_STATES: readonly CaseState[] = ['declined', 'withdrawn', 'closed'];

/** Whether somebody has to do something still. */
export function isOpen(state: CaseState): boolean {
  return !FINAL_STATES.includes(state);
}

/** States in which what was planned does not take place. */
const CALLED_OFF: readonly CaseState[] = ['declined', 'withdrawn', 'not-held'];

/** Whether a visit or event took place, or may still. */
export function mayTakePlace(state: CaseState): boolean {
  return !CALLED_OFF.includes(state);
}
