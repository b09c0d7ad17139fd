import { homeCard } from '../cards/home';
import { languageCard } from '../cards/notice';
import type { Language } from '../domain/language';
import type { Message } from '../domain/message';
import type { Turn } from '../turn';
import { type Assistant, kit } from './assistant';

/** Offers the three languages. */
export function chooseLanguage(assistant: Assistant, language: Language): Message {
  return languageCard(kit(assistant, language));
}

/** Remembers the person's choice and goes on in that language. */
export async function setLanguage(assistant: Assistant, turn: Turn, language: Language): Promise<Message> {
  const known = await assistant.people.find(turn.who);
  const chat = turn.chat ?? known?.chat;
  const guest = turn.guest ?? known?.guest;
  await assistant.people.remember({
    person: turn.who,
    language,
    languageChosen: true,
    ...(chat !== undefined && { chat }),
    ...(guest !== undefined && { guest }),
    ...(known?.notify !== undefined && { notify: known.notify }),
  });
  return homeCard(kit(assistant, language), [...assistant.processes.values()], 'help');
}
