import { TableClient } from '@azure/data-tables';
import { registerKeys } from '../../bot/adapters/tables/register/register-keys';
import { lineRow } from '../../bot/adapters/tables/register/register-row';
import type { Row } from '../../bot/adapters/tables/rows/table-rows';
import type { CaseState } from '../../bot/domain/case-state';
import { type CaseLine, placeOf } from '../../bot/domain/listing/line';
import type { Page } from '../../bot/domain/page';
import type { Register, RegisterFilter, RegisterQuery } from '../../bot/ports';
import type { Filling } from '../fixtures/tables-server/table-state';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';
import { faultOnce, openProcess, requestsOf } from './casework-fixtures';
import { overEveryStorage } from './over-every-storage';

let serial = 1000;

/** A line of a case of its own; tests over one storage do not meet, because everything in it is numbered. */
function newLine(more: Partial<CaseLine> = {}, year = 2026): CaseLine {
  serial += 1;
  const submittedAt = `${year}-03-02T09:00:${String(serial % 60).padStart(2, '0')}.000Z`;
  return {
    number: `V-${year}-${serial}`,
    process: 'visit-request',
    state: 'submitted',
    since: submittedAt,
    outcome: 'receive',
    unit: `unit-${serial}`,
    informed: [],
    requester: { id: `person-${serial}`, name: 'Aino Esimerkki' },
    tenant: 'tenant',
    isTakenOn: false,
    waitsFor: 'responsible',
    named: { organisation: `Council ${serial}` },
    organisation: `Council ${serial}`,
    city: '',
    country: '',
    theme: '',
    openTodos: 0,
    submittedAt,
    changedAt: submittedAt,
    revision: 2,
    ...more,
  };
}

/** The same unit and person, sent later. */
const newest = ({ unit, requester }: CaseLine) => ({ unit, requester, submittedAt: '2026-09-01T09:00:00.000Z' });

/** A row as it lies in storage. */
const filling = ({ partitionKey, rowKey, ...columns }: Row): Filling => ({
  partitionKey,
  rowKey,
  properties: columns as Filling['properties'],
});

const numbers = ({ items }: Page<CaseLine>) => items.map(({ number }) => number);

async function found(register: Register, query: RegisterQuery, filter?: RegisterFilter): Promise<readonly string[]> {
  return numbers(await register.find(query, { size: 50, ...(filter && { filter }) }));
}

const HOSTILE = [
  'Abc/Bcd \\ Cde # Def ? Efg | Fgh',
  'Ääkköset & Söner, Gränd 5 — 100 %',
  "O'Hara ' or 1 eq 1",
  '서울특별시',
  '東京都庁',
  'Санкт-Петербург',
  'القاهرة',
  'ﬁﬂ ＦＵＬＬ width ｶﾅ',
  '𠮷野家 𝒞ouncil',
  `half a \ud83d character`,
  'line\nbreak\ttab\u0000nul',
  'x'.repeat(400),
  '語'.repeat(400),
  '🙂'.repeat(50).concat(' smile'),
  Array.from({ length: 40 }, (_, at) => `word${at}`).join(' '),
];

overEveryStorage('the register', ({ here, there }) => {
  test('a line is found by everyone and everything that has to do with it, as it was put', async () => {
    const handler = { id: `Handler-${serial}`, name: 'Nils Exempel' };
    const line = newLine(
      {
        informed: ['told-one', 'told-two'].map((unit) => `${unit}-${serial}`),
        handler,
        isTakenOn: true,
        organisation: `Sample Metropolitan Board ${serial}`,
        city: `Springfield-${serial}`,
        country: 'KR',
        headCount: 12,
      },
      1901,
    );
    await here.register.put(line);
    const queries: readonly RegisterQuery[] = [
      { of: 'person', person: line.requester.id },
      { of: 'person', person: handler.id.toUpperCase() },
      { of: 'unit', unit: line.unit },
      ...line.informed.map((unit) => ({ of: 'unit', unit }) as const),
      { of: 'year', year: 1901 },
      { of: 'organisation', name: ` SAMPLE  metropolitan, bóard ${line.organisation.split(' ').at(-1)}` },
      { of: 'city', name: line.city.replace('-', ' ') },
      { of: 'words', text: `metro springf` },
      { of: 'words', text: `${line.city} board` },
    ];
    for (const query of queries) {
      expect([query, (await there.register.find(query, { size: 5 })).items]).toEqual([query, [line]]);
    }
    expect(await found(there.register, { of: 'country', code: 'KR' })).toContain(line.number);
  });

  test('a visit is found by its responsible unit and the week that it begins in, and by no other', async () => {
    const unit = `receiving-unit-${serial}`;
    const days = ['2026-05-03', '2026-05-04', '2026-05-10', '2026-05-11'];
    const lines = days.map((day) => newLine({ unit, informed: ['told'], day }));
    await Promise.all([...lines, newLine({ unit })].map((line) => here.register.put(line)));
    const week = { from: '2026-05-04', to: '2026-05-10' };
    const inWeek = () => found(there.register, { of: 'unit-days', unit, ...week });
    expect([...(await inWeek())].sort()).toEqual([lines[1]?.number, lines[2]?.number]);
    expect(await found(there.register, { of: 'unit-days', unit: 'told', ...week })).toEqual([]);
    const [first, second, third] = lines;
    if (!first || !second || !third) throw new Error('There are four lines.');
    // Moved into the week, out of it, and on to another unit.
    await here.register.put({ ...first, day: '2026-05-06', revision: 3 });
    await here.register.put({ ...second, day: '2026-09-14', revision: 3 });
    await here.register.put({ ...third, unit: `${unit}-other`, revision: 3 });
    expect(await inWeek()).toEqual([first.number]);
    expect(await found(there.register, { of: 'unit-days', unit: `${unit}-other`, ...week })).toEqual([third.number]);
    // Its day is open again.
    const { day: _, ...open } = first;
    await here.register.put({ ...open, revision: 4 });
    expect(await inWeek()).toEqual([]);
  });

  test('of a week with more visits than are asked for, a page comes that says so', async () => {
    const unit = `busy-unit-${serial}`;
    await Promise.all([1, 2, 3].map(() => here.register.put(newLine({ unit, day: '2026-05-06' }))));
    const query = { of: 'unit-days', unit, from: '2026-05-04', to: '2026-05-10' } as const;
    const page = await there.register.find(query, { size: 2 });
    expect(page.items).toHaveLength(2);
    expect(page.next).toBeDefined();
  });

  test('a day that no calendar has gets no place, and its case all others', async () => {
    const line = newLine({ day: '0026-13-77' });
    await here.register.put(line);
    expect(
      await found(there.register, { of: 'unit-days', unit: line.unit, from: '0000-01-01', to: '9999-12-31' }),
    ).toEqual([]);
    expect(await found(there.register, { of: 'unit', unit: line.unit })).toEqual([line.number]);
  });

  test('a line with figures is found by its process, and one without them is not, nor one that has lost them', async () => {
    const process = `compared-${serial}`;
    const plain = newLine({ process });
    const line = newLine({ process, figures: { 'overall-grade': 4.5 } });
    await here.register.put(plain);
    await here.register.put(line);
    expect((await there.register.find({ of: 'figures', process }, { size: 5 })).items).toEqual([line]);
    const { figures: _figures, ...without } = line;
    await here.register.put({ ...without, revision: line.revision + 1 });
    expect(await found(there.register, { of: 'figures', process })).toEqual([]);
  });

  test('nothing is found where there is nothing, nor by no words, one letter, or words of which one is missing', async () => {
    const line = newLine({ organisation: `Lonely Board ${serial}` });
    await here.register.put(line);
    for (const text of ['', ' ', '🙂', '|', 'l', 'ely', 'lonely boat', `nobody${serial}`]) {
      expect([text, await found(there.register, { of: 'words', text })]).toEqual([text, []]);
    }
    expect(await found(there.register, { of: 'unit', unit: 'no such unit' })).toEqual([]);
    expect(await found(there.register, { of: 'person', person: "' or PartitionKey ne '" })).toEqual([]);
    expect(await found(there.register, { of: 'words', text: 'lonely board' })).toContain(line.number);
  });

  test('filters hold for every kind of query, alone and together', async () => {
    const [person, unit] = [`asker-${serial}`, `having-${serial}`];
    const year = 1902;
    const make = (state: CaseState, process: string, of: string, at: number) =>
      newLine({ state, process, unit: of, informed: [unit], requester: { id: person, name: 'A' } }, at);
    const lines = [
      make('submitted', 'visit-request', unit, year),
      make('closed', 'visit-request', unit, year),
      make('submitted', 'advocacy', `other-${unit}`, year),
      make('held', 'visit-request', unit, year + 1),
    ];
    await Promise.all(lines.map((line) => here.register.put(line)));
    const [open, closed, advocacy, later] = lines.map(({ number }) => number);
    const expectFound = async (query: RegisterQuery, filter: RegisterFilter, ...wanted: (string | undefined)[]) =>
      expect([filter, [...(await found(there.register, query, filter))].sort()]).toEqual([filter, [...wanted].sort()]);
    for (const query of [
      { of: 'person', person },
      { of: 'unit', unit },
    ] as const) {
      await expectFound(query, {}, open, closed, advocacy, later);
      await expectFound(query, { state: 'open' }, open, advocacy, later);
      await expectFound(query, { state: 'closed' }, closed);
      await expectFound(query, { unit }, open, closed, later);
      await expectFound(query, { process: 'advocacy' }, advocacy);
      await expectFound(query, { year }, open, closed, advocacy);
      await expectFound(query, { year, state: 'open', unit, process: 'visit-request' }, open);
      await expectFound(query, { unit: "' or true or '" });
    }
    await expectFound({ of: 'year', year }, { unit }, open, closed);
  });

  test('pages go on where the one before ended, newest first, in the same order for queries that go on together', async () => {
    const unit = `paged-${serial}`;
    const lines = Array.from({ length: 9 }, (_, at) =>
      newLine({
        unit,
        organisation: `Paged paging page${serial} Board`,
        state: at % 2 === 0 ? 'submitted' : 'closed',
        submittedAt: `2026-03-0${1 + at}T09:00:00.000Z`,
      }),
    );
    await Promise.all(lines.map((line) => here.register.put(line)));
    const newest = lines.map(({ number }) => number).reverse();
    for (const query of [
      { of: 'unit', unit },
      { of: 'words', text: 'pag board' },
    ] as const) {
      const pages: (readonly string[])[] = [];
      let from: string | undefined;
      do {
        const page: Page<CaseLine> = await there.register.find(query, { size: 4, ...(from !== undefined && { from }) });
        pages.push(numbers(page));
        from = page.next;
      } while (from !== undefined);
      expect([query, pages.map((page) => page.length)]).toEqual([query, [4, 4, 1]]);
      expect(pages.flat()).toEqual(newest);
      const odd = await there.register.find(query, { size: 3, filter: { state: 'submitted' } });
      expect(numbers(odd)).toEqual([newest[0], newest[2], newest[4]]);
      expect(odd.next).toBe(placeOf(odd.items[2] as CaseLine));
      const rest = await there.register.find(query, { size: 3, filter: { state: 'submitted' }, from: odd.next ?? '' });
      expect(numbers(rest)).toEqual([newest[6], newest[8]]);
      expect(rest.next).toBeUndefined();
    }
    for (const made of ['zzz', '', '../x', "' or 1 eq 1", '|', '\u0000', 'ä'.repeat(900)]) {
      expect(numbers(await there.register.find({ of: 'unit', unit }, { size: 2, from: made }))).toEqual(
        newest.slice(0, 2),
      );
    }
  });

  test('what is over is not among the open any more, and is again when it is taken up again', async () => {
    const unit = `reopened-${serial}`;
    const handler = { id: `handler-${serial}`, name: 'Nils Exempel' };
    const line = newLine({ unit, handler, isTakenOn: true }, 1905);
    const queries: readonly RegisterQuery[] = [
      { of: 'unit', unit },
      { of: 'person', person: line.requester.id },
      { of: 'person', person: handler.id },
      { of: 'year', year: 1905 },
    ];
    for (const [at, state] of (['submitted', 'closed', 'asked', 'declined'] as const).entries()) {
      await here.register.put({ ...line, state, revision: 2 + at });
      const isOpen = state === 'submitted' || state === 'asked';
      for (const query of queries) {
        expect([query, state, await found(there.register, query, { state: 'open' })]).toEqual([
          query,
          state,
          isOpen ? [line.number] : [],
        ]);
        expect([query, state, await found(there.register, query, { state })]).toEqual([query, state, [line.number]]);
      }
    }
  });

  test('one word finds the cases with the very word before those with longer ones, and goes on as long as there are any', async () => {
    const word = `very${serial}`;
    const make = (organisation: string, at: number) =>
      newLine({ organisation, submittedAt: new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString() });
    const very = Array.from({ length: 104 }, (_, at) => make(`Board of ${word}`, at));
    const longer = make(`Board of ${word}a`, 900);
    await Promise.all([...very, longer].map((line) => here.register.put(line)));
    const newest = very.map(({ number }) => number).reverse();
    const first = await there.register.find({ of: 'words', text: word }, { size: 99 });
    expect(numbers(first)).toEqual(newest.slice(0, 99));
    const rest = await there.register.find({ of: 'words', text: word }, { size: 99, from: first.next ?? '' });
    expect(numbers(rest)).toEqual(newest.slice(99));
    expect(await found(there.register, { of: 'words', text: `${word}a` })).toEqual([longer.number]);
  });

  test('put twice is as good as once, and a later line is not put back by an earlier one', async () => {
    const line = newLine();
    await here.register.put(line);
    await there.register.put(line);
    const later: CaseLine = { ...line, state: 'accepted', revision: 3 };
    await there.register.put(later);
    await here.register.put(line);
    expect((await here.register.find({ of: 'unit', unit: line.unit }, { size: 5 })).items).toEqual([later]);
    expect(await found(here.register, { of: 'words', text: line.organisation })).toEqual([line.number]);
  });

  test('what a case is no longer found by is taken away, and comes back when it is again', async () => {
    const first = newLine({ organisation: `Oldname ${serial}`, country: 'EE', city: `Tartu${serial}` });
    await here.register.put(first);
    const second: CaseLine = {
      ...first,
      organisation: `Newname ${serial}`,
      country: 'LV',
      city: '',
      unit: `moved-${first.unit}`,
      informed: [first.unit],
      revision: 3,
    };
    await there.register.put(second);
    const gone: readonly RegisterQuery[] = [
      { of: 'organisation', name: first.organisation },
      { of: 'words', text: first.organisation },
      { of: 'city', name: first.city },
      { of: 'words', text: first.city },
    ];
    for (const query of gone) expect([query, await found(here.register, query)]).toEqual([query, []]);
    expect(await found(here.register, { of: 'country', code: 'EE' })).not.toContain(first.number);
    expect(await found(here.register, { of: 'country', code: 'LV' })).toContain(first.number);
    expect(await found(here.register, { of: 'unit', unit: first.unit })).toEqual([first.number]);
    const third = { ...first, revision: 4 };
    await here.register.put(third);
    for (const query of gone)
      expect([query, (await here.register.find(query, { size: 3 })).items]).toEqual([query, [third]]);
    expect(await found(here.register, { of: 'organisation', name: second.organisation })).toEqual([]);
  });

  test.each(HOSTILE.map((name) => [name.slice(0, 20), name]))(
    '"%s…" is a name that finds its line',
    async (_, name) => {
      const line = newLine({ organisation: name, city: name, unit: name, requester: { id: `${name}${serial}`, name } });
      await here.register.put(line);
      for (const query of [
        { of: 'organisation', name },
        { of: 'city', name },
        { of: 'unit', unit: name },
        { of: 'person', person: line.requester.id },
        { of: 'words', text: name },
      ] as const) {
        expect([query.of, await found(there.register, query)]).toEqual([query.of, [line.number]]);
      }
    },
  );

  test('a name without a letter does no harm', async () => {
    for (const name of ['🙂🙂', '!!!', ' ', '|', '/\\#?']) {
      const line = newLine({ organisation: name, city: name });
      await here.register.put(line);
      expect(await found(there.register, { of: 'unit', unit: line.unit })).toEqual([line.number]);
      expect(await found(there.register, { of: 'organisation', name })).toEqual([]);
      expect(await found(there.register, { of: 'words', text: name })).toEqual([]);
    }
  });

  test('two long names that begin alike are two', async () => {
    const common = `Association of ${'very '.repeat(30)}long names ${serial}`;
    const [one, other] = ['north', 'south'].map((end) => newLine({ organisation: `${common} ${end}` }));
    await Promise.all([one, other].map((line) => here.register.put(line as CaseLine)));
    expect(await found(there.register, { of: 'organisation', name: `${common} north` })).toEqual([one?.number]);
    expect(await found(there.register, { of: 'organisation', name: `${common} south` })).toEqual([other?.number]);
  });

  test('of many writers at once the latest line stays, under its names alone', async () => {
    const first = newLine();
    const lines = Array.from({ length: 5 }, (_, at) => ({
      ...first,
      organisation: `Version${at} of ${serial}`,
      revision: 2 + at,
    }));
    let waiting = lines.map((line, at) => ({ line, register: at % 2 === 0 ? here.register : there.register }));
    // Who is turned away comes again, as the outbox has it.
    for (let round = 0; round < 10 && waiting.length > 0; round += 1) {
      const results = await Promise.allSettled(waiting.map(({ line, register }) => register.put(line)));
      waiting = waiting.filter((_, at) => results[at]?.status === 'rejected');
    }
    expect(waiting).toEqual([]);
    const latest = lines.at(-1);
    expect((await here.register.find({ of: 'unit', unit: first.unit }, { size: 5 })).items).toEqual([latest]);
    const searched = await Promise.all(
      lines.map(({ organisation }) => found(here.register, { of: 'organisation', name: organisation })),
    );
    expect(searched).toEqual([[], [], [], [], [first.number]]);
  });
});

describe('the register and the way to storage', () => {
  let server: TablesServer;
  let here: Register;
  let there: Register;

  beforeEach(async () => {
    server = await startTablesServer({ pageSize: 2 });
    here = (await openProcess(server.connectionString)).register;
    there = (await openProcess(server.connectionString)).register;
  });
  afterEach(() => server.close());

  const everything = async (): Promise<readonly CaseLine[]> => {
    const rows = TableClient.fromConnectionString(server.connectionString, 'register', {
      allowInsecureConnection: true,
    });
    const lines: CaseLine[] = [];
    for await (const row of rows.listEntities<{ line: string }>()) lines.push(JSON.parse(row.line));
    return lines;
  };

  test('a look is one query, whatever the filter', async () => {
    await here.put(newLine({ unit: 'one' }));
    const look = (query: RegisterQuery) => () => here.find(query, { size: 1, filter: { state: 'open', year: 2026 } });
    expect(await requestsOf(server, look({ of: 'unit', unit: 'one' }))).toEqual(['query']);
    expect(await requestsOf(server, look({ of: 'words', text: 'council' }))).toEqual(['query']);
    expect(await requestsOf(server, look({ of: 'words', text: '🙂' }))).toEqual([]);
  });

  test('open cases are found as soon behind a thousand that are over as behind ten', async () => {
    for (const count of [10, 1_000]) {
      const tired = await startTablesServer({ mostLookedAt: 20 });
      const { register } = await openProcess(tired.connectionString);
      const line = newLine({ unit: 'u', requester: { id: 'p', name: 'P' } });
      const keys = (of: CaseLine) => registerKeys(of).map((key) => lineRow(key, of));
      const over = Array.from({ length: count }, () => newLine({ ...newest(line), state: 'closed' })).flatMap(keys);
      tired.fill('register', [...over, ...keys(line)].map(filling));
      const look = async (query: RegisterQuery) => {
        const kinds = await requestsOf(tired, () => register.find(query, { size: 8, filter: { state: 'open' } }));
        return [kinds.length, await found(register, query, { state: 'open' })];
      };
      for (const query of [
        { of: 'unit', unit: 'u' },
        { of: 'person', person: 'p' },
        { of: 'year', year: 2026 },
      ] as const) {
        expect([query, count, await look(query)]).toEqual([query, count, [1, [line.number]]]);
      }
      await tired.close();
    }
  });

  test('short pages of the service, filters in between, give whole pages', async () => {
    const lines = Array.from({ length: 9 }, (_, at) =>
      newLine({ unit: 'u', state: at % 3 === 0 ? 'asked' : 'closed' }),
    );
    for (const line of lines) await here.put(line);
    const page = await here.find({ of: 'unit', unit: 'u' }, { size: 3, filter: { state: 'asked' } });
    expect(page.items).toHaveLength(3);
    expect(page.next).toBeUndefined();
    expect((await here.find({ of: 'words', text: 'council' }, { size: 7 })).items).toHaveLength(7);
  });

  test.each(['read', 'write'] as const)('a %s whose answer is lost is repeated, and the line stands', async (kind) => {
    const line = newLine();
    faultOnce(server, kind, 'reset-after');
    await here.put(line);
    const later = { ...line, organisation: 'Another', revision: 3 };
    faultOnce(server, kind, 'reset-after');
    await here.put(later);
    expect(new Set((await everything()).map(({ organisation }) => organisation))).toEqual(new Set(['Another']));
  });

  test('a writer that storage fails halfway says so, and leaves nothing behind once it has come again', async () => {
    const line = newLine();
    await here.put(line);
    const later = { ...line, organisation: 'Another', revision: 3 };
    let writes = 0;
    server.fault(({ kind }) => {
      if (kind === 'write') writes += 1;
      return kind === 'write' && writes > 4 ? { status: 503 } : 'pass';
    });
    await expect(here.put(later)).rejects.toMatchObject({ code: 'unavailable' });
    server.fault();
    await there.put(later);
    expect(new Set((await everything()).map(({ organisation }) => organisation))).toEqual(new Set(['Another']));
  });

  test('a slow writer whose rows come after those of a later one puts the later ones there again', async () => {
    const line = newLine({ organisation: 'First' });
    await here.put(line);
    const slow = { ...line, organisation: 'Second', revision: 3 };
    const quick = { ...line, organisation: 'Third', revision: 4 };
    let writes = 0;
    let begun: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    // The slow one gets its stamp through, and then its rows lie on the way until the quick one is done.
    server.fault(({ kind }) => {
      if (kind !== 'write') return 'pass';
      writes += 1;
      if (writes === 2) begun();
      return writes > 1 && writes <= 10 ? { delayMs: 400 } : 'pass';
    });
    const putting = here.put(slow);
    await hasBegun;
    writes = 100;
    await there.put(quick);
    await putting;
    server.fault();
    expect(new Set((await everything()).map(({ revision }) => revision))).toEqual(new Set([4]));
    for (const [name, expected] of [
      ['First', []],
      ['Second', []],
      ['Third', [line.number]],
    ] as const) {
      expect([name, await found(here, { of: 'organisation', name })]).toEqual([name, expected]);
    }
  });

  test('a slow writer that dies is made good by whoever lists the case next', async () => {
    const line = newLine({ organisation: 'First' });
    await here.put(line);
    const slow = { ...line, organisation: 'Second', revision: 3 };
    const quick = { ...line, organisation: 'Third', revision: 4 };
    let writes = 0;
    server.fault(({ kind }) => {
      if (kind === 'write') writes += 1;
      // Its rows arrive, and then nothing more of it does.
      return kind === 'read' && writes > 1 ? { status: 503 } : 'pass';
    });
    await expect(here.put(slow)).rejects.toMatchObject({ code: 'unavailable' });
    server.fault();
    await there.put(quick);
    expect(new Set((await everything()).map(({ revision }) => revision))).toEqual(new Set([4]));
    expect(await found(here, { of: 'organisation', name: 'Second' })).toEqual([]);
  });
});
