/**
 * Everything that a person can type, with everything that does something somewhere: inert on every card and in every
 * mail, list, log and key, and kept as it was typed or refused with a sentence.
 *
 * A string goes through one process in all its fields at once; `NASTY=all` takes each through every process.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answers } from '../../bot/domain/process/answers';
import { type Item, itemsOf } from '../../bot/domain/process/process';
import { isObject, objectsIn } from '../fixtures/json';
import { NASTY_STRINGS, type NastyString } from '../fixtures/nasty-strings';
import { inputsOn } from '../fixtures/person/read-card';
import type { RunningAssistant } from '../fixtures/running-assistant';
import { type ActionChoice, actionsOn, type TeamsPerson } from '../fixtures/teams-person';
import { BROKEN, expectInert } from '../playing/expect-inert';
import { listed } from '../playing/listed-cases';
import { mailsIn } from '../playing/mails';
import { busiestCase, finalAnswers, isFree, modelOf, PROCESS_IDS, walkProcess } from '../playing/process-walk';
import { storedRows } from '../playing/stored-rows';
import { cardText, VISITOR, walkToForm, wordsIn } from '../playing/visit-walk';
import { startWithTeam } from '../playing/with-team';

const words = wordsIn('en');
const KEPT = NASTY_STRINGS.filter(({ kept }) => kept !== undefined);
const REFUSED = NASTY_STRINGS.filter(({ kept }) => kept === undefined);
type Walk = [string, string, NastyString];
/** Which strings go through which process: each through one, or all through each, with storage of its own to stay quick. */
const GROUPS: readonly (readonly [string, readonly Walk[]])[] =
  process.env.NASTY === 'all'
    ? PROCESS_IDS.map((id) => [`all through ${id}`, KEPT.map((nasty): Walk => [nasty.name, id, nasty])])
    : [
        [
          'each through one process',
          KEPT.map((nasty, at): Walk => [nasty.name, PROCESS_IDS[at % PROCESS_IDS.length] ?? '', nasty]),
        ],
      ];
/** Not every process has a name of an organisation that the list outside shows. */
const SHOWN_OUTSIDE = GROUPS.length > 1 ? 0 : KEPT.length / 3;

/** The tags of the mails and of the list, all of which are ours. */
const TAGS =
  /^(\/?(html|body|div|p|hr|h1|h2|dl|dt|dd|br|a|head|meta|title|style|table|caption|thead|tbody|tr|th|td|time)|!doctype)$/i;
const HEADERS =
  /^(from|to|subject|message-id|date|mime-version|content-type|content-transfer-encoding|content-disposition)$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the service forbids these in keys
const ILLEGAL_IN_KEYS = /[\u0000-\u001f\u007f-\u009f/\\#?]/;

let assistant: RunningAssistant;
let team: TeamsPerson;

const isText = (item: Item) => item.type === 'text' || item.type === 'person';
/** What is kept of a text in a field that is so long; longer ones would be refused. */
const room = (item: Item) => (item.type === 'text' ? item.maxLength : 200);

/** What a name looks like everywhere: one line. */
const nameOf = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** The cards of all chats, as they stand there. */
const allCards = () =>
  assistant.connector.conversations.flatMap(({ messages }) =>
    messages.flatMap(({ activity }) => objectsIn(activity.attachments).map(({ content }) => Object(content))),
  );

/** Those of them that nobody has looked at: an updated card is another one. */
const lookedAt = new WeakSet<object>();
const freshCards = () => {
  const fresh = allCards().filter((card) => !lookedAt.has(card));
  for (const card of fresh) lookedAt.add(card);
  return fresh;
};

function answersWith(id: string, text: string): { readonly answers: Answers; readonly fields: readonly string[] } {
  const model = modelOf(id);
  const fields = itemsOf(model.process).filter(
    (item) => isText(item) && isFree(model, item) && text.length <= room(item),
  );
  const written = Object.fromEntries(fields.map((item) => [item.id, text]));
  return { answers: { ...finalAnswers(busiestCase(id)), ...written }, fields: fields.map((item) => item.id) };
}

const onAct: ActionChoice = ({ verb }) => verb === 'act';

/** Says what an action needs with it, as whoever may do it. */
async function acts(person: TeamsPerson, number: string, action: string, text: string): Promise<boolean> {
  await person.says(`case ${number}`);
  const open = actionsOn(person.card()).find(
    ({ action: { verb, data } }) => verb === 'open-act' && Object(data).action === action,
  );
  if (!open) return false;
  await person.presses(open.action);
  await person.press(onAct, { text });
  return true;
}

describe.each(GROUPS)('%s', (_group, walks) => {
  beforeAll(async () => {
    ({ assistant, team } = await startWithTeam());
  });
  afterEach(() => expect(assistant.violations()).toEqual([]));
  afterAll(() => assistant.close());

  describe.each([...walks])('%s, in %s', (_name, id, nasty) => {
    const { mark, text, kept = '' } = nasty;

    it('is kept as it was typed, and does nothing anywhere', async () => {
      const person = assistant.person(`${text} ${id}`);
      const { answers, fields } = answersWith(id, text);
      const number = await walkProcess(person, {
        process: id,
        answers,
        atEachCard: () => expectInert(person.card(), nasty),
      });
      const see = () => expectInert(person.card(), nasty);

      // Tables: letter by letter.
      const made = () => storedRows(assistant.tables).cases.find((row) => row.number === number);
      const stored = JSON.parse(String(made()?.answers));
      const asked = fields.filter((field) => field in stored && stored[field] !== null);
      expect(asked.length).toBeGreaterThan(0);
      for (const field of asked) expect([field, stored[field]]).toEqual([field, kept]);
      expect(made()?.requesterName).toBe(nameOf(`${text} ${id}`).slice(0, 200));

      // Questions, answers, reasons.
      if (await acts(team, number, 'ask', text)) {
        expectInert(team.card(), nasty);
        await acts(person, number, 'answer', text);
        see();
        for (const verb of ['show-history', 'show-case']) {
          const found = actionsOn(person.card()).find(({ action }) => action.verb === verb);
          if (found) await person.presses(found.action);
          see();
        }
        const said = storedRows(assistant.tables).cases.find((row) => row.number === number);
        expect(JSON.stringify(JSON.parse(String(said?.said)))).toContain(JSON.stringify(kept));
      }

      // A to-do.
      await person.says(`case ${number}`);
      const todos = storedRows(assistant.tables).todos.filter((row) => row.case === number);
      if (todos[0]) {
        const { todo } = todos[0];
        await person.presses({ type: 'Action.Execute', verb: 'open-todo', data: { case: number, todo } });
        const typed = inputsOn(person.card()).filter(
          ({ type, maxLength }) => type === 'Input.Text' && Number(maxLength) >= text.length,
        );
        await person.press('write-todo', Object.fromEntries(typed.map(({ id: field }) => [String(field), text])));
        see();
        await person.presses({ type: 'Action.Execute', verb: 'open-todo', data: { case: number, todo } });
        see();
      }

      if (await acts(person, number, 'withdraw', text)) see();
      await assistant.bot.worker.drain();

      // Searching for it, and saying it.
      for (const said of [text, `search ${text}`, 'my cases', 'inbox']) {
        await person.says(said);
        see();
      }
      await person.presses({ type: 'Action.Execute', verb: 'search', data: { text: text.slice(0, 200) } });
      see();
      if (asked.includes(modelOf(id).process.title.who ?? '')) {
        await person.says(`search ${mark}`);
        expect(listed(person)).toContain(number);
      }
      await team.says('inbox');
      expectInert(team.card(), nasty);
      for (const card of freshCards()) expectInert(card, nasty);
    });
  });

  it.each(REFUSED.map((nasty): [string, NastyString] => [nasty.name, nasty]))(
    '%s is refused with a sentence in every field, and nothing is stored',
    async (name, nasty) => {
      const person = assistant.person(`Refused ${name}`);
      const sentences = ['not-readable', 'too-long'].map(
        (problem) => words.own(`problems.${problem}` as Parameters<typeof words.own>[0]).split('{')[0] ?? '',
      );
      const isTold = () => expect(sentences.some((sentence) => cardText(person).includes(sentence))).toBe(true);
      await walkToForm(person);
      const { data } = person.action('fill');
      const before = assistant.tables.snapshot();
      for (const field of ['organisation', 'guests', 'visitor-contact']) {
        await person.presses({
          type: 'Action.Execute',
          verb: 'fill',
          data: { ...Object(data), ...VISITOR, [field]: nasty.text },
        });
        isTold();
        expectInert(person.card(), nasty);
      }
      await person.presses({ type: 'Action.Execute', verb: 'search', data: { text: nasty.text } });
      expectInert(person.card(), nasty);
      await person.says(nasty.text);
      expectInert(person.card(), nasty);
      await person.says(`search ${nasty.text}`);
      expectInert(person.card(), nasty);
      expect(assistant.tables.snapshot()).toBe(before);
    },
  );

  it.each(NASTY_STRINGS.map((nasty): [string, NastyString] => [nasty.name, nasty]))(
    '%s as the name of a person is one line that does nothing',
    async (name, nasty) => {
      const person = assistant.person(`Named ${name}`);
      const { id, aadObjectId } = person.member;
      await person.says('hi', { activity: { from: { id, aadObjectId, name: nasty.text } } });
      const row = storedRows(assistant.tables).people.find(({ personId }) => personId === aadObjectId);
      expect(String(row?.name)).toContain(nasty.mark);
      expect(String(row?.name)).not.toMatch(/[\n\r\t]/);
      expect(String(row?.name).length).toBeLessThanOrEqual(200);
      expect(BROKEN.test(String(row?.name)) || !String(row?.name).isWellFormed()).toBe(false);
    },
  );

  describe('the directory', () => {
    it.each(NASTY_STRINGS.map((nasty): [string, NastyString] => [nasty.name, nasty]))(
      '%s in names and contact does nothing',
      async (_name, nasty) => {
        const data = {
          list: 'sisterCities',
          'name-fi': nasty.text,
          'name-sv': nasty.text.slice(0, 1_000),
          'name-en': nasty.text,
          // Four times that would be more than the server reads.
          ...(nasty.text.length < 1_000 && { spellings: nasty.text }),
          country: 'SE',
          status: 'not-told',
        };
        const before = assistant.tables.snapshot();
        await team.presses({ type: 'Action.Execute', verb: 'directory-save', data });
        expectInert(team.card(), nasty);
        if (nasty.kept === undefined) {
          expect(assistant.tables.snapshot()).toBe(before);
          return;
        }
        const row = directoryRows().find(
          ({ PartitionKey, content }) => PartitionKey === 'sister-cities' && String(content).includes(nasty.mark),
        );
        expect(JSON.parse(String(row?.content)).name.en).toBe(nasty.kept.replace(/\s+/g, ' '));
        await team.presses({
          type: 'Action.Execute',
          verb: 'directory-history',
          data: { list: 'sisterCities', id: String(row?.RowKey) },
        });
        expectInert(team.card(), nasty);
        const { 'odata.etag': tag } =
          directoryRows().find(
            ({ PartitionKey, RowKey }) => PartitionKey === 'units' && RowKey === 'international-affairs',
          ) ?? {};
        const unit = {
          list: 'units',
          id: 'international-affairs',
          tag,
          'name-fi': 'Tiimi',
          'name-sv': 'Team',
          'name-en': 'Team',
          organisation: 'group-administration',
          'contact-address': 'international@espoo.fi',
        };
        await team.presses({
          type: 'Action.Execute',
          verb: 'directory-save',
          data: { ...unit, 'contact-name': nasty.text },
        });
        expectInert(team.card(), nasty);
      },
    );

    const directoryRows = () => assistant.tables.rows().directory ?? [];
  });

  describe('after all of that', () => {
    it('no card in any chat does anything with any of it', () => {
      const texts = allCards().map((card) => [JSON.stringify(card), card] as const);
      for (const nasty of KEPT) {
        const mark = JSON.stringify(nasty.mark).slice(1, -1);
        for (const [text, card] of texts) if (text.includes(mark)) expectInert(card, nasty);
      }
    });

    it('no mail has a tag or a header that we did not write, and all typed text is in it', () => {
      const mails = mailsIn(assistant.mailFolder);
      expect(mails.length).toBeGreaterThan(KEPT.length / 2);
      for (const { file, subject, html, text } of mails) {
        const source = readFileSync(join(assistant.mailFolder, file), 'utf8');
        const head = source.slice(0, source.search(/\r?\n\r?\n/)).replaceAll(/\r?\n[ \t]+/g, ' ');
        for (const line of head.split(/\r?\n/)) expect(line.slice(0, line.indexOf(':'))).toMatch(HEADERS);
        expect(subject).not.toMatch(/[\r\n]/);
        for (const [, tag = ''] of html.matchAll(/<\s*([^\s>]+)/g)) expect(tag).toMatch(TAGS);
        expect(BROKEN.test(`${subject}${html}${text}`)).toBe(false);
        const nasty = KEPT.find(({ mark }) => text.includes(mark));
        if (nasty && /[._](request|information)[._]/.test(file)) expect(text).toContain(nasty.kept);
      }
    });

    it('the list outside shows it as text', () => {
      const page = readFileSync(join(assistant.mirrorFolder, 'index.html'), 'utf8');
      for (const [, tag = ''] of page.matchAll(/<\s*([^\s>]+)/g)) expect(tag).toMatch(TAGS);
      const lines = readdirSync(assistant.mirrorFolder).filter((file) => file.endsWith('.json'));
      const organisations = lines.map(
        (file) => JSON.parse(readFileSync(join(assistant.mirrorFolder, file), 'utf8')).organisation,
      );
      const shown = KEPT.filter(({ kept }) => organisations.includes(kept));
      expect(shown.length).toBeGreaterThanOrEqual(SHOWN_OUTSIDE);
    });

    it('nothing of it is in the log', () => {
      const logged = assistant.logged.join('');
      expect(NASTY_STRINGS.filter(({ mark }) => logged.includes(mark))).toEqual([]);
      expect(
        assistant.logged.map((line) => JSON.parse(line)).filter(({ event }) => /failed|broke/.test(event)),
      ).toEqual([]);
    });

    it('every key is one that the service takes', () => {
      const keys = Object.values(assistant.tables.rows()).flatMap((rows) =>
        rows.flatMap(({ PartitionKey, RowKey }) => [String(PartitionKey), String(RowKey)]),
      );
      expect(keys.length).toBeGreaterThan(1_000);
      expect(keys.filter((key) => ILLEGAL_IN_KEYS.test(key) || !key.isWellFormed() || key.length > 512)).toEqual([]);
    });

    it('notifications read one plain line', () => {
      for (const { body } of assistant.connector.calls) {
        if (!isObject(body)) continue;
        expect(NASTY_STRINGS.some(({ mark }) => String(body.text ?? '').includes(mark))).toBe(false);
        expect(String(body.summary ?? '')).not.toMatch(/[\r\n]/);
      }
    });
  });
});
