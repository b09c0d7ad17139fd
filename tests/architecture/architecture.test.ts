import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../fixtures/root';
import { circlesOfFiles, circlesOfFolders } from './circles';
import { idleExports, KNOWN as KNOWN_EXPORTS } from './exports';
import { brokenFolders, codeBelow } from './folders';
import { arrowsOfBot, importsIn, importsOfBot, sourcesBelow } from './imports';
import { itemIds, KNOWN as KNOWN_ITEMS, namedItems } from './item-ids';
import { brokenRules } from './layers';
import { brokenOrder } from './subjects';

const BOT = join(ROOT, 'bot');
const ARROWS = arrowsOfBot(ROOT);

describe('the house', () => {
  it('has imports that point down only', () => {
    expect(brokenRules(importsOfBot(ROOT))).toEqual([]);
  });

  it('reads the environment in its two configurations only', () => {
    const readers = sourcesBelow(BOT).filter((file) => /process\.env/.test(readFileSync(join(BOT, file), 'utf8')));
    // The entry points hand the environment to `config.ts` and `local/local-config.ts`.
    expect(readers).toEqual(expect.arrayContaining(['index.ts']));
    expect(
      readers.filter(
        (file) => !['index.ts', 'command-line.ts', 'local/start.ts', 'local/local-config.ts'].includes(file),
      ),
    ).toEqual([]);
  });

  it('keeps files short enough for one idea', () => {
    const long = sourcesBelow(BOT).filter((file) => readFileSync(join(BOT, file), 'utf8').split('\n').length > 250);
    expect(long).toEqual([]);
  });

  it('has no folder whose name says nothing', () => {
    expect(sourcesBelow(BOT).filter((file) => /(utils?|helpers?|manager|service|common)\b/.test(file))).toEqual([]);
  });

  it('has no circle, neither of files nor of folders', () => {
    expect(circlesOfFiles(ARROWS)).toEqual([]);
    expect(circlesOfFolders(ARROWS)).toEqual([]);
  });

  it('has subjects inside its layers that import each other downwards only', () => {
    expect(brokenOrder(ARROWS)).toEqual([]);
  });

  it('shows the ways in and the rooms at its top, and no room is too full', () => {
    expect(brokenFolders(codeBelow(BOT))).toEqual([]);
  });

  it('names no item of a process, outside the predicates', () => {
    expect(itemIds(BOT).size).toBeGreaterThan(50);
    expect(namedItems(BOT)).toEqual([]);
  });

  it('exports nothing that only tests use', () => {
    expect(idleExports(ROOT)).toEqual([]);
  });
});

describe('the check of imports', () => {
  it('tells a feature that imports an adapter why not, and what to do', () => {
    const broken = brokenRules(
      importsIn('features/start-walk.ts', "import { openTables } from '../adapters/tables/tables';"),
    );
    expect(broken).toEqual([
      expect.stringMatching(/features\/start-walk\.ts imports adapters\/tables\/tables.*Why not.*Mend/),
    ]);
  });

  it('sees imports over several lines, for their effect alone, and as a call', () => {
    const source = "import {\n  a,\n} from 'botbuilder';\nimport '@azure/data-tables';\nconst x = import('openai');\n";
    expect(brokenRules(importsIn('domain/case.ts', source))).toHaveLength(3);
  });

  it('asks where a file belongs that stands in no layer', () => {
    expect(brokenRules([{ from: 'stray.ts', to: 'zod/v4' }])).toEqual([expect.stringContaining('belongs to no layer')]);
  });
});

describe('the other checks', () => {
  const [a, b, c] = ['domain/case/a.ts', 'domain/case/b.ts', 'domain/walk/c.ts'];

  it('name a circle of files, and of folders whose files are in none', () => {
    const circle = [
      { from: a, to: b },
      { from: b, to: a },
    ];
    expect(circlesOfFiles(circle)).toEqual([expect.stringMatching(/a\.ts → domain\/case\/b\.ts.*Why not.*Mend/)]);
    expect(circlesOfFolders(circle)).toEqual([]);
    const across = [
      { from: a, to: c },
      { from: c, to: b },
    ];
    expect(circlesOfFiles(across)).toEqual([]);
    expect(circlesOfFolders(across)).toEqual([
      expect.stringMatching(/domain\/case → domain\/walk → domain\/case.*Why not.*Mend/),
    ]);
  });

  it('name an import between subjects that points up, and a subject without a place', () => {
    expect(brokenOrder([{ from: a, to: c }])).toEqual([]);
    expect(brokenOrder([{ from: c, to: a }])).toEqual([expect.stringMatching(/"walk" stands below "case".*Mend/)]);
    expect(brokenOrder([{ from: 'domain/new/d.ts', to: c }])).toEqual([expect.stringContaining('no subject yet')]);
  });

  it('name what stands in no room, and a room that is too full', () => {
    const full = Array.from({ length: 16 }, (_, at) => `domain/walk/${at}.ts`);
    expect(brokenFolders(['index.ts', 'command-line.ts', ...full.slice(1)])).toEqual([]);
    expect(brokenFolders(['stray.ts', ...full])).toEqual([
      expect.stringMatching(/stray\.ts stands in no room.*Why not.*Mend/),
      expect.stringMatching(/domain\/walk holds 16 files.*Why not.*Mend/),
    ]);
  });

  it('name an item of a process, an export without use, and an exception that nothing needs', () => {
    expect(namedItems(BOT, {})).toContainEqual(expect.stringMatching(/'other-date', an item.*Why not.*Mend/));
    expect(namedItems(BOT, { ...KNOWN_ITEMS, 'index.ts': { ids: ['head-count'], why: '' } })).toEqual([
      expect.stringContaining("does not name 'head-count' any more"),
    ]);
    expect(idleExports(ROOT, {})).toContainEqual(expect.stringMatching(/exports verbs, and only tests.*Why not.*Mend/));
    expect(idleExports(ROOT, { ...KNOWN_EXPORTS, 'index.ts': { names: ['bot'], why: '' } })).toEqual([
      expect.stringContaining('bot needs no exception any more'),
    ]);
  });
});
