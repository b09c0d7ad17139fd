import type { OwnKey } from '../domain/language/words';
import type { Message } from '../domain/message';
import { press } from './actions';
import { type Kit, message } from './kit';
import type { Json } from './layout/json';

/** A short word with what to do next. */
export function notice(kit: Kit, title: string, text: string, actions: readonly Json[]): Message {
  return message(kit, 'notice', { title, text, actions }, title);
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
  | 'no-such-case'
  | 'appointment-over'
  | 'todo-done';

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
