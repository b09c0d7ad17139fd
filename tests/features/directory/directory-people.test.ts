import { INTERNATIONAL_AFFAIRS } from '../../fixtures/city';
import { type GraphStandIn, startGraph } from '../../fixtures/graph/start-graph';
import { row } from '../../fixtures/person/row';
import { type RunningAssistant, startAssistant } from '../../fixtures/running-assistant';
import type { Inputs, TeamsPerson } from '../../fixtures/teams-person';
import { cardText, wordsIn } from '../../playing/visit-walk';

const words = wordsIn('en');
const MAIJA = {
  id: '11112222-3333-4444-8555-666677778888',
  displayName: 'Maija Malli',
  mail: 'maija.malli@espoo.example',
  userPrincipalName: 'mmalli@espoo.example',
};

let graph: GraphStandIn;
let assistant: RunningAssistant;
let coordinator: TeamsPerson;

const start = (firstCoordinator?: { id: string; name: string }) =>
  startAssistant({
    // Nobody is in the team yet.
    members: { 'international-affairs': { members: [] } },
    graph: {
      baseUrl: graph.url,
      token: async () => graph.token,
      answerWithinMs: 1_500,
      accounts: graph.teamwork.users,
      mailbox: graph.mailbox.address,
    },
    ...(firstCoordinator && { firstCoordinator }),
  });

beforeEach(async () => {
  graph = await startGraph();
  graph.teamwork.users.push(MAIJA);
});
afterEach(async () => {
  expect([...assistant.violations(), ...graph.violations]).toEqual([]);
  await assistant.close();
  await graph.close();
});

interface DirectoryRow extends Readonly<Record<string, unknown>> {
  readonly content?: string;
}
const rows = (): readonly DirectoryRow[] => JSON.parse(assistant.tables.snapshot()).directory;
const team = () => JSON.parse(rows().find(({ RowKey }) => RowKey === INTERNATIONAL_AFFAIRS)?.content ?? '{}').members;
const events = () => rows().filter(({ entry }) => entry === INTERNATIONAL_AFFAIRS);

describe('somebody from the tenant', () => {
  beforeEach(async () => {
    assistant = await start();
    await assistant.bot.worker.stop();
    coordinator = assistant.person('Kaisa Koordinaattori');
    await coordinator.says('directory');
    await coordinator.press(row(words.own('directory.open', { name: words.own('directory.lists.units') })));
    await coordinator.press(({ data }) => JSON.stringify(data).includes(INTERNATIONAL_AFFAIRS));
    await coordinator.press(words.own('directory.do.add-member'));
  });

  const adds = (inputs: Inputs) => coordinator.press(words.own('directory.do.keep'), inputs);

  it.each<[string, Inputs]>([
    ['chosen in the search of Teams', { person: MAIJA.id }],
    ['chosen where Teams hands over its own form of the id', { person: `8:orgid:${MAIJA.id}` }],
    ['by e-mail address', { mail: MAIJA.mail }],
    ['by the name that they sign in with', { mail: MAIJA.userPrincipalName }],
  ])('%s becomes a member with the name and address of the tenant', async (_how, inputs) => {
    await adds(inputs);
    expect(team()).toEqual([{ id: MAIJA.id, name: 'Maija Malli', address: MAIJA.mail, absences: [] }]);
    expect(cardText(coordinator)).toContain('Maija Malli');
  });

  it.each<[Inputs, string]>([
    [{ mail: 'nobody@espoo.example' }, words.own('directory.problem.unknown-person')],
    [{ mail: 'maija' }, words.own('directory.problem.not-an-address')],
    [{ person: '99992222-3333-4444-8555-666677778888' }, words.own('directory.problem.unknown-person')],
    [{ person: MAIJA.id, mail: MAIJA.mail }, words.own('directory.problem.only-one')],
    [{}, words.own('problems.missing')],
  ])('%j is asked again, what was typed is still there, and nothing is changed', async (inputs, sentence) => {
    const before = assistant.tables.snapshot();
    await adds(inputs);
    expect(cardText(coordinator)).toContain(sentence);
    if (inputs.mail !== undefined) expect(cardText(coordinator)).toContain(inputs.mail);
    expect(assistant.tables.snapshot()).toBe(before);
  });

  it('cannot be looked up while Graph is away: a sentence, and what was typed is still there', async () => {
    graph.fail(() => ({ status: 503 }));
    const before = assistant.tables.snapshot();
    await adds({ mail: MAIJA.mail });
    expect(cardText(coordinator)).toContain(words.own('directory.problem.no-look-up'));
    expect(cardText(coordinator)).toContain(MAIJA.mail);
    expect(assistant.tables.snapshot()).toBe(before);
    graph.fail();
    await adds({});
    expect(team()).toMatchObject([{ name: 'Maija Malli' }]);
  });
});

describe('the first coordinator', () => {
  it('becomes the first member of the team at the start, and can add others; a second start changes nothing', async () => {
    assistant = await start({ id: MAIJA.id, name: MAIJA.displayName });
    await assistant.bot.worker.stop();
    expect(team()).toEqual([{ id: MAIJA.id, name: 'Maija Malli', absences: [] }]);
    expect(events()).toMatchObject([{ edit: 'member-added', about: 'Maija Malli' }]);
    expect(events()[0]).not.toHaveProperty('byId');
    const stranger = assistant.person('Stranger');
    await stranger.says('directory');
    expect(cardText(stranger)).toContain(words.own('notice.not-coordinator.title'));
    const before = team();
    await assistant.restart();
    await assistant.bot.worker.stop();
    expect(team()).toEqual(before);
    expect(events()).toHaveLength(1);
  });

  it('is nobody where none is named', async () => {
    assistant = await start();
    expect(team()).toEqual([]);
    expect(events()).toEqual([]);
  });
});
