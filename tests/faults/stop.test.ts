import { Agent, request } from 'node:http';
import { type Connector, startConnector } from '../fixtures/connector/start-connector';
import { idOf, TENANT } from '../fixtures/running-assistant';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';
import { teamsPerson } from '../fixtures/teams-person';
import { storedRows } from '../playing/stored-rows';
import { comingProgramme, numberOn, walkToSummary } from '../playing/visit-walk';
import { type BotProcess, type BuiltBot, buildBot } from './bot-process';

let built: BuiltBot;
let tables: TablesServer;
let connector: Connector;

beforeAll(async () => {
  built = await buildBot();
}, 60_000);
afterAll(() => built.remove());
beforeEach(async () => {
  [tables, connector] = await Promise.all([startTablesServer(), startConnector()]);
});
afterEach(async () => {
  await Promise.all([tables.close(), connector.close()]);
});

const start = (onLine?: (line: string) => void) =>
  built.start({ AZURE_STORAGE_CONNECTION_STRING: tables.connectionString }, onLine);

const personAt = (bot: BotProcess, name: string) =>
  teamsPerson({ bot: bot.url, connector, name, aadObjectId: idOf(name), tenantId: TENANT, locale: 'en-GB' });

/** Something that others wait for, and whoever lets it go. */
function gate() {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

it('told to end in the middle of a submit and a delivery, it answers the press, leaves no claim, and ends with 0', async () => {
  const bot = await start();
  const [first, second] = [personAt(bot, 'Aino Esimerkki'), personAt(bot, 'Maija Meikäläinen')];
  await walkToSummary(first, { programme: comingProgramme() });
  await walkToSummary(second, { programme: comingProgramme() });

  // The delivery of the first case has reached Teams, which takes its time; the second submit has reached storage.
  const [delivery, delivering, submit, submitting] = [gate(), gate(), gate(), gate()];
  connector.fail(async ({ method }) => {
    if (method !== 'POST') return undefined;
    delivering.open();
    await delivery.opened;
    return undefined;
  });
  await first.press('Send');
  await delivering.opened;
  tables.fault(({ kind }) => {
    if (kind !== 'transaction') return 'pass';
    submitting.open();
    return { delayMs: 400 };
  });
  const pressed = second.press('Send').then(() => submit.open());
  await submitting.opened;
  bot.signal('SIGTERM');
  await pressed;
  expect(numberOn(second)).toMatch(/^V-/);
  delivery.open();
  tables.fault();
  expect(await bot.ended).toBe(0);

  const { entries, cases } = storedRows(tables);
  expect(cases).toHaveLength(2);
  expect(entries.filter(({ state }) => state === 'claimed')).toEqual([]);
  // What nobody had begun is there for another instance, and it goes out once.
  const waiting = entries.filter(({ state, channel }) => state === 'due' && channel !== 'timer');
  expect(waiting.length).toBeGreaterThan(0);

  const settled = gate();
  const left = new Set(waiting.map(({ entry }) => entry));
  const next = await start((line) => {
    const { event, entry } = JSON.parse(line);
    if (/^delivery\.(sent|obsolete)$/.test(event)) left.delete(entry);
    if (left.size === 0) settled.open();
  });
  await settled.opened;
  expect(storedRows(tables).entries.filter(({ state }) => state === 'unknown' || state === 'dead')).toEqual([]);
  next.signal('SIGTERM');
  expect(await next.ended).toBe(0);
}, 60_000);

it('a caller that keeps its connection does not hold it up, and a second signal ends it whatever hangs', async () => {
  const bot = await start();
  const agent = new Agent({ keepAlive: true });
  await new Promise<void>((resolve, reject) => {
    request(`${bot.url}/healthz`, { agent }, (answer) => answer.resume().once('end', resolve))
      .once('error', reject)
      .end();
  });
  const person = personAt(bot, 'Aino Esimerkki');
  await walkToSummary(person, { programme: comingProgramme() });
  const delivering = gate();
  connector.fail(async ({ method }) => {
    if (method !== 'POST') return undefined;
    delivering.open();
    return new Promise(() => {});
  });
  await person.press('Send');
  await delivering.opened;
  bot.signal('SIGTERM');
  bot.signal('SIGINT');
  expect(await bot.ended).toBe(1);
  agent.destroy();
}, 60_000);
