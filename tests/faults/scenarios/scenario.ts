import type { Violation } from '../history/history';

/** What one run of a scenario has shown. */
export interface Outcome {
  readonly violations: readonly Violation[];
  /** What was said and pressed. */
  readonly did: readonly string[];
}

/** Something that goes wrong, played by a seed: the same seed plays the same presses, faults and order. */
export interface Scenario {
  readonly name: string;
  /** How many runs `npm run faults` makes, and `npm test`. */
  readonly runs: { readonly full: number; readonly quick: number };
  /** How many people walk in each run, everybody in an order of their own. */
  readonly walks: number;
  /** Makes the bots for all runs of it. */
  open(): Promise<{ run(seed: number): Promise<Outcome>; close(): Promise<void> }>;
}
