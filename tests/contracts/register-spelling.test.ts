import { registerKeys } from '../../bot/adapters/tables/register/register-keys';
import { lineRow } from '../../bot/adapters/tables/register/register-row';
import { type CaseLine, placeOf } from '../../bot/domain/listing/line';
import type { Register, RegisterQuery } from '../../bot/ports';
import type { Filling } from '../fixtures/tables-server/table-state';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';
import { newLine } from '../playing/listed-cases';
import { openProcess } from './casework-fixtures';

let server: TablesServer;
let register: Register;

beforeAll(async () => {
  server = await startTablesServer();
  register = (await openProcess(server.connectionString)).register;
});
afterAll(() => server.close());

const found = async (query: RegisterQuery) =>
  (await register.find(query, { size: 50 })).items.map(({ number }) => number);

/** Rows of a line as the version before wrote them: names folded as they were first. */
function keptAsFirst(line: CaseLine, keys: readonly (readonly [partition: string, word?: string])[]): void {
  const rows = keys.map(([partitionKey, word]): Filling => {
    const rowKey = word === undefined ? placeOf(line) : `${word}!${placeOf(line)}`;
    const { partitionKey: _, rowKey: __, ...properties } = lineRow({ partitionKey, rowKey }, line);
    return { partitionKey, rowKey, properties: properties as Filling['properties'] };
  });
  server.fill('register', rows);
}

describe('a case is found however its names are spelt', () => {
  it.each([
    ['Xi’an Municipal Office', "Xi'an", ['Xian', 'xi an', 'XI’AN', "Xi'an municipal"]],
    ['U.N. Habitat', '', ['UN Habitat', 'un-habitat', 'U.N. HABITAT', 'habitat']],
    ['Rat der Stadt', 'Köln', ['Koeln', 'Koln', 'KÖLN', 'ｋｏｌｎ']],
    ['Stadtwerke Muenchen', 'Muenchen', ['München', 'Muenchen']],
    ['Diyarbakır Belediyesi', 'Diyarbakır', ['Diyarbakir', 'DİYARBAKIR', 'Diyarbakır']],
    ['Œuvre đường ħobż ŋárga', '', ['oeuvre', 'duong', 'hobz', 'narga']],
    ['Sámi Æsir Øst straße', '', ['aesir', 'ost', 'oest', 'strasse']],
    ["L'Aquila Comune", "L'Aquila", ['Aquila', 'LAquila', "L'Aquila"]],
  ])('%s, %s', async (organisation, city, texts) => {
    const line = newLine({ organisation, city });
    await register.put(line);
    for (const text of texts) expect([text, await found({ of: 'words', text })]).toEqual([text, [line.number]]);
  });

  it.each([
    ['organisation', 'U.N. Habitat Office', ['UN Habitat Office', 'Ｕ．Ｎ． habitat OFFICE']],
    ['city', 'Würzburg', ['Wuerzburg', 'Wurzburg']],
    ['city', 'Iğdır', ['Igdir', 'IĞDIR', 'Iğdır']],
  ] as const)('the same %s as %s', async (of, name, spellings) => {
    const line = newLine({ [of]: name });
    await register.put(line);
    for (const spelling of [name, ...spellings]) {
      expect([spelling, await found({ of, name: spelling })]).toEqual([spelling, [line.number]]);
    }
  });
});

describe('what the version before has kept', () => {
  it('is found by its words as they are written, and by today’s spellings of what it has beside', async () => {
    const line = newLine({ organisation: "O'Neill Iğdır U.N. Centre" });
    keptAsFirst(line, [
      ['word|ne', 'neill'],
      ['word|ığ', 'ığdır'],
      ['word|ce', 'centre'],
    ]);
    for (const text of ["O'Neill Iğdır", 'UN Centre', 'centre igdir']) {
      expect([text, await found({ of: 'words', text })]).toEqual([text, [line.number]]);
    }
  });

  it('counts as earlier cases with the same', async () => {
    const [former, today] = [newLine({ organisation: 'U.N. Women' }), newLine({ organisation: 'UN Women' })];
    keptAsFirst(former, [['organisation|u n women']]);
    await register.put(today);
    expect(new Set(await found({ of: 'organisation', name: 'U.N. Women' }))).toEqual(
      new Set([former.number, today.number]),
    );
  });

  it('finds what this version keeps: its keys are all still there', () => {
    const line = newLine({ organisation: 'U.N. Habitat', city: "Xi'an" });
    const keys = registerKeys(line).map(({ partitionKey, rowKey }) => `${partitionKey} ${rowKey.split('!')[0]}`);
    for (const former of ['word|ha habitat', 'word|xi xi', 'word|an an']) expect(keys).toContain(former);
    for (const partition of ['organisation|u n habitat', 'city|xi an']) expect(keys.join('\n')).toContain(partition);
  });
});

it('a name that every version folds alike has one row for each of its words, and one for itself', () => {
  const keys = registerKeys(newLine({ organisation: 'Séoul City Council', city: 'Tampere' }));
  const of = (beginning: string) => keys.filter(({ partitionKey }) => partitionKey.startsWith(beginning));
  expect([of('word|').length, of('organisation|').length, of('city|').length]).toEqual([4, 1, 1]);
});
