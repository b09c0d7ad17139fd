/**
 * What the team goes over before the first case comes: everything of the first content that would do harm if it were wrong,
 * to be confirmed with a press or changed.
 */
import { beforeYouBeginCard, toConfirmCard } from '../../cards/directory/before-you-begin';
import type { TaggedEntry } from '../../cards/directory/entry';
import { entryName } from '../../cards/directory/words';
import type { Payload } from '../../cards/verbs';
import type { Message } from '../../domain/message';
import { type Desk, viewOf } from './desk';

/** Shows what there is to confirm, list by list, or the entries of one. */
export async function showBeforeYouBegin(
  desk: Desk,
  { list, from = 0 }: Payload<'before-you-begin'>,
  note?: string,
): Promise<Message> {
  const view = await viewOf(desk);
  const unconfirmed = desk.assistant.directory.unconfirmed();
  const isOpen = list !== undefined && unconfirmed.some((entry) => entry.list === list);
  return isOpen
    ? toConfirmCard(desk.speak, view, { list, unconfirmed, from, note })
    : beforeYouBeginCard(desk.speak, view, { unconfirmed, note });
}

/** The same page once an entry is dealt with. */
export async function nextToConfirm(desk: Desk, { value: { list, content } }: TaggedEntry, from: number) {
  const name = entryName(desk.speak, await viewOf(desk), list, content);
  return showBeforeYouBegin(desk, { list, from }, desk.speak.words.own('begin.confirmed', { name }));
}
