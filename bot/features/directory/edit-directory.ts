/**
 * The directory in the hands of the international affairs team: look, change, add, take out of use. Whether somebody is
 * of the team is looked up at each press; everybody else is told politely whom to write to, and nothing is read for them.
 */
import { directoryCard, directoryListCard } from '../../cards/directory/directory';
import type { directoryVerbs } from '../../cards/directory-verbs';
import { plainNotice } from '../../cards/notice';
import type { Press } from '../../cards/verbs';
import type { Language } from '../../domain/language/language';
import type { Message } from '../../domain/message';
import type { Turn } from '../../ports/turn';
import { type Assistant, kit } from '../assistant';
import { isCoordinator } from '../coordinator';
import type { Desk } from './desk';
import { checkEntry, openForm, retireEntry, returnEntry, saveEntry, showEntry, showEntryHistory } from './edit-entry';
import {
  addNewMember,
  moveMember,
  openMemberForm,
  openNewMember,
  removeAbsence,
  saveMember,
  showMember,
} from './edit-members';

export type DirectoryPress = Extract<Press, { verb: keyof typeof directoryVerbs }>;

/** Whether a press is on a card of the directory. */
export function isDirectoryPress(press: Press): press is DirectoryPress {
  return press.verb === 'directory' || press.verb.startsWith('directory-');
}

/** Answers whatever is pressed on the cards of the directory. */
export async function pressInDirectory(
  assistant: Assistant,
  turn: Turn,
  press: DirectoryPress,
  language: Language,
): Promise<Message> {
  const speak = kit(assistant, language);
  const directory = await assistant.directory.current();
  if (!isCoordinator(assistant, directory, turn.who)) return plainNotice(speak, 'not-coordinator');
  const desk: Desk = {
    assistant,
    who: turn.who,
    speak,
    today: assistant.calendar.dayOf(assistant.clock.now()),
    view: () => viewOf(assistant),
  };
  return answer(desk, press);
}

async function answer(desk: Desk, press: DirectoryPress): Promise<Message> {
  switch (press.verb) {
    case 'directory':
      return directoryCard(desk.speak, await desk.view());
    case 'directory-list':
      return directoryListCard(desk.speak, await desk.view(), press.payload.list, press.payload.from);
    case 'directory-entry':
      return showEntry(desk, press.payload);
    case 'directory-history':
      return showEntryHistory(desk, press.payload);
    case 'directory-form':
      return openForm(desk, press.payload);
    case 'directory-save':
      return saveEntry(desk, press.payload);
    case 'directory-check':
      return checkEntry(desk, press.payload);
    case 'directory-retire':
      return retireEntry(desk, press.payload);
    case 'directory-return':
      return returnEntry(desk, press.payload);
    case 'directory-member':
      return showMember(desk, press.payload);
    case 'directory-member-form':
      return openMemberForm(desk, press.payload);
    case 'directory-member-save':
      return saveMember(desk, press.payload);
    case 'directory-member-move':
      return moveMember(desk, press.payload);
    case 'directory-absence-remove':
      return removeAbsence(desk, press.payload);
    case 'directory-new-member':
      return openNewMember(desk, press.payload);
    case 'directory-add-member':
      return addNewMember(desk, press.payload);
  }
}

async function viewOf({ directory, processes, calendar, clock }: Assistant): ReturnType<Desk['view']> {
  return {
    directory: await directory.content(),
    unreadable: directory.unreadable(),
    processes: [...processes.values()],
    today: calendar.dayOf(clock.now()),
  };
}
