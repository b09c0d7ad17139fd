/** How long and how often: the whole bench in less than ten minutes, the quick one in less than one. */

export interface Plan {
  readonly quick: boolean;
  /** Before anything is measured: so many presses, or so many seconds where a server is slow. */
  readonly warmUp: { readonly presses: number; readonly seconds: number };
  /** How often everything is measured, all servers by turns. */
  readonly rounds: number;
  /** No further round is begun after so many seconds, where a busy machine is slow: the run stays below its limit. */
  readonly roundsUntilSeconds: number;
  /** Walks whose six presses are measured, by how many are under way at once. */
  readonly walksAt: Readonly<Record<Level, number>>;
  readonly wholeWalks: number;
  /** The longest that one of these measurements may take before it ends with what it has. */
  readonly seconds: number;
  /** For presses one at a time, with quick and with slow storage. */
  readonly oneByOneSeconds: number;
  readonly starts: number;
  /** On Azurite, sixteen at once; undefined for not at all. */
  readonly azurite: { readonly walks: number; readonly warmUpSeconds: number } | undefined;
  readonly profileSeconds: number;
}

export const LEVELS = [1, 16, 64] as const;
export type Level = (typeof LEVELS)[number];

/** What is added to each call to storage to see how many of them a press waits for. */
export const DELAY_MS = 5;

export const FULL: Plan = {
  quick: false,
  warmUp: { presses: 3_000, seconds: 12 },
  rounds: 9,
  roundsUntilSeconds: 360,
  walksAt: { 1: 24, 16: 96, 64: 128 },
  wholeWalks: 128,
  seconds: 0.6,
  oneByOneSeconds: 1,
  starts: 5,
  azurite: { walks: 32, warmUpSeconds: 1.5 },
  profileSeconds: 12,
};

/** Shows that everything works; its numbers are those of half-compiled code. */
export const QUICK: Plan = {
  quick: true,
  warmUp: { presses: 300, seconds: 0.7 },
  rounds: 1,
  roundsUntilSeconds: 60,
  walksAt: { 1: 2, 16: 16, 64: 32 },
  wholeWalks: 16,
  seconds: 0.2,
  oneByOneSeconds: 0.2,
  starts: 0,
  azurite: undefined,
  profileSeconds: 1,
};
