import type { Message } from '../domain/message';
import { press } from './actions';
import { type Kit, message } from './kit';

/** Why the home card is shown; each has its own title and opening words. */
export type Occasion = 'welcome' | 'hello' | 'help' | 'not-understood';

/** What one can do here: begin each process, see one's cases, change the language. */
export function homeCard(kit: Kit, processes: readonly string[], occasion: Occasion): Message {
  const { words } = kit;
  const title = words.own(`home.${occasion}.title`);
  const card = {
    title,
    text: words.own(`home.${occasion}.text`),
    things: [words.own('home.things.start'), words.own('home.things.work'), words.own('home.things.language')],
    actions: [
      ...processes.map((process) =>
        press(words.process(process, 'begin'), 'start', { process }, { style: 'positive' }),
      ),
      press(words.own('actions.my-work'), 'my-work', {}),
      press(words.own('actions.language'), 'choose-language', {}),
    ],
  };
  return message(kit, 'home', card, title);
}
