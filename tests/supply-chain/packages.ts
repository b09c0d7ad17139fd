/** What the lockfile and the installed packages say, for the checks of the supply chain. No network is needed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../fixtures/root';

export interface LockedPackage {
  readonly name: string;
  /** Where it stands, from the project's folder. */
  readonly path: string;
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  /** For tests and local mode only. */
  readonly dev?: boolean;
  readonly optional?: boolean;
}

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, unknown>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const read = (...path: readonly string[]) => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8'));

export const manifest: Manifest = read('package.json');

const lock: { readonly packages: Readonly<Record<string, Omit<LockedPackage, 'name' | 'path'>>> } =
  read('package-lock.json');

/** What the lockfile says of the project itself. */
export const lockedProject = lock.packages[''] as unknown as Manifest;

/** Every locked package, each place once. */
export const lockedPackages: readonly LockedPackage[] = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, locked]) => ({ ...locked, path, name: path.slice(path.lastIndexOf('node_modules/') + 13) }));

/** The versions of a package that are locked, each once, the lowest first. */
export function versionsOf(name: string): readonly string[] {
  const versions = lockedPackages.filter((one) => one.name === name).map(({ version }) => version);
  return [...new Set(versions)].sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}

/** The licence that an installed package names; undefined for one that is not installed (another platform's). */
export function licenceOf({ path }: LockedPackage): string | undefined {
  const file = join(ROOT, path, 'package.json');
  if (!existsSync(file)) return undefined;
  const { license } = JSON.parse(readFileSync(file, 'utf8'));
  return typeof license === 'string' ? license : 'not told';
}
