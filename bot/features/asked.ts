/** What every feature gets: the assistant, whose turn it is, and the words in which they are answered. */
import type { Kit } from '../cards/kit';
import { type Language, languageOfLocale } from '../domain/language/language';
import type { Turn } from '../ports/turn';
import { type Assistant, kit } from './assistant';

/** A turn that waits for an answer; without `speak` where nobody has looked up yet in which language. */
export interface Asking {
  readonly assistant: Assistant;
  readonly turn: Turn;
  readonly speak?: Kit | undefined;
}

/** A turn that is answered in a language. */
export interface Asked extends Asking {
  readonly speak: Kit;
}

/** The turn, to be answered in a language. */
export function askedIn(language: Language, { assistant, turn }: Asking): Asked {
  return { assistant, turn, speak: kit(assistant, language) };
}

/** The turn in its person's language: one lookup at most, and none where they are remembered. */
export async function asked(asking: Asking): Promise<Asked> {
  const { assistant, turn, speak } = asking;
  if (speak) return { assistant, turn, speak };
  const known = await assistant.people.find(turn.who);
  return askedIn(known?.language ?? languageAtHand(assistant, turn), asking);
}

/** The language of somebody as far as it can be told without looking it up: as remembered, else by Teams' locale. */
export function languageAtHand(
  { people, languages }: Assistant,
  { who, locale }: Pick<Turn, 'who' | 'locale'>,
): Language {
  return people.recall(who)?.language ?? languageOfLocale(locale, languages);
}
