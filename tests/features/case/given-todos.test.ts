/** A to-do that is given to somebody who was picked: they see and tick it, and nothing else of the case. */
import { row } from '../../fixtures/person/row';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { memberOf } from '../../fixtures/unit-members';
import { storedRows } from '../../playing/stored-rows';
import {
  CHECK,
  FEEDBACK,
  onTodo,
  opensList,
  proposeEvent,
  QUALITY,
  READY,
  storedTodo,
  todoLabel,
  writes,
} from '../../playing/todo-walk';
import { cardText, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const words = wordsIn('en');
const assistant = withAssistant({ now: '2026-03-02T09:00:00Z' });

let asker: TeamsPerson;
let helper: TeamsPerson;
let stranger: TeamsPerson;
let number: string;

const id = (person: TeamsPerson) => person.member.aadObjectId ?? '';
const chat = (person: TeamsPerson) => assistant.connector.conversation(person.conversationId).messages;
const newsOf = (person: TeamsPerson) => JSON.stringify(chat(person).map(({ activity }) => activity));
const drained = () => assistant.bot.worker.drain();
const todo = (key: string) => storedTodo(assistant, number, key);
const presses = (person: TeamsPerson, verb: string, data: object, inputs = {}) =>
  person.presses({ type: 'Action.Execute', verb, data }, inputs);
const NO_CASE = words.own('notice.no-such-case.title');

async function gives(key: string, person: TeamsPerson, inputs = {}): Promise<void> {
  await presses(asker, 'open-todo', { case: number, todo: key });
  await asker.press('write-todo', { picked: id(person), ...inputs });
  await drained();
}

beforeAll(async () => {
  [asker, helper, stranger] = ['Aino Esimerkki', 'Eero Malliperhe', 'Sven Exempel'].map((name) =>
    assistant.person(name),
  ) as [TeamsPerson, TeamsPerson, TeamsPerson];
  for (const person of [asker, helper, stranger]) await person.says('hi');
});
beforeEach(async () => {
  number = await proposeEvent(assistant, asker);
});

it('whoever is picked hears of it once, and finds it among their cases', async () => {
  const before = chat(helper).length;
  await gives(QUALITY, helper, { date: '2026-05-05' });
  expect(todo(QUALITY)).toMatchObject({ person: 'Eero Malliperhe', personId: id(helper) });
  expect(chat(helper).length).toBe(before + 1);
  const label = todoLabel(QUALITY);
  expect(newsOf(helper)).toContain(words.own('todos.news', { name: 'Aino Esimerkki', label }));
  await gives(QUALITY, helper, { note: 'Ask the venue', date: '2026-05-05' });
  expect(chat(helper).length).toBe(before + 1);
  await helper.says('my cases');
  expect(cardText(helper)).toContain(label);
  expect(cardText(helper)).not.toContain('Sample Festival');
  await helper.press(({ verb }) => verb === 'open-todo');
  expect(cardText(helper)).toContain(label);
});

it('they see that to-do and nothing else of the case', async () => {
  await gives(QUALITY, helper);
  await helper.says(number);
  expect(cardText(helper)).toContain(todoLabel(QUALITY));
  for (const secret of ['Sample Festival', todoLabel(CHECK), 'Aino Esimerkki']) {
    expect(cardText(helper)).not.toContain(secret);
  }
  const own = { case: number, as: 'requester' };
  for (const [verb, data] of [
    ['show-history', own],
    ['show-reply', own],
    ['edit-case', own],
    ['show-appointment', own],
    ['open-todo', { case: number, todo: CHECK }],
    ['tick', { case: number, todo: CHECK, revision: 0 }],
    ['write-todo', { case: number, todo: CHECK, revision: 0, note: 'x' }],
    ['act', { case: number, action: 'withdraw', event: 1, as: 'requester', text: 'x' }],
    ['open-act', { case: number, action: 'ask', as: 'responsible' }],
  ] as const) {
    const before = assistant.tables.snapshot();
    await presses(helper, verb, data);
    expect([verb, cardText(helper).includes('Sample Festival')]).toEqual([verb, false]);
    expect([verb, assistant.tables.snapshot() === before]).toEqual([verb, true]);
  }
  await helper.says('inbox');
  expect(cardText(helper)).not.toContain(number);
  await helper.says('search Sample');
  expect(cardText(helper)).not.toContain('Sample Festival');
});

it('they tick it, and then it is theirs no more', async () => {
  await gives(QUALITY, helper);
  await helper.says(number);
  await helper.press(onTodo('tick', QUALITY));
  expect(cardText(helper)).toContain(words.own('notice.todo-done.title'));
  expect(todo(QUALITY)).toMatchObject({ doneById: id(helper) });
  await drained();
  await helper.says(number);
  expect(cardText(helper)).toContain(NO_CASE);
  await presses(helper, 'untick', { case: number, todo: QUALITY, revision: 2 });
  expect(todo(QUALITY)).toMatchObject({ doneById: id(helper) });
  await helper.says('my cases');
  expect(cardText(helper)).not.toContain(number);
});

it('they answer what it asks, and neither pass it to others nor move its day', async () => {
  await gives(FEEDBACK, helper, { date: '2026-09-09' });
  await helper.says(number);
  await helper.press(onTodo('open-todo', FEEDBACK));
  const hostile = { person: 'Somebody', picked: id(stranger), date: '2030-01-01' };
  const { data } = helper.action('write-todo');
  await presses(helper, 'write-todo', { ...Object(data), 'overall-grade': 4, note: 'They were glad', ...hostile });
  expect(todo(FEEDBACK)).toMatchObject({
    person: 'Eero Malliperhe',
    personId: id(helper),
    due: '2026-09-09',
    note: 'They were glad',
  });
  await stranger.says(number);
  expect(cardText(stranger)).toContain(NO_CASE);
});

it('when it is given to another, the first one has nothing of it any more', async () => {
  await gives(QUALITY, helper);
  await gives(QUALITY, stranger);
  expect(todo(QUALITY)).toMatchObject({ person: 'Sven Exempel', personId: id(stranger) });
  await helper.says(number);
  expect(cardText(helper)).toContain(NO_CASE);
  await opensList(await reopened(asker), 'conditions');
  await writes(asker, QUALITY, { person: 'The caterer' });
  expect(todo(QUALITY)).toMatchObject({ person: 'The caterer' });
  expect(todo(QUALITY).personId).toBeUndefined();
  await stranger.says(number);
  expect(cardText(stranger)).toContain(NO_CASE);
});

it('a name that is typed stays a name, and gives nobody anything', async () => {
  await opensList(await reopened(asker), 'conditions');
  await writes(asker, QUALITY, { person: 'Eero Malliperhe' });
  expect(todo(QUALITY)).toMatchObject({ person: 'Eero Malliperhe' });
  await helper.says(number);
  expect(cardText(helper)).toContain(NO_CASE);
});

it('somebody whom nobody knows, or a name besides, is asked about, and what was typed stays', async () => {
  await presses(asker, 'open-todo', { case: number, todo: QUALITY });
  await asker.press('write-todo', { picked: '00000000-1111-4222-8333-444444444444', note: 'Mind this' });
  expect(cardText(asker)).toContain(words.own('directory.problem.unknown-person'));
  expect(JSON.stringify(asker.card())).toContain('Mind this');
  await asker.press('write-todo', { picked: id(helper), person: 'Somebody else' });
  expect(cardText(asker)).toContain(words.own('directory.problem.only-one'));
  expect(todo(QUALITY).personId).toBeUndefined();
});

it('word to somebody whose to-do was given to another meanwhile does not go out', async () => {
  const before = chat(helper).length;
  await presses(asker, 'open-todo', { case: number, todo: QUALITY });
  await asker.press('write-todo', { picked: id(helper) });
  await presses(asker, 'open-todo', { case: number, todo: QUALITY });
  await asker.press('write-todo', { picked: id(stranger), person: '' });
  await drained();
  expect(storedRows(assistant.tables).entries.filter(({ about }) => about === QUALITY).length).toBeGreaterThan(0);
  expect(chat(helper).length - before).toBeLessThanOrEqual(1);
});

async function reopened(person: TeamsPerson): Promise<TeamsPerson> {
  await person.says(number);
  return person;
}

it('somebody of a unit that is only told ticks what they were given, and still just looks at the rest', async () => {
  number = await proposeEvent(assistant, asker, { answers: { 'other-themes': ['open-data'] } });
  await assistant.setMembers('service-development', { members: [memberOf(stranger)] });
  assistant.setNow('2026-03-02T09:02:00Z');
  await gives(QUALITY, stranger);
  await presses(stranger, 'tick', { case: number, todo: READY, revision: 0 });
  expect(todo(READY).doneAt).toBeUndefined();
  await presses(stranger, 'open-todo', { case: number, todo: QUALITY });
  expect(cardText(stranger)).not.toContain(words.own('form.picked'));
  await presses(stranger, 'tick', { case: number, todo: QUALITY, revision: 1 });
  expect(todo(QUALITY)).toMatchObject({ doneById: id(stranger) });
});

it('the lists of whoever has a part in the case are as they were', async () => {
  await gives(QUALITY, helper);
  await opensList(await reopened(asker), 'conditions');
  expect(cardText(asker)).toContain('Eero Malliperhe');
  await asker.press(row(words.own('todos.open', { label: todoLabel(QUALITY) })));
  expect(cardText(asker)).toContain(words.own('form.picked'));
});
