/**
 * What the project keeps of its sources: not their text, but what each line holds. `npm run fingerprint -- <folder>`
 * makes it (`make-fingerprint.ts`); tests hold what we say to it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceLine {
  /** As process data names it: `M 3.4`, `M 3, events`, `S`, `T`; `M` alone for what stands before the first section. */
  readonly section: string;
  /** Counted from 1 in the source's file. */
  readonly line: number;
  /** Numbers as they are written; a per cent sign belongs to its number. */
  readonly figures: readonly string[];
  /** Names of places, organisations and things, none of people. */
  readonly names: readonly string[];
  /** A hash for each seven words in a row that begin in this line (`words-in-a-row.ts`). */
  readonly rows: readonly string[];
}

/** Where the fingerprint is kept: a line of JSON for each line of a source that says anything. */
export const FINGERPRINT = join(__dirname, 'fingerprint.jsonl');

/** Every line of the sources, in their order. */
export function sourceLines(): readonly SourceLine[] {
  return readFileSync(FINGERPRINT, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
