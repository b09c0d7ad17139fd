import type { Todo } from '../../../domain/case/todo';
import type { Answers } from '../../../domain/process/answers';
import { jsonText, newerColumns, numberOf, optionalMomentOf, optionalTextOf, shapedOf, textOf } from '../rows/columns';
import { todoKey } from '../rows/row-keys';
import * as shapes from '../rows/shapes';
import type { Row, StoredRow } from '../rows/table-rows';

const COLUMNS = [
  ...['case', 'todo', 'person', 'personId', 'due', 'note', 'answers', 'doneAt', 'doneById', 'doneByName', 'revision'],
];

export function todoRow(partitionKey: string, number: string, todo: Todo): Row {
  const { key, person, personId, due, note, answers, done, revision } = todo;
  return {
    ...todo.newer,
    partitionKey,
    rowKey: todoKey(number, key),
    case: number,
    todo: key,
    person,
    personId,
    due,
    note,
    answers: answers && jsonText(`What was filled in for ${key} of case ${number}`, answers),
    doneAt: done?.at,
    doneById: done?.by.id,
    doneByName: done?.by.name,
    revision,
  };
}

/** @throws Unreadable */
export function readTodoRow(row: StoredRow): Todo {
  const [person, personId, due, note] = ['person', 'personId', 'due', 'note'].map((name) => optionalTextOf(row, name));
  const doneAt = optionalMomentOf(row, 'doneAt');
  return {
    key: textOf(row, 'todo'),
    ...(person !== undefined && { person }),
    ...(personId !== undefined && { personId }),
    ...(due !== undefined && { due }),
    ...(note !== undefined && { note }),
    ...(row.answers !== undefined && { answers: shapedOf(row, 'answers', shapes.answers) as Answers }),
    ...(doneAt !== undefined && {
      done: { at: doneAt, by: { id: textOf(row, 'doneById'), name: textOf(row, 'doneByName') } },
    }),
    revision: numberOf(row, 'revision'),
    ...newerColumns(row, COLUMNS),
  };
}
