/**
 * Kleene's three-valued logic. A condition over a half-answered checklist is often already certain ("one yes is
 * enough"), and where it is not, the walk must go on asking: so `unknown` is a value of its own, not an error.
 */
export type Truth = boolean | 'unknown';

/** True when all are true, false as soon as one is false. */
export function every(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes('unknown') ? 'unknown' : true;
}

/** True as soon as one is true, false when all are false. */
export function some(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes('unknown') ? 'unknown' : false;
}

export function not(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : !truth;
}

/** Whether at least `least` of them are true, whatever the unknown ones turn out to be. */
export function atLeast(least: number, truths: readonly Truth[]): Truth {
  const sure = truths.filter((truth) => truth === true).length;
  const open = truths.filter((truth) => truth === 'unknown').length;
  if (sure >= least) return true;
  return sure + open < least ? false : 'unknown';
}
