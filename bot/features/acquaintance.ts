import { type Language, languageOfLocale } from '../domain/language';
import type { Turn } from '../turn';
import type { Assistant } from './assistant';

/** Who is here. */
export interface Met {
  /** The one they chose, else the one in which they just spoke, else a guess from Teams' locale. */
  readonly language: Language;
  /** Nobody of whom anything has been stored until now: they have no drafts either. */
  readonly isNew: boolean;
}

/** Remembers who is here and how to reach them. */
export async function meet(assistant: Assistant, turn: Turn, spoken?: Language): Promise<Met> {
  const known = await assistant.people.find(turn.who);
  const language = known?.languageChosen
    ? known.language
    : (spoken ?? known?.language ?? languageOfLocale(turn.locale));
  const chat = turn.chat ?? known?.chat;
  const guest = turn.guest ?? known?.guest;
  await assistant.people.remember({
    person: turn.who,
    language,
    languageChosen: known?.languageChosen ?? false,
    ...(chat !== undefined && { chat }),
    ...(guest !== undefined && { guest }),
    ...(known?.notify !== undefined && { notify: known.notify }),
  });
  return { language, isNew: known === undefined && !assistant.people.isUnreadable(turn.who) };
}
