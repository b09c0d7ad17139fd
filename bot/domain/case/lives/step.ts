/** What the table of a case's life says of one thing that can be done with a case. */
import type { CaseState } from '../../case-state';

/**
 * Who asked; a member of the unit that has it; of the international affairs team, which coordinates all cases (M 2.1); the
 * responsible person of a dignitary's visit (M 3.3), whom the code calls appointee because `responsible` is the unit; a
 * member of a unit that is only told.
 */
export type CaseRole = 'requester' | 'responsible' | 'coordinator' | 'appointee' | 'informed';

/** In which roles somebody moves a case on for the city. */
export const HANDLERS = ['responsible', 'coordinator'] as const satisfies readonly CaseRole[];

/** The same, and whoever carries it out: they plan and record, and decide nothing about it. */
export const ORGANISERS = [...HANDLERS, 'appointee'] as const satisfies readonly CaseRole[];

/**
 * Whom an action is told: `responsible` is who took it on, else who was asked to, else the unit; `coordinator` the
 * international affairs team.
 */
export type Told = 'requester' | 'responsible' | 'asker' | 'appointee' | 'coordinator';

export interface Step {
  readonly from: readonly CaseState[];
  /** `before` is the state in which the question was asked. */
  readonly to: CaseState | 'before';
  readonly by: readonly CaseRole[];
  /** What has to be said with it: words for somebody else, the unit that gets the case. */
  readonly needs: readonly ('text' | 'unit')[];
  /** Who gets word of it. Whoever gets the case itself gets no word besides. */
  readonly tells: readonly Told[];
  /** Where it stands on the card: what the state waits for, what else moves the case on, and below what turns it aside. */
  readonly leads: 'first' | 'on' | 'aside';
  /** Who has the case then: whoever does it, or nobody yet; else it stays with who had it. */
  readonly holder?: 'doer' | 'nobody';
  /** Whether it is a question: who asked and in which state is kept, so that the answer finds the way back. */
  readonly asks?: true;
  /** The states in which it begins with a form on what came of the matter, where the process has one. */
  readonly reportsIn?: readonly CaseState[];
}

export interface Life {
  /** In which states the requester can still change what they sent. */
  readonly editableIn: readonly CaseState[];
  /**
   * What a state of earlier cases means here. Cases of every kind once lived as a visit does; what is stored of them stays
   * as it is, and is read so.
   */
  readonly was: Readonly<Partial<Record<CaseState, CaseState>>>;
  /** The states in which the directory's reminders of another one run, because the same is awaited. */
  readonly waitsAs: Readonly<Partial<Record<CaseState, CaseState>>>;
  /** What is asked when the day of the matter is over: whether it came about. Empty where a matter has no day. */
  readonly afterItsDay: readonly string[];
  /** By action, in the order in which the buttons stand. */
  readonly steps: Readonly<Record<string, Step>>;
}
