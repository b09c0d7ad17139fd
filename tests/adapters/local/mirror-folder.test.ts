import { mkdirSync, mkdtempSync, promises, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import { createMirrorFolder } from '../../../bot/adapters/local/mirror-folder';
import type { CaseMirror } from '../../../bot/ports';
import { aCase } from '../../contracts/mirrored-cases';
import { LIST } from '../../fixtures/city';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mirror-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const page = () => readFileSync(join(folder, 'index.html'), 'utf8');
const rows = () =>
  page()
    .match(/<th scope="row">[^<]*/g)
    ?.map((cell) => cell.slice('<th scope="row">'.length)) ?? [];

describe('the page', () => {
  it('shows every line, the newest first', async () => {
    const mirror = createMirrorFolder(folder, LIST);
    await mirror.put(aCase(42, { submittedAt: '2026-03-01T09:00:00Z' }));
    await mirror.put(aCase(43, { submittedAt: '2026-03-03T09:00:00Z' }));
    await mirror.put(aCase(44, { submittedAt: '2026-03-02T09:00:00Z' }));
    expect(rows()).toEqual(['V-2026-0043', 'V-2026-0044', 'V-2026-0042']);
    const [item] = (await mirror.items()).filter(({ shown }) => shown.number === 'V-2026-0044');
    if (item) await mirror.remove(item);
    expect(rows()).toEqual(['V-2026-0043', 'V-2026-0042']);
  });

  it('shows what people typed as text, and asks nothing of the network', async () => {
    const typed = `</td><script src="https://elsewhere.example"></script>'"&`;
    await createMirrorFolder(folder, LIST).put(
      aCase(42, { title: typed, organisation: typed, submittedAt: '2026-03-02T09:00Z' }),
    );
    expect(page()).toContain(
      '&lt;/td&gt;&lt;script src=&quot;https://elsewhere.example&quot;&gt;&lt;/script&gt;&#39;&quot;&amp;',
    );
    expect(page()).not.toContain('<script');
    expect(page()).toContain("default-src 'none'");
  });

  it('can be read by ear: language, title, caption, and headings of columns and rows', async () => {
    await createMirrorFolder(folder, LIST).put(aCase());
    expect(page()).toMatch(/<html lang="fi">[\s\S]*<title>[^<]+<[\s\S]*<caption>[^<]+</);
    expect(page().match(/<th scope="col"/g)).toHaveLength(15);
    expect(page().match(/<td/g)).toHaveLength(14);
  });

  it('shows what another process has written meanwhile', async () => {
    const mirror = createMirrorFolder(folder, LIST);
    await mirror.put(aCase(42));
    await createMirrorFolder(folder, LIST).put(aCase(43));
    await mirror.put(aCase(44));
    expect(rows().sort()).toEqual(['V-2026-0042', 'V-2026-0043', 'V-2026-0044']);
  });

  it('keeps up with a thousand lines', async () => {
    for (let serial = 0; serial < 1_000; serial += 1) {
      writeFileSync(join(folder, `V-2026-${serial}.json`), JSON.stringify(aCase(serial)));
    }
    const mirror = createMirrorFolder(folder, LIST);
    await mirror.put(aCase(2_000));
    expect(rows()).toHaveLength(1_001);
    const reads = jest.spyOn(promises, 'readFile');
    for (let revision = 3; revision < 13; revision += 1) await mirror.put(aCase(2_000, { revision }));
    // Of a thousand lines it knows all but the one: reading them all again takes ten times as long.
    expect(reads).toHaveBeenCalledTimes(10);
    reads.mockRestore();
  });
});

it('whoever reads while it is written finds the old or the new, never a part, and nothing is left behind', async () => {
  const mirror = createMirrorFolder(folder, LIST);
  const filler = 'å'.repeat(250);
  for (let serial = 0; serial < 40; serial += 1) {
    await mirror.put(aCase(serial, { title: filler, organisation: filler, city: filler }));
  }
  let writing = true;
  const writes = (async () => {
    for (let revision = 3; revision < 60; revision += 1) await mirror.put(aCase(1, { revision, title: filler }));
    writing = false;
  })();
  while (writing) {
    expect(page().endsWith('</html>\n')).toBe(true);
    expect(() => JSON.parse(readFileSync(join(folder, 'V-2026-0001.json'), 'utf8'))).not.toThrow();
    await breath();
  }
  await writes;
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

it('of several at once each looks at what the one before it wrote', async () => {
  const mirror = createMirrorFolder(folder, LIST);
  await Promise.all([4, 1, 3, 2].map((revision) => mirror.put(aCase(42, { revision }))));
  const [item] = await mirror.items();
  expect(item?.shown.revision).toBe(4);
  const removals = item ? await Promise.all([mirror.remove(item), mirror.remove(item)]) : [];
  expect(removals).toEqual([{ result: 'sent' }, { result: 'failed', failure: 'line-gone' }]);
});

it('a file that is no line is a line of no case', async () => {
  writeFileSync(join(folder, 'half.json'), '{"number": "V-20');
  writeFileSync(join(folder, 'other.json'), '[1, 2]');
  writeFileSync(join(folder, 'typed.json'), JSON.stringify({ number: 7, title: 'Oma', revision: 'x' }));
  writeFileSync(join(folder, 'notes.txt'), 'left alone');
  const items = await createMirrorFolder(folder, LIST).items();
  expect(Object.fromEntries(items.map(({ id, shown }) => [id, shown]))).toEqual({
    'half.json': {},
    'other.json': {},
    'typed.json': { title: 'Oma' },
  });
});

describe('a write that fails', () => {
  /** The page cannot be replaced while something else has its place. */
  const blocked = join('index.html', 'in the way');
  const block = () => {
    rmSync(join(folder, 'index.html'), { recursive: true, force: true });
    mkdirSync(join(folder, blocked), { recursive: true });
  };
  const unblock = () => rmSync(join(folder, 'index.html'), { recursive: true });

  it.each([
    ['the same process', (mirror: CaseMirror) => mirror],
    ['the next one', () => createMirrorFolder(folder, LIST)],
  ])('is made up for when %s tries again', async (_who, next) => {
    const mirror = createMirrorFolder(folder, LIST);
    await mirror.put(aCase(42, { state: 'Lähetetty' }));
    block();
    await expect(mirror.put(aCase(42, { revision: 9, state: 'Hyväksytty' }))).rejects.toThrow();
    await expect(mirror.put(aCase(43))).rejects.toThrow();
    unblock();
    await next(mirror).put(aCase(42, { revision: 9, state: 'Hyväksytty' }));
    expect(rows()).toEqual(['V-2026-0042']);
    expect(page()).toContain('Hyväksytty');
    await next(mirror).put(aCase(43));
    expect(rows()).toContain('V-2026-0043');
  });

  it('leaves a line to be taken out where it is', async () => {
    const mirror = createMirrorFolder(folder, LIST);
    await mirror.put(aCase(42));
    const [item] = await mirror.items();
    if (!item) throw new Error('There is no line.');
    block();
    await expect(mirror.remove(item)).rejects.toThrow();
    unblock();
    expect(await mirror.remove(item)).toEqual({ result: 'sent' });
    expect(rows()).toEqual([]);
  });
});

it('who the people are stays out of the files', async () => {
  await createMirrorFolder(folder, LIST).put(aCase(42, { people: { requester: 'an-entra-id' } }));
  expect(readFileSync(join(folder, 'V-2026-0042.json'), 'utf8')).not.toContain('an-entra-id');
});
