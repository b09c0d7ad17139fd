import type { Message } from '../domain/message';
import { OCCASIONS, type Process } from '../domain/process/process';
import { press } from './actions';
import { type Kit, message } from './kit';

/** Why the home card is shown; each has its own title and opening words. */
export type Greeting = 'welcome' | 'hello' | 'help' | 'not-understood';

/**
 * What one can do here: begin a process, grouped by what one has in hand; see one's cases; change the language. `inbox`:
 * see what waits, for members of a unit. `unconfirmed`: how much of the directory the team has to confirm yet.
 */
export function homeCard(
  kit: Kit,
  processes: readonly Process[],
  greeting: Greeting,
  { inbox = false, unconfirmed = 0 }: { readonly inbox?: boolean; readonly unconfirmed?: number } = {},
): Message {
  const { words } = kit;
  const title = words.own(`home.${greeting}.title`);
  const occasions = OCCASIONS.map((occasion) => ({
    title: words.own(`home.occasions.${occasion}`),
    actions: processes
      .filter((process) => process.occasion === occasion)
      .map(({ id }) => press(words.process(id, 'begin'), 'start', { process: id })),
  })).filter(({ actions }) => actions.length > 0);
  const card = {
    title,
    text: words.own(`home.${greeting}.text`),
    occasions,
    things:
      greeting === 'welcome'
        ? [
            ...(unconfirmed > 0 ? [words.own('home.things.before-you-begin')] : []),
            words.own('home.things.start'),
            words.own('home.things.work'),
            ...(inbox ? [words.own('home.things.inbox')] : []),
            words.own('home.things.language'),
          ]
        : [],
    actions: [
      ...(unconfirmed > 0
        ? [press(words.own('actions.before-you-begin', { count: unconfirmed }), 'before-you-begin', {})]
        : []),
      ...(inbox ? [press(words.own('actions.inbox'), 'inbox', {})] : []),
      press(words.own('actions.my-work'), 'my-work', {}),
      press(words.own('actions.language'), 'choose-language', {}),
      press(words.own('actions.notify'), 'choose-notify', {}),
    ],
  };
  return message(kit, 'home', card, title);
}
