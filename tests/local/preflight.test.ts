import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { transformSync } from '@swc/core';

const FILE = path.resolve(__dirname, '..', '..', 'bot', 'local', 'preflight.cjs');

interface Preflight {
  explain(version: string, hasFile: (file: string) => boolean): string | undefined;
}

const { explain } = jest.requireActual<Preflight>(FILE);
const everything = () => true;

describe('what is looked at before anything starts', () => {
  it.each(['v20.19.0', 'v20.20.2', 'v22.0.0', 'v24.1.0'])('lets Node %s through', (version) => {
    expect(explain(version, everything)).toBeUndefined();
  });

  it.each(['v0.12.18', 'v18.20.8', 'v20.9.0', 'v20.18.3'])('says that Node %s is too old', (version) => {
    expect(explain(version, everything)).toBe(
      `This is Node ${version.slice(1)}, but the assistant needs Node 20.19 or newer: ` +
        'install one from https://nodejs.org, then run "npm ci" and "npm start" again.',
    );
  });

  it('says that the packages are not installed', () => {
    expect(explain('v20.20.2', () => false)).toBe(
      'The packages are not installed (there is no node_modules folder): run "npm ci", then "npm start" again.',
    );
  });

  it.each(['node_modules/.package-lock.json', 'node_modules/azurite/package.json'])(
    'says that the install is not complete without %s',
    (missing) => {
      expect(explain('v20.20.2', (file) => file !== missing)).toBe(
        `The packages are only partly installed (${missing} is missing): run "npm ci", development packages included, ` +
          'then "npm start" again.',
      );
    },
  );

  it('can be read by a very old Node', () => {
    const print = (target: 'es5' | 'es2023') =>
      transformSync(readFileSync(FILE, 'utf8'), { jsc: { target, parser: { syntax: 'ecmascript' } }, isModule: false });
    // Nothing had to be rewritten for the old language.
    expect(print('es5').code).toBe(print('es2023').code);
  });

  it('ends with code 1 and that one sentence', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'preflight-'));
    mkdirSync(path.join(folder, 'bot', 'local'), { recursive: true });
    const copy = path.join(folder, 'bot', 'local', 'preflight.cjs');
    copyFileSync(FILE, copy);
    const result = await new Promise((resolve) => {
      execFile(process.execPath, [copy], (error, stdout, stderr) => resolve({ code: error?.code, stdout, stderr }));
    });
    rmSync(folder, { recursive: true });
    expect(result).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'The packages are not installed (there is no node_modules folder): run "npm ci", then "npm start" again.\n',
    });
  });
});
