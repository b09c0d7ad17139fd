/** A whole life of a case, and what is left of it when its time is over. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../fixtures/json';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { memberOf } from '../../fixtures/unit-members';
import { storedRows } from '../../playing/stored-rows';
import { cardText, comingProgramme, VISITOR, walkToReceipt, walkToSummary, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const own = wordsIn('en').own;
const SECRET = 'Zacharias Secretive';

let requester: TeamsPerson;
let handler: TeamsPerson;
let coordinator: TeamsPerson;
let number: string;

const drained = () => assistant.bot.worker.drain();
const rows = () => storedRows(assistant.tables);
const mirrored = () =>
  readdirSync(assistant.mirrorFolder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => readFileSync(join(assistant.mirrorFolder, file), 'utf8'))
    .join('\n');
/** Everything stored, without the people that the assistant knows and the directory: those stay. */
function kept(): string {
  const { casework, register } = JSON.parse(assistant.tables.snapshot());
  return JSON.stringify({ casework, register }) + mirrored();
}

const assistant = withAssistant();
beforeAll(async () => {
  [requester, handler, coordinator] = ['Rauha Requester', 'Hilma Handler', 'Kalle Kordinoija'].map((name) =>
    assistant.person(name),
  ) as [TeamsPerson, TeamsPerson, TeamsPerson];
  await assistant.setMembers('espoo-marketing-business', { members: [memberOf(handler)] });
  await assistant.setMembers('international-affairs', { members: [memberOf(coordinator)] });
  for (const person of [handler, coordinator]) await person.says('hi');
  await assistant.restart();
  const visitor = { ...VISITOR, guests: SECRET, 'visitor-contact': `${SECRET}, +358 40 1234567` };
  number = await walkToReceipt(requester, { visitor });
  await assistant.settled(number);
});
afterEach(() => expect(assistant.violations()).toEqual([]));

it('lives: it is taken on, held and followed up', async () => {
  await handler.says(number);
  await handler.press(own('life.do.accept'));
  await handler.press(own('life.do.hold'));
  await handler.press(own('life.do.follow-up'));
  const inputs = { 'head-count': 9, initiatives: `${SECRET} will call\nAn exchange`, learned: SECRET };
  await handler.press(({ verb }) => verb === 'act', inputs);
  await handler.press(own('life.do.close'));
  await drained();
  expect(rows().cases).toEqual([
    expect.objectContaining({ number, state: 'closed', requesterName: 'Rauha Requester' }),
  ]);
  for (const there of [SECRET, 'Rauha Requester', 'Hilma Handler']) expect(kept()).toContain(there);
});

it('is whole until the night on which its time is over', async () => {
  const before = kept();
  assistant.setNow('2028-03-02T01:00:00Z');
  await assistant.bot.nightly.run();
  await drained();
  expect(kept()).toContain(SECRET);
  expect(rows().cases[0]?.purgedAt).toBeUndefined();
  expect(before).toContain(SECRET);
});

it('then nobody is in it any more, wherever one looks; number, outcome, units and figures stay', async () => {
  await walkToSummary(requester, { programme: comingProgramme(new Date('2028-03-02')) });
  assistant.setNow('2028-03-03T01:00:00Z');
  await assistant.bot.nightly.run();
  await drained();
  const [draft] = rows().drafts;
  expect(rows().drafts).toHaveLength(1);
  const left = kept().replaceAll(JSON.stringify(draft).slice(1, -1), '');
  for (const gone of [SECRET, '1234567', 'Rauha Requester', 'Hilma Handler', handler.member.aadObjectId ?? '?']) {
    expect(left).not.toContain(gone);
  }
  expect(rows().cases).toEqual([
    expect.objectContaining({
      number,
      state: 'closed',
      outcome: 'receive',
      responsibleUnit: 'espoo-marketing-business',
      a_organisation: VISITOR.organisation,
      purgedAt: '2028-03-03T01:00:00.000Z',
    }),
  ]);
  expect(
    rows()
      .todos.map((row) => String(row.answers))
      .join(),
  ).toContain('"initiatives-count":2');
  expect(mirrored()).toContain('"headCount": 9');
});

it('the next night finds nothing to do', async () => {
  const before = JSON.stringify(rows());
  assistant.setNow('2028-03-04T01:00:00Z');
  await assistant.bot.nightly.run();
  await drained();
  expect(JSON.stringify(rows())).toBe(before);
  const done = assistant.logged.filter((line) => line.includes('purge.done')).map((line) => JSON.parse(line));
  expect(done.map(({ cases, drafts, failed }) => [cases, drafts, failed])).toEqual([
    [0, 0, 0],
    [1, 0, 0],
    [0, 0, 0],
  ]);
});

it('opens for the international affairs team with what is left, and its history', async () => {
  await coordinator.says(number);
  expect(cardText(coordinator)).toContain(VISITOR.organisation);
  expect(cardText(coordinator)).not.toMatch(/Secretive|Rauha|Hilma/);
  await coordinator.press(own('life.history'));
  expect(cardText(coordinator)).toContain(own('life.event.purged'));
  expect(cardText(coordinator)).not.toMatch(/Secretive|Rauha|Hilma/);
});

it('is changed by nobody, whatever they press', async () => {
  const before = JSON.stringify(rows());
  const [todo] = rows().todos;
  const [key, revision] = [String(todo?.todo), Number(todo?.revision)];
  const press = (verb: string, data: JsonObject) =>
    coordinator.presses({ type: 'Action.Execute', verb, data: { case: number, ...data } });
  for (const verb of ['tick', 'untick']) await press(verb, { todo: key, revision });
  await press('write-todo', { todo: key, revision, person: SECRET, note: SECRET });
  expect(JSON.stringify(rows())).toBe(before);
});

it('does not exist any more for who sent it, nor behind their old cards', async () => {
  await requester.says(number);
  expect(cardText(requester)).toContain(own('notice.no-such-case.title'));
  await requester.says('my cases');
  expect(cardText(requester)).not.toContain(number);
});

it('a draft that nobody touched for a year is gone', async () => {
  expect(rows().drafts).toHaveLength(1);
  assistant.setNow('2029-03-05T01:00:00Z');
  await assistant.bot.nightly.run();
  expect(rows().drafts).toEqual([]);
});

it('no line of the log names anybody, or says what was typed', () => {
  const all = assistant.logged.join('\n');
  expect(all).not.toMatch(/Secretive|Rauha|Hilma|Kalle|1234567|Sample City/);
  for (const { member } of [requester, handler, coordinator]) expect(all).not.toContain(member.aadObjectId);
});
