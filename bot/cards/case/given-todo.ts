import { placedTodos, type Todo } from '../../domain/case/todo';
import type { Message } from '../../domain/message';
import { press } from '../actions';
import { type Kit, message } from '../kit';
import type { Matter } from './matter';
import { heading, todoLabel } from './todos';

/** That somebody was given a to-do: what and by when, and nothing else of the case. Undefined where the process has it no more. */
export function givenTodoCard(kit: Kit, { model, case: made }: Matter, todo: Todo, giver: string): Message | undefined {
  const { words } = kit;
  if (!placedTodos(model.process).some(({ key }) => key === todo.key)) return undefined;
  const label = todoLabel(kit, { model }, todo.key);
  const place = { case: made.number, todo: todo.key };
  const card = {
    heading: heading(kit, { model, case: made, todos: [], today: kit.today, isAllGiven: true }),
    title: words.own('todos.given'),
    about: words.own('todos.news', { name: giver, label }),
    text: todo.due === undefined ? '' : words.own('todos.due', { day: words.day(todo.due) }),
    said: '',
    actions: [
      press(words.own('todos.tick', { label }), 'tick', { ...place, revision: todo.revision }, { style: 'positive' }),
      press(words.own('todos.open', { label }), 'open-todo', place),
    ],
  };
  return message(kit, 'news', card, words.own('news.summary', { title: label, number: made.number }));
}
