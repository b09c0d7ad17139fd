import { z } from 'zod/v4';
import type { Language } from '../language/language';

/** What a person can say besides the words that begin a process. */
export const COMMANDS = [
  'hello',
  'help',
  'my-work',
  'undelivered',
  'inbox',
  'search',
  'case',
  'language',
  'notify',
  'my-data',
  'erase-person',
  'yes',
  'no',
  'all-yes',
  'all-no',
  'not-sure',
  'continue',
  'back',
  'save',
  'cancel',
  'submit',
  'in-english',
  'in-finnish',
  'in-swedish',
  'directory',
  'before-you-begin',
] as const;
export type Command = (typeof COMMANDS)[number];

/** The ways to say one thing, in one language. One that ends in "…" may be followed by something, and is not guessed at. */
export const phraseList = z.array(z.string().min(1)).min(1);

/** The schema of a file of `bot/phrases/`. */
export const commandPhrases = z.record(z.enum(COMMANDS), phraseList);

export interface Phrases {
  readonly commands: Readonly<Record<Language, Readonly<Record<Command, readonly string[]>>>>;
  /** The words that begin a process, by process id. */
  readonly starts: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>>;
}
