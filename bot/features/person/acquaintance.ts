import { type Language, languageOfLocale } from '../../domain/language/language';
import type { Acquaintance } from '../../ports';
import type { Turn } from '../../ports/turn';
import type { Assistant } from '../assistant';

/** Who is here. */
export interface Met {
  /** The one they chose, else the one in which they just spoke, else a guess from Teams' locale. */
  readonly language: Language;
  /** Nobody of whom anything has been stored until now: they have no drafts either. */
  readonly isNew: boolean;
}

/** The language of whoever is here, as far as it is known without asking storage. */
export function languageNow({ people, languages }: Assistant, { who, locale }: Pick<Turn, 'who' | 'locale'>): Language {
  return people.recall(who)?.language ?? languageOfLocale(locale, languages);
}

/** Remembers who is here and how to reach them. */
export async function meet(assistant: Assistant, turn: Turn, spoken?: Language): Promise<Met> {
  const isNew = (await assistant.people.find(turn.who)) === undefined && !assistant.people.isUnreadable(turn.who);
  const guessed = languageOfLocale(turn.locale, assistant.languages);
  const { language } = await assistant.people.remember(turn.who, (known) => ({
    languageChosen: false,
    ...known,
    ...toldBy(turn),
    language: known?.languageChosen ? known.language : (spoken ?? known?.language ?? guessed),
  }));
  return { language, isNew };
}

/** What a turn tells of whoever it comes from. */
export function toldBy({ who, chat, guest }: Turn): Pick<Acquaintance, 'person' | 'chat' | 'guest'> {
  return { person: who, ...(chat !== undefined && { chat }), ...(guest !== undefined && { guest }) };
}
