import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { copyFolder, newCopyFolder } from '../../bot/adapters/files/copy-folder';
import { openRawTables } from '../../bot/adapters/tables/raw-tables';
import { withDoublesTyped } from '../../bot/adapters/tables/rows/table-client';
import { TABLE_NAMES } from '../../bot/adapters/tables/tables';
import { runTablesCommand } from '../../bot/commands/tables';
import { afterAttempt, claimed, type Delivery } from '../../bot/domain/outbox/attempts';
import { NOW, newDraft, newPerson, openProcess, sent } from '../contracts/casework-fixtures';
import { azuriteStorage } from '../fixtures/azurite-storage';
import { startAssistant } from '../fixtures/running-assistant';
import { startTablesServer } from '../fixtures/tables-server/tables-server';
import { walkToReceipt } from '../playing/visit-walk';

const clock = { now: () => new Date('2026-03-02T09:00:00Z') };

let base: string;
let copies = 0;
const freshFolder = () => {
  copies += 1;
  return join(base, `copy-${copies}`);
};

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'copies-'));
});
afterAll(() => rmSync(base, { recursive: true }));

/** Runs the command on a storage: exit code and what it printed. */
async function run(connectionString: string, ...args: string[]): Promise<{ code: number; printed: string }> {
  const lines: string[] = [];
  const code = await runTablesCommand(args, {
    tables: openRawTables({ connectionString }, clock),
    clock,
    newFolder: newCopyFolder,
    folder: copyFolder,
    print: (line) => void lines.push(line),
  });
  return { code, printed: lines.join('\n') };
}

/** Every row with its exact types, but for what the service makes anew. */
async function everything(connectionString: string): Promise<string> {
  const all: string[] = [];
  for (const table of TABLE_NAMES) {
    const client = TableClient.fromConnectionString(connectionString, table, { allowInsecureConnection: true });
    for await (const { etag: _, timestamp: __, 'odata.metadata': ___, ...row } of client.listEntities({
      disableTypeConversion: true,
    })) {
      all.push(`${table} ${JSON.stringify(Object.entries(row).sort())}`);
    }
  }
  return all.join('\n');
}

/** One column of each type that Azure Tables has, with values that are easily spoiled on the way. */
const TYPED = {
  partitionKey: 'b00',
  rowKey: "every'type|ä",
  // What some take for the end of a line.
  text: 'Räksmörgås "quoted": 1.0 \u2028',
  empty: '',
  yes: true,
  no: false,
  whole: 2026,
  double: { type: 'Double', value: 1.5 },
  large: { type: 'Int64', value: '9223372036854775807' },
  moment: { type: 'DateTime', value: '2026-03-02T09:00:00.1234567Z' },
  guid: { type: 'Guid', value: '5e3f0c1a-7b42-4d8e-9a61-2c0d4f7b9e10' },
  binary: { type: 'Binary', value: 'AAEC/w==' },
  nothing: { type: 'Double', value: 'NaN' },
} as const;

async function putTyped(connectionString: string, count = 1): Promise<void> {
  await openRawTables({ connectionString }, clock).prepare();
  const client = TableClient.fromConnectionString(connectionString, 'casework', { allowInsecureConnection: true });
  for (let at = 0; at < count; at += 1) await client.createEntity({ ...TYPED, rowKey: `${TYPED.rowKey}${at}` });
}

describe.each([
  ['the stand-in', startTablesServer],
  ['Azurite', azuriteStorage],
])('on %s', (_name, start) => {
  it('what is copied into another storage is there as it was, and the bot goes on with it', async () => {
    const [from, to] = [await start(), await start()];
    const first = await startAssistant({ storage: from.connectionString });
    const sender = first.person('Aino Esimerkki');
    const number = await walkToReceipt(sender);
    await first.close();
    await putTyped(from.connectionString);
    const folder = freshFolder();

    const exported = await run(from.connectionString, 'export', folder);
    expect(exported).toEqual({ code: 0, printed: expect.stringMatching(/^casework: \d+ rows\.[\s\S]*personal data/) });
    const imported = await run(to.connectionString, 'import', folder);
    expect(imported).toEqual({ code: 0, printed: expect.stringContaining('2026-03-02T09:00:00.000Z') });

    const before = await everything(from.connectionString);
    expect(before).toContain('9223372036854775807');
    expect(await everything(to.connectionString)).toBe(before);

    const second = await startAssistant({ storage: to.connectionString });
    const again = second.person('Aino Esimerkki');
    await again.says(number);
    expect(again.texts().join('\n')).toContain(number);
    expect(await walkToReceipt(second.person('Maija Meikäläinen'))).not.toBe(number);
    await second.close();
    await Promise.all([from.close(), to.close()]);
  }, 60_000);

  it('does not touch a storage that has something, unless told; then it adds what is missing and tells what differs', async () => {
    const [from, to] = [await start(), await start()];
    await putTyped(from.connectionString, 250);
    const folder = freshFolder();
    await run(from.connectionString, 'export', folder);
    await putTyped(to.connectionString, 120);
    const other = TableClient.fromConnectionString(to.connectionString, 'casework', { allowInsecureConnection: true });
    await other.updateEntity({ ...TYPED, rowKey: `${TYPED.rowKey}7`, text: 'Something else' }, 'Replace');
    const before = await everything(to.connectionString);

    const refused = await run(to.connectionString, 'import', folder);
    expect(refused).toEqual({ code: 1, printed: expect.stringContaining('nothing was written') });
    expect(await everything(to.connectionString)).toBe(before);

    const added = await run(to.connectionString, 'import', folder, '--add');
    expect(added.code).toBe(1);
    expect(added.printed).toContain('casework: 130 rows added, 119 there already.');
    expect(added.printed).toContain(`stays as it is: b00 ${TYPED.rowKey}7\n`);
    expect(await everything(to.connectionString)).toContain('Something else');
    await Promise.all([from.close(), to.close()]);
  }, 60_000);
});

it('goes on where storage broke off, also where a transaction was kept and its answer lost', async () => {
  const [from, to] = [await startTablesServer(), await startTablesServer()];
  await putTyped(from.connectionString, 350);
  const folder = freshFolder();
  await run(from.connectionString, 'export', folder);
  let transactions = 0;
  to.fault(({ kind }) => {
    if (kind === 'transaction') transactions += 1;
    // The first is kept and its answer lost; with the third, storage goes away.
    if (transactions > 2) return { status: 503 };
    return kind === 'transaction' && transactions === 1 ? 'reset-after' : 'pass';
  });
  const broken = await run(to.connectionString, 'import', folder);
  expect(broken).toEqual({ code: 1, printed: expect.stringContaining('Run it again with --add') });
  to.fault();
  const rest = await run(to.connectionString, 'import', folder, '--add');
  expect(rest).toEqual({ code: 0, printed: expect.stringMatching(/casework: \d+ rows added, [1-9]\d+ there already/) });
  expect(await everything(to.connectionString)).toBe(await everything(from.connectionString));
  await Promise.all([from.close(), to.close()]);
});

describe('a copy', () => {
  it('can be read by nobody else, and is not mixed with another', async () => {
    const from = await startTablesServer();
    await putTyped(from.connectionString);
    const folder = freshFolder();
    expect((await run(from.connectionString, 'export', folder)).code).toBe(0);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of ['casework.jsonl', 'copy.json']) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    const again = await run(from.connectionString, 'export', folder);
    expect(again).toEqual({ code: 1, printed: expect.stringContaining('not empty') });
    expect(again.printed).not.toContain('Delete');
    await from.close();
  });

  it('that broke off, or was changed since, is not put back', async () => {
    const [from, to] = [await startTablesServer(), await startTablesServer()];
    await putTyped(from.connectionString, 3);
    const folder = freshFolder();
    from.fault(({ path }) => (path.startsWith('people') ? { status: 503 } : 'pass'));
    const broken = await run(from.connectionString, 'export', folder);
    expect(broken).toEqual({ code: 1, printed: expect.stringContaining('is no copy') });
    expect(existsSync(join(folder, 'copy.json'))).toBe(false);
    expect(await run(to.connectionString, 'import', folder)).toMatchObject({ code: 1 });

    from.fault();
    const whole = freshFolder();
    await run(from.connectionString, 'export', whole);
    const file = join(whole, 'casework.jsonl');
    const [first] = readFileSync(file, 'utf8').split('\n');
    appendFileSync(file, `${first}\n`);
    expect(await run(to.connectionString, 'import', whole)).toEqual({
      code: 1,
      printed: expect.stringContaining('not as it was written'),
    });
    expect(to.snapshot()).toBe('{}');
    await Promise.all([from.close(), to.close()]);
  });

  it('that does not say all of every table, or holds more than this version knows, is not put back', async () => {
    const [from, to] = [await startTablesServer(), await startTablesServer()];
    await putTyped(from.connectionString, 3);
    const folder = freshFolder();
    await run(from.connectionString, 'export', folder);
    const account = join(folder, 'copy.json');
    const whole = JSON.parse(readFileSync(account, 'utf8'));
    const imported = (changes: object) => {
      writeFileSync(account, JSON.stringify({ ...whole, ...changes }));
      return run(to.connectionString, 'import', folder);
    };
    const { casework: _, ...otherHashes } = whole.sha256;
    const { people: __, ...otherCounts } = whole.rows;
    const wrong: readonly (readonly [object, string])[] = [
      [{ sha256: otherHashes }, 'says nothing of the table "casework"'],
      [{ rows: otherCounts }, 'says nothing of the table "people"'],
      [{ rows: { ...whole.rows, casework: 4 } }, 'not as it was written'],
      [{ rows: { ...whole.rows, letters: 1 } }, 'a table "letters", which this version does not know'],
    ];
    for (const [changes, said] of wrong) {
      expect(await imported(changes)).toEqual({ code: 1, printed: expect.stringContaining(said) });
    }
    expect(to.snapshot()).toBe('{}');
    expect(await imported({})).toMatchObject({ code: 0 });
    await Promise.all([from.close(), to.close()]);
  });

  it('that is added to a storage in use makes nothing due again that was sent or begun there since', async () => {
    const [from, to] = [await startTablesServer(), await startTablesServer()];
    const here = await openProcess(from.connectionString);
    await sent(here, newDraft(newPerson()));
    const folder = freshFolder();
    await run(from.connectionString, 'export', folder);
    expect((await run(to.connectionString, 'import', folder)).code).toBe(0);

    const { outbox } = await openProcess(to.connectionString);
    const dueNow = async () => (await outbox.due(NOW, 10)).map(({ value }) => value.key.replace(/^[^.]+\./, ''));
    const claim = async (name: string) => {
      const entry = (await outbox.due(NOW, 10)).find(({ value }) => value.key.endsWith(`.${name}`));
      const held = entry && (await outbox.claim(entry, claimed(entry.value, NOW)));
      if (!held) throw new Error(`${name} is not due.`);
      return held;
    };
    const settle = async (name: string, delivery: Delivery) => {
      const held = await claim(name);
      await outbox.settle(held, afterAttempt(held.value, delivery, NOW, 0));
    };
    expect(await dueNow()).toHaveLength(4);
    await settle('receipt.requester.teams', { result: 'sent' });
    await settle('request.international-affairs.teams', { result: 'unsure', failure: 'no-answer' });
    await claim('request.international-affairs.mail');
    const kept = to.snapshot();

    const added = await run(to.connectionString, 'import', folder, '--add');
    expect(added.printed).toContain('left out: 3 that wait in the copy, and were sent or begun here since.');
    expect(to.snapshot()).toBe(kept);
    expect(await dueNow()).toEqual(['information.espoo-marketing.mail']);
    await Promise.all([from.close(), to.close()]);
  });

  it('is asked for in the right words only', async () => {
    for (const args of [
      [],
      ['export'],
      ['import', 'a', '--force'],
      ['export', 'a', '--add'],
      ['import', 'a', '--add', 'b'],
    ]) {
      const { code, printed } = await run('UseDevelopmentStorage=true', ...args);
      expect([code, printed]).toEqual([2, expect.stringContaining('personal data')]);
    }
    writeFileSync(join(base, 'file'), '');
    expect((await run('UseDevelopmentStorage=true', 'import', join(base, 'nowhere'))).printed).toContain('no copy');
  });
});

it('tells a double from a whole number as the service writes it, and takes no text for either', () => {
  const json = '{"a":1.0,"b":1,"c":"\\"d\\":2.0, \\"e\\" : 3e5","f" : -4e-2,"g":null}';
  const typed = JSON.parse(withDoublesTyped(json));
  expect(typed).toEqual({
    ...JSON.parse(json),
    'a@odata.type': 'Edm.Double',
    'f@odata.type': 'Edm.Double',
  });
});
