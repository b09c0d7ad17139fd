import type { Language } from '../language/language';
import type { WithNewer } from '../newer';
import type { Person } from '../person';
import type { WalkState } from './checklist';

/** A walk that has been begun. It belongs to one person; nobody else may press its cards. */
export interface Draft extends WithNewer {
  readonly id: string;
  readonly owner: Person;
  readonly process: string;
  readonly version: number;
  /** The language of its cards, taken from the person when it was last begun or resumed. */
  readonly language: Language;
  readonly state: WalkState;
  /** Grows by one with every change; a card carries the revision that it shows. */
  readonly revision: number;
  /** UTC, ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The number of the case that it became, once submitted; for changes of a case, once they are over. */
  readonly case?: string;
  /** The number of the case that it changes. Saved or thrown away, it is over and used again for the next changes. */
  readonly edits?: string;
}
