/** What operators see of the bot. Values are codes of the product; never who somebody is, or what somebody typed. */
export type Attributes = Readonly<Record<string, string | number>>;

/** Work of which it is told how long it took and how it ended. */
export type Timed = 'turn' | 'storage' | 'delivery';

/** What is counted, one by one. */
export type Counted = 'signin.refused' | 'case.submitted' | 'case.moved';

/** The outbox at a moment. Counts end at some hundreds: by then it no longer matters how many more. */
export interface OutboxOverview {
  /** When the oldest entry that should have gone out was due (UTC, ISO 8601); undefined when none is late. */
  readonly oldestDue?: string;
  /** Entries that are due now. */
  readonly due: number;
  /** Entries that wait for somebody to look. */
  readonly unknown: number;
  /** Entries that were given up. */
  readonly dead: number;
}

export interface Telemetry {
  /** Does the work and tells of it. `learn` adds what is known only when it is done. Rejects as the work does. */
  timed<T>(what: Timed, attributes: Attributes, work: (learn: (more: Attributes) => void) => Promise<T>): Promise<T>;
  count(what: Counted, attributes: Attributes): void;
  /** Asks for the state of the outbox now and then, as long as somebody wants to know. */
  observeOutbox(overview: () => Promise<OutboxOverview>, clock: { now(): Date }): void;
}

/** Nobody wants to know. */
export const NO_TELEMETRY: Telemetry = {
  timed: (_what, _attributes, work) => work(() => {}),
  count: () => {},
  observeOutbox: () => {},
};
