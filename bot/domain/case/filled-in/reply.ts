/** Whether a case calls for a polite no to whoever asked the city, and what kind of one. */

import type { Language } from '../../language/language';
import type { Reader } from '../../outbox/entry';
import type { Process } from '../../process/process';
import type { Model } from '../../rules/model';
import type { Case } from '../case';
import { isEditable } from '../life';

export interface Reply {
  readonly occasion: Process['occasion'];
  readonly kind: 'no' | 'another-date';
  /** The day that the city proposes instead, `YYYY-MM-DD`. */
  readonly otherDay?: string;
}

/**
 * The reply that fits a case: after it was declined, for requester and unit; before, for the requester who chose in their
 * answers to decline or to propose another date. Undefined where there is nothing to be declined.
 */
export function replyTo({ process }: Model, made: Case, as: Exclude<Reader, 'informed'>): Reply | undefined {
  const { 'late-response': late, 'without-fee': withoutFee, 'other-date': day } = made.answers;
  const chosen = late === 'another-date' || late === 'decline' || withoutFee === 'decline';
  if (made.state !== 'declined' && !(chosen && as === 'requester' && isEditable(process, made))) return undefined;
  // Until version 2 a case with another date was the visit on the first one; since then, what is declined is the other one.
  const isOffered = made.state !== 'declined' || made.explanation.outcome === 'not-in-time';
  const kind = late === 'another-date' && withoutFee !== 'decline' && isOffered ? 'another-date' : 'no';
  return {
    occasion: process.occasion,
    kind,
    ...(kind === 'another-date' && typeof day === 'string' && { otherDay: day }),
  };
}

/** The language in which a visitor is written to: theirs where the case says it and the city writes it, else English. */
export function visitorsLanguage({ answers }: Pick<Case, 'answers'>): Language {
  switch (answers['visit-language']) {
    case 'finnish':
      return 'fi';
    case 'swedish':
      return 'sv';
    default:
      return 'en';
  }
}
