import type { TeamsPerson } from '../../fixtures/teams-person';
import { list, listed, makeMembers, newestFirst, newLine } from '../../playing/listed-cases';
import { INERT, LIVE, placesOf } from '../../playing/live-text';
import { cardText, LOCALES, unitName, walkToReceipt, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const words = wordsIn('en');
const MARKETING = 'espoo-marketing-business';

let team: TeamsPerson;
let first: TeamsPerson;
let second: TeamsPerson;
let requester: TeamsPerson;

const assistant = withAssistant({}, { forEachTest: true });
beforeEach(async () => {
  team = assistant.person('Team Member');
  first = assistant.person('First Marketer');
  second = assistant.person('Second Marketer');
  requester = assistant.person('Sending Person');
  await makeMembers(assistant, { 'international-affairs': [team], [MARKETING]: [first, second] });
});

/** Sends a visit request to Espoo Marketing, and waits until everybody has been told. */
async function send(): Promise<string> {
  const number = await walkToReceipt(requester);
  await assistant.bot.worker.drain();
  return number;
}

async function says(person: TeamsPerson, text = 'inbox'): Promise<string> {
  await person.says(text);
  return cardText(person);
}

/** Opens a case from the listing seen. */
const opens = (person: TeamsPerson, number: string) =>
  person.press(({ verb, data }) => verb === 'show-case' && Object(data).case === number);

describe('what waits', () => {
  it('is nothing at first, and the card says what to do instead', async () => {
    const text = await says(requester);
    expect(text).toContain(words.own('inbox.nothing'));
    expect(text).not.toContain(words.own('inbox.unit'));
    expect(listed(requester)).toEqual([]);
    await requester.press(words.own('actions.my-work'));
    expect(cardText(requester)).toContain(words.own('work.empty'));
    const ofMember = await says(second);
    expect(ofMember).toContain(words.own('inbox.mine-empty'));
    expect(ofMember).toContain(words.own('inbox.units-empty'));
  });

  it('is mine when I was asked, my unit’s when a colleague was, and names who took it on', async () => {
    const number = await send();
    expect(await says(first)).toContain(words.own('inbox.you-asked'));
    expect(listed(first)).toEqual([number]);
    const ofSecond = await says(second);
    expect(listed(second)).toEqual([number]);
    expect(ofSecond).toContain(words.own('inbox.asked', { name: 'First Marketer' }));
    expect(ofSecond).toContain(words.own('inbox.mine-empty'));

    await opens(first, number);
    await first.press(words.own('life.do.accept'));
    await assistant.bot.worker.drain();
    const taken = await says(second);
    expect(taken).toContain(words.own('inbox.taken', { name: 'First Marketer' }));
    expect(taken).toContain(words.own('life.short.accepted'));
    expect(await says(first)).not.toContain(words.own('inbox.you-asked'));
    expect(listed(first)).toEqual([number]);
  });

  it('is the requester’s when more is asked, and the unit’s again when that is answered', async () => {
    const number = await send();
    expect(await says(requester)).toContain(words.own('inbox.nothing'));
    await says(first);
    await opens(first, number);
    await first.press(words.own('life.do.ask'));
    await first.press(({ verb }) => verb === 'act', { text: 'Who pays?' });
    await assistant.bot.worker.drain();
    expect(await says(requester)).toContain(words.own('inbox.your-answer'));
    await opens(requester, number);
    expect(cardText(requester)).toContain('Who pays?');
    expect(await says(first)).toContain(words.own('inbox.mine-empty'));
    expect(listed(first)).toEqual([]);
    await says(requester);
    await opens(requester, number);
    await requester.press(words.own('life.do.answer'));
    await requester.press(({ verb }) => verb === 'act', { text: 'They do' });
    await assistant.bot.worker.drain();
    await says(first);
    expect(listed(first)).toEqual([number]);
    expect(await says(requester)).toContain(words.own('inbox.nothing'));
  });

  it('is what has waited longest, and all of it behind a button', async () => {
    const lines = Array.from({ length: 10 }, () => newLine({ unit: MARKETING }));
    await list(assistant, lines);
    expect(await says(second)).toContain(words.own('inbox.more'));
    expect(listed(second)).toEqual([...newestFirst(lines)].reverse().slice(0, 6));
    expect(cardText(second)).toContain(words.own('inbox.nobody'));
    await second.press(words.own('inbox.show-all'));
    expect(listed(second)).toEqual(newestFirst(lines).slice(0, 8));
    await second.press(words.own('actions.older'));
    expect(listed(second)).toEqual(newestFirst(lines).slice(8));
  });

  it.each([
    ['fi', 'Työjono'],
    ['fi', 'mikä odottaa minua?'],
    ['fi', 'saapuneet'],
    ['sv', 'inkorg'],
    ['sv', 'Vad väntar på mig'],
    ['en', 'INBOX'],
    ['en', 'What waits for me?'],
  ] as const)('is asked for in %s: "%s"', async (language, text) => {
    const person = assistant.person('Polyglot', { locale: LOCALES[language] });
    await person.says(text);
    expect(person.texts()).toContain(wordsIn(language).own('inbox.title'));
  });
});

describe('local mode, where nobody is a member of anything', () => {
  it('shows what one has sent oneself as waiting for the unit, whose part one plays', async () => {
    await makeMembers(assistant, { 'international-affairs': [], [MARKETING]: [] });
    const number = await send();
    const text = await says(requester);
    expect(text).toContain(words.own('inbox.mine-empty'));
    expect(listed(requester)).toEqual([number]);
    await opens(requester, number);
    await requester.press(words.own('life.do.accept'));
    await assistant.bot.worker.drain();
    expect(await says(requester)).toContain(words.own('life.short.accepted'));
    await requester.press(words.own('inbox.all'));
    expect(listed(requester)).toEqual([number]);
  });
});

describe('the start page', () => {
  it('leads to the inbox for members of a unit, and for nobody else', async () => {
    await second.says('hi');
    await second.press(words.own('actions.inbox'));
    expect(second.texts()).toContain(words.own('inbox.title'));
    await second.says('in English');
    expect(second.action('inbox')).toBeDefined();
    await requester.says('hi');
    expect(() => requester.action('inbox')).toThrow();
    await second.installs();
    expect(cardText(second)).toContain(words.own('home.things.inbox'));
  });
});

describe('the international affairs team', () => {
  it('sees all cases of a year, narrows them down, and pages keep what was chosen', async () => {
    const mine = Array.from({ length: 12 }, (_, at) =>
      newLine({
        unit: at % 3 === 0 ? MARKETING : 'service-development',
        process: at % 2 === 0 ? 'visit-request' : 'advocacy',
      }),
    );
    const closed = Array.from({ length: 3 }, () => newLine({ state: 'closed', waitsFor: 'nobody' }));
    const old = newLine({}, 2025);
    await list(assistant, [...mine, ...closed, old]);
    await says(team);
    await team.press(words.own('inbox.all'));
    expect(listed(team)).toEqual(newestFirst(mine).slice(0, 8));
    expect(cardText(team)).toContain(
      words.own('inbox.unit-who', { unit: unitName(MARKETING), who: words.own('inbox.nobody') }),
    );
    const show = (inputs: Record<string, string>) => team.press(words.own('inbox.show'), inputs);
    await show({ unit: 'service-development' });
    const ofService = newestFirst(mine.filter(({ unit }) => unit === 'service-development'));
    expect(listed(team)).toEqual(ofService);
    await show({ unit: 'all', process: 'visit-request', state: 'all' });
    const visits = newestFirst([...mine, ...closed].filter(({ process }) => process === 'visit-request'));
    expect(listed(team)).toEqual(visits.slice(0, 8));
    await team.press(words.own('actions.older'));
    expect(listed(team)).toEqual(visits.slice(8));
    // The card still has what was chosen in its inputs.
    await show({ state: 'closed' });
    expect(listed(team)).toEqual(newestFirst(closed));
    await show({ state: 'open', process: 'all', year: '2025' });
    expect(listed(team)).toEqual([old.number]);
    await show({ unit: MARKETING });
    expect(cardText(team)).toContain(words.own('inbox.none'));
    await team.press(words.own('actions.inbox'));
    expect(team.texts()).toContain(words.own('inbox.title'));
  });

  it('sees no case of another tenant', async () => {
    await list(assistant, [newLine({ tenant: 'another' })]);
    await says(team);
    await team.press(words.own('inbox.all'));
    expect(listed(team)).toEqual([]);
  });
});

describe('a member of a unit', () => {
  it('chooses among their own units, and gets nothing of others however they ask', async () => {
    const told = newLine({ informed: [MARKETING] });
    const own = newLine({ unit: MARKETING, state: 'closed' });
    const foreign = newLine();
    await list(assistant, [told, own, foreign]);
    const text = await says(second);
    expect(text).toContain(unitName(MARKETING));
    expect(text).not.toContain(unitName('service-development'));
    await second.press(words.own('inbox.show'), { state: 'all' });
    expect(listed(second)).toEqual(newestFirst([told, own]));
    await second.press(words.own('inbox.show'), { state: 'closed', year: '2026' });
    expect(listed(second)).toEqual([own.number]);
    for (const data of [
      { unit: 'service-development', state: 'all' },
      { unit: 'service-development', state: 'all', year: '2026' },
      { unit: "' or true or '", state: 'all' },
      { unit: ['x'], state: 'no such state', process: 7, year: 'never', from: 'zzz' },
      { from: '0000000000000|V-2026-0001', state: 'all' },
    ]) {
      await second.presses({ type: 'Action.Execute', verb: 'inbox', data });
      expect(listed(second)).not.toContain(foreign.number);
      expect(second.action('home')).toBeDefined();
    }
  });

  it('who is of no unit gets only their own, however they ask', async () => {
    const own = newLine({ requester: { id: requester.member.aadObjectId, name: 'Sending Person' } });
    await list(assistant, [own, newLine({ unit: MARKETING })]);
    await requester.says('hi');
    for (const data of [{ state: 'all' }, { unit: MARKETING }, { unit: 'all', year: '2026' }, { unit: 'me' }]) {
      await requester.presses({ type: 'Action.Execute', verb: 'inbox', data });
      expect(listed(requester)).toEqual([own.number]);
    }
  });
});

describe('a full card', () => {
  it('has room for long names in any script, with all its filters', async () => {
    await makeMembers(assistant, { 'international-affairs': [team, second] });
    const organisation = '語'.repeat(200);
    const own = { id: team.member.aadObjectId, name: 'T'.repeat(60) };
    const mine = Array.from({ length: 9 }, () =>
      newLine({ organisation, country: 'KR', handler: own, unit: 'international-affairs' }),
    );
    const units = Array.from({ length: 9 }, () =>
      newLine({
        organisation,
        country: 'KR',
        unit: 'international-affairs',
        handler: { id: second.member.aadObjectId, name: '語'.repeat(60) },
        isTakenOn: true,
      }),
    );
    await list(assistant, [...mine, ...units]);
    for (const locale of ['fi-FI', 'sv-FI', 'en-GB']) {
      const person = assistant.person('Team Member', { locale });
      await person.says('inbox');
      expect(listed(person)).toHaveLength(12);
      await person.press(({ verb, data }) => verb === 'inbox' && Object(data).unit === 'all');
      expect(listed(person)).toHaveLength(8);
    }
  });
});

describe('what somebody typed', () => {
  it('stands on a listing as it is, and does nothing', async () => {
    await list(assistant, [
      newLine({ organisation: LIVE, unit: MARKETING, handler: { id: 'other', name: `Eve ${LIVE}` } }),
    ]);
    const cards = [];
    for (const text of ['inbox', `search ${LIVE}`, 'search evil']) {
      await second.says(text);
      cards.push(second.card());
    }
    const places = cards.flatMap((card) => placesOf(card, ['evil.example', 'onerror']));
    expect(places.length).toBeGreaterThan(6);
    expect([...new Set(places)].filter((place) => !INERT.test(place))).toEqual([]);
    expect(cardText(second)).toContain(`Eve ${LIVE}`);
  });
});

describe('a number', () => {
  it('opens its case, alone or in a few words, in any language', async () => {
    const number = await send();
    const short = number.toLowerCase().replace(/-0*(\d+)$/, '-$1');
    for (const text of [
      number,
      `case ${number}`,
      `asia ${short}`,
      `ärende ${short}`,
      `näytä asia ${short}`,
      `Show case: ${number}`,
      `What has become of ${number}?`,
      `asia v 2026 ${Number(number.split('-')[2])}`,
      `search ${number}`,
    ]) {
      await requester.says(text);
      expect([text, cardText(requester)]).toEqual([text, expect.stringContaining(`· ${number}`)]);
    }
    const stranger = assistant.person('Stranger to numbers');
    await stranger.says(`case ${number}`);
    const refused = JSON.stringify(stranger.card());
    await stranger.says('case V-2026-99999');
    expect(JSON.stringify(stranger.card())).toBe(refused);
    expect(refused).not.toContain('Sample City Council');
  });
});
