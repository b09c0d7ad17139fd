import { readdirSync } from 'node:fs';
import { join, posix, relative } from 'node:path';

/** So many names one takes in at a glance. */
const MOST_FILES = 15;

/** The ways in; everything else has a room. */
const IN_THE_ROOT = ['command-line.ts', 'index.ts'];

/** Every file of code below a folder, as paths relative to it: TypeScript, and what Node reads without a build. */
export function codeBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.c?[jt]s$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** What stands in no room, and which rooms are too full: who, what, why, and the mend. `files` are paths below `bot/`. */
export function brokenFolders(files: readonly string[]): readonly string[] {
  const rooms = new Map<string, string[]>();
  for (const file of files) rooms.set(posix.dirname(file), [...(rooms.get(posix.dirname(file)) ?? []), file]);
  const loose = (rooms.get('.') ?? []).filter((file) => !IN_THE_ROOT.includes(file));
  const full = [...rooms].filter(([, inside]) => inside.length > MOST_FILES);
  return [
    ...loose.map(
      (file) =>
        `bot/${file} stands in no room. Why not: bot/ itself shows the two ways in (${IN_THE_ROOT.join(', ')}) and the rooms, ` +
        'so that a reader finds both at once. Mend: put it into the room of its matter; docs/architecture.md lists them.',
    ),
    ...full.map(
      ([room, inside]) =>
        `bot/${room} holds ${inside.length} files. Why not: of more than ${MOST_FILES} nobody sees what they are about ` +
        'together. Mend: ask which second subject lives there, and give it a folder below or beside.',
    ),
  ];
}
