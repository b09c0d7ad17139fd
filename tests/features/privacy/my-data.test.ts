/** What is stored about somebody is theirs to see, and theirs to have erased. */

import { TableClient } from '@azure/data-tables';
import { createLog } from '../../../bot/adapters/log/log';
import { inPages, myDataTextCard } from '../../../bot/cards/privacy/my-data';
import { runPrivacyCommand } from '../../../bot/commands/privacy';
import { LANGUAGES } from '../../../bot/domain/language/language';
import { digestOf } from '../../../bot/domain/notify';
import { casesAlone, openProcess } from '../../contracts/casework-fixtures';
import { testContent } from '../../fixtures/content';
import { inputsOn } from '../../fixtures/person/read-card';
import { TENANT } from '../../fixtures/running-assistant';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { memberOf } from '../../fixtures/unit-members';
import { foreignWordFinder } from '../../playing/card-language';
import { storedRows } from '../../playing/stored-rows';
import { cardText, LOCALES, VISITOR, walkToReceipt, walkToSummary, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const own = wordsIn('en').own;
const foreignTexts = foreignWordFinder();
const PHRASES = { fi: 'omat tietoni', sv: 'mina uppgifter', en: 'my data' } as const;

let aino: TeamsPerson;
let hilma: TeamsPerson;
let kaisa: TeamsPerson;

const assistant = withAssistant({}, { forEachTest: true });
beforeEach(async () => {
  [aino, hilma, kaisa] = ['Aino Esimerkki', 'Hilma Handler', 'Kaisa Keksitty'].map((name) =>
    assistant.person(name),
  ) as [TeamsPerson, TeamsPerson, TeamsPerson];
  await assistant.setMembers('espoo-marketing-business', { members: [memberOf(hilma)] });
  await assistant.setMembers('international-affairs', { members: [memberOf(kaisa)] });
  assistant.setNow('2026-03-02T09:02:00Z');
  for (const person of [aino, hilma, kaisa]) await person.says('hi');
  await assistant.restart();
});

const rows = () => storedRows(assistant.tables);
const idOf = (person: TeamsPerson) => person.member.aadObjectId ?? '';
const tableOf = (name: string) =>
  TableClient.fromConnectionString(assistant.tables.connectionString, name, { allowInsecureConnection: true });
const drained = () => assistant.bot.worker.drain();

/** Waits for what goes on in the background. */
async function erasingIsOver(): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!assistant.logged.some((line) => line.includes('erasure.done'))) {
    if (Date.now() > deadline) throw new Error('Nothing was erased.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('my data', () => {
  it.each(LANGUAGES)('is told in plain words, and in whole as text, in %s', async (language) => {
    const person = assistant.person(`Speaks ${language}`, { locale: LOCALES[language] });
    await walkToReceipt(person, { language });
    await person.says(PHRASES[language]);
    expect(cardText(person)).toContain(wordsIn(language).own('my-data.title'));
    expect(cardText(person)).toContain(wordsIn(language).own(`notify.at-once.title`));
    expect(foreignTexts(person.card(), language)).toEqual([]);
    await person.press('my-data-text');
    const [text] = inputsOn(person.card());
    const data = JSON.parse(String(text?.value));
    expect(data.person).toMatchObject({ language, person: { name: `Speaks ${language}` } });
    expect(data.cases).toEqual([
      expect.objectContaining({ answers: expect.objectContaining({ guests: VISITOR.guests }) }),
    ]);
    await person.press('my-data');
    expect(cardText(person)).toContain(wordsIn(language).own('my-data.title'));
  });

  it('shows nobody anything of somebody else', async () => {
    await walkToReceipt(aino);
    await hilma.says('my data');
    await hilma.press('my-data-text');
    const [text] = inputsOn(hilma.card());
    expect(JSON.parse(String(text?.value))).toMatchObject({ drafts: [], cases: [] });
    expect(String(text?.value)).not.toContain('Aino');
  });

  it('is cut into pages that a card can hold, and lost nowhere', () => {
    const text = `${'"ä🙂\n'.repeat(9000)}end`;
    const pages = inPages(text);
    expect(pages.join('')).toBe(text);
    for (const page of pages) expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(20_010);
    expect(inPages('')).toEqual(['']);
    const { kit } = testContent();
    for (const language of LANGUAGES) {
      const shown = myDataTextCard(kit(language), { pages, page: 1, isCut: true });
      expect(Buffer.byteLength(JSON.stringify(shown.card))).toBeLessThan(27 * 1024);
    }
  });
});

/** The coordinator looks somebody up and confirms. */
async function erases(name: string): Promise<void> {
  await kaisa.says('erase a person');
  await kaisa.press('find-erasure', { who: name });
  await kaisa.press('erase');
  await erasingIsOver();
  await drained();
}

describe('erasing a person', () => {
  it('is for the international affairs team only, whatever others press', async () => {
    await kaisa.says('erase a person');
    await kaisa.press('find-erasure', { who: 'aino esimerkki' });
    const erase = kaisa.action('erase');
    const before = JSON.stringify(rows());
    await hilma.presses(erase);
    await hilma.says('erase a person');
    expect(cardText(hilma)).toContain(own('notice.gone.title'));
    expect(JSON.stringify(rows())).toBe(before);
  });

  it('says what would happen, and takes the person out of everything that is over', async () => {
    const number = await walkToReceipt(aino);
    await assistant.settled(number);
    await hilma.says(number);
    await hilma.press(own('life.do.decline'));
    await hilma.press('act', { text: 'Not this time' });
    await drained();
    await walkToSummary(aino);
    await kaisa.says('erase a person');
    await kaisa.press('find-erasure', { who: 'AINO esimerkki' });
    const text = cardText(kaisa);
    expect(text).toContain('Aino Esimerkki');
    expect(text).toMatch(new RegExp(`${own('erasure.drafts')}:\\s*1`));
    expect(text).toMatch(new RegExp(`${own('erasure.over')}:\\s*1`));
    await kaisa.press('erase');
    expect(cardText(kaisa)).toContain(own('erasure.done'));
    await erasingIsOver();
    await drained();
    const { casework, people, register } = JSON.parse(assistant.tables.snapshot());
    const stored = JSON.stringify({ casework, people, register });
    expect(stored).not.toContain('Aino Esimerkki');
    expect(stored).not.toContain(idOf(aino));
    // What others did stays, and so do the answers until the case is purged.
    expect(stored).toContain('Hilma Handler');
    expect(stored).toContain(VISITOR.organisation);
    expect(rows().events.map(({ type }) => type)).toContain('erased');
    await kaisa.says(number);
    await kaisa.press(own('life.history'));
    expect(cardText(kaisa)).toContain(own('life.event.erased'));
    expect(assistant.logged.join('\n')).not.toContain(idOf(aino));
    const before = JSON.stringify(rows());
    assistant.setNow('2026-03-04T02:00:00Z');
    await assistant.bot.nightly.run();
    expect(JSON.stringify(rows())).toBe(before);
  });

  it('leaves an open case whole, names it, and goes on in the night after it is closed', async () => {
    const number = await walkToReceipt(aino);
    await assistant.settled(number);
    await kaisa.says('erase a person');
    await kaisa.press('find-erasure', { who: 'Aino' });
    expect(cardText(kaisa)).toContain(number);
    await kaisa.press('erase');
    expect(cardText(kaisa)).toContain(number);
    await erasingIsOver();
    expect(rows().cases[0]).toMatchObject({ requesterName: 'Aino Esimerkki' });
    expect(rows().people.map(({ name }) => name)).not.toContain('Aino Esimerkki');
    await hilma.says(number);
    await hilma.press(own('life.do.decline'));
    await hilma.press('act', { text: 'Not this time' });
    await drained();
    assistant.setNow('2026-03-04T02:00:00Z');
    await assistant.bot.nightly.run();
    await drained();
    const { casework, register } = JSON.parse(assistant.tables.snapshot());
    expect(JSON.stringify({ casework, register })).not.toMatch(/Aino Esimerkki/);
  });

  it('is refused for who acts for a unit', async () => {
    await kaisa.says('erase a person');
    await kaisa.press('find-erasure', { who: 'Hilma Handler' });
    expect(cardText(kaisa)).toContain('Hilma Handler');
    expect(() => kaisa.action('erase')).toThrow();
    const before = assistant.tables.snapshot();
    await kaisa.presses({ type: 'Action.Execute', verb: 'erase', data: { person: idOf(hilma) } });
    expect(cardText(kaisa)).toContain(own('erasure.confirm'));
    expect(assistant.tables.snapshot()).toBe(before);
  });

  it('asks again for somebody whom nobody knows', async () => {
    await kaisa.says('erase a person');
    await kaisa.press('find-erasure', { who: 'Nobody At All' });
    expect(cardText(kaisa)).toContain(own('erasure.nobody'));
  });

  it('finds somebody by name however many others the assistant has met', async () => {
    const others = Array.from({ length: 1_100 }, (_, at) => {
      const id = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
      const row = { partitionKey: TENANT, rowKey: id, personId: id, tenant: TENANT, name: `Matti Massa ${at}` };
      return { ...row, language: 'fi', languageChosen: false };
    });
    for (let from = 0; from < others.length; from += 100) {
      await tableOf('people').submitTransaction(others.slice(from, from + 100).map((row) => ['create', row]));
    }
    await kaisa.says('erase a person');
    await kaisa.press('find-erasure', { who: 'aino esimerkki' });
    expect(cardText(kaisa)).toContain(own('erasure.confirm'));
    expect(cardText(kaisa)).toContain('Aino Esimerkki');
  });

  it('leaves nothing in what nobody can read of a case that is over, nor of who had the summary of a day', async () => {
    const number = await walkToReceipt(aino);
    await assistant.settled(number);
    await hilma.says(number);
    await hilma.press(own('life.do.decline'));
    await hilma.press('act', { text: 'Not this time' });
    await drained();
    const [{ PartitionKey: partitionKey } = {}] = rows().cases;
    const rowKey = `unreadable|outbox|2026-03-02T09:00:00.000Z|${number}.news-3.requester.teams|1a2b`;
    const target = JSON.stringify({ kind: 'person', person: { id: idOf(aino), tenant: TENANT } });
    await tableOf('casework').createEntity({ partitionKey: String(partitionKey), rowKey, target });
    const { claims } = await openProcess(assistant.tables.connectionString);
    await claims.claim(digestOf({ id: idOf(aino), tenant: TENANT }), '2026-03-02', number);
    await erases('Aino Esimerkki');
    expect(rows().aside).toEqual([]);
    const { casework, people, register } = JSON.parse(assistant.tables.snapshot());
    expect(JSON.stringify({ casework, people, register })).not.toContain(idOf(aino));
    expect(JSON.stringify(register)).not.toContain('"digest"');
  });

  it('takes what somebody did on the cases of others', async () => {
    const number = await walkToReceipt(aino);
    await assistant.settled(number);
    await hilma.says(number);
    await hilma.press(own('life.do.decline'));
    await hilma.press('act', { text: 'Not this time' });
    await drained();
    await assistant.setMembers('espoo-marketing-business', { members: [] });
    assistant.setNow('2026-03-02T10:00:00Z');
    await kaisa.says('hi');
    await kaisa.says('hi');
    await erases('Hilma Handler');
    const { casework, register } = JSON.parse(assistant.tables.snapshot());
    expect(JSON.stringify({ casework, register })).not.toContain(idOf(hilma));
    expect(JSON.stringify({ casework, register })).not.toContain('Hilma Handler');
    expect(JSON.stringify(casework)).toContain('Aino Esimerkki');
  });
});

describe("the operator's command", () => {
  async function run(...args: string[]): Promise<string> {
    return (await ran(args)).printed;
  }

  async function ran(args: readonly string[], tenant?: string): Promise<{ code: number; printed: string }> {
    const tables = await openProcess(assistant.tables.connectionString);
    const log = createLog('silent');
    const printed: string[] = [];
    const parts = { ...tables, clock: { now: () => new Date('2026-03-02T09:30:00Z') }, log, nudge: () => {} };
    const purge = async () => ({ cases: 0, drafts: 0, later: 0, failed: 0 });
    const print = (line: string) => void printed.push(line);
    const subjects = casesAlone(tables.cases);
    const assistantOf = { ...parts, subjects, ...(tenant !== undefined && { tenant }) };
    const code = await runPrivacyCommand(args, { assistant: assistantOf as never, purge, print });
    return { code, printed: printed.join('\n') };
  }

  const ANOTHER = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

  it.each(['export', 'erase'])(
    '%s does nothing on an id that is none, nor in a tenant that is not served',
    async (what) => {
      const number = await walkToReceipt(aino);
      await assistant.settled(number);
      const before = assistant.tables.snapshot();
      for (const id of ['', 'a', 'removed', 'Aino', idOf(aino).slice(1), `${idOf(aino)}0`]) {
        expect(await ran([what, id, TENANT])).toEqual({
          code: 2,
          printed: expect.stringContaining(`"${id}" is not an Entra`),
        });
        expect(await ran([what, idOf(aino), id])).toEqual({
          code: 2,
          printed: expect.stringContaining(`"${id}" is not a tenant id`),
        });
      }
      expect(await ran([what, idOf(aino), ANOTHER], TENANT)).toEqual({
        code: 2,
        printed: `The assistant serves the tenant ${TENANT}, and ${ANOTHER} is another one. Nothing was done.`,
      });
      expect(assistant.tables.snapshot()).toBe(before);
    },
  );

  it.each(['export', 'erase'])('%s ends with 1 where nobody has that id, and says so', async (what) => {
    await assistant.settled(await walkToReceipt(aino));
    const before = JSON.stringify(rows());
    for (const [id, tenant] of [
      [ANOTHER, TENANT],
      [idOf(aino), ANOTHER],
    ] as const) {
      expect(await ran([what, id, tenant])).toEqual({
        code: 1,
        printed: expect.stringContaining(`Nobody with the id ${id}`),
      });
    }
    expect(JSON.stringify(rows())).toBe(before);
  });

  it('takes ids in whatever letters', async () => {
    const number = await walkToReceipt(aino);
    await assistant.settled(number);
    const [id, tenant] = [idOf(aino).toUpperCase(), TENANT.toUpperCase()];
    const { code, printed } = await ran(['export', id, tenant], TENANT);
    expect([code, JSON.parse(printed).cases]).toEqual([0, [expect.objectContaining({ case: expect.anything() })]]);
    expect(await ran(['erase', id, tenant], TENANT)).toEqual({
      code: 0,
      printed: expect.stringContaining('Open still: 1.'),
    });
    expect(rows().people.map(({ name }) => name)).not.toContain('Aino Esimerkki');
  });

  it('gives out everything of a person: their own cases whole, their part of others', async () => {
    const number = await walkToReceipt(aino);
    await assistant.settled(number);
    await hilma.says(number);
    await hilma.press(own('life.do.accept'));
    const ainos = JSON.parse(await run('export', idOf(aino), TENANT));
    expect(ainos.person).toMatchObject({ person: { name: 'Aino Esimerkki' } });
    expect(ainos.cases).toEqual([
      expect.objectContaining({ case: expect.objectContaining({ number }), events: expect.any(Array) }),
    ]);
    const text = await run('export', idOf(hilma), TENANT);
    const hilmas = JSON.parse(text);
    expect(hilmas.cases).toEqual([
      expect.objectContaining({ number, isHolder: true, events: [expect.objectContaining({ type: 'moved' })] }),
    ]);
    expect(hilmas.membership).toEqual([expect.objectContaining({ unit: 'espoo-marketing-business' })]);
    expect(text).not.toContain(VISITOR.organisation);
    expect(text).not.toContain('Aino');
  });

  it('forgets somebody as the card does, and refuses members', async () => {
    const number = await walkToReceipt(aino);
    await assistant.settled(number);
    expect(await run('erase', idOf(hilma), TENANT)).toContain('espoo-marketing-business');
    expect(await run('erase', idOf(aino), TENANT)).toContain('Open still: 1.');
    expect(rows().people.map(({ name }) => name)).not.toContain('Aino Esimerkki');
    await hilma.says(number);
    await hilma.press(own('life.do.decline'));
    await hilma.press('act', { text: 'Not this time' });
    await drained();
    expect(await run('erase', idOf(aino), TENANT, 'Aino', 'Esimerkki')).toBe('Cases without this person now: 1.');
    expect(JSON.stringify(rows())).not.toContain('Aino Esimerkki');
  });
});

test('what the operator asks for by mistake is answered with how it goes', async () => {
  const printed: string[] = [];
  const command = {
    assistant: {},
    purge: async () => ({ cases: 2, drafts: 1, later: 0, failed: 0 }),
    print: (line: string) => printed.push(line),
  };
  const run = (...args: string[]) => runPrivacyCommand(args, command as never);
  expect(await run('erase', TENANT)).toBe(2);
  expect(await run('purge', '--now')).toBe(2);
  expect(printed.join('\n')).toContain('Usage');
  expect(await run('purge', '--dry-run')).toBe(0);
  expect(printed.at(-1)).toBe('Over their time: 2 cases, 1 drafts.');
});
