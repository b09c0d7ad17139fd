import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../fixtures/root';

const read = (file: string) => JSON.parse(readFileSync(join(ROOT, 'bench', file), 'utf8'));
const { dependencies }: { dependencies: Record<string, string> } = read('package.json');
const { packages }: { packages: Record<string, { integrity?: string; resolved?: string; dependencies?: object }> } =
  read('package-lock.json');
const locked = Object.entries(packages).filter(([path]) => path !== '');

describe('the packages of the bench', () => {
  it('have exact versions', () => {
    expect(Object.entries(dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('are those of its lockfile', () => {
    expect(packages['']?.dependencies).toEqual(dependencies);
  });

  it('have checksums, and no registry is named', () => {
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});
