import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';

/** Reads a JSON file; an error names the file and what is wrong with it. */
export function readJson(...path: readonly string[]): unknown {
  const file = join(...path);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(
      `Cannot read ${file}: ${cause instanceof Error ? cause.message : cause}. Restore it from the repository.`,
    );
  }
}

/** The names of the folders in a folder, in alphabetical order. */
export function foldersIn(...path: readonly string[]): readonly string[] {
  return readdirSync(join(...path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The names of the JSON files in a folder, without their ending. */
export function jsonFilesIn(...path: readonly string[]): readonly string[] {
  return readdirSync(join(...path))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** A value checked by its schema; an error names the file, what is wrong and where. */
export function parsed<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Error(`${file} is not as it should be. ${z.prettifyError(result.error)} Mend it and run npm run check.`);
}
