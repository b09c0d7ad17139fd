/**
 * What the features and the worker need from outside, as they see it. Adapters implement these; features never know
 * which. Every promise may reject with `Unavailable` when the thing behind it cannot be reached.
 */
export * from './channels';
export * from './copy';
export * from './outbox';
export * from './storage';
export * from './telemetry';

export interface Clock {
  now(): Date;
}

/** The time that all instances go by. */
export interface SharedClock extends Clock {
  /**
   * Whether this instance may act on it. False while its own clock is so far from the shared one that nobody can tell which
   * is wrong: then nothing is delivered and nothing purged here.
   */
  isTrusted(): boolean;
}

/** Structured log. Values are ids and codes, never what somebody typed. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, cause: unknown, fields?: Readonly<Record<string, unknown>>): void;
}
