/** How one setting is read: what is missing or wrong stops the start with its name and the remedy. */
import type { z } from 'zod/v4';

/** A setting that is missing or wrong: which, why, and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads one setting; an empty one counts as missing. Throws `ConfigError`. Not for secrets: the sentence shows the value. */
export function read<T>(env: Environment, name: string, schema: z.ZodType<T>, expected: string, otherwise?: string): T {
  const value = env[name] || otherwise;
  if (value === undefined) throw new ConfigError(`${name} is not set: set it to ${expected}.`);
  const result = schema.safeParse(value);
  if (!result.success) throw new ConfigError(`${name} is "${value}", which cannot be used: set it to ${expected}.`);
  return result.data;
}
