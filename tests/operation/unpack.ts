import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../fixtures/root';

/** The files of one commit in a folder of their own. */
export interface Unpacked {
  /** The commit, short. */
  readonly commit: string;
  readonly folder: string;
  remove(): void;
}

const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: ROOT, maxBuffer: 1 << 30 });

/** Unpacks a commit into a temporary folder, with the packages that are installed here. */
export function unpack(revision: string): Unpacked {
  const commit = git('rev-parse', '--short', `${revision}^{commit}`).toString().trim();
  const folder = mkdtempSync(join(tmpdir(), `bot-${commit}-`));
  execFileSync('tar', ['-x', '-C', folder], { input: git('archive', commit) });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return { commit, folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** The same, or what stands here now where `.` is named. */
export function unpackOrHere(revision: string): Unpacked {
  return revision === '.' ? { commit: 'this folder', folder: ROOT, remove: () => {} } : unpack(revision);
}
