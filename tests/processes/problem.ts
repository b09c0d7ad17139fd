/** A problem with a process as the check tells it: what is wrong, why that matters, and how to mend it. */
export function problem(what: string, why: string, mend: string): string {
  return `${what}. Why it matters: ${why}. To mend it: ${mend}.`;
}
