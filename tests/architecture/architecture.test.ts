import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../fixtures/root';
import { importsIn, importsOfBot, sourcesBelow } from './imports';
import { brokenRules } from './layers';

const BOT = join(ROOT, 'bot');

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
