/** The environments that a package can be made for: the files `env/.env.<name>`, as the Agents Toolkit reads them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

type Variables = Readonly<Record<string, string | undefined>>;

/** The environments that there are, by name. */
export function environmentsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .flatMap((file) => /^\.env\.([a-z0-9-]+)$/.exec(file)?.[1] ?? [])
    .sort();
}

/**
 * The values of an environment. What stands in the process's own environment goes before what stands in the file: so do
 * the Agents Toolkit, which hands on what it has just made, and a pipeline.
 *
 * @throws Error that names the environments there are
 */
export function readEnvironment(folder: string, name: string, own: Variables): Variables {
  const file = join(folder, `.env.${name}`);
  if (!environmentsIn(folder).includes(name) || !existsSync(file)) {
    throw new Error(
      `There is no environment "${name}": choose one of ${environmentsIn(folder).join(', ')}, or write env/.env.${name}.`,
    );
  }
  return { ...parseEnv(readFileSync(file, 'utf8')), ...definedIn(own) };
}

/** An empty variable counts as not set, so that it does not hide the file's. */
function definedIn(own: Variables): Variables {
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value));
}
