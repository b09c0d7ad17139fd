/** The bot as a process of its own that serves another city than Espoo: what people see, what goes out, what storage keeps. */
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClocks } from '../../bot/domain/working-time';
import { type BotProcess, startBotProcess } from '../faults/bot-process';
import { ESPOO, MALLABY } from '../fixtures/city';
import { type Connector, startConnector } from '../fixtures/connector/start-connector';
import { ROOT } from '../fixtures/root';
import { idOf, TENANT } from '../fixtures/running-assistant';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';
import { type TeamsPerson, teamsPerson } from '../fixtures/teams-person';
import { mailsIn } from '../playing/mails';
import { answers, numberOn } from '../playing/visit-walk';

const RUN = [join(ROOT, 'tools/run-typescript.js'), join(ROOT, 'bot/index.ts')];
const OF_ESPOO = /espoo|esbo|kansainväli/i;

let folder: string;
let tables: TablesServer;
let connector: Connector;
let bot: BotProcess;
const logged: string[] = [];
const heard = new EventEmitter();

const start = (city: string) =>
  startBotProcess(
    RUN,
    {
      PATH: process.env.PATH,
      CITY_FOLDER: city,
      BOT_MODE: 'local',
      AZURE_STORAGE_CONNECTION_STRING: tables.connectionString,
      LOCAL_MAIL_FOLDER: join(folder, 'mail'),
      LOCAL_MIRROR_FOLDER: join(folder, 'mirror'),
    },
    (line) => {
      logged.push(line);
      heard.emit('line');
    },
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'another-city-'));
  [tables, connector] = await Promise.all([startTablesServer(), startConnector()]);
  bot = await start(MALLABY);
}, 60_000);

afterAll(async () => {
  await bot.kill();
  await Promise.all([tables.close(), connector.close()]);
  rmSync(folder, { recursive: true });
});

/** Resolves when the log has told that each of these entries was tried. */
async function tried(...entries: readonly string[]): Promise<void> {
  const isTried = (entry: string) => logged.some((line) => line.includes(`${entry}"`) && line.includes('"delivery.'));
  while (!entries.every(isTried)) await once(heard, 'line');
}

function personOf(name: string, locale: string): TeamsPerson {
  return teamsPerson({ bot: bot.url, connector, name, aadObjectId: idOf(name), tenantId: TENANT, locale });
}

it('speaks the languages of the city, and its default to everybody else', async () => {
  const person = personOf('Matti Malli', 'fi-FI');
  await person.says('hi');
  expect(person.texts().join('\n')).toContain('Guests');
  await person.says('language');
  const texts = person.texts({ opened: true });
  expect(texts).toEqual(expect.arrayContaining(['English', 'Svenska']));
  expect(texts).not.toContain('Suomi');
  await person.says('på svenska');
  await person.says('something that nobody understands');
  expect(person.texts({ opened: true }).join('\n')).toContain('desk@mallaby.example');
  await person.says('in finnish');
  expect(person.texts()).not.toContain('Suomi');
  expect(connector.violations).toEqual([]);
});

it('walks from the first words to the receipt, and tells the units of the city in its words', async () => {
  const person = personOf('Anna Exempel', 'en-NZ');
  const seen: string[] = [];
  const look = () => seen.push(...person.texts({ opened: true }));
  await person.says('guests are coming');
  look();
  await answers(person, 'invited', true);
  look();
  await person.press('acknowledge');
  look();
  const arrival = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  await person.press('fill', { organisation: 'Sample Choir', country: 'SE', arrival, 'main-theme': 'green' });
  look();
  await person.press('submit');
  look();
  const number = numberOn(person);
  expect(number).toMatch(/^G-\d{4}-\d{4,}$/);
  expect(person.texts()).toEqual(expect.arrayContaining(['Recorded', number]));
  expect(person.texts({ opened: true }).join('\n')).toMatch(/Parks[\s\S]*Harbour desk/);
  // The parks have no address of their own: their mail goes to the team that coordinates.
  const [request, information] = ['request.parks-office.mail', 'information.harbour-desk.mail'];
  await tried(`${number}.${request}`, `${number}.${information}`, `${number}.line-2.sharepoint`);
  const mails = mailsIn(join(folder, 'mail'));
  expect(mails.map(({ to }) => to).join()).toContain('desk@mallaby.example');
  expect(mails[0]?.text).toMatch(/Guests[\s\S]*Gäster/);
  const sent = mails.map(({ file }) => readFileSync(join(folder, 'mail', file), 'utf8'));
  expect(sent.join()).toContain('From: Mallaby Abroad <desk@mallaby.example>');
  const page = readFileSync(join(folder, 'mirror/index.html'), 'utf8');
  expect(page).toContain('<html lang="en">');
  expect(page).toContain('<h1>Guests of Mallaby</h1>');
  expect([...seen, ...mails.map(({ text }) => text), page].filter((text) => OF_ESPOO.test(text))).toEqual([]);
  expect(connector.violations).toEqual([]);
});

it('keeps a directory with names in the languages of the city', async () => {
  const person = personOf('Anna Exempel', 'en-NZ');
  await person.says('directory');
  await person.press('Open: Themes · 3 entries');
  await person.press('directory-form');
  const labels = person.texts({ opened: true });
  expect(labels).toEqual(expect.arrayContaining(['Name in English', 'Name in Swedish']));
  expect(labels).not.toContain('Name in Finnish');
  expect(connector.violations).toEqual([]);
});

it('reckons working days and hours by the clocks of the city', () => {
  const timers = (tables.rows().casework ?? []).filter(({ channel }) => channel === 'timer');
  expect(timers).toHaveLength(1);
  const due = new Date(String(timers[0]?.due));
  const clocks = createClocks('Pacific/Auckland');
  expect(due).toEqual(clocks.momentAt(clocks.dayOf(due), '09:00'));
});

it('is refused on the storage of another city, which stays as it is', async () => {
  bot.signal('SIGTERM');
  expect(await bot.ended).toBe(0);
  const before = tables.snapshot();
  const refused = await start(ESPOO).then(
    () => 'it started',
    (cause: Error) => cause.message,
  );
  expect(refused).toContain('the bot ended with 1');
  expect(refused).toContain('The bot was started for the city "espoo", and this storage is that of "mallaby"');
  expect(refused).toContain('set CITY_FOLDER to the city that this one is of');
  expect(refused).not.toMatch(/\n\s+at /);
  expect(tables.snapshot() === before).toBe(true);
}, 60_000);
