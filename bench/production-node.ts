/** The Node on which starts are measured: production's, which keeps what V8 has made of the assistant's bundle. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

export interface NodeRelease {
  /** Such as `24.21.0`. */
  readonly version: string;
  /** Of the program. */
  readonly path: string;
}

/** The Node that runs this. */
export const OWN_NODE: NodeRelease = { version: process.versions.node, path: process.execPath };

/** The version that the Dockerfile names. @throws Error where it names none. */
export function productionVersion(): string {
  const [, version] = /^ARG NODE=node:([\d.]+)-/m.exec(readFileSync(join(ROOT, 'Dockerfile'), 'utf8')) ?? [];
  if (version === undefined) throw new Error('The Dockerfile names no Node: write ARG NODE=node:<version>-….');
  return version;
}

/** Production's Node, fetched from the registry the first time, as `.ci/run` does; where it cannot be had, this one. */
export function productionNode(): NodeRelease {
  const version = productionVersion();
  if (OWN_NODE.version === version) return OWN_NODE;
  const folder = join(ROOT, '.local', `node-${version}`);
  const path = join(folder, 'node_modules', '.bin', 'node');
  if (!existsSync(path)) {
    const options = ['--no-save', '--no-audit', '--no-fund', '--foreground-scripts'];
    try {
      execFileSync('npm', ['install', '--prefix', folder, ...options, `node@${version}`], { stdio: 'inherit' });
    } catch {
      return OWN_NODE;
    }
  }
  return { version, path };
}
