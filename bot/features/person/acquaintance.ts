import type { Learning } from '../../domain/acquaintance';
import { type Language, languageOfLocale } from '../../domain/language/language';
import type { Turn } from '../../ports/turn';
import type { Assistant } from '../assistant';

/** Who is here. */
export interface Met {
  /** The one they chose, else the one in which they just spoke, else a guess from Teams' locale. */
  readonly language: Language;
  /** Nobody of whom anything has been stored until now: they have no drafts either. */
  readonly isNew: boolean;
}

/** Remembers who is here and how to reach them. */
export async function meet(assistant: Assistant, turn: Turn, spoken?: Language): Promise<Met> {
  const isNew = (await assistant.people.find(turn.who)) === undefined && !assistant.people.isUnreadable(turn.who);
  const { language } = await assistant.people.learn(turn.who, {
    ...toldBy(turn),
    ...(spoken === undefined
      ? { language: languageOfLocale(turn.locale, assistant.languages), by: 'supposition' }
      : { language: spoken, by: 'words' }),
  });
  return { language, isNew };
}

/** What a turn tells of whoever it comes from. */
export function toldBy({ chat, guest }: Turn): Pick<Learning, 'chat' | 'guest'> {
  return { ...(chat !== undefined && { chat }), ...(guest !== undefined && { guest }) };
}
