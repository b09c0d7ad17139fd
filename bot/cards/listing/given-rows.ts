import { placedTodos } from '../../domain/case/todo';
import type { CaseLine } from '../../domain/listing/line';
import type { Named } from '../../domain/person';
import type { Model } from '../../domain/rules/model';
import { rowName, select } from '../actions';
import { todoLabel } from '../case/todos';
import type { Kit } from '../kit';
import type { Json } from '../layout/json';
import { lineRow } from './case-line';

/** So many of what somebody was given stand on a card beside what is their own. */
const MOST_ROWS = 8;

/** What somebody has been given: the visits that they carry out as cases, and single to-dos as no more than these. */
export function givenRows(
  kit: Kit,
  modelOf: (process: string) => Model | undefined,
  lines: readonly CaseLine[],
  { id }: Pick<Named, 'id'>,
  shown: number,
): readonly Json[] {
  const carried = lines
    .filter(({ appointee }) => appointee?.id === id)
    .map((line) =>
      lineRow(kit, modelOf(line.process), line, { as: 'appointee', shown, who: kit.words.own('work.carried') }),
    );
  const todos = lines.flatMap((line) => {
    const model = modelOf(line.process);
    return model ? todoRows(kit, model, line, id) : [];
  });
  return [...carried, ...todos].slice(0, MOST_ROWS);
}

function todoRows(kit: Kit, model: Model, { number, given = [] }: CaseLine, id: string): readonly Json[] {
  const { words } = kit;
  const known = new Set(placedTodos(model.process).map(({ key }) => key));
  return given
    .filter(({ person, todo }) => person === id && known.has(todo))
    .map(({ todo, due }) => {
      const title = todoLabel(kit, { model }, todo);
      const state = [
        words.own('work.todo', { number, process: words.process(model.process.id, 'name') }),
        ...(due === undefined ? [] : [words.own('todos.due', { day: words.day(due) })]),
      ].join(' · ');
      const name = rowName(words.own('todos.open', { label: title }), state);
      return { title, state, who: '', select: select(name, 'open-todo', { case: number, todo }) };
    });
}
