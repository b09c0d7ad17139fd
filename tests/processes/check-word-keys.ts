import type { Item, Process } from '../../bot/domain/process/process';
import { leavesOf } from '../words/word-keys';
import { problem } from './problem';

/** Whether the words of a process are exactly those that its rules ask for: none missing, none that nobody reads. */
export function checkWordKeys(process: Process, words: unknown): string[] {
  const written = new Set([...leavesOf(words).keys()].filter((key) => !key.startsWith('start')));
  const wanted = new Set(wantedKeys(process));
  return [
    ...[...wanted]
      .filter((key) => !written.has(key))
      .map((key) =>
        problem(
          `The words have no "${key}"`,
          'a card would have nothing to say there',
          'add it to the three language files',
        ),
      ),
    ...[...written]
      .filter((key) => !wanted.has(key))
      .map((key) =>
        problem(`Nothing asks for the words "${key}"`, 'nobody would ever read them', 'take them out, or mend the id'),
      ),
  ];
}

function wantedKeys(process: Process): readonly string[] {
  const own = process.sections.filter((section) => section.words === undefined);
  const lists = process.lists.flatMap((list) => list.todos.map((todo) => ({ list, todo })));
  return [
    'name',
    'begin',
    ...own.map(({ id }) => `sections.${id}`),
    ...[
      ...own.flatMap(({ items }) => items),
      ...process.forms.flatMap(({ items }) => items),
      ...lists.flatMap(({ todo }) => todo.form),
    ].flatMap(keysOfItem),
    ...process.forms.map(({ id }) => `forms.${id}`),
    ...process.outcomes.flatMap(({ id, advice }) => [
      `outcomes.${id}.title`,
      `outcomes.${id}.text`,
      ...advice.map((point) => `outcomes.${id}.advice.${point.id}`),
      `rules.${id}`,
    ]),
    ...process.handsOver.map(({ id }) => `handsOver.${id}`),
    ...process.contradictions.map(({ id }) => `contradictions.${id}`),
    ...[...process.routing.responsible, ...process.routing.informed].map(({ id }) => `routing.${id}`),
    ...Object.entries(process.comparison?.example ?? {}).flatMap(([id, figure]) =>
      figure === null ? [] : `example.${id}`,
    ),
    ...process.lists.map(({ id }) => `lists.${id}.title`),
    ...lists.map(({ list, todo }) => `lists.${list.id}.todos.${todo.id}`),
  ];
}

function keysOfItem(item: Item): readonly string[] {
  const choices = 'choices' in item && Array.isArray(item.choices) ? item.choices : [];
  return [
    ...['label', 'question', 'why'].map((key) => `items.${item.id}.${key}`),
    ...choices.map(({ id }) => `items.${item.id}.choices.${id}`),
  ];
}
