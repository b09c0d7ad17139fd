import { placedTodos } from '../../bot/domain/case/todo';
import type { DirectoryContent } from '../../bot/domain/directory/directory';
import { findItem, type Process } from '../../bot/domain/process/process';
import { problem } from './problem';

/** Whether the lists, reviews, responsible person and next processes of a process lead somewhere. */
export function checkLists(process: Process, directory: DirectoryContent, processes: ReadonlySet<string>): string[] {
  const todos = placedTodos(process);
  const ids = todos.map(({ rule }) => rule.id);
  return [
    ...ids
      .filter((id, at) => ids.indexOf(id) !== at)
      .map((id) =>
        problem(`Two to-dos are called "${id}"`, '"after" could mean either', 'give one of them another id'),
      ),
    ...todos.flatMap(({ key, rule }, at) =>
      rule.after
        .filter((before) => !ids.slice(0, at).includes(before))
        .map((before) =>
          problem(
            `To-do "${key}" comes after "${before}", which does not stand before it`,
            'it could never be done, or the order on the card would mislead',
            'name a to-do that stands before it',
          ),
        ),
    ),
    ...todos
      .filter(({ rule }) => [rule.due?.item ?? []].flat().some((item) => findItem(process, item)?.type !== 'date'))
      .map(({ key, rule }) =>
        problem(
          `To-do "${key}" is due by "${rule.due?.item}", which is no date`,
          'it would have no date',
          'name a date item',
        ),
      ),
    ...todos
      .filter(({ rule }) => rule.due && !directory.leadTimes.some(({ id }) => id === rule.due?.leadTime))
      .map(({ key, rule }) =>
        problem(
          `To-do "${key}" has the lead time "${rule.due?.leadTime}", which the directory has not`,
          'it would have no date',
          'add it to directory/lead-times.json',
        ),
      ),
    ...(process.followUp === undefined ||
    todos.some(({ list, rule }) => list === process.followUp && rule.form.length > 0)
      ? []
      : [
          problem(
            `The follow-up list "${process.followUp}" does not exist, or asks nothing`,
            'the card after the visit would be empty',
            'name a list of which a to-do has a form',
          ),
        ]),
    ...Object.keys(process.comparison?.example ?? {})
      .filter((id) => !todos.some(({ rule }) => rule.form.some((item) => item.id === id && item.type === 'number')))
      .map((id) =>
        problem(
          `"${id}" is compared with the case before, but no to-do asks for it as a number`,
          'nothing would ever stand beside it',
          'name a number of a to-do\'s form in "comparison"',
        ),
      ),
    ...(process.appoints === undefined || findItem(process, process.appoints.item)?.type === 'person'
      ? []
      : [
          problem(
            `The responsible person is named in "${process.appoints.item}", which asks for no person`,
            'nobody could be confirmed',
            'name an item of type "person"',
          ),
        ]),
    ...process.next
      .filter(({ process: next }) => !processes.has(next))
      .map(({ process: next }) =>
        problem(
          `The next process "${next}" does not exist`,
          'its button would lead nowhere',
          'name a process of the same city',
        ),
      ),
  ];
}
