import { todoLabel } from '../../cards/case/todos';
import type { Kit } from '../../cards/kit';
import type { Case } from '../../domain/case/case';
import type { Model } from '../../domain/rules/model';
import type { Mail } from '../../ports';
import { headerText, type Letter, type MailTo, mailOf } from './case-mail';
import type { GivenByEntry } from './given-todo';
import { subject } from './mail-subject';

/** The mail to somebody who was given a to-do: what, by when and by whom, and nothing else of the case. */
export function todoMail(
  kits: readonly Kit[],
  model: Model,
  { number }: Pick<Case, 'number'>,
  { todo, giver }: GivenByEntry,
  to: Pick<MailTo, 'key' | 'name' | 'address' | 'link'>,
): Mail {
  const letters = kits.map((kit): Letter => {
    const { words } = kit;
    const paragraphs = [
      words.own('mail.greeting', { unit: to.name }),
      words.own('mail.todo', { name: giver, todo: todoLabel(kit, { model }, todo.key) }),
      ...(todo.due === undefined ? [] : [words.own('todos.due', { day: words.day(todo.due) })]),
      words.own('mail.open', { number }),
    ];
    return { language: words.language, paragraphs, link: words.own('mail.link', { number }), groups: [] };
  });
  const [first] = kits;
  return mailOf(kits, letters, to, (words) =>
    subject(
      (about) => headerText(words.own('mail.subject-todo', { number, about })),
      first ? todoLabel(first, { model }, todo.key) : '',
    ),
  );
}
