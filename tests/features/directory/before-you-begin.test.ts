/** What the team confirms before the first case comes, and where mail goes until it has. */
import { findUnit } from '../../../bot/domain/directory/directory';
import { LANGUAGES } from '../../../bot/domain/language/language';
import { INTERNATIONAL_AFFAIRS } from '../../fixtures/city';
import { testContent } from '../../fixtures/content';
import type { JsonObject } from '../../fixtures/json';
import { row } from '../../fixtures/person/row';
import { actionsOn, type TeamsPerson } from '../../fixtures/teams-person';
import { memberOf } from '../../fixtures/unit-members';
import { mailsIn } from '../../playing/mails';
import { cardText, LOCALES, unitName, walkToReceipt, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const words = wordsIn('en');
const { firstDirectory } = testContent().content;
const MARKETING = 'espoo-marketing-business';
const SAID = { fi: 'ennen kuin aloitat', sv: 'innan du börjar', en: 'before you begin' } as const;
const LISTS = ['units', 'sisterCities', 'networks', 'dignitaryMatrix', 'retention'] as const;

const assistant = withAssistant({ confirmedContactsOnly: true }, { forEachTest: true });
let now: number;
let kaisa: TeamsPerson;
let bo: TeamsPerson;
let stranger: TeamsPerson;

beforeEach(async () => {
  now = Date.parse('2026-03-02T09:00:00Z');
  await assistant.bot.worker.stop();
  kaisa = assistant.person('Kaisa Koordinaattori');
  bo = assistant.person('Bo Exempel');
  stranger = assistant.person('Stranger');
  await assistant.setMembers(INTERNATIONAL_AFFAIRS, { members: [memberOf(kaisa), memberOf(bo)] });
  pass(61);
  for (const person of [kaisa, bo, stranger]) await person.says('hi');
});

function pass(seconds: number): void {
  now += seconds * 1000;
  assistant.setNow(new Date(now).toISOString());
}

const sends = (person: TeamsPerson, verb: string, data: JsonObject) =>
  person.presses(
    { type: 'Action.Execute', verb, data: {} },
    {},
    { activity: { value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' } } },
  );

const opens = (person: TeamsPerson, list: string, from?: number) =>
  sends(person, 'before-you-begin', { list, ...(from !== undefined && { from }) });

/** The button of an entry on the page that somebody sees. */
const of =
  (verb: string, id: string) =>
  (action: { readonly verb?: unknown; readonly data?: unknown }): boolean =>
    action.verb === verb && JSON.stringify(action.data).includes(`"id":"${id}"`);

const confirms = (person: TeamsPerson, id: string) => person.press(of('directory-check', id));

const rows = (): readonly Readonly<Record<string, unknown>>[] => JSON.parse(assistant.tables.snapshot()).directory;
const stored = (partition: string, id: string) => {
  const found = rows().find(({ PartitionKey, RowKey }) => PartitionKey === partition && RowKey === id);
  return { ...found, content: JSON.parse(String(found?.content)) };
};
const events = (id: string) =>
  rows()
    .filter(({ entry }) => entry === id)
    .map(({ edit, byName }) => [edit, byName]);
const waiting = LISTS.reduce((sum, list) => sum + firstDirectory[list].length, 0);

describe('before the team begins', () => {
  it.each(LANGUAGES)(
    'it is offered and can be said in %s, and shows how much of what there is to confirm',
    async (language) => {
      const own = wordsIn(language);
      const person = assistant.person('Somebody of the team', { locale: LOCALES[language] });
      await assistant.setMembers(INTERNATIONAL_AFFAIRS, { members: [memberOf(person)] });
      pass(61);
      await person.installs();
      expect(cardText(person)).toContain(own.own('home.things.before-you-begin'));
      await person.press(own.own('actions.before-you-begin', { count: waiting }));
      const pressed = cardText(person);
      await person.says(SAID[language]);
      expect(cardText(person)).toBe(pressed);
      expect(pressed).toContain(own.own('begin.mail-waits'));
      for (const list of LISTS) {
        expect(pressed).toContain(own.own(`directory.lists.${list}`));
        expect(pressed).toContain(own.own('begin.left', { count: firstDirectory[list].length }));
      }
    },
  );

  it('is nobody else’s: neither the offer nor the card', async () => {
    await stranger.says('help');
    expect(actionsOn(stranger.card()).map(({ action }) => action.verb)).not.toContain('before-you-begin');
    const before = assistant.tables.snapshot();
    await stranger.says(SAID.en);
    expect(cardText(stranger)).toContain(words.own('notice.not-coordinator.title'));
    await opens(kaisa, 'units');
    const check = actionsOn(kaisa.card()).find(({ action }) => of('directory-check', INTERNATIONAL_AFFAIRS)(action));
    await sends(stranger, 'directory-check', check?.action.data as JsonObject);
    expect(cardText(stranger)).toContain(words.own('notice.not-coordinator.title'));
    expect(assistant.tables.snapshot()).toBe(before);
  });

  it('each entry is on a page, the team’s own first, and one press confirms it and leads on', async () => {
    const seen: string[] = [];
    for (const list of LISTS) {
      await opens(kaisa, list);
      for (;;) {
        const page = kaisa.card();
        for (const { action } of actionsOn(page)) {
          if (action.verb === 'directory-form') seen.push(`${list} ${(action.data as JsonObject).id}`);
        }
        const more = actionsOn(page).find(({ action }) => action.title === words.own('directory.more'));
        if (!more) break;
        await kaisa.presses(more.action);
      }
    }
    expect(seen[0]).toBe(`units ${INTERNATIONAL_AFFAIRS}`);
    expect([...seen].sort()).toEqual(
      LISTS.flatMap((list) => firstDirectory[list].map(({ id }) => `${list} ${id}`)).sort(),
    );

    await opens(kaisa, 'units', 6);
    await confirms(kaisa, 'security');
    expect(cardText(kaisa)).toContain(words.own('begin.confirmed', { name: unitName('security') }));
    expect(cardText(kaisa)).toContain(words.own('begin.left', { count: firstDirectory.units.length - 1 }));
    expect(actionsOn(kaisa.card()).some(({ action }) => of('directory-check', 'security')(action))).toBe(false);
    expect(events('security')).toEqual([['checked', 'Kaisa Koordinaattori']]);
    expect(stored('units', 'security')).toMatchObject({
      confirmedByName: 'Kaisa Koordinaattori',
      content: { lastChecked: '2026-03-02' },
    });
    await sends(kaisa, 'directory-entry', { list: 'units', id: 'security' });
    expect(cardText(kaisa)).toContain(words.own('directory.field.confirmed'));
  });

  it('a list that is done leads back to the others, and when all are done the offer is gone', async () => {
    await opens(kaisa, 'retention');
    for (const { id } of firstDirectory.retention) {
      await opens(kaisa, 'retention', 0);
      if (!actionsOn(kaisa.card()).some(({ action }) => of('directory-check', id)(action)))
        await opens(kaisa, 'retention', 6);
      await confirms(kaisa, id);
    }
    expect(cardText(kaisa)).toContain(words.own('begin.text'));
    expect(cardText(kaisa)).not.toContain(words.own('directory.lists.retention'));
    expect(stored('retention', 'drafts').content).toEqual(firstDirectory.retention.find(({ id }) => id === 'drafts'));
  });

  it('of two who confirm at once the slower sees the entry, and it is confirmed once', async () => {
    await opens(kaisa, 'retention');
    await opens(bo, 'retention');
    await confirms(kaisa, 'visit-request');
    await confirms(bo, 'visit-request');
    expect(cardText(bo)).toContain('Kaisa Koordinaattori');
    expect(cardText(bo)).toContain(words.own('directory.do.history'));
    expect(events('visit-request')).toEqual([['checked', 'Kaisa Koordinaattori']]);
  });

  it('a change confirms, too, and leads back to where it was opened', async () => {
    await opens(kaisa, 'units');
    await kaisa.press(of('directory-form', INTERNATIONAL_AFFAIRS));
    await kaisa.press(words.own('directory.do.keep'), { 'contact-address': 'kv@espoo.fi' });
    expect(cardText(kaisa)).toContain(words.own('begin.confirmed', { name: unitName(INTERNATIONAL_AFFAIRS) }));
    expect(events(INTERNATIONAL_AFFAIRS)).toEqual([['changed', 'Kaisa Koordinaattori']]);
    await kaisa.press(of('directory-form', 'service-development'));
    await kaisa.press(words.own('directory.do.keep'));
    expect(events('service-development')).toEqual([['checked', 'Kaisa Koordinaattori']]);
  });
});

describe('a row of the matrix', () => {
  it('that asks something itself is settled on its form, and a count unlike the source’s is asked about, not refused', async () => {
    await opens(kaisa, 'dignitaryMatrix');
    expect(actionsOn(kaisa.card()).some(({ action }) => of('directory-check', 'royalty')(action))).toBe(true);
    expect(actionsOn(kaisa.card()).some(({ action }) => of('directory-check', 'minister')(action))).toBe(false);
    await kaisa.press(of('directory-form', 'minister'));
    expect(cardText(kaisa)).toContain(words.own('directory.hint.party', { count: 3, parties: 5 }));
    const parts = {
      'party-mayor': 'yes',
      'party-communications': 'yes',
      'party-kajo-kh': 'yes',
      'party-security': 'no',
    };
    const before = assistant.tables.snapshot();
    await kaisa.press(words.own('directory.do.keep'), parts);
    expect(cardText(kaisa)).toContain(words.own('directory.doubt.other-count', { count: 3, yes: 4 }));
    expect(assistant.tables.snapshot()).toBe(before);
    // What was said yes to is these marks: others are asked about again.
    await kaisa.press(words.own('directory.do.keep-so'), { ...parts, 'party-security': 'yes' });
    expect(cardText(kaisa)).toContain(words.own('directory.doubt.other-count', { count: 3, yes: 5 }));
    await kaisa.press(words.own('directory.do.keep-so'), { ...parts, 'party-security': 'yes' });
    expect(stored('dignitary-kinds', 'minister').content.parties).toMatchObject({ mayor: 'yes', security: 'yes' });
    await sends(kaisa, 'directory-history', { list: 'dignitaryMatrix', id: 'minister' });
    expect(cardText(kaisa)).toContain(`${unitName('mayor')}: ${words.own('matrix.open')} → ${words.own('matrix.yes')}`);
  });

  it('of two who settle it at once the slower sees what stands there now, and what they chose', async () => {
    for (const person of [kaisa, bo])
      await sends(person, 'directory-form', { list: 'dignitaryMatrix', id: 'minister' });
    const settled = { 'party-communications': 'yes', 'party-kajo-kh': 'no', 'party-security': 'no' };
    await kaisa.press(words.own('directory.do.keep'), { ...settled, 'party-mayor': 'yes' });
    const before = assistant.tables.snapshot();
    await bo.press(words.own('directory.do.keep'), { ...settled, 'party-mayor': 'no', 'party-security': 'yes' });
    expect(cardText(bo)).toContain('Kaisa Koordinaattori');
    expect(cardText(bo)).toContain(words.own('directory.now', { value: words.own('matrix.yes') }));
    expect(assistant.tables.snapshot()).toBe(before);
    expect(events('minister')).toEqual([['changed', 'Kaisa Koordinaattori']]);
  });

  it('cannot be called right by a press from elsewhere while it is open', async () => {
    const [tag] = rows()
      .filter(({ RowKey }) => RowKey === 'minister')
      .map((found) => String(found['odata.etag']));
    const before = assistant.tables.snapshot();
    await sends(kaisa, 'directory-check', { list: 'dignitaryMatrix', id: 'minister', tag: tag ?? '' });
    expect(cardText(kaisa)).toContain(words.own('directory.hint.party', { count: 3, parties: 5 }));
    expect(assistant.tables.snapshot()).toBe(before);
  });
});

it('a shorter time to keep data is asked about, because the night deletes for good', async () => {
  await opens(kaisa, 'retention');
  await kaisa.press(of('directory-form', 'visit-request'));
  const before = assistant.tables.snapshot();
  await kaisa.press(words.own('directory.do.keep'), { months: '2', unendedMonths: '60' });
  expect(cardText(kaisa)).toContain(words.own('directory.doubt.shorter'));
  expect(assistant.tables.snapshot()).toBe(before);
  await kaisa.press(words.own('directory.do.keep-so'), { months: '12', unendedMonths: '60' });
  expect(cardText(kaisa)).toContain(words.own('directory.doubt.shorter'));
  await kaisa.press(words.own('directory.do.keep-so'), { months: '12', unendedMonths: '60' });
  expect(stored('retention', 'visit-request').content).toMatchObject({ months: 12, unendedMonths: 60 });
});

describe('mail until then', () => {
  const address = (unit: string) => findUnit(firstDirectory, unit)?.contact.address;
  const mailed = () => mailsIn(assistant.mailFolder).map(({ to }) => /<(.*)>/.exec(to)?.[1]);

  // One whose worker has not been stopped.
  beforeEach(() => assistant.restart());

  /** Lets the outbox go out, hour by hour: what waits is looked at once an hour. */
  async function goesOut(): Promise<void> {
    pass(3_700);
    await assistant.bot.worker.drain();
  }

  it('waits for the team’s own contact, then goes to the team with a note, then to who is confirmed', async () => {
    const number = await walkToReceipt(stranger);
    await goesOut();
    expect(mailed()).toEqual([]);
    expect(assistant.logged.some((line) => line.includes('directory.unconfirmed'))).toBe(true);

    await opens(kaisa, 'units');
    await confirms(kaisa, INTERNATIONAL_AFFAIRS);
    await kaisa.press(words.own('directory.do.back'));
    expect(cardText(kaisa)).toContain(words.own('begin.mail-to-team'));
    await goesOut();
    expect(new Set(mailed())).toEqual(new Set([address(INTERNATIONAL_AFFAIRS)]));
    const [mail] = mailsIn(assistant.mailFolder);
    expect(mail?.text).toContain(words.own('routing.not-confirmed', { instead: unitName(INTERNATIONAL_AFFAIRS) }));
    await kaisa.says(number);
    expect(cardText(kaisa)).toContain(words.own('routing.not-confirmed', { instead: unitName(INTERNATIONAL_AFFAIRS) }));

    await opens(kaisa, 'units');
    await confirms(kaisa, MARKETING);
    await walkToReceipt(stranger);
    await goesOut();
    expect(mailed()).toContain(address(MARKETING));
    // Of the earlier case is said where word goes by now.
    await kaisa.says(number);
    expect(
      cardText(kaisa).split(words.own('routing.not-confirmed', { instead: unitName(INTERNATIONAL_AFFAIRS) })),
    ).toHaveLength(3);
    expect(mailed()).not.toContain(address('service-development'));
  });
});

it('the overview opens a list by a press on its row', async () => {
  await kaisa.says(SAID.en);
  await kaisa.press(row(words.own('directory.open', { name: words.own('directory.lists.dignitaryMatrix') })));
  expect(cardText(kaisa)).toContain(words.own('matrix.open'));
});
