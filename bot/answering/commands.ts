/** Everything that people can say besides the words of a process: what answers it. A command without a line does not compile. */
import type { Greeting } from '../cards/home';
import type { Payload, Verb } from '../cards/verbs';
import type { Language } from '../domain/language/language';
import type { Message } from '../domain/message';
import type { Command } from '../domain/said/phrases';
import type { Meaning } from '../domain/said/understanding';
import type { Asked } from '../features/asked';
import { showHome } from '../features/home';
import { sayWithoutWalk, type WalkCommand } from '../features/walk/say-in-walk';
import { presses } from './presses';

interface Saying {
  /** `rest` is what was said behind it. */
  readonly answer: (asked: Asked, rest?: string) => Promise<Message>;
  /**
   * Whether it gives away the person's language. A greeting or a single word in a walk does not: many a Finn says "hi" or
   * "ok", and would not thank us for going on in English.
   */
  readonly tellsLanguage: boolean;
}

type Commands = { readonly [C in Command]: Saying };

export const commands: Commands = {
  hello: { answer: greeting('hello'), tellsLanguage: false },
  help: { answer: greeting('help'), tellsLanguage: true },
  'not-sure': { answer: greeting('not-understood'), tellsLanguage: false },

  'my-work': { answer: button('my-work', {}), tellsLanguage: true },
  inbox: { answer: button('inbox', {}), tellsLanguage: false },
  search: { answer: (asked, text) => presses.search(asked, { text }), tellsLanguage: false },
  case: {
    answer: (asked, number) =>
      number === undefined ? presses['my-work'](asked, {}) : presses['show-case'](asked, { case: number }),
    tellsLanguage: false,
  },
  undelivered: { answer: button('show-undelivered', {}), tellsLanguage: false },
  directory: { answer: button('directory', {}), tellsLanguage: true },
  'before-you-begin': { answer: button('before-you-begin', {}), tellsLanguage: true },

  notify: { answer: button('choose-notify', {}), tellsLanguage: true },
  'my-data': { answer: button('my-data', {}), tellsLanguage: true },
  'erase-person': { answer: button('open-erasure', {}), tellsLanguage: false },
  language: { answer: button('choose-language', {}), tellsLanguage: true },
  'in-finnish': { answer: button('set-language', { language: 'fi' }), tellsLanguage: false },
  'in-swedish': { answer: button('set-language', { language: 'sv' }), tellsLanguage: false },
  'in-english': { answer: button('set-language', { language: 'en' }), tellsLanguage: false },

  yes: { answer: outsideOfWalk('yes'), tellsLanguage: false },
  no: { answer: outsideOfWalk('no'), tellsLanguage: false },
  'all-yes': { answer: outsideOfWalk('all-yes'), tellsLanguage: false },
  'all-no': { answer: outsideOfWalk('all-no'), tellsLanguage: false },
  continue: { answer: outsideOfWalk('continue'), tellsLanguage: false },
  back: { answer: outsideOfWalk('back'), tellsLanguage: false },
  save: { answer: outsideOfWalk('save'), tellsLanguage: false },
  cancel: { answer: outsideOfWalk('cancel'), tellsLanguage: false },
  submit: { answer: outsideOfWalk('submit'), tellsLanguage: false },
};

/** The language that a message gives away. */
export function languageSpoken(meaning: Meaning | undefined): Language | undefined {
  return meaning?.kind === 'command' && !commands[meaning.command].tellsLanguage ? undefined : meaning?.language;
}

function greeting(kind: Greeting): Saying['answer'] {
  return (asked) => showHome(asked, kind);
}

/** Said instead of pressed, for the same people. */
function button<V extends Verb>(verb: V, payload: Payload<V>): Saying['answer'] {
  return (asked) => presses[verb](asked, payload);
}

/** A word of a walk that was said where there is none. */
function outsideOfWalk(command: WalkCommand): Saying['answer'] {
  return (asked) => sayWithoutWalk(asked, command);
}
