/** Answers that are none of storage's: nothing is taken for kept, absent or empty because of them. */
import type { Tables } from '../../bot/adapters/tables/tables';
import type { Fault, PageFault, RequestKind } from '../fixtures/tables-server/fault';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';
import { storedRows } from '../playing/stored-rows';
import { faultOnce, NOW, newDraft, newPerson, openProcess, sent, submissionOf } from './casework-fixtures';

let server: TablesServer;
let here: Tables;

beforeAll(async () => {
  server = await startTablesServer();
  here = await openProcess(server.connectionString);
});
afterEach(() => server.fault());
afterAll(() => server.close());

const HALF =
  '--batchresponse_1\r\n\r\n--changesetresponse_2\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n--changesetresponse_2--';
const REFUSED_WITHOUT_A_WORD = HALF.replace('204 No Content', '404 Not Found');
const IN_PARTS = { 'Content-Type': 'multipart/mixed; boundary=batchresponse_1' };
const PAGES: readonly (readonly [string, PageFault])[] = [
  ["a proxy's page", { status: 200, page: '<html>Sign in to the network</html>' }],
  ['an empty object', { status: 202, page: '{}' }],
  ['nothing', { status: 202, page: '' }],
  ['no step at all', { status: 202, page: '', headers: IN_PARTS }],
  ['half a transaction', { status: 202, page: HALF, headers: IN_PARTS }],
];
/** As many steps as a claim has. */
const LED_ELSEWHERE = HALF.replace(/--changesetresponse_2\r\n.*204 No Content\r\n\r\n/s, '$&$&').replaceAll(
  '204 No Content',
  '302 Found',
);

describe('a transaction that is answered with', () => {
  it.each(PAGES)('%s is not taken for kept', async (_, fault) => {
    const stored = await here.drafts.create(newDraft(newPerson()));
    const before = server.snapshot();
    faultOnce(server, 'transaction', fault);
    const submitted = here.cases.submit(stored, 'V', NOW, submissionOf(stored.value));
    await expect(submitted).rejects.toMatchObject({ code: 'unavailable' });
    expect(server.snapshot()).toBe(before);
  });

  it.each(PAGES)('%s after it was carried out is found to be done', async (_, fault) => {
    const stored = await here.drafts.create(newDraft(newPerson()));
    faultOnce(server, 'transaction', { ...fault, carriedOut: true });
    const made = await here.cases.submit(stored, 'V', NOW, submissionOf(stored.value));
    if (made === 'conflict') throw new Error('it was its own work');
    expect((await here.cases.read(made.case.number))?.value).toEqual(made.case);
    expect(storedRows(server).cases.filter((row) => row.requesterId === stored.value.owner.id)).toHaveLength(1);
  });

  it('a refusal that says nothing is a refusal', async () => {
    const made = await sent(here, newDraft(newPerson()));
    const read = await here.cases.read(made.case.number);
    if (!read) throw new Error('no case');
    faultOnce(server, 'transaction', { status: 202, page: REFUSED_WITHOUT_A_WORD, headers: IN_PARTS });
    const change = { case: read.value, events: [], entries: [], todos: [] };
    expect(await here.cases.change(read, change)).toBe('conflict');
  });

  it('a page while an entry is claimed leaves it unclaimed, and says so', async () => {
    const made = await sent(here, newDraft(newPerson()));
    const [due] = await here.outbox.due(NOW, 1, { caseNumber: made.case.number });
    if (!due) throw new Error('nothing is due');
    for (const fault of [
      { status: 200, page: '{}' },
      { status: 202, page: LED_ELSEWHERE, headers: IN_PARTS },
    ]) {
      faultOnce(server, 'transaction', fault);
      await expect(here.outbox.claim(due, { ...due.value, state: 'claimed' })).rejects.toMatchObject({
        code: 'unavailable',
      });
    }
    expect(await here.outbox.claim(due, { ...due.value, state: 'claimed' })).toBeDefined();
  });
});

describe('a single row that is answered with', () => {
  it.each<readonly [string, Fault]>([
    ['a page', { status: 200, page: '<html></html>' }],
    ['an empty object', { status: 200, page: '{}' }],
  ])('%s is not taken for kept, nor for read', async (_, fault) => {
    const draft = newDraft(newPerson());
    faultOnce(server, 'write', fault);
    await expect(here.drafts.create(draft)).rejects.toMatchObject({ code: 'unavailable' });
    faultOnce(server, 'read', fault);
    await expect(here.cases.read('V-2026-0001')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it("a proxy's 404 is not taken for absent, nor its 412 for somebody else's work", async () => {
    faultOnce(server, 'read', { status: 404, page: '<html>No such page</html>' });
    await expect(here.cases.read('V-2026-0001')).rejects.toMatchObject({ code: 'unavailable' });
    const stored = await here.drafts.create(newDraft(newPerson()));
    faultOnce(server, 'write', { status: 412, page: '' });
    await expect(here.drafts.save(stored, stored.value)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('a listing that is answered with', () => {
  const always = (kind: RequestKind, fault: Fault) =>
    server.fault((request) => (request.kind === kind ? fault : 'pass'));

  it.each([
    ['an empty object', '{}'],
    ["a proxy's page", '<html></html>'],
  ])('%s is not taken for an empty table', async (_, page) => {
    always('query', { status: 200, page });
    await expect(here.drafts.list(newPerson(), { size: 5 })).rejects.toMatchObject({ code: 'unavailable' });
    await expect(here.outbox.due(NOW, 5)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('the same page again and again ends with an error', async () => {
    const headers = {
      'Content-Type': 'application/json',
      'x-ms-continuation-NextPartitionKey': '1!8!YjAw',
      'x-ms-continuation-NextRowKey': '1!8!YjAw',
    };
    always('query', { status: 200, page: '{"value":[]}', headers });
    await expect(here.drafts.list(newPerson(), { size: 5 })).rejects.toMatchObject({ code: 'unavailable' });
    const streamed = async () => {
      for await (const _ of here.cases.all()) break;
    };
    await expect(streamed()).rejects.toMatchObject({ code: 'unavailable' });
  });
});
