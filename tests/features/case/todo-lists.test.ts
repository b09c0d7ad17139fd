import { LANGUAGES } from '../../../bot/domain/language/language';
import { inputsOn } from '../../fixtures/person/read-card';
import { actionsOn, type TeamsPerson } from '../../fixtures/teams-person';
import { storedRows } from '../../playing/stored-rows';
import {
  CHECK,
  DECISION,
  FEEDBACK,
  listRow,
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
import { LOCALES, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const NOW = '2026-03-02T09:00:00Z';

describe.each(LANGUAGES)('the lists of a case, in %s', (language) => {
  const words = wordsIn(language);
  const label = (key: string) => todoLabel(key, language);
  const title = (list: string) => words.process('event-proposal', `lists.${list}.title`);
  const source = (section: string) => words.own('source.line', { places: section });
  let person: TeamsPerson;

  /** Proposes an event and turns to one of its lists. */
  async function proposes(list: string): Promise<string> {
    const number = await proposeEvent(assistant, person, { language });
    await opensList(person, list);
    return number;
  }

  const assistant = withAssistant({ now: NOW });
  beforeEach(() => {
    assistant.setNow(NOW);
    person = assistant.person(expect.getState().currentTestName ?? 'nobody', { locale: LOCALES[language] });
  });

  it('are offered with the receipt and with the case, and tell how far each is', async () => {
    const number = await proposeEvent(assistant, person, { language });
    await person.press(words.own('actions.lists'));
    expect(person.texts()).toContain(words.own('todos.title'));
    expect(person.texts()).toContain(words.own('todos.progress', { done: 0, all: 16 }));
    for (const [list, all] of [
      ['before-decision', 3],
      ['after', 3],
    ] as const) {
      const at = person.texts().lastIndexOf(title(list));
      expect(person.texts()[at + 1]).toBe(words.own('todos.progress', { done: 0, all }));
    }
    await person.says(number);
    await person.press(words.own('actions.lists'));
    expect(person.texts()).toContain(title('conditions'));
  });

  it('show each to-do with its day, planned backwards from the event, and its source', async () => {
    await proposes('before-decision');
    const texts = person.texts();
    expect(texts).toContain(title('before-decision'));
    // A hundred and fifty, and a hundred and thirty days before the first of September.
    for (const [key, due] of [
      [CHECK, '2026-04-04'],
      [READY, '2026-04-24'],
    ] as const) {
      const at = texts.indexOf(label(key));
      expect(texts[at + 1]).toBe(
        `${words.own('todos.due', { day: words.day(due) })} · ${source(words.own('source.events'))}`,
      );
    }
  });

  it('tick and untick with one press each, which is kept, told and an event without a word of anybody', async () => {
    const number = await proposes('conditions');
    await person.press(onTodo('tick', QUALITY));
    const day = words.dayOf(NOW);
    expect(person.texts()).toContain(words.own('todos.done', { day, name: person.member.name }));
    expect(person.texts()).toContain(words.own('todos.progress', { done: 1, all: 10 }));
    expect(storedTodo(assistant, number, QUALITY)).toMatchObject({ doneByName: person.member.name, revision: 1 });
    expect(todoEvents(assistant, number)).toEqual([['todo-done', { todo: QUALITY }]]);
    await assistant.restart();
    await person.presses({ type: 'Action.Execute', verb: 'show-todos', data: { case: number, list: 'conditions' } });
    await person.press(onTodo('untick', QUALITY));
    expect(person.texts()).not.toContain(words.own('todos.done', { day, name: person.member.name }));
    expect(storedTodo(assistant, number, QUALITY)).not.toHaveProperty('doneAt');
    expect(todoEvents(assistant, number).at(-1)).toEqual(['todo-reopened', { todo: QUALITY }]);
  });

  it('say what is overdue as soon as its day has passed, and no longer once it is done', async () => {
    await proposes('conditions');
    const late = () => person.texts().filter((text) => text === words.own('todos.late')).length;
    // Its quality has to be sure by the twenty-fourth, which ends in Espoo at nine in the evening by the clock of UTC.
    assistant.setNow('2026-04-24T20:59:59Z');
    await opensList(person, 'conditions');
    const before = late();
    assistant.setNow('2026-04-24T21:00:00Z');
    await person.press(words.own('todos.title'));
    expect(person.texts().join(' ')).toContain(words.own('todos.overdue', { done: 0, all: 10, count: before + 1 }));
    await person.press(listRow('conditions'));
    expect(late()).toBe(before + 1);
    await person.press(onTodo('tick', QUALITY));
    expect(late()).toBe(before);
  });

  it('say what has to come first, and change nothing', async () => {
    await proposes('before-decision');
    const before = assistant.tables.snapshot();
    await person.press(onTodo('tick', READY));
    expect(person.texts()).toContain(words.own('todos.blocked', { todos: label(CHECK) }));
    expect(person.texts()).toContain(title('before-decision'));
    expect(assistant.tables.snapshot()).toBe(before);
  });

  it('ask for what must be written down before something counts as done, and keep it', async () => {
    const number = await proposes('before-decision');
    await person.press(onTodo('tick', CHECK));
    const needs = [words.own('todos.need-person'), words.own('todos.need-note')].join(', ');
    expect(person.texts()).toContain(words.own('todos.needs', { needs }));
    await person.press(words.own('actions.keep'), { person: 'Aino Esimerkki', note: 'Nothing against it' });
    expect(person.texts().join('\n')).toContain('Nothing against it');
    await person.press(onTodo('tick', CHECK));
    await person.press(onTodo('tick', READY));
    expect(storedTodo(assistant, number, CHECK)).toMatchObject({
      person: 'Aino Esimerkki',
      note: 'Nothing against it',
      doneByName: person.member.name,
      revision: 2,
    });
    expect(person.texts()).toContain(words.own('todos.progress', { done: 2, all: 3 }));
    expect(todoEvents(assistant, number)).toEqual([
      ['todo-changed', { todo: CHECK }],
      ['todo-done', { todo: CHECK }],
      ['todo-done', { todo: READY }],
    ]);
    expect(JSON.stringify(storedRows(assistant.tables).events)).not.toContain('Nothing against it');
  });

  it('ask the figures of a to-do, tell a wrong one, and keep everything that was written', async () => {
    const number = await proposes('after');
    await person.press(onTodo('open-todo', FEEDBACK));
    const written = { 'overall-grade': '9', 'cooperation-interest': '8,5', praise: 'The food', note: 'By e-mail' };
    await person.press(words.own('actions.keep'), written);
    expect(person.texts()).toContain(words.own('form.problems'));
    expect(person.texts()).toContain(words.own('problems.out-of-range', { min: 1, max: 5 }));
    const standing = Object.fromEntries(inputsOn(person.card()).map(({ id, value }) => [id, value]));
    expect(standing).toMatchObject({ praise: 'The food', note: 'By e-mail' });
    expect(storedTodo(assistant, number, FEEDBACK)).not.toHaveProperty('answers');
    await person.press(words.own('actions.keep'), { 'overall-grade': '4,25', 'cooperation-interest': '8,5' });
    expect(person.texts()).toContain(words.own('problems.not-a-decimal', { count: 1 }));
    await person.press(words.own('actions.keep'), { 'overall-grade': '4,5', 'cooperation-interest': '8,5' });
    await person.press(onTodo('tick', FEEDBACK));
    const kept = { 'overall-grade': 4.5, 'cooperation-interest': 8.5, praise: 'The food' };
    expect(JSON.parse(String(storedTodo(assistant, number, FEEDBACK).answers))).toEqual(kept);
    const grade = words.process('event-proposal', 'items.overall-grade.label');
    expect(person.texts().join('\n')).toContain(`${grade}: 4.5`);
  });

  it('want the required figures before the to-do is done', async () => {
    await proposes('before-decision');
    await writes(person, CHECK, { person: 'A', note: 'N' });
    for (const key of [CHECK, READY, DECISION]) await person.press(onTodo('tick', key));
    expect(person.texts()).toContain(words.own('todos.needs', { needs: words.own('todos.need-form') }));
    await person.press(words.own('actions.keep'), {
      'decided-by': 'mayor',
      decider: 'Aino',
      'decided-on': '2026-04-30',
    });
    await person.press(onTodo('tick', DECISION));
    expect(person.texts()).toContain(words.own('todos.needs', { needs: words.own('todos.need-form') }));
    await person.press(words.own('actions.keep'), { decided: 'arrange' });
    await person.press(onTodo('tick', DECISION));
    expect(person.texts()).toContain(words.own('todos.progress', { done: 3, all: 3 }));
  });

  it('are assigned, dated and noted on, and emptied again', async () => {
    const number = await proposes('conditions');
    await writes(person, QUALITY, { person: 'nils@example.org', date: '2026-05-06', note: 'Line 1\nLine 2' });
    expect(person.texts().join('\n')).toContain(
      `nils@example.org · ${words.own('todos.due', { day: words.day('2026-05-06') })}`,
    );
    expect(person.texts()).toContain('Line 1\nLine 2');
    await writes(person, QUALITY, { person: '', date: '', note: '' });
    const { person: who, due, note, revision } = storedTodo(assistant, number, QUALITY);
    expect([who, due, note, revision]).toEqual([undefined, undefined, undefined, 2]);
    const verbs = actionsOn(person.card()).map(({ action }) => action.verb);
    expect(verbs.filter((verb) => verb === 'tick')).toHaveLength(10);
  });
});
