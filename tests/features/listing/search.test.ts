import type { TeamsPerson } from '../../fixtures/teams-person';
import { list, listed, makeMembers, newestFirst, newLine } from '../../playing/listed-cases';
import { cardText, LOCALES, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const words = wordsIn('en');
const UNIT = 'service-development';

let team: TeamsPerson;
let member: TeamsPerson;
let requester: TeamsPerson;
let stranger: TeamsPerson;

const requested = { organisation: 'Seoul Metropolitan Council', country: 'KR', unit: 'espoo-marketing-business' };
const own = () => newLine({ ...requested, requester: { id: requester.member.aadObjectId, name: 'Sending Person' } });

const assistant = withAssistant();
beforeAll(async () => {
  team = assistant.person('Team Member');
  member = assistant.person('Member of Services');
  requester = assistant.person('Sending Person');
  stranger = assistant.person('Perfect Stranger');
  await makeMembers(assistant, { 'international-affairs': [team], [UNIT]: [member] });
});
afterEach(() => expect(assistant.violations()).toEqual([]));

async function finds(person: TeamsPerson, text: string): Promise<readonly string[]> {
  await person.says(text);
  return listed(person);
}

describe('a search', () => {
  const lines = () => ({
    own: own(),
    ofUnit: newLine({ organisation: 'Ministry of Séoul Affairs', unit: UNIT }),
    told: newLine({ organisation: 'Busan and Seoul Board', informed: [UNIT], state: 'closed', waitsFor: 'nobody' }),
    handled: newLine({
      organisation: 'Seoul Port',
      handler: { id: requester.member.aadObjectId, name: 'Sending Person' },
      unit: 'espoo-marketing-business',
    }),
    foreign: newLine({ organisation: 'Seoul Secret Society', unit: 'espoo-marketing-business' }),
    elsewhere: newLine({ organisation: 'Seoul of another tenant', tenant: 'another' }),
  });
  let all: ReturnType<typeof lines>;

  beforeAll(async () => {
    all = lines();
    await list(assistant, Object.values(all));
  });

  it('finds what the team sees, what is of a member’s units, and what one asked for, but not what one handled for a unit that one has left', async () => {
    const { foreign, ofUnit, told, handled } = all;
    expect(await finds(team, 'search Seoul')).toEqual(newestFirst([all.own, ofUnit, told, handled, foreign]));
    expect(await finds(member, 'search Seoul')).toEqual(newestFirst([ofUnit, told]));
    expect(await finds(requester, 'search Seoul')).toEqual([all.own.number]);
  });

  it('tells nothing of others’ cases: whether there are some or none, the card is the same', async () => {
    expect(await finds(stranger, 'search Seoul')).toEqual([]);
    const some = JSON.stringify(stranger.card()).replaceAll('Seoul', 'NAME');
    expect(await finds(stranger, 'search Nowhereville')).toEqual([]);
    expect(JSON.stringify(stranger.card()).replaceAll('Nowhereville', 'NAME')).toBe(some);
    for (const name of ['Secret', 'Society', 'foreign', 'V-2026']) expect(some).not.toContain(name);
    for (const from of [undefined, '0000000000000|V-2026-0001', 'zzz']) {
      await stranger.presses({ type: 'Action.Execute', verb: 'search', data: { text: 'Seoul', from } });
      expect(listed(stranger)).toEqual([]);
      expect(() => stranger.action(words.own('actions.older'))).toThrow();
    }
    expect(await finds(requester, 'search secret society')).toEqual([]);
    expect(cardText(requester)).toContain(words.own('search.none'));
  });

  it.each([
    ['fi', 'etsi seoul'],
    ['fi', 'hae SEOUL'],
    ['sv', 'sök Seoul'],
    ['sv', 'sök efter "Seoul"'],
    ['en', 'find Seo'],
    ['en', 'search for: seoul council'],
    ['en', 'Search metropolitan'],
  ] as const)('is understood in %s: "%s"', async (language, text) => {
    const person = assistant.person('Sending Person', { locale: LOCALES[language] });
    expect(await finds(person, text)).toContain(all.own.number);
  });

  it.each(['search South Korea', 'etsi Etelä-Korea', 'sök Sydkorea', 'find korea'])(
    'by a country in any language: "%s"',
    async (text) => {
      expect(await finds(requester, text)).toEqual([all.own.number]);
      expect(await finds(stranger, text)).toEqual([]);
    },
  );

  it('by any spelling of a sister city', async () => {
    const line = newLine({ organisation: 'Gatchina Town Hall', unit: UNIT });
    await list(assistant, [line]);
    expect(await finds(member, 'etsi Hatsina')).toEqual([line.number]);
  });

  it('goes on from the field on the card, which keeps what was typed, and opens what it finds', async () => {
    await requester.says('search');
    expect(cardText(requester)).toContain(words.own('search.ask'));
    await requester.press(words.own('search.do'));
    expect(cardText(requester)).toContain(words.own('search.ask'));
    await requester.press(words.own('search.do'), { text: 'metropolitan seoul' });
    expect(listed(requester)).toEqual([all.own.number]);
    expect(requester.texts()).toContain('metropolitan seoul');
    await requester.says('inbox');
    await requester.press(words.own('search.do'), { text: 'Seoul Port' });
    expect(listed(requester)).toEqual([]);
    await team.says('inbox');
    await team.press(words.own('search.do'), { text: 'secret' });
    expect(listed(team)).toEqual([all.foreign.number]);
  });

  it.each([
    'search 🙂',
    "search ' or 1 eq 1",
    `find ${'x'.repeat(3000)}`,
    'etsi /\\#?|',
    'search $t(a) **b** {{c}} ${1}',
  ])('"%s" does no harm', async (text) => {
    await requester.says(text);
    expect(requester.action('search')).toBeDefined();
  });

  it('goes on to older ones, past many that one may not see', async () => {
    const mine = Array.from({ length: 10 }, () => ({ ...own(), organisation: 'Tallinn Board' }));
    const others = Array.from({ length: 130 }, () => newLine({ organisation: 'Tallinn Board' }));
    await list(assistant, [...mine, ...others]);
    expect(await finds(requester, 'search Tallinn')).toEqual(newestFirst(mine).slice(0, 8));
    await requester.press(words.own('actions.older'));
    expect(listed(requester)).toEqual(newestFirst(mine).slice(8));
    await requester.press(words.own('actions.newest'));
    expect(listed(requester)).toEqual(newestFirst(mine).slice(0, 8));
    expect(await finds(stranger, 'search Tallinn')).toEqual([]);
  });
});
