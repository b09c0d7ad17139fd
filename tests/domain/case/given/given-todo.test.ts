import type { Case } from '../../../../bot/domain/case/case';
import { withTodo } from '../../../../bot/domain/case/filled-in/with-todo';
import { givenTodos } from '../../../../bot/domain/case/given/given-todo';
import { submission } from '../../../../bot/domain/case/submission';
import { changeTodo, type Todo } from '../../../../bot/domain/case/todo';
import { CASE_STATES, isOpen } from '../../../../bot/domain/case-state';
import { givenTo, lineOf } from '../../../../bot/domain/listing/line';
import { maySee } from '../../../../bot/domain/listing/may-see';
import { erased, isNamedIn } from '../../../../bot/domain/privacy/erasure';
import { purged } from '../../../../bot/domain/privacy/purge';
import { loadModel, RECEIVED, walk } from '../../../fixtures/model';

const model = loadModel('visit-request');
const AINO = { id: 'aino', tenant: 't', name: 'Aino Esimerkki' };
const EERO = { id: 'eero', tenant: 't', name: 'Eero Malliperhe' };
const NOW = new Date('2026-03-03T10:00:00Z');
const { answers } = walk(model).finish({ ...RECEIVED, partner: false, 'main-theme': 'innovation' });
const at = '2026-03-02T09:00:00Z';
const draft = { id: 'd', owner: AINO, process: 'visit-request', version: 1, language: 'fi', revision: 1 } as const;
const { case: made, todos } = submission(
  model,
  { ...draft, state: { answers }, createdAt: at, updatedAt: at },
  { number: 'V-2026-0042', now: at },
);
const [first] = todos;
if (!first) throw new Error('A visit that is received has no to-do.');
const given: Todo = { ...first, person: EERO.name, personId: EERO.id };
const all = todos.map((todo) => (todo.key === given.key ? given : todo));
const written = { type: 'write', due: null, note: null, answers: {} } as const;

it('is somebody’s while the case is open and the to-do is not done, in their tenant alone', () => {
  for (const state of CASE_STATES) {
    const isStillOpen = isOpen(state);
    expect([state, givenTodos({ ...made, state }, all, EERO).length]).toEqual([state, isStillOpen ? 1 : 0]);
  }
  expect(givenTodos(made, all, { ...EERO, id: 'EERO' })).toEqual([given]);
  expect(givenTodos(made, all, { ...EERO, tenant: 'another' })).toEqual([]);
  expect(givenTodos({ ...made, purged: at }, all, EERO)).toEqual([]);
  expect(givenTodos(made, [{ ...given, done: { at, by: EERO } }], EERO)).toEqual([]);
});

it('stays picked while the person stays the same, and a name that is written is nobody who was picked', () => {
  const ground = { process: model.process, todos: all };
  const after = (person: string | null, personId?: string) =>
    changeTodo(
      ground,
      given.key,
      { ...written, person, ...(personId !== undefined && { personId }) },
      { who: AINO, now: NOW },
    );
  expect(after(EERO.name)).toMatchObject({ person: EERO.name, personId: EERO.id });
  expect(after('Saga', 'saga')).toMatchObject({ person: 'Saga', personId: 'saga' });
  for (const person of ['The caterer', null]) expect(after(person)).not.toHaveProperty('personId');
});

it('word goes once to whoever is given it, and to nobody who takes it themselves', () => {
  const told = (todo: Todo, former: Todo | undefined, who = AINO) =>
    withTodo(made, todo, 'todo-changed', { who, now: NOW, ...(former && { former }) })
      .entries.filter(({ purpose }) => purpose === 'news')
      .map(({ target, about }) => [target, about]);
  const target = { kind: 'person', person: { id: 'eero', tenant: 't' }, as: 'assignee' };
  expect(told(given, first)).toEqual([[target, given.key]]);
  expect(told(given, given)).toEqual([]);
  expect(told(given, first, EERO)).toEqual([]);
  expect(told({ ...given, done: { at, by: AINO } }, first)).toEqual([]);
});

it('lists the case for them as theirs to do, and shows it to nobody by that', () => {
  const line = lineOf(model, made, all);
  expect(line.given).toEqual([{ person: 'eero', todo: given.key, ...(given.due && { due: given.due }) }]);
  expect(givenTo(line)).toEqual(['eero']);
  expect(maySee(line, { id: 'eero', tenant: 't', units: [], coordinates: false })).toBe(false);
  expect(lineOf(model, { ...made, state: 'closed' }, all).given).toBeUndefined();
});

it('goes with the purge, and with an erasure of the person', () => {
  const whole = { case: { ...made, state: 'closed' } as Case, events: [], todos: all, entries: [] };
  expect(JSON.stringify(purged(model, whole, NOW).todos)).not.toMatch(/eero/i);
  // The name may be written otherwise by now.
  const erasure = { person: { ...EERO, name: 'Eero Uusinimi' }, askedAt: '2026-04-01T00:00:00Z', isBegun: true };
  expect(isNamedIn(whole, erasure)).toBe(true);
  expect(JSON.stringify(erased(whole, erasure, NOW).todos)).not.toMatch(/eero/i);
});
