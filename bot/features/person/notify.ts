import { notifyCard, notifySetCard } from '../../cards/person/preferences';
import type { Language } from '../../domain/language/language';
import type { Message } from '../../domain/message';
import type { Notify } from '../../domain/notify';
import type { Turn } from '../../ports/turn';
import { type Assistant, kit } from '../assistant';
import { toldBy } from './acquaintance';

/** Offers how often the assistant writes of its own accord. */
export async function chooseNotify(assistant: Assistant, turn: Turn, language: Language): Promise<Message> {
  const known = await assistant.people.find(turn.who);
  return notifyCard(kit(assistant, language), known?.notify ?? 'at-once');
}

/** Remembers the choice; it holds from the next message on. */
export async function setNotify(
  assistant: Assistant,
  turn: Turn,
  notify: Notify,
  language: Language,
): Promise<Message> {
  await assistant.people.remember(turn.who, (known) => ({
    language,
    languageChosen: false,
    ...known,
    ...toldBy(turn),
    notify,
  }));
  return notifySetCard(kit(assistant, language), notify);
}
