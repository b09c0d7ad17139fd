/** Somebody picked for a unit: the Agents Playground hands over their account, Teams their Entra object id. */
import { INTERNATIONAL_AFFAIRS } from '../../fixtures/city';
import { row } from '../../fixtures/person/row';
import { type RunningAssistant, startAssistant } from '../../fixtures/running-assistant';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { cardText, wordsIn } from '../../playing/visit-walk';

const words = wordsIn('en');

let assistant: RunningAssistant;
let coordinator: TeamsPerson;
let picked: TeamsPerson;

beforeEach(async () => {
  // Nobody is in the team yet: in local mode everybody plays its part.
  assistant = await startAssistant({ members: { [INTERNATIONAL_AFFAIRS]: { members: [] } } });
  coordinator = assistant.person('Kaisa Koordinaattori');
  picked = assistant.person('Eero Malliperhe');
  await coordinator.says('directory');
  await coordinator.press(row(words.own('directory.open', { name: words.own('directory.lists.units') })));
  await coordinator.press(({ data }) => JSON.stringify(data).includes(INTERNATIONAL_AFFAIRS));
  await coordinator.press(words.own('directory.do.add-member'));
});
afterEach(async () => {
  expect(assistant.violations()).toEqual([]);
  await assistant.close();
});

const adds = (person: string) => coordinator.press(words.own('directory.do.keep'), { person });
const team = (): unknown => {
  const { directory } = JSON.parse(assistant.tables.snapshot());
  const found = directory.find(({ RowKey }: { RowKey?: string }) => RowKey === INTERNATIONAL_AFFAIRS);
  return JSON.parse(found.content).members;
};

it.each<[string, (person: TeamsPerson) => string]>([
  ['their account', ({ member }) => member.id],
  ['their Entra object id', ({ member }) => member.aadObjectId],
  ['the form that Teams has of it', ({ member }) => `8:orgid:${member.aadObjectId}`],
])('%s finds whoever has a chat with the assistant', async (_what, of) => {
  await picked.says('hi');
  await adds(of(picked));
  expect(team()).toEqual([{ id: picked.member.aadObjectId, name: 'Eero Malliperhe', absences: [] }]);
});

it('somebody who has never said anything has to say hello first', async () => {
  await adds(picked.member.id);
  expect(cardText(coordinator)).toContain(words.own('directory.problem.unknown-person'));
  expect(team()).toEqual([]);
});
