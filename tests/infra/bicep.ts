/**
 * What the Bicep files say, where a test of ours must know it. Whether they are right Bicep is for its compiler to say:
 * `npm run infra`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../fixtures/root';

/** The folder of everything that is deployed. */
export const INFRA = join(ROOT, 'infra');

/** The names of the files in a folder below `infra/` that end so. */
export const filesIn = (folder: string, ending: string) =>
  readdirSync(join(INFRA, folder)).filter((name) => name.endsWith(ending));

/** Every Bicep file, by its path below `infra/`: what is deployed, and the modules it is made of. */
export const BICEP_FILES = ['main.bicep', ...filesIn('modules', '.bicep').map((name) => `modules/${name}`)];

/** The files of parameters, one for each environment, by their paths below `infra/`. */
export const PARAMETER_FILES = filesIn('parameters', '.bicepparam').map((name) => `parameters/${name}`);

export const readInfra = (path: string) => readFileSync(join(INFRA, path), 'utf8');

/** Types of resources with their versions, as `Microsoft.App/containerApps@2025-07-01`. */
export function resourcesIn(text: string): readonly string[] {
  return [...text.matchAll(/^ *resource \w+ '([^'@]+@[^']+)'/gm)].map(([, type = '']) => type);
}

/** The keys of the object that a variable is: `var settings = { PORT: … }` has `PORT`. */
export function keysOf(text: string, variable: string): readonly string[] {
  const [, object = ''] = new RegExp(`^var ${variable} = \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(text) ?? [];
  return [...object.matchAll(/^ {2}(\w+):/gm)].map(([, key = '']) => key);
}

/** What a parameter file gives: its parameters with their values as they are written. */
export function valuesIn(path: string): ReadonlyMap<string, string> {
  const lines = [...readInfra(path).matchAll(/^param (\w+) = (.*)$/gm)];
  return new Map(lines.map(([, parameter = '', value = '']) => [parameter, value]));
}
