import { posix } from 'node:path';
import type { Import } from './imports';

const WHY = 'whoever changes one of them has to know all of them, and none can be tested or moved alone';

/** The circles in which files import each other: who, what, why, and the mend. */
export function circlesOfFiles(arrows: readonly Import[]): readonly string[] {
  return circlesIn(arrows).map(
    (circle) =>
      `bot/${circle.join(' → ')} is a circle of files. Why not: ${WHY}. Mend: put what two of them need into a file that ` +
      'imports neither, or hand it in as a parameter.',
  );
}

/** The same for folders: two whose files import each other's, however the files themselves stand to each other. */
export function circlesOfFolders(arrows: readonly Import[]): readonly string[] {
  const between = arrows
    .map(({ from, to }) => ({ from: posix.dirname(from), to: posix.dirname(to) }))
    .filter(({ from, to }) => from !== to);
  return circlesIn(between).map((circle) => {
    const [one, next] = circle;
    const example = arrows.find(({ from, to }) => posix.dirname(from) === one && posix.dirname(to) === next);
    return (
      `bot/${circle.join(' → ')} is a circle of folders; bot/${example?.from} imports ${example?.to}. Why not: ${WHY}. ` +
      'Mend: move the file that is imported to the lower of the two folders, or to one below both.'
    );
  });
}

/** One circle for each place from which an arrow leads back to it, the shortest; each begins and ends with the same. */
function circlesIn(arrows: readonly Import[]): readonly (readonly string[])[] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of arrows) next.set(from, (next.get(from) ?? new Set()).add(to));
  const seen = new Set<string>();
  const found: (readonly string[])[] = [];
  for (const start of [...next.keys()].sort()) {
    if (seen.has(start)) continue;
    const way = wayBack(start, next);
    if (way === undefined) continue;
    for (const place of way) seen.add(place);
    found.push(way);
  }
  return found;
}

/** The shortest way along the arrows from a place to itself. */
function wayBack(start: string, next: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const ways: (readonly string[])[] = [[start]];
  const been = new Set<string>();
  for (const way of ways) {
    for (const to of next.get(way.at(-1) ?? '') ?? []) {
      if (to === start) return [...way, to];
      if (been.has(to)) continue;
      been.add(to);
      ways.push([...way, to]);
    }
  }
  return undefined;
}
