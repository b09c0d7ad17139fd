import { homeCard } from '../../cards/home';
import { languageCard } from '../../cards/person/preferences';
import type { Language } from '../../domain/language/language';
import type { Message } from '../../domain/message';
import type { Turn } from '../../ports/turn';
import { type Assistant, kit } from '../assistant';
import { hasInbox } from '../listing/inbox';
import { toldBy } from './acquaintance';

/** Offers the languages that the city speaks. */
export function chooseLanguage(assistant: Assistant, language: Language): Message {
  return languageCard(kit(assistant, language));
}

/** Remembers the person's choice and goes on in that language; offers those that there are where the city does not speak it. */
export async function setLanguage(assistant: Assistant, turn: Turn, language: Language): Promise<Message> {
  const { languages, people } = assistant;
  if (!languages.spoken.includes(language)) {
    return chooseLanguage(assistant, people.recall(turn.who)?.language ?? languages.default);
  }
  await people.remember(turn.who, (known) => ({
    ...known,
    ...toldBy(turn),
    language,
    languageChosen: true,
  }));
  const processes = [...assistant.processes.values()];
  return homeCard(kit(assistant, language), processes, 'help', { inbox: await hasInbox(assistant, turn) });
}
