/**
 * Takes out one safeguard after another, in a copy of the project, and runs the tests that must notice. `npm run mutants`
 * takes all lists beside this file, `npm run mutants -- door` one of them, `-- press --only mail` of those the ones with
 * that word in what they are without. Ends with 1 where a mutant went unnoticed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Mutant } from './mutant';

const ROOT = join(__dirname, '../..');
const OWN_FILES = ['mutant.ts', 'mutants-apply.test.ts', 'run-mutants.ts'];

type Verdict = 'noticed' | 'UNNOTICED' | 'DOES NOT APPLY' | 'DOES NOT LOAD' | 'NO SUCH TEST' | 'TAKES TOO LONG';

interface TestRun {
  readonly failed: number;
  readonly passed: number;
  /** Files that could not be loaded at all. */
  readonly broken: number;
  /** The files in which something failed or that could not be loaded. */
  readonly failing: readonly string[];
}

/** A run that has not ended by then, for each file of tests in it, is ended: a mutant may wait for ever. */
const FILE_WITHIN_MS = 180_000;

function main({ wanted, word }: Wanted): number {
  const lists = readLists(wanted, word);
  const mutants = Object.values(lists).flat();
  const copy = copyProject();
  try {
    const tests = [...new Set(mutants.map(({ test }) => test))];
    const before = runTests(copy, tests);
    if (!before || before.failing.length > 0) {
      const failing = before?.failing.join(', ') ?? 'they do not end';
      console.log(`The tests fail as it is (${failing}), so they prove nothing about mutants: mend them first.`);
      return 1;
    }
    let unnoticed = 0;
    for (const [list, entries] of Object.entries(lists)) {
      console.log(`\n${list}`);
      for (const mutant of entries) {
        const verdict = tryMutant(copy, mutant);
        if (verdict !== 'noticed') unnoticed += 1;
        console.log(`  ${verdict.padEnd(14)}  ${mutant.without}  (${mutant.file} → ${mutant.test})`);
      }
    }
    console.log(`\n${mutants.length - unnoticed} of ${mutants.length} noticed`);
    return unnoticed === 0 ? 0 : 1;
  } finally {
    rmSync(copy, { recursive: true });
  }
}

interface Wanted {
  /** Names of lists; all where there is none. */
  readonly wanted: readonly string[];
  readonly word: string;
}

function readArguments(args: readonly string[]): Wanted {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { only: { type: 'string', default: '' } },
    allowPositionals: true,
  });
  return { wanted: positionals, word: values.only };
}

/** Each file beside this one is a list; it exports its mutants as `mutants`. */
function readLists(wanted: readonly string[], word: string): Record<string, readonly Mutant[]> {
  const names = readdirSync(__dirname)
    .filter((file) => file.endsWith('.ts') && !OWN_FILES.includes(file))
    .map((file) => file.slice(0, -'.ts'.length));
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`There is no list "${unknown}"; there are: ${names.join(', ')}`);
  const chosen = wanted.length > 0 ? wanted : names;
  const mutantsOf = (name: string): readonly Mutant[] => require(join(__dirname, name)).mutants;
  const lists = chosen.map((name) => [name, mutantsOf(name).filter(({ without }) => without.includes(word))] as const);
  if (lists.every(([, mutants]) => mutants.length === 0)) throw new Error(`No mutant has "${word}" in its name.`);
  return Object.fromEntries(lists);
}

/** Everything that Git knows or would take, as it stands; the packages are linked. */
function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  for (const file of listed.toString('utf8').split('\0')) {
    if (file !== '' && file !== 'node_modules' && existsSync(join(ROOT, file)))
      cpSync(join(ROOT, file), join(copy, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

function tryMutant(copy: string, { file, search, replacement, test, named }: Mutant): Verdict {
  const path = join(copy, file);
  const original = readFileSync(path, 'utf8');
  if (original.split(search).length !== 2) return 'DOES NOT APPLY';
  writeFileSync(
    path,
    original.replace(search, () => replacement),
  );
  try {
    const run = runTests(copy, [test], named);
    if (!run) return 'TAKES TOO LONG';
    // A file that cannot be loaded says nothing about the safeguard.
    if (run.broken > 0) return 'DOES NOT LOAD';
    if (run.failed + run.passed === 0) return 'NO SUCH TEST';
    return run.failed > 0 ? 'noticed' : 'UNNOTICED';
  } finally {
    writeFileSync(path, original);
  }
}

/** Undefined where it did not end in time. */
function runTests(copy: string, tests: readonly string[], named?: string): TestRun | undefined {
  const output = join(copy, 'result.json');
  rmSync(output, { force: true });
  const jest = [join(copy, 'node_modules/jest/bin/jest.js'), '--runTestsByPath', ...tests];
  // A test that leaves a connection open because its safeguard is gone must not keep the run from ending.
  const options = ['--json', `--outputFile=${output}`, '--forceExit', ...(named === undefined ? [] : ['-t', named])];
  spawnSync(process.execPath, [...jest, ...options], {
    cwd: copy,
    stdio: 'ignore',
    timeout: FILE_WITHIN_MS * tests.length,
    killSignal: 'SIGKILL',
  });
  if (!existsSync(output)) return undefined;
  const told = JSON.parse(readFileSync(output, 'utf8'));
  const files: readonly { readonly name: string; readonly status: string }[] = told.testResults;
  const failing = files.filter(({ status }) => status === 'failed').map(({ name }) => relative(copy, name));
  return { failed: told.numFailedTests, passed: told.numPassedTests, broken: told.numRuntimeErrorTestSuites, failing };
}

process.exitCode = main(readArguments(process.argv.slice(2)));
