import { LANGUAGES } from '../domain/language/language';
import type { OwnKey } from '../domain/language/words';
import type { Message } from '../domain/message';
import { NOTIFY, type Notify } from '../domain/notify';
import { type Json, press } from './actions';
import { type Kit, message } from './kit';
import { noteAbove, type WalkView } from './walk/walk';

/** A short word with what to do next. */
function notice(kit: Kit, title: string, text: string, actions: readonly Json[]): Message {
  return message(kit, 'notice', { title, text, actions }, title);
}

/** Asks once before a draft is thrown away. */
export function cancelCard(kit: Kit, view: WalkView): Message {
  const { words } = kit;
  const { draft } = view;
  const place = { draft: draft.id, revision: draft.revision };
  const [title, asked] =
    draft.edits === undefined
      ? [words.own('cancel.title'), words.own('cancel.text')]
      : [words.own('edit.cancel-title'), words.own('edit.cancel-text', { number: draft.edits })];
  const text = [noteAbove(kit, view), asked].filter((part) => part !== '').join('\n\n');
  return notice(kit, title, text, [
    press(words.own('cancel.keep'), 'keep', place, { style: 'positive' }),
    press(words.own('cancel.discard'), 'discard', place, { style: 'destructive' }),
  ]);
}

/** Says that the draft waits, and how to come back to it. */
export function savedCard(kit: Kit, { draft }: WalkView): Message {
  const { words } = kit;
  return notice(kit, words.own('saved.title'), words.own('saved.text'), [
    press(words.own('actions.resume'), 'resume', { draft: draft.id }, { style: 'positive' }),
    press(words.own('actions.my-work'), 'my-work', {}),
  ]);
}

/** The notices that only say something and lead home or to one's own work. */
export type Notice =
  | 'discarded'
  | 'not-yours'
  | 'gone'
  | 'nothing-open'
  | 'in-personal-chat'
  | 'no-personal-chat'
  | 'unavailable'
  | 'newer'
  | 'unreadable'
  | 'not-coordinator'
  | 'outsider'
  | 'guest'
  | 'failed'
  | 'attachment'
  | 'no-such-case';

/**
 * In a group chat the cards that follow belong to the personal chat, and there they have been sent. Who is not served
 * gets no button that would say the same again. Somebody who attached something goes on where they were.
 */
const WITHOUT_BUTTONS: readonly Notice[] = ['in-personal-chat', 'no-personal-chat', 'outsider', 'guest', 'attachment'];

export function plainNotice(kit: Kit, kind: Notice): Message {
  const { words } = kit;
  const keys: readonly [OwnKey, OwnKey] = [`notice.${kind}.title`, `notice.${kind}.text`];
  const actions = WITHOUT_BUTTONS.includes(kind)
    ? []
    : [press(words.own('actions.my-work'), 'my-work', {}), press(words.own('actions.home'), 'home', {})];
  return notice(kit, words.own(keys[0]), words.own(keys[1]), actions);
}

/** How often the assistant writes of its own accord, with what each choice means and which one it is now. */
export function notifyCard(kit: Kit, present: Notify): Message {
  const { words } = kit;
  const choices = NOTIFY.map((notify) => ({ notify, title: words.own(`notify.${notify}.title`) }));
  const means = NOTIFY.map((notify) => words.own(`notify.${notify}.means`)).join('\n\n');
  const now = words.own('notify.now', { choice: words.own(`notify.${present}.title`) });
  return notice(
    kit,
    words.own('notify.title'),
    [means, now].join('\n\n'),
    choices.map(({ notify, title }) => press(title, 'set-notify', { notify })),
  );
}

/** What was chosen, and that it is remembered. */
export function notifySetCard(kit: Kit, chosen: Notify): Message {
  const { words } = kit;
  return notice(kit, words.own('notify.set'), words.own(`notify.${chosen}.means`), [
    press(words.own('actions.change'), 'choose-notify', {}),
    press(words.own('actions.my-work'), 'my-work', {}),
    press(words.own('actions.home'), 'home', {}),
  ]);
}

/** The three languages, each under its own name. */
export function languageCard(kit: Kit): Message {
  const { words } = kit;
  return notice(
    kit,
    words.own('language.title'),
    words.own('language.text'),
    LANGUAGES.map((language) => press(words.own(`language.${language}`), 'set-language', { language })),
  );
}
