/** The directory in the hands of the international affairs team: what there is to look at and to edit. */
import { directoryCard, directoryListCard } from '../../cards/directory/directory';
import type { Payload } from '../../cards/verbs';
import type { Message } from '../../domain/message';
import { type Desk, viewOf } from './desk';

/** Shows which lists there are. */
export async function showDirectory(desk: Desk): Promise<Message> {
  return directoryCard(desk.speak, await viewOf(desk));
}

/** Shows a page of a list. */
export async function showDirectoryList(desk: Desk, { list, from }: Payload<'directory-list'>): Promise<Message> {
  return directoryListCard(desk.speak, await viewOf(desk), list, { from });
}
