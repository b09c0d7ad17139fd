/**
 * What Bicep's compiler found, one line each, with paths below `root`. A module is compiled by itself and again with
 * every file that uses it, and what is wrong there is told each time; here it is told once.
 */
export function findingsIn(printed: string, root: string): readonly string[] {
  const lines = printed.split('\n').map((line) => line.trim().replace(`${root}/`, ''));
  return [...new Set(lines.filter((line) => line !== ''))].sort();
}
