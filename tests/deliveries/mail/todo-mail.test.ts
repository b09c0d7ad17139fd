import { todoMail } from '../../../bot/deliveries/mail/todo-mail';
import { testContent } from '../../fixtures/content';
import { modelOf } from '../../playing/process-walk';

const { content } = testContent();
const model = modelOf('dignitary-visit');
const render = () => ({});
const kits = (['fi', 'en'] as const).map((language) => ({
  words: content.words(language),
  render,
  today: '2026-03-02',
}));
const mail = todoMail(
  kits as unknown as Parameters<typeof todoMail>[0],
  model,
  { number: 'D-2026-0042' },
  { todo: { key: 'to-find-out.gifts', due: '2026-05-04', revision: 1 }, giver: 'Aino =?x?= Esimerkki\n<b>' },
  { key: 'k', name: 'Eero Malliperhe', address: 'eero@espoo.example', link: 'https://teams.example/x' },
);

it('says what, by when and by whom, in each language, and where to open it', () => {
  const label = content.words('fi').process('dignitary-visit', 'lists.to-find-out.todos.gifts');
  expect(mail.subject).toBe(content.words('fi').own('mail.subject-todo', { number: 'D-2026-0042', about: label }));
  for (const { words } of kits) {
    expect(mail.text).toContain(words.process('dignitary-visit', 'lists.to-find-out.todos.gifts'));
    expect(mail.text).toContain(words.own('todos.due', { day: words.day('2026-05-04') }));
  }
  expect(mail).toMatchObject({ key: 'k', to: { name: 'Eero Malliperhe', address: 'eero@espoo.example' } });
  expect(mail.text).toContain('https://teams.example/x');
});

it('shows what people are called as they are, and does nothing by it', () => {
  expect(mail.html).toContain('&lt;b&gt;');
  expect(mail.html).not.toContain('<b>');
});
