import { isObject, type JsonObject, objectsIn } from '../../fixtures/json';
import { type InvokeAnswer, texts } from '../../fixtures/teams-person';
import { INERT, LIVE, placesOf } from '../../playing/live-text';
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
  todoEvents,
  todoLabel,
  writes,
} from '../../playing/todo-walk';
import { wordsIn } from '../../playing/visit-walk';
import { withAssistant, withSomebodyNew } from '../../playing/with-assistant';

const words = wordsIn('en');
const TIME = 'conditions.enough-time';
const PLAN = 'conditions.yearly-plan';
const GONE = words.own('notice.gone.title');

let number: string;

const assistant = withAssistant();
const person = withSomebodyNew(assistant);
beforeEach(async () => {
  number = await proposeEvent(assistant, person);
  await opensList(person, 'conditions');
});
afterEach(async () => {
  // What a test has left to deliver must not be written while the next one compares.
  await assistant.bot.worker.drain();
  expect(assistant.violations()).toEqual([]);
});

const says = ({ card }: Partial<InvokeAnswer>) => (card === undefined ? [] : texts(card));
const done = () => words.own('todos.done', { day: words.dayOf('2026-03-02T09:00:00Z'), name: person.member.name });
const execute = (verb: string, data: JsonObject) => ({ type: 'Action.Execute', verb, data });

describe('an old card of a list', () => {
  it('changes nothing that has changed since, and is answered with the list of today', async () => {
    const old = person.seen();
    await writes(person, QUALITY, { note: 'Agreed with the venue' });
    const before = assistant.tables.snapshot();
    const answer = await person.press(onTodo('tick', QUALITY), {}, old);
    expect(assistant.tables.snapshot()).toBe(before);
    expect(says(answer)).toContain('Agreed with the venue');
    expect(says(answer)).not.toContain(done());
    await person.press(onTodo('tick', QUALITY));
    expect(person.texts()).toContain(done());
  });

  it('does no harm to what was written meanwhile on another device', async () => {
    await person.press(onTodo('open-todo', QUALITY));
    const old = person.seen();
    await person.press('write-todo', { note: 'First' });
    await person.press('write-todo', { note: 'Second' }, old);
    expect(storedTodo(assistant, number, QUALITY)).toMatchObject({ note: 'First', revision: 1 });
    expect(person.texts()).toContain('First');
  });

  it('still ticks what nobody has touched', async () => {
    const old = person.seen();
    await person.press(onTodo('tick', TIME));
    await person.press(onTodo('tick', QUALITY), {}, old);
    expect(person.texts().filter((text) => text === done())).toHaveLength(2);
  });
});

describe('a press that comes twice', () => {
  it.each(['tick', 'untick'] as const)('"%s" takes effect once, with the same id and with a new one', async (verb) => {
    if (verb === 'untick') await person.press(onTodo('tick', QUALITY));
    const first = await person.press(onTodo(verb, QUALITY));
    const before = assistant.tables.snapshot();
    const again = await person.repeatLast();
    const later = await person.repeatLast({ newId: true });
    expect(assistant.tables.snapshot()).toBe(before);
    expect(says(again)).toEqual(says(first));
    expect(says(later)).toEqual(says(first));
  });

  it('at once takes effect once, and both answers show the same list', async () => {
    const action = person.action(onTodo('tick', QUALITY));
    const [one, other] = await Promise.all([person.presses(action), person.presses(action)]);
    expect(says(one)).toEqual(says(other));
    expect(todoEvents(assistant, number)).toEqual([['todo-done', { todo: QUALITY }]]);
  });

  it('with what was written takes effect once', async () => {
    await writes(person, QUALITY, { note: 'Once' });
    const before = assistant.tables.snapshot();
    await person.repeatLast({ newId: true });
    expect(assistant.tables.snapshot()).toBe(before);
  });
});

describe('two to-dos of a case at the same moment', () => {
  it('are both kept, each with its event', async () => {
    const actions = [QUALITY, TIME, PLAN].map((key) => person.action(onTodo('tick', key)));
    await Promise.all(actions.map((action) => person.presses(action)));
    for (const key of [QUALITY, TIME, PLAN]) expect(storedTodo(assistant, number, key)).toMatchObject({ revision: 1 });
    const ticked = todoEvents(assistant, number).map(([, data]) => (isObject(data) ? data.todo : undefined));
    expect(ticked.sort()).toEqual([TIME, QUALITY, PLAN].sort());
    const sequences = storedRows(assistant.tables).events.flatMap((row) => (row.case === number ? [row.sequence] : []));
    expect(sequences).toEqual([1, 2, 3, 4, 5]);
    expect(storedRows(assistant.tables).cases.find((row) => row.number === number)).toMatchObject({ lastEvent: 5 });
    await person.press(words.own('todos.title'));
    expect(person.texts()).toContain(words.own('todos.progress', { done: 3, all: 16 }));
  });

  it('are both kept on two instances, one written and one ticked', async () => {
    const home = assistant.bot;
    const other = await assistant.startAnother();
    const { revision } = storedTodo(assistant, number, CHECK);
    const note = { case: number, todo: CHECK, revision: Number(revision), person: 'Aino', note: 'Here' };
    const here = person.presses(execute('write-todo', note));
    assistant.sendTo(other);
    const there = person.presses(execute('tick', { case: number, todo: QUALITY, revision: 0 }));
    await Promise.all([here, there]);
    assistant.sendTo(home);
    expect(storedTodo(assistant, number, CHECK)).toMatchObject({ note: 'Here', person: 'Aino' });
    expect(storedTodo(assistant, number, QUALITY)).toMatchObject({ doneByName: person.member.name });
  });

  it('of which one has to come first: it is done, and the other is done after it or told to wait', async () => {
    await opensList(person, 'before-decision');
    await writes(person, CHECK, { person: 'Aino', note: 'Fine' });
    const first = execute('tick', { case: number, todo: CHECK, revision: 1 });
    const second = execute('tick', { case: number, todo: READY, revision: 0 });
    const [told] = await Promise.all([person.presses(second), person.presses(first)]);
    expect(storedTodo(assistant, number, CHECK)).toMatchObject({ doneByName: person.member.name });
    const waits = says(told).includes(words.own('todos.blocked', { todos: todoLabel(CHECK) }));
    const order = todoEvents(assistant, number).map(([, data]) => (isObject(data) ? data.todo : undefined));
    expect(order).toEqual(waits ? [CHECK, CHECK] : [CHECK, CHECK, READY]);
  });
});

describe('somebody else', () => {
  it.each([
    ['show-todos', {}],
    ['show-todos', { list: 'conditions' }],
    ['open-todo', { todo: QUALITY }],
    ['tick', { todo: QUALITY, revision: 0 }],
    ['untick', { todo: QUALITY, revision: 0 }],
    ['write-todo', { todo: QUALITY, revision: 0, note: 'Mine' }],
  ])('who sends "%s" with %j is told nothing, as with a case that is not there', async (verb, data) => {
    const other = assistant.person('Somebody Else');
    const before = assistant.tables.snapshot();
    const mine = await other.presses(execute(verb, { ...data, case: number }));
    const nobodys = await other.presses(execute(verb, { ...data, case: 'E-2026-9999' }));
    expect(says(mine)).toContain(GONE);
    expect(says(mine)).toEqual(says(nobodys));
    expect(assistant.tables.snapshot()).toBe(before);
  });

  it('of another tenant with the same person id is somebody else', async () => {
    const id = '00000000-1111-4222-8333-444444444444';
    const conversation = { id: person.conversationId, conversationType: 'personal', tenantId: id };
    const before = assistant.tables.snapshot();
    const action = person.action(onTodo('tick', QUALITY));
    const answer = await person.presses(action, {}, { activity: { conversation, channelData: { tenant: { id } } } });
    expect(says(answer)).toContain(GONE);
    expect(assistant.tables.snapshot()).toBe(before);
  });
});

describe('a press that no list has', () => {
  it.each([
    ['a to-do of another process', 'tick', { todo: 'to-find-out.gifts', revision: 0 }],
    ['a to-do of Object', 'tick', { todo: '__proto__', revision: 0 }],
    ['a revision that is to come', 'tick', { todo: QUALITY, revision: 7 }],
    ['no revision', 'tick', { todo: QUALITY }],
    ['a note that is a list', 'write-todo', { todo: QUALITY, revision: 0, note: ['a'] }],
    ['a note beyond its limit', 'write-todo', { todo: QUALITY, revision: 0, note: 'x'.repeat(1001) }],
    ['a day that no calendar has', 'write-todo', { todo: QUALITY, revision: 0, date: '2026-02-30' }],
    ['a choice that is not offered', 'write-todo', { todo: 'before-decision.decision', revision: 0, decided: 'maybe' }],
  ])('%s changes nothing', async (_what, verb, data) => {
    const before = assistant.tables.snapshot();
    const answer = await person.presses(execute(verb, { ...data, case: number }));
    expect(says(answer).length).toBeGreaterThan(1);
    expect(assistant.tables.snapshot()).toBe(before);
  });

  it('a list that is not there gets the overview', async () => {
    const answer = await person.presses(execute('show-todos', { case: number, list: 'toString' }));
    expect(says(answer)).toContain(words.own('todos.progress', { done: 0, all: 16 }));
  });
});

it('what was typed stands on lists and to-dos as it was typed, and does nothing there', async () => {
  const eve = assistant.person(`Eve ${LIVE}`);
  const made = await proposeEvent(assistant, eve, { answers: { 'event-name': `Org ${LIVE}`.slice(0, 200) } });
  const cards: JsonObject[] = [];
  const keep = () => void cards.push(eve.card());
  await opensList(eve, 'after');
  await writes(eve, FEEDBACK, {
    person: LIVE.slice(0, 200),
    note: LIVE,
    praise: LIVE,
    'three-words': LIVE.slice(0, 200),
  });
  keep();
  await eve.press(onTodo('tick', FEEDBACK));
  keep();
  await eve.press(onTodo('open-todo', FEEDBACK));
  keep();
  await eve.press('write-todo', { note: LIVE, 'overall-grade': 77 });
  keep();
  await eve.press('show-todos');
  await eve.press(words.own('todos.title'));
  keep();
  await eve.presses(execute('show-case', { case: made }));
  keep();
  const sent = assistant.connector.conversation(eve.conversationId).messages;
  const all = [
    ...cards,
    ...sent.flatMap(({ activity }) => objectsIn(activity.attachments).map(({ content }) => content)),
  ];
  const places = all.flatMap((card) => placesOf(card, ['evil.example', '<at>', 'onerror']));
  expect(places.length).toBeGreaterThan(20);
  expect([...new Set(places)].filter((place) => !INERT.test(place))).toEqual([]);
  expect(storedTodo(assistant, made, FEEDBACK)).toMatchObject({ note: LIVE });
  expect(JSON.stringify(todoEvents(assistant, made))).not.toContain('evil');
  expect(assistant.logged.filter((line) => line.includes('evil'))).toEqual([]);
  expect(texts(cards[0] ?? {}).join('\n')).toContain(LIVE.slice(0, 100));
});
