import { entryId } from '../../../bot/domain/directory/entry-id';
import { INTERNATIONAL_AFFAIRS } from '../../fixtures/city';
import { isObject, type JsonObject } from '../../fixtures/json';
import { row } from '../../fixtures/person/row';
import { type RunningAssistant, startAssistant } from '../../fixtures/running-assistant';
import { actionsOn, type Inputs, type TeamsPerson } from '../../fixtures/teams-person';
import { storedRows } from '../../playing/stored-rows';
import { cardText, THEME, walkToReceipt, wordsIn } from '../../playing/visit-walk';

const words = wordsIn('en');
const MARKETING = 'espoo-marketing-business';
const NAMES = { 'name-fi': 'Kasvatus', 'name-sv': 'Fostran', 'name-en': 'Education' };
/** The unit of these names. */
const EDUCATION = entryId('units', NAMES['name-en']);

let assistant: RunningAssistant;
let coordinator: TeamsPerson;
let colleague: TeamsPerson;
let stranger: TeamsPerson;

beforeEach(async () => {
  // Nobody is in the team yet: in local mode everybody plays its part until somebody is.
  assistant = await startAssistant({ members: { [INTERNATIONAL_AFFAIRS]: { members: [] } } });
  await assistant.bot.worker.stop();
  coordinator = assistant.person('Kaisa Koordinaattori');
  colleague = assistant.person('Bo Exempel');
  stranger = assistant.person('Stranger');
  for (const person of [coordinator, colleague, stranger]) await person.says('hi');
  await coordinator.says('directory');
  await open(coordinator, 'units', INTERNATIONAL_AFFAIRS);
  await addMember(coordinator, coordinator);
});
afterEach(async () => {
  expect(assistant.violations()).toEqual([]);
  await assistant.close();
});

/** Presses with any verb and data. */
const sends = (person: TeamsPerson, verb: string, data: JsonObject) =>
  person.presses(
    { type: 'Action.Execute', verb, data: {} },
    {},
    { activity: { value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' } } },
  );

const open = (person: TeamsPerson, list: string, id: string) => sends(person, 'directory-entry', { list, id });

/** Fills the form in that a button opens, and keeps it. */
async function fills(person: TeamsPerson, button: string, inputs: Inputs): Promise<void> {
  await person.press(button);
  await keeps(person, inputs);
}

const keeps = (person: TeamsPerson, inputs: Inputs) => person.press(words.own('directory.do.keep'), inputs);

const addMember = (person: TeamsPerson, { member }: TeamsPerson) =>
  fills(person, words.own('directory.do.add-member'), { person: member.aadObjectId });

const opens = (person: TeamsPerson, name: string) => person.press(row(words.own('directory.open', { name })));

interface Rows {
  readonly content: Readonly<Record<string, unknown>>;
  readonly retired?: boolean;
}

/** An entry as it is stored. */
function stored(list: string, id: string): Rows & Readonly<Record<string, unknown>> {
  const row = rows().find(({ PartitionKey, RowKey }) => PartitionKey === list && RowKey === id);
  if (!row) throw new Error(`the table has no ${list} / ${id}`);
  return { ...row, content: JSON.parse(String(row.content)) };
}

/** What happened to an entry: what, by whom, and what was different after it. */
function events(id: string) {
  return rows()
    .filter(({ entry }) => entry === id)
    .map(({ edit, byName, about, before, after }) => ({
      edit,
      by: byName,
      about,
      before: JSON.parse(String(before)),
      after: JSON.parse(String(after)),
    }));
}

function rows(): readonly Readonly<Record<string, unknown>>[] {
  return JSON.parse(assistant.tables.snapshot()).directory;
}

describe('the directory', () => {
  it.each([
    ['fi', 'yhteystiedot'],
    ['fi', 'hakemisto'],
    ['sv', 'katalog'],
    ['sv', 'kontaktuppgifter'],
    ['en', 'contacts'],
  ] as const)('opens in %s at "%s", and says what has not been checked for a year', async (language, said) => {
    const person = assistant.person('Somebody of the team', {
      locale: { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }[language],
    });
    await person.says('hi');
    await open(coordinator, 'units', INTERNATIONAL_AFFAIRS);
    await addMember(coordinator, person);
    await person.says(said);
    const own = wordsIn(language);
    expect(cardText(person)).toContain(own.own('directory.title'));
    const stale = rows().filter(({ content }) => String(content).includes('"lastChecked":"2020'));
    expect(cardText(person)).toContain(own.own('directory.stale', { count: stale.length }));
    await person.press(row(own.own('directory.open', { name: own.own('directory.lists.stale') })));
    // The list says it once; a mark on every row would drown the one that needs looking at.
    expect(cardText(person)).toContain(own.own('directory.lists.stale'));
    expect(cardText(person)).not.toContain(own.own('directory.mark-stale'));
  });

  it('shows every list, page by page, and every entry of it', async () => {
    for (const [list, partition] of Object.entries(PARTITIONS)) {
      const seen: string[] = [];
      await sends(coordinator, 'directory-list', { list });
      for (;;) {
        const page = coordinator.card();
        const entries = actionsOn(page).filter(({ action }) => action.verb === 'directory-entry');
        for (const { action } of entries) {
          await coordinator.presses(action);
          expect(cardText(coordinator)).toContain(words.own('directory.do.history'));
          await coordinator.press(({ verb }) => verb === 'directory-history');
          expect(cardText(coordinator)).toContain(words.own('directory.history.title'));
          seen.push(String(isObject(action.data) && action.data.id));
        }
        const more = actionsOn(page).find(({ action }) => action.title === words.own('directory.more'));
        if (!more) break;
        await coordinator.presses(more.action);
      }
      const ids = rows().filter(({ PartitionKey, content }) => PartitionKey === partition && content !== undefined);
      expect([list, [...seen].sort()]).toEqual([list, ids.map(({ RowKey }) => RowKey).sort()]);
    }
  });

  it('is closed to everybody else: a polite word, and nothing is changed', async () => {
    const tag = tagOf('units', MARKETING);
    const member = coordinator.member.aadObjectId;
    const before = assistant.tables.snapshot();
    await stranger.says('directory');
    expect(cardText(stranger)).toContain(words.own('notice.not-coordinator.title'));
    for (const [verb, data] of [
      ['directory', {}],
      ['directory-list', { list: 'units' }],
      ['directory-entry', { list: 'units', id: MARKETING }],
      ['directory-history', { list: 'units', id: MARKETING }],
      ['directory-form', { list: 'units', id: MARKETING }],
      ['directory-save', { list: 'units', id: MARKETING, tag, ...NAMES, organisation: 'sector' }],
      ['directory-save', { list: 'units', ...NAMES, organisation: 'sector' }],
      ['directory-check', { list: 'units', id: MARKETING, tag }],
      ['directory-retire', { list: 'sisterCities', id: 'irving', tag: tagOf('sister-cities', 'irving') }],
      ['directory-add-member', { unit: INTERNATIONAL_AFFAIRS, tag, person: stranger.member.aadObjectId }],
      ['directory-member-move', { unit: INTERNATIONAL_AFFAIRS, member, tag, move: 'remove' }],
      ['directory-member-save', { unit: INTERNATIONAL_AFFAIRS, member, tag, address: 'x@example.org' }],
    ] as const) {
      await sends(stranger, verb, data);
      expect(cardText(stranger)).toContain(words.own('notice.not-coordinator.title'));
    }
    expect(assistant.tables.snapshot()).toBe(before);
  });
});

const PARTITIONS = {
  units: 'units',
  networks: 'networks',
  themes: 'themes',
  sisterCities: 'sister-cities',
  reminders: 'reminders',
  leadTimes: 'lead-times',
} as const;

/** The tag of a row, as a card would carry it. */
function tagOf(list: string, id: string): string {
  const row = rows().find(({ PartitionKey, RowKey }) => PartitionKey === list && RowKey === id);
  if (typeof row?.['odata.etag'] !== 'string') throw new Error(`no tag of ${list} / ${id}`);
  return row['odata.etag'];
}

describe('a unit', () => {
  it('gets other names and another contact; the history says who changed what, from what to what', async () => {
    await open(coordinator, 'units', MARKETING);
    await fills(coordinator, words.own('directory.do.change'), {
      'contact-name': 'Glenn **Example**',
      'contact-address': 'glenn.example@espoo.fi',
    });
    expect(stored('units', MARKETING).content.contact).toEqual({
      name: 'Glenn **Example**',
      address: 'glenn.example@espoo.fi',
    });
    expect(events(MARKETING)).toEqual([
      {
        edit: 'changed',
        by: 'Kaisa Koordinaattori',
        about: undefined,
        before: { 'contact-address': 'glenn.gassen@espoo.fi' },
        after: { 'contact-name': 'Glenn **Example**', 'contact-address': 'glenn.example@espoo.fi' },
      },
    ]);
    await coordinator.press(words.own('directory.do.history'));
    expect(cardText(coordinator)).toContain('glenn.gassen@espoo.fi → glenn.example@espoo.fi');
    expect(cardText(coordinator)).toContain('Kaisa Koordinaattori');
  });

  it('is asked again for what is wrong, with everything typed still there, and storage stays as it was', async () => {
    await open(coordinator, 'units', MARKETING);
    await coordinator.press(words.own('directory.do.change'));
    const before = assistant.tables.snapshot();
    await keeps(coordinator, { 'name-fi': ' ', 'name-sv': 'Ett namn', 'contact-address': 'not an address' });
    const shown = cardText(coordinator);
    expect(shown).toContain(words.own('form.problems'));
    expect(shown).toContain(words.own('problems.missing'));
    expect(shown).toContain(words.own('directory.problem.not-an-address'));
    expect(shown).toContain('Ett namn');
    expect(shown).toContain('not an address');
    await keeps(coordinator, { 'name-fi': 'International affairs team', 'name-en': 'International affairs team' });
    expect(cardText(coordinator)).toContain(words.own('directory.problem.name-taken'));
    expect(assistant.tables.snapshot()).toBe(before);
  });

  it('of the team itself keeps an address', async () => {
    await open(coordinator, 'units', INTERNATIONAL_AFFAIRS);
    const before = assistant.tables.snapshot();
    await fills(coordinator, words.own('directory.do.change'), { 'contact-address': '' });
    expect(cardText(coordinator)).toContain(words.own('directory.problem.team-address'));
    expect(assistant.tables.snapshot()).toBe(before);
  });

  it('is confirmed as checked today, and counts as stale no more', async () => {
    await open(coordinator, 'units', MARKETING);
    expect(cardText(coordinator)).toContain(words.own('directory.mark-stale'));
    await coordinator.press(words.own('directory.do.check'));
    expect(cardText(coordinator)).not.toContain(words.own('directory.mark-stale'));
    expect(stored('units', MARKETING).content.lastChecked).toBe('2026-03-02');
    expect(events(MARKETING)).toMatchObject([{ edit: 'checked', after: { lastChecked: '2026-03-02' } }]);
  });

  it('is added, becomes the unit of a theme, gets its visits, and is retired only when no theme needs it', async () => {
    await sends(coordinator, 'directory-list', { list: 'units' });
    await fills(coordinator, words.own('directory.add.units'), { ...NAMES, 'contact-address': 'kasvatus@espoo.fi' });
    expect(stored('units', EDUCATION).content).toMatchObject({ organisation: 'sector', lastChecked: '2026-03-02' });
    expect(events(EDUCATION)).toMatchObject([{ edit: 'added', by: 'Kaisa Koordinaattori' }]);

    await open(coordinator, 'themes', 'innovation');
    await fills(coordinator, words.own('directory.do.change'), { unit: EDUCATION });
    expect(events('innovation')).toMatchObject([
      { edit: 'changed', before: { unit: MARKETING }, after: { unit: EDUCATION } },
    ]);
    const number = await walkToReceipt(stranger);
    expect(storedRows(assistant.tables).cases).toMatchObject([{ number, responsibleUnit: EDUCATION }]);

    await open(coordinator, 'units', EDUCATION);
    const before = assistant.tables.snapshot();
    await coordinator.press(words.own('directory.do.retire'));
    expect(cardText(coordinator)).toContain(words.own('directory.kept.themes', { names: 'Innovation' }));
    expect(assistant.tables.snapshot()).toBe(before);

    await open(coordinator, 'themes', 'innovation');
    await fills(coordinator, words.own('directory.do.change'), { unit: MARKETING });
    await open(coordinator, 'units', EDUCATION);
    await coordinator.press(words.own('directory.do.retire'));
    expect(stored('units', EDUCATION).retired).toBe(true);
    await coordinator.press(words.own('directory.do.return'));
    expect(stored('units', EDUCATION).retired).toBeUndefined();
    expect(events(EDUCATION).map(({ edit }) => edit)).toEqual(['added', 'retired', 'returned']);
  });

  it.each([INTERNATIONAL_AFFAIRS, 'economic-and-urban-development', 'security'])(
    'that rules name, such as %s, stays',
    async (id) => {
      await open(coordinator, 'units', id);
      const before = assistant.tables.snapshot();
      await coordinator.press(words.own('directory.do.retire'));
      expect(cardText(coordinator)).toMatch(/cannot be taken out of use/);
      expect(assistant.tables.snapshot()).toBe(before);
    },
  );
});

describe('the people of a unit', () => {
  const people = (unit = MARKETING) => {
    const { members, deputy } = stored('units', unit).content as { members: { name: string }[]; deputy?: string };
    return { names: members.map(({ name }) => name), deputy };
  };

  beforeEach(async () => {
    await open(coordinator, 'units', MARKETING);
    await addMember(coordinator, colleague);
    await addMember(coordinator, stranger);
    await addMember(coordinator, coordinator);
  });

  it('are asked in their order, which can be changed; the deputy comes second', async () => {
    expect(people().names).toEqual(['Bo Exempel', 'Stranger', 'Kaisa Koordinaattori']);
    await opens(coordinator, 'Kaisa Koordinaattori');
    await coordinator.press(words.own('directory.do.deputy'));
    expect(cardText(coordinator)).toContain(words.own('directory.member.deputy'));
    expect(people()).toEqual({
      names: ['Bo Exempel', 'Kaisa Koordinaattori', 'Stranger'],
      deputy: coordinator.member.aadObjectId,
    });
    await coordinator.press(words.own('directory.do.up'));
    expect(people()).toEqual({ names: ['Kaisa Koordinaattori', 'Bo Exempel', 'Stranger'], deputy: undefined });
    await coordinator.press(words.own('directory.do.remove'));
    expect(people().names).toEqual(['Bo Exempel', 'Stranger']);
    expect(events(MARKETING).map(({ edit, about }) => [edit, about])).toEqual([
      ['member-added', 'Bo Exempel'],
      ['member-added', 'Stranger'],
      ['member-added', 'Kaisa Koordinaattori'],
      ['deputy-named', 'Kaisa Koordinaattori'],
      ['member-moved', 'Kaisa Koordinaattori'],
      ['member-removed', 'Kaisa Koordinaattori'],
    ]);
    await coordinator.press(words.own('directory.do.history'));
    expect(cardText(coordinator)).toContain('Kaisa Koordinaattori removed Kaisa Koordinaattori');
  });

  it('who are away are passed over by a new visit, and the case says whose turn it was', async () => {
    await opens(coordinator, 'Bo Exempel');
    await fills(coordinator, words.own('directory.do.change'), { from: '2026-03-01', to: '2026-03-05' });
    expect(cardText(coordinator)).toContain(words.own('directory.member.away-now'));
    expect(events(MARKETING).at(-1)).toMatchObject({ edit: 'absence-added', about: 'Bo Exempel' });
    const visitor = assistant.person('Visitor');
    const number = await walkToReceipt(visitor, { theme: THEME });
    const [made] = storedRows(assistant.tables).cases;
    expect(JSON.parse(String(made?.routing)).responsible).toMatchObject({
      unit: MARKETING,
      contact: { name: 'Stranger' },
      skipped: [{ name: 'Bo Exempel' }],
    });
    await stranger.says(number);
    expect(cardText(stranger)).toContain(words.own('case.asked', { name: 'Stranger' }));
    expect(cardText(stranger)).toContain(words.own('case.skipped', { names: 'Bo Exempel' }));

    await open(coordinator, 'units', MARKETING);
    await opens(coordinator, 'Bo Exempel');
    await coordinator.press(({ verb }) => verb === 'directory-absence-remove');
    expect(cardText(coordinator)).not.toContain(words.own('directory.member.away-now'));
    expect(events(MARKETING).at(-1)).toMatchObject({ edit: 'absence-removed' });
  });

  it.each([
    [{ from: '2026-03-05', to: '2026-03-01' }, words.own('problems.too-early')],
    [{ from: '2026-03-05' }, words.own('problems.missing')],
    [{ to: '2026-03-05' }, words.own('problems.missing')],
    [{ address: 'bo' }, words.own('directory.problem.not-an-address')],
  ])('with %j get a sentence, and nothing is changed', async (inputs, sentence) => {
    await opens(coordinator, 'Bo Exempel');
    await coordinator.press(words.own('directory.do.change'));
    const before = assistant.tables.snapshot();
    await keeps(coordinator, inputs as Inputs);
    expect(cardText(coordinator)).toContain(sentence);
    for (const typed of Object.values(inputs)) expect(cardText(coordinator)).toContain(typed);
    expect(assistant.tables.snapshot()).toBe(before);
  });

  it('with a year of two digits are asked about, and one press says yes', async () => {
    await opens(coordinator, 'Bo Exempel');
    await fills(coordinator, words.own('directory.do.change'), { from: '2026-03-05', to: '0026-03-06' });
    expect(cardText(coordinator)).toContain(words.own('problems.this-day', { day: '6 March 2026' }));
    await keeps(coordinator, {});
    expect(events(MARKETING).at(-1)).toMatchObject({ edit: 'absence-added', about: 'Bo Exempel' });
  });

  it('are not added twice, nor when nobody knows them, nor without a choice', async () => {
    const before = assistant.tables.snapshot();
    await coordinator.press(words.own('directory.do.add-member'));
    await keeps(coordinator, { person: '00000000-1111-4222-8333-444444444444' });
    expect(cardText(coordinator)).toContain(words.own('directory.problem.unknown-person'));
    await keeps(coordinator, { person: colleague.member.aadObjectId });
    expect(cardText(coordinator)).toContain(words.own('directory.problem.already-member'));
    await keeps(coordinator, { person: '' });
    expect(cardText(coordinator)).toContain(words.own('problems.missing'));
    expect(assistant.tables.snapshot()).toBe(before);
  });

  it('of the team itself: the last one stays', async () => {
    await open(coordinator, 'units', INTERNATIONAL_AFFAIRS);
    await opens(coordinator, 'Kaisa Koordinaattori');
    const before = assistant.tables.snapshot();
    await coordinator.press(words.own('directory.do.remove'));
    expect(cardText(coordinator)).toContain(words.own('directory.kept.last-member'));
    expect(assistant.tables.snapshot()).toBe(before);
  });

  it('who become members of the team may edit, and no more once they are removed', async () => {
    await open(coordinator, 'units', INTERNATIONAL_AFFAIRS);
    await addMember(coordinator, colleague);
    await colleague.says('directory');
    expect(cardText(colleague)).toContain(words.own('directory.title'));
    await opens(coordinator, 'Bo Exempel');
    await coordinator.press(words.own('directory.do.remove'));
    await colleague.says('directory');
    expect(cardText(colleague)).toContain(words.own('notice.not-coordinator.title'));
  });
});

describe('sister cities, days and reminders', () => {
  it('a city gets a status and spellings, is added, retired, and found again by adding it', async () => {
    await open(coordinator, 'sisterCities', 'esztergom');
    await fills(coordinator, words.own('directory.do.change'), { status: 'in-force', spellings: 'Gran\n Ostrihom \n' });
    expect(stored('sister-cities', 'esztergom').content).toMatchObject({
      status: 'in-force',
      spellings: ['Gran', 'Ostrihom'],
    });
    const tartu = entryId('sisterCities', 'TARTU');
    const made = { 'name-fi': 'Tarto', 'name-sv': 'Dorpat', 'name-en': 'Tartu', country: 'EE', status: 'not-told' };
    await sends(coordinator, 'directory-list', { list: 'sisterCities' });
    await fills(coordinator, words.own('directory.add.sisterCities'), made);
    await coordinator.press(words.own('directory.do.retire'));
    expect(stored('sister-cities', tartu).retired).toBe(true);
    await sends(coordinator, 'directory-list', { list: 'sisterCities' });
    await fills(coordinator, words.own('directory.add.sisterCities'), { ...made, status: 'in-force' });
    expect(stored('sister-cities', tartu)).toMatchObject({ content: { status: 'in-force' } });
    expect(events(tartu).map(({ edit }) => edit)).toEqual(['added', 'retired', 'returned']);
  });

  it('a city that was there from the beginning is found again by adding it, under its own id', async () => {
    await open(coordinator, 'sisterCities', 'esztergom');
    await coordinator.press(words.own('directory.do.retire'));
    const names = { 'name-fi': 'Esztergom', 'name-sv': 'Esztergom', 'name-en': 'Esztergom' };
    await sends(coordinator, 'directory-list', { list: 'sisterCities' });
    const made = { ...names, country: 'HU', status: 'in-force' };
    await fills(coordinator, words.own('directory.add.sisterCities'), made);
    expect(stored('sister-cities', 'esztergom')).toMatchObject({ content: { id: 'esztergom', status: 'in-force' } });
    expect(stored('sister-cities', 'esztergom').retired).toBeUndefined();
  });

  it.each([
    ['leadTimes', 'lead-times', 'gifts', 'days', '-30', -30],
    ['reminders', 'reminders', 'contact-submitted', 'workingDays', '3', 3],
  ] as const)('%s: the days can be changed, within their limits', async (list, partition, id, part, typed, kept) => {
    await open(coordinator, list, id);
    const before = assistant.tables.snapshot();
    await fills(coordinator, words.own('directory.do.change'), { [part]: '9999' });
    expect(assistant.tables.snapshot()).toBe(before);
    expect(cardText(coordinator)).toContain('9999');
    await keeps(coordinator, { [part]: '3,000' });
    expect(cardText(coordinator)).toContain(words.own('problems.which-number'));
    await keeps(coordinator, {});
    expect(cardText(coordinator)).toContain(words.own('problems.not-a-number'));
    expect(assistant.tables.snapshot()).toBe(before);
    await keeps(coordinator, { [part]: typed });
    expect(stored(partition, id).content[part]).toBe(kept);
    expect(events(id)).toMatchObject([{ edit: 'changed', after: { [part]: kept } }]);
  });

  it('a theme is added and retired, but not one that a rule asks for', async () => {
    await sends(coordinator, 'directory-list', { list: 'themes' });
    await fills(coordinator, words.own('directory.add.themes'), { ...NAMES, unit: MARKETING });
    await coordinator.press(words.own('directory.do.retire'));
    expect(stored('themes', entryId('themes', NAMES['name-en'])).retired).toBe(true);
    await open(coordinator, 'themes', 'sector-substance');
    const before = assistant.tables.snapshot();
    await coordinator.press(words.own('directory.do.retire'));
    expect(cardText(coordinator)).toMatch(/cannot be taken out of use/);
    expect(assistant.tables.snapshot()).toBe(before);
  });
});

describe('two who edit at once', () => {
  beforeEach(async () => {
    await open(coordinator, 'units', INTERNATIONAL_AFFAIRS);
    await addMember(coordinator, colleague);
    for (const person of [coordinator, colleague]) {
      await open(person, 'units', MARKETING);
      await person.press(words.own('directory.do.change'));
    }
  });

  it('one wins; the other sees who and when, what stands now, and what they typed, and can keep it after all', async () => {
    await keeps(colleague, { 'contact-address': 'bo@espoo.fi' });
    const before = assistant.tables.snapshot();
    await keeps(coordinator, { 'contact-name': 'Kaisa' });
    expect(assistant.tables.snapshot()).toBe(before);
    const shown = cardText(coordinator);
    expect(shown).toContain('Bo Exempel was faster');
    expect(shown).toContain(words.own('directory.now', { value: 'bo@espoo.fi' }));
    expect(shown).toContain('Kaisa');
    await keeps(coordinator, {});
    expect(stored('units', MARKETING).content.contact).toEqual({ name: 'Kaisa', address: 'glenn.gassen@espoo.fi' });
    expect(events(MARKETING).map(({ by }) => by)).toEqual(['Bo Exempel', 'Kaisa Koordinaattori']);
  });

  it('in the same moment: one event, and the other is told', async () => {
    await Promise.all([keeps(colleague, { 'contact-name': 'Bo' }), keeps(coordinator, { 'contact-name': 'Kaisa' })]);
    expect(events(MARKETING)).toHaveLength(1);
    const told = [colleague, coordinator].map(cardText).filter((text) => text.includes('was faster'));
    expect(told).toHaveLength(1);
  });

  it('a press repeated is one edit, and says nothing of anybody else', async () => {
    await keeps(coordinator, { 'contact-name': 'Kaisa' });
    await coordinator.repeatLast();
    expect(events(MARKETING)).toHaveLength(1);
    expect(cardText(coordinator)).not.toContain('was faster');
    expect(cardText(coordinator)).toContain(words.own('directory.do.add-member'));
  });

  it('a button on an old card changes nothing, and the card says who was faster', async () => {
    await coordinator.press(words.own('directory.do.back'));
    const check = coordinator.action(words.own('directory.do.check'));
    await keeps(colleague, { 'contact-name': 'Bo' });
    const before = assistant.tables.snapshot();
    await coordinator.presses(check);
    expect(cardText(coordinator)).toContain('Bo Exempel was faster');
    expect(assistant.tables.snapshot()).toBe(before);
  });
});

describe('a press that no directory card has', () => {
  it.each([
    ['directory-entry', { list: 'goals', id: 'x' }],
    ['directory-entry', { list: '__proto__', id: 'x' }],
    ['directory-entry', { list: 'units', id: '../people' }],
    ['directory-entry', { list: 'units', id: `|event|${MARKETING}|000001|x` }],
    ['directory-list', { list: 'units', from: -1 }],
    ['directory-list', { list: 'units', from: 9999 }],
    ['directory-form', { list: 'leadTimes' }],
    ['directory-save', { list: 'leadTimes', id: 'x', days: 3 }],
    ['directory-save', { list: 'reminders', workingDays: 3 }],
    ['directory-save', { list: 'units', id: MARKETING, tag: 'x', draft: 'a', revision: 0 }],
    ['directory-save', { list: 'themes', ...NAMES, unit: 'constructor' }],
    ['directory-save', { list: 'units', 'name-fi': { a: 1 }, 'name-sv': 7, 'name-en': ['x'], organisation: 'sector' }],
    ['directory-save', { list: 'sisterCities', ...NAMES, country: 'XX', status: 'in-force' }],
    ['directory-retire', { list: 'leadTimes', id: 'gifts', tag: 'GIFTS' }],
    ['directory-retire', { list: 'units', id: MARKETING, tag: 'made up' }],
    ['directory-check', { list: 'themes', id: 'innovation', tag: 'made up' }],
    ['directory-return', { list: 'units', id: MARKETING, tag: 'MARKETING' }],
    ['directory-member', { unit: MARKETING, member: '__proto__' }],
    ['directory-member-move', { unit: MARKETING, member: 'nobody', tag: 'MARKETING', move: 'remove' }],
    ['directory-member-move', { unit: MARKETING, member: 'nobody', tag: 'MARKETING', move: 'explode' }],
    ['directory-absence-remove', { unit: MARKETING, member: 'nobody', tag: 'MARKETING', from: 'x', to: 'y' }],
    ['directory-add-member', { unit: MARKETING, tag: 'MARKETING', person: { id: 'x' } }],
    ['directory-add-member', { unit: MARKETING, tag: 'MARKETING', person: '../units' }],
    ['directory-add-member', { unit: 'nowhere', tag: 'x', person: 'y' }],
    ['directory-explode', {}],
  ])('%s with %j changes nothing and is answered', async (verb, data) => {
    const tags: Record<string, string> = {
      MARKETING: tagOf('units', MARKETING),
      GIFTS: tagOf('lead-times', 'gifts'),
    };
    const before = assistant.tables.snapshot();
    const own = 'tag' in data ? { tag: tags[data.tag] ?? data.tag } : {};
    const answer = await sends(coordinator, verb, { ...data, ...own });
    expect(answer.statusCode).toBe(200);
    expect(cardText(coordinator)).not.toContain(words.own('notice.failed.title'));
    expect(assistant.tables.snapshot()).toBe(before);
  });
});

it('an edit costs a read and a transaction', async () => {
  await open(coordinator, 'units', MARKETING);
  const requests = async (act: () => Promise<unknown>) => {
    assistant.tables.resetRequests();
    await act();
    return assistant.tables.requests.map(({ kind }) => kind);
  };
  expect(await requests(() => coordinator.press(words.own('directory.do.check')))).toEqual(['read', 'transaction']);
  await coordinator.press(words.own('directory.do.change'));
  expect(await requests(() => keeps(coordinator, { 'contact-name': 'Kaisa' }))).toEqual(['read', 'transaction']);
  await coordinator.press(words.own('directory.do.add-member'));
  const add = () => keeps(coordinator, { person: colleague.member.aadObjectId });
  expect(await requests(add)).toEqual(['read', 'transaction']);
  expect(await requests(() => coordinator.says('directory'))).toEqual([]);
});
