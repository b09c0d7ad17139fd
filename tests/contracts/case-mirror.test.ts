import { createLog } from '../../bot/adapters/log/log';
import { reconcile } from '../../bot/commands/reconciliation';
import { differingColumns, type MirroredCase, type MirrorItem, mirrored } from '../../bot/domain/listing/mirror';
import { aCase } from './mirrored-cases';
import { localFolder, type MirrorUnderTest, sharepoint } from './mirrors-under-test';

const log = createLog('silent');
const SENT = { result: 'sent' };

describe.each([
  ['a list in SharePoint', sharepoint],
  ['a folder', localFolder],
])('%s', (_name, open) => {
  let under: MirrorUnderTest;
  beforeEach(async () => {
    under = await open();
    await under.provision();
  });
  afterEach(() => under.close());

  const put = (shown: MirroredCase) => under.mirror.put(shown);
  const lines = async () => (await under.mirror.items()).map(({ shown }) => shown);
  const lineOf = async (number: string): Promise<MirrorItem> => {
    const found = (await under.mirror.items()).find(({ shown }) => shown.number === number);
    if (!found) throw new Error(`no line of ${number}`);
    return found;
  };
  const shows = async (shown: MirroredCase) => {
    const all = await lines();
    expect(all).toHaveLength(1);
    expect(differingColumns(all[0] ?? {}, mirrored(shown))).toEqual([]);
  };

  it('is made once', async () => {
    expect(await under.provision()).toEqual({ created: false, added: [], changed: [] });
  });

  it('is empty at first', async () => {
    expect(await lines()).toEqual([]);
  });

  it('shows a case in one line, however often it is put there', async () => {
    const whole = aCase(42, { holder: 'Veikko Näyte', organisation: 'Opisto', headCount: 0 });
    expect(await put(whole)).toEqual(SENT);
    const before = await lineOf(whole.number);
    expect(await put(whole)).toEqual(SENT);
    await shows(whole);
    expect((await lineOf(whole.number)).tag).toBe(before.tag);
  });

  it('follows the case, and empties what is not so any more', async () => {
    await put(aCase(42, { holder: 'Veikko Näyte', headCount: 12 }));
    const next = aCase(42, { state: 'Hyväksytty', revision: 3 });
    expect(await put(next)).toEqual(SENT);
    await shows(next);
    expect((await lines())[0]?.headCount ?? null).toBeNull();
  });

  it('is not put back to an earlier revision by a late writer', async () => {
    const later = aCase(42, { state: 'Hyväksytty', revision: 3 });
    await put(later);
    expect(await put(aCase())).toEqual(SENT);
    await shows(later);
  });

  it('written by several at once has one line, and the latest', async () => {
    const puts = [1, 2, 3, 4].map((revision) => put(aCase(42, { revision, state: `Vaihe ${revision}` })));
    for (const { result } of await Promise.all(puts)) expect(['sent', 'failed']).toContain(result);
    expect(await put(aCase(42, { revision: 4, state: 'Vaihe 4' }))).toEqual(SENT);
    await shows(aCase(42, { revision: 4, state: 'Vaihe 4' }));
  });

  it.each([
    ['signs of HTML, OData and paths', `<b>"it's"</b> & ../../x, {}; ?#%41 \u0000`],
    ['many scripts', 'Århus · Тарту · 東京 · بيروت · 👩‍👩‍👧 · e\u0301'],
    ['300 characters, the cut through an emoji', `${'x'.repeat(254)}😀${'y'.repeat(44)}`],
    ['several lines', ' one\n\ttwo\r\n three '],
    ['half a character', 'a\ud83d b'],
  ])('keeps %s as far as a line holds them', async (_what, title) => {
    const typed = aCase(42, { title, organisation: title, city: title });
    expect(await put(typed)).toEqual(SENT);
    expect(await put(typed)).toEqual(SENT);
    await shows(typed);
    expect((await lines())[0]?.title?.length).toBeLessThanOrEqual(255);
  });

  it('shows the same to one who remembers nothing', async () => {
    await put(aCase(42));
    await put(aCase(43));
    expect((await under.another().items()).map(({ shown }) => shown.number).sort()).toEqual([
      'V-2026-0042',
      'V-2026-0043',
    ]);
  });

  it('overwrites a line, even a later one, and only as it was read', async () => {
    await put(aCase(42, { revision: 9 }));
    const read = await lineOf('V-2026-0042');
    const right = aCase(42, { state: 'Hyväksytty', revision: 3 });
    expect(await under.mirror.overwrite(read, right)).toEqual(SENT);
    await shows(right);
    expect((await under.mirror.overwrite(read, aCase(42, { state: 'Vanhentunut' }))).result).toBe('failed');
    await shows(right);
  });

  it('takes a line out only as it was read', async () => {
    await put(aCase());
    const read = await lineOf('V-2026-0042');
    under.changeByHand('V-2026-0042', { state: 'Oma teksti' });
    expect((await under.mirror.remove(read)).result).toBe('failed');
    expect(await lines()).toHaveLength(1);
    expect(await under.mirror.remove(await lineOf('V-2026-0042'))).toEqual(SENT);
    expect(await lines()).toEqual([]);
    expect((await under.mirror.remove(read)).result).toBe('failed');
  });

  it('is compared with the cases, mended, and right again', async () => {
    const cases = Array.from({ length: 12 }, (_, index) => aCase(32 + index, { headCount: index || null }));
    const look = (mend: boolean) => reconcile({ mirror: under.mirror, cases: () => cases, log, mend });
    const RIGHT = { missing: [], different: [], surplus: [], unread: [], mended: 0, failed: 0 };
    expect(await look(true)).toMatchObject({ mended: 12, failed: 0 });
    expect(await look(false)).toEqual(RIGHT);
    under.deleteByHand('V-2026-0039');
    under.changeByHand('V-2026-0035', { state: 'Oma teksti' });
    under.changeByHand('V-2026-0037', { unit: '' });
    under.addByHand('Oma rivi');
    const found = await look(false);
    expect(found.missing.map(({ number }) => number)).toEqual(['V-2026-0039']);
    expect(found.different.map(({ item, columns }) => [item.shown.number, columns])).toEqual([
      ['V-2026-0035', ['state']],
      ['V-2026-0037', ['unit']],
    ]);
    expect(found.surplus.map(({ shown }) => shown.title)).toEqual(['Oma rivi']);
    expect(await look(true)).toMatchObject({ mended: 4, failed: 0 });
    expect(await look(true)).toEqual(RIGHT);
    expect(await lines()).toHaveLength(12);
  });

  it('keeps a folder for a case, made once, at its own address', async () => {
    const { folders } = under;
    expect(await folders.make('V-2026-0042')).toEqual(SENT);
    expect(await folders.make('V-2026-0042')).toEqual(SENT);
    expect(await folders.make('V-2026-0043')).toEqual(SENT);
    expect([...under.folderNames()].sort()).toEqual(['V-2026-0042', 'V-2026-0043']);
    expect(folders.addressOf('V-2026-0042')).toMatch(
      /^(https:\/\/|http:\/\/127\.0\.0\.1:3978\/local\/).*\/V-2026-0042$/,
    );
  });
});
