/**
 * What the features and the worker need from outside, as they see it. Adapters implement these; features never know
 * which. Every promise may reject with `Unavailable` when the thing behind it cannot be reached.
 */
export * from './ports/channels';
export * from './ports/copy';
export * from './ports/storage';
export * from './ports/telemetry';

export interface Clock {
  now(): Date;
}

/** Structured log. Values are ids and codes, never what somebody typed. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, cause: unknown, fields?: Readonly<Record<string, unknown>>): void;
}
