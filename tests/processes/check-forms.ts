import { CASE_ACTIONS, stepOf } from '../../bot/domain/case/lives/life-of';
import { type Item, itemsOf, type Process } from '../../bot/domain/process/process';
import { problem } from './problem';

/** What a press on an action carries besides what is filled in. */
const TAKEN = ['case', 'action', 'event', 'as', 'unit', 'to', 'person', 'text'];

/** Whether what is asked with the steps of a case's life can be asked there, and says until when it is in force. */
export function checkForms(process: Process): string[] {
  const asked = process.forms.flatMap(({ items }) => items);
  const walked = itemsOf(process).map(({ id }) => id);
  return [
    ...process.forms.flatMap(({ id, at }) =>
      at
        .filter((step) => !CASE_ACTIONS.some((action) => action === step && stepOf(process, action)))
        .map((step) =>
          problem(
            `Form "${id}" is asked at "${step}", which is no step of the life "${process.life}"`,
            'it would never be asked',
            'name an action of the table in bot/domain/case/lives',
          ),
        ),
    ),
    ...process.forms
      .filter(({ until, items }) => until !== undefined && !items.some((item) => item.id === until && isDay(item)))
      .map(({ id, until }) =>
        problem(
          `Form "${id}" is in force until "${until}", which is no date of it`,
          'nobody would be warned before its end',
          'name a date item of the same form',
        ),
      ),
    ...asked.flatMap((item, at) => [
      ...(['yes-no', 'outcome'].includes(item.type)
        ? [
            problem(
              `Item "${item.id}" (${item.type}) cannot be asked with a step`,
              'a form has no input for it',
              'use a choice',
            ),
          ]
        : []),
      ...(TAKEN.includes(item.id) || walked.includes(item.id) || asked.findIndex(({ id }) => id === item.id) < at
        ? [
            problem(
              `Item "${item.id}" of a form has the name of something else`,
              'what is filled in and its words are found by it',
              'give it another id',
            ),
          ]
        : []),
    ]),
  ];
}

function isDay(item: Item): boolean {
  return item.type === 'date';
}
