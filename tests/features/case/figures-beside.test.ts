/** Beside the figures that an event is asked for stand those of the event before it, or of the one on the slides. */
import { FEEDBACK, onTodo, opensList, proposeEvent, writes } from '../../playing/todo-walk';
import { cardText, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const EVENT = 'event-proposal';
const GRADES = { 'overall-grade': '4.5', 'first-group-grade': '3.9', praise: 'The food' };

const words = wordsIn('en');
const assistant = withAssistant();

const example = (item: string, value: number) =>
  words.own('form.example', {
    value,
    example: words.process(EVENT, `example.${item}`),
    source: words.own('source.line', { places: words.own('source.slides') }),
  });
const lastTime = (name: string, value: number) => words.own('form.last-time', { value, name, year: '2026' });

it('beside the form of an event stand the figures of the slides, until an event has some: then those of the newest, and not its own', async () => {
  const [first, second] = [assistant.person('Aino Esimerkki'), assistant.person('Sven Exempel')];
  await proposeEvent(assistant, first, { answers: { 'event-name': '**Sample** Days' } });
  await opensList(first, 'after');
  await first.press(onTodo('open-todo', FEEDBACK));
  expect(cardText(first)).toContain(example('overall-grade', 4));
  expect(cardText(first)).toContain(example('cooperation-interest', 8.1));
  expect(cardText(first)).toContain(example('first-group-grade', 4.2));
  expect(cardText(first)).toContain(example('second-group-grade', 4.1));
  await first.press('show-todos');
  await writes(first, FEEDBACK, GRADES);
  await assistant.bot.worker.drain();
  await opensList(first, 'after');
  await first.press(onTodo('open-todo', FEEDBACK));
  expect(cardText(first)).toContain(example('overall-grade', 4));
  await proposeEvent(assistant, second);
  await opensList(second, 'after');
  await second.press(onTodo('open-todo', FEEDBACK));
  expect(cardText(second)).toContain(lastTime('**Sample** Days', 4.5));
  expect(cardText(second)).toContain(lastTime('**Sample** Days', 3.9));
  expect(cardText(second)).not.toContain(example('cooperation-interest', 8.1));
  expect(cardText(second)).not.toContain('The food');
});

it('nothing stands there while the register cannot be read, and the form opens all the same', async () => {
  const person = assistant.person('Eero Malliperhe');
  await proposeEvent(assistant, person);
  await opensList(person, 'after');
  assistant.tables.fault(({ path }) => (path.includes('register') ? 'reset-before' : 'pass'));
  await person.press(onTodo('open-todo', FEEDBACK));
  assistant.tables.fault();
  expect(cardText(person)).toContain(words.process(EVENT, 'items.overall-grade.question'));
  expect(cardText(person)).not.toContain(lastTime('**Sample** Days', 4.5));
});
