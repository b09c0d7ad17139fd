import { changeTodo, dayAfter, firstTodos, isOverdue, openBefore, type Todo } from '../../../bot/domain/case/todo';
import { resolveProcess } from '../../../bot/domain/process/inclusion';
import { processFileSchema } from '../../../bot/domain/process/process';
import type { Model } from '../../../bot/domain/rules/model';
import { CITY } from '../../fixtures/city';
import { loadDirectory, WEEKDAYS } from '../../fixtures/model';

const process = resolveProcess(
  processFileSchema.parse({
    id: 'picnic',
    occasion: 'event',
    life: 'event',
    version: 1,
    casePrefix: 'X',
    source: 'product',
    title: { who: 'place' },
    sections: [
      {
        id: 'when',
        show: 'form',
        items: [
          { id: 'place', type: 'text', personal: false, source: 'product', required: true, maxLength: 50 },
          { id: 'day', type: 'date', source: 'product', required: false },
          {
            id: 'rain',
            type: 'choice',
            source: 'product',
            required: true,
            choices: [{ id: 'likely' }, { id: 'unlikely' }],
          },
        ],
      },
    ],
    outcomes: [{ id: 'go', source: 'product', tone: 'good', when: { all: [] } }],
    routing: {
      responsible: [{ id: 'all', source: 'product', when: { all: [] }, to: { unit: 'international-affairs' } }],
      informed: [],
    },
    lists: [
      {
        id: 'before',
        source: 'product',
        todos: [
          { id: 'basket', source: 'product', due: { item: 'day', leadTime: 'gifts' } },
          { id: 'tent', source: 'product', when: { answer: 'rain', is: 'likely' } },
          { id: 'decide', source: 'product', after: ['basket'], needs: ['person', 'date'] },
        ],
      },
      {
        id: 'after',
        source: 'product',
        todos: [
          {
            id: 'feedback',
            source: 'product',
            form: [{ id: 'grade', type: 'number', source: 'product', required: true, min: 1, max: 5 }],
          },
        ],
      },
    ],
  }),
  new Map(),
);
const model: Model = { process, directory: loadDirectory(), countries: [], calendar: WEEKDAYS, records: CITY.records };
const AINO = { id: 'aino', name: 'Aino Esimerkki' };
const NOW = new Date('2026-05-01T08:00:00Z');
const dry = { place: 'Haltia', day: '2026-06-13', rain: 'unlikely' };

const of = (todos: readonly Todo[], key: string) => todos.find((todo) => todo.key === key);
const change = (todos: readonly Todo[], key: string, what: Parameters<typeof changeTodo>[2]) =>
  changeTodo({ process, todos }, key, what, { who: AINO, now: NOW });
const written = { type: 'write', person: null, due: null, note: null, answers: {} } as const;

describe('A case begins with', () => {
  it('the to-dos that its answers call for, in the order of the lists', () => {
    expect(firstTodos(model, dry).map(({ key }) => key)).toEqual(['before.basket', 'before.decide', 'after.feedback']);
    expect(firstTodos(model, { ...dry, rain: 'likely' }).map(({ key }) => key)).toContain('before.tent');
  });

  it('due dates planned backwards from its day', () => {
    expect(of(firstTodos(model, dry), 'before.basket')?.due).toBe('2026-05-02');
  });

  it('no due dates while its day is open', () => {
    expect(of(firstTodos(model, { ...dry, day: null }), 'before.basket')).toEqual({
      key: 'before.basket',
      revision: 0,
    });
  });
});

describe('A to-do', () => {
  const todos = firstTodos(model, dry);

  it('is ticked by somebody at a moment, and can be unticked', () => {
    const done = change(todos, 'before.basket', { type: 'tick' });
    expect(done).toMatchObject({ revision: 1, done: { at: NOW.toISOString(), by: AINO } });
    expect(change([done as Todo], 'before.basket', { type: 'untick' })).toEqual({
      key: 'before.basket',
      due: '2026-05-02',
      revision: 2,
    });
  });

  it('waits for those that come before it', () => {
    expect(openBefore(process, todos, 'before.decide')).toEqual(['before.basket']);
    expect(change(todos, 'before.decide', { type: 'tick' })).toEqual({ reason: 'blocked', by: ['before.basket'] });
  });

  it('does not wait for one that this case has not got', () => {
    const without = todos.filter(({ key }) => key !== 'before.basket');
    expect(change(without, 'before.decide', { type: 'tick' })).toMatchObject({ reason: 'incomplete' });
  });

  it('counts as done only when what it needs is written down', () => {
    const open = [{ key: 'before.decide', revision: 0 }];
    expect(change(open, 'before.decide', { type: 'tick' })).toEqual({
      reason: 'incomplete',
      needs: ['person', 'date'],
    });
    const filled = change(open, 'before.decide', { ...written, person: 'The mayor', due: '2026-05-03' });
    expect(change([filled as Todo], 'before.decide', { type: 'tick' })).toMatchObject({ done: { by: AINO } });
  });

  it('asks for the required figures of its form', () => {
    expect(change(todos, 'after.feedback', { type: 'tick' })).toEqual({ reason: 'incomplete', needs: ['form'] });
    const filled = change(todos, 'after.feedback', { ...written, answers: { grade: 4 } });
    expect(change([filled as Todo], 'after.feedback', { type: 'tick' })).toMatchObject({ answers: { grade: 4 } });
  });

  it('loses what is emptied, and stays done when it was', () => {
    const done = change(todos, 'before.basket', { type: 'tick' }) as Todo;
    const noted = change([done], 'before.basket', { ...written, note: 'Borrowed' }) as Todo;
    expect(noted).toEqual({ key: 'before.basket', note: 'Borrowed', done: done.done, revision: 2 });
  });

  it('is overdue from the day after it was due, until it is done', () => {
    const basket = of(todos, 'before.basket') as Todo;
    expect([isOverdue(basket, '2026-05-02'), isOverdue(basket, '2026-05-03')]).toEqual([false, true]);
    expect(isOverdue(change(todos, 'before.basket', { type: 'tick' }) as Todo, '2026-05-03')).toBe(false);
  });
});

it('days are counted over months, years and the change of clocks', () => {
  expect(dayAfter('2026-03-28', 2)).toBe('2026-03-30');
  expect(dayAfter('2026-01-01', -1)).toBe('2025-12-31');
  expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
});
