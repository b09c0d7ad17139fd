/** What the team is told once a month of entries that nobody has checked for a year. */
import { INTERNATIONAL_AFFAIRS } from '../../fixtures/city';
import { TENANT } from '../../fixtures/running-assistant';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { memberOf } from '../../fixtures/unit-members';
import { wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const words = wordsIn('en');
const assistant = withAssistant({ tenant: TENANT }, { forEachTest: true });
const MONTHLY = words.own('directory.monthly');
const isMonthly = (seen: unknown) => JSON.stringify(seen).includes(MONTHLY);
let kaisa: TeamsPerson;
let stranger: TeamsPerson;

/** How often somebody was told, once this morning is over in which the assistant looks. */
async function toldOn(moment: string): Promise<number> {
  assistant.setNow(moment);
  await kaisa.says('hi');
  const before = kaisa.cards().length;
  await assistant.bot.nightly.run();
  return kaisa.cards().slice(before).filter(isMonthly).length;
}

beforeEach(async () => {
  assistant.setNow('2026-03-02T05:00:00Z');
  await assistant.bot.worker.stop();
  kaisa = assistant.person('Kaisa Koordinaattori');
  stranger = assistant.person('Bo Exempel');
  await assistant.setMembers(INTERNATIONAL_AFFAIRS, { members: [memberOf(kaisa)] });
  assistant.setNow('2026-03-02T05:02:00Z');
  for (const person of [kaisa, stranger]) await person.says('hi');
});

it('comes on the first working morning of a month, once, to the team alone', async () => {
  expect(await toldOn('2026-04-30T06:00:00Z')).toBe(1);
  // Labour Day and a weekend.
  expect(await toldOn('2026-05-01T06:00:00Z')).toBe(0);
  expect(await toldOn('2026-05-03T06:00:00Z')).toBe(0);
  expect(await toldOn('2026-05-04T05:00:00Z')).toBe(0);
  expect(await toldOn('2026-05-04T06:00:00Z')).toBe(1);
  expect(await toldOn('2026-05-05T06:00:00Z')).toBe(0);
  expect(stranger.cards().some(isMonthly)).toBe(false);
});

it('does not come to who wants nothing that is merely for information', async () => {
  await kaisa.presses({ type: 'Action.Execute', verb: 'set-notify', data: { notify: 'quiet' } });
  expect(await toldOn('2026-05-04T06:00:00Z')).toBe(0);
});
