import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../fixtures/root';
import type { Mutant } from './mutant';

const LISTS = ['door', 'faults', 'press', 'scenarios', 'typed-words'];

/** Whether they are noticed takes minutes to find out (`npm run mutants`); that they still fit takes none. */
describe.each(LISTS)('the mutants of %s', (list) => {
  const { mutants }: { mutants: readonly Mutant[] } = jest.requireActual(join(__dirname, list));

  it.each(mutants.map((mutant) => [mutant.without, mutant] as const))('%s: fits what stands today', (_, mutant) => {
    const source = readFileSync(join(ROOT, mutant.file), 'utf8');
    expect(source.split(mutant.search)).toHaveLength(2);
    expect(existsSync(join(ROOT, mutant.test))).toBe(true);
  });
});

it('every list is looked at', () => {
  const files = readdirSync(__dirname).map((file) => file.replace(/\.ts$/, ''));
  expect(files.filter((file) => !['mutant', 'run-mutants', 'mutants-apply.test'].includes(file)).sort()).toEqual(LISTS);
});
