import type { Message } from '../../domain/message';
import { press } from '../actions';
import type { Kit } from '../kit';
import { notice } from '../notice';
import { noteAbove, type WalkView } from './walk';

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
