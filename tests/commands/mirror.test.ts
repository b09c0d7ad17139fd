import { createLog } from '../../bot/adapters/log/log';
import { runMirrorCommand } from '../../bot/commands/mirror';
import { aCase } from '../contracts/mirrored-cases';
import { localFolder, type MirrorUnderTest, sharepoint } from '../contracts/mirrors-under-test';

describe.each([
  ['a list in SharePoint', sharepoint],
  ['a folder', localFolder],
])('the command on %s', (_name, open) => {
  const cases = [aCase(42), aCase(43), aCase(44)];
  let under: MirrorUnderTest;
  beforeEach(async () => {
    under = await open();
  });
  afterEach(() => under.close());

  /** Exit code and what was printed. */
  async function run(...args: readonly string[]): Promise<[number, string[]]> {
    const printed: string[] = [];
    const code = await runMirrorCommand(args, {
      mirror: under.mirror,
      provision: () => under.provision(),
      async *cases() {
        yield* cases;
      },
      log: createLog('silent'),
      print: (line) => printed.push(line),
    });
    return [code, printed];
  }

  it('provision makes the list once', async () => {
    expect(await run('provision')).toEqual([0, ['The list was made, with all its columns.']]);
    expect(await run('provision')).toEqual([0, ['The list was in order already.']]);
  });

  it('compare tells what is missing, different and surplus, and mend mends it', async () => {
    await run('provision');
    expect(await run('compare')).toEqual([1, cases.map(({ number }) => `${number} is missing from the list.`)]);
    expect((await run('mend'))[1].at(-1)).toBe('Mended: 3. Could not be mended: 0.');
    expect(await run('compare')).toEqual([0, ['The list shows every case as it is.']]);
    under.deleteByHand('V-2026-0042');
    under.changeByHand('V-2026-0043', { state: 'Oma teksti', unit: 'Oma yksikkö' });
    under.addByHand('Oma rivi');
    expect(await run('compare')).toEqual([
      1,
      [
        'V-2026-0042 is missing from the list.',
        'V-2026-0043 shows something else in state, unit.',
        expect.stringMatching(/^Line (by-hand|own\.json) belongs to no case\.$/),
      ],
    ]);
    expect(await run('mend')).toEqual([0, expect.arrayContaining(['Mended: 3. Could not be mended: 0.'])]);
    expect(await run('mend')).toEqual([0, ['The list shows every case as it is.']]);
  });

  it('prints nothing of what a line shows', async () => {
    await run('provision');
    await run('mend');
    under.changeByHand('V-2026-0043', { state: 'Oma teksti' });
    under.addByHand('Oma rivi');
    expect((await run('compare'))[1].join('\n')).not.toMatch(/Oma|Aino/);
  });

  it.each([[[]], [['look']], [['compare', 'mend']], [['--help']]])('%j is answered with the usage', async (args) => {
    const [code, [usage]] = await run(...args);
    expect(code).toBe(2);
    expect(usage).toMatch(/^Usage: npm run mirror/);
  });
});

describe('the command on what is broken', () => {
  const log = createLog('silent');
  const provision = async () => ({ created: false, added: ['CaseCity'], changed: ['CaseNumber'] });

  it('provision names the columns', async () => {
    const under = await localFolder();
    const printed: string[] = [];
    const print = (line: string) => printed.push(line);
    expect(
      await runMirrorCommand(['provision'], { mirror: under.mirror, provision, cases: () => [], log, print }),
    ).toBe(0);
    expect(printed).toEqual([
      'Columns were added: CaseCity.',
      'Columns got their index, or became unique: CaseNumber.',
    ]);
    await under.close();
  });

  it('a list that is not there yet is a sentence with a remedy', async () => {
    const under = await sharepoint();
    const printed: string[] = [];
    const print = (line: string) => printed.push(line);
    expect(await runMirrorCommand(['compare'], { mirror: under.mirror, provision, cases: () => [], log, print })).toBe(
      1,
    );
    expect(printed).toEqual(['It could not be done: graph-404.', expect.stringContaining('provision')]);
    await under.close();
  });

  it('what could not be mended is told by the exit code', async () => {
    const under = await localFolder();
    const refusing = { ...under.mirror, put: async () => ({ result: 'refused', failure: 'graph-403' }) as const };
    const printed: string[] = [];
    const print = (line: string) => printed.push(line);
    const cases = () => [aCase(42)];
    expect(await runMirrorCommand(['mend'], { mirror: refusing, provision, cases, log, print })).toBe(1);
    expect(printed).toContain('Mended: 0. Could not be mended: 1.');
    await under.close();
  });
});
