/** What the bot remembers of a person, and how it learns more. */
import type { Language } from './language/language';
import type { WithNewer } from './newer';
import type { Notify } from './notify';
import type { Person } from './person';

export interface Acquaintance extends WithNewer {
  readonly person: Person;
  readonly language: Language;
  /** Whether the person chose the language, or it was guessed from Teams' locale or from their words. */
  readonly languageChosen: boolean;
  /** The personal chat, as the Teams adapter needs it to send there; opaque to everybody else. Absent once it is lost. */
  readonly chat?: string;
  /** How often the assistant may write of its own accord: at once unless told. */
  readonly notify?: Notify;
  /** Whether they are a guest of the tenant, where that could be looked up. */
  readonly guest?: boolean;
}

/** Who is learnt of; without a name, the one that is known stays. */
export type Whom = Pick<Person, 'id' | 'tenant'> & Partial<Pick<Person, 'name'>>;

/** What is learnt of somebody. What it does not tell stays as it is known. */
export interface Learning extends Pick<Acquaintance, 'chat' | 'notify' | 'guest'> {
  readonly language: Language;
  /**
   * How the language is known: chosen, it holds; heard in their words, it holds until they choose; supposed, it only is
   * better than nothing.
   */
  readonly by: 'choice' | 'words' | 'supposition';
}

/** Somebody as they are known once this is learnt of them; `known` is undefined of a stranger. */
export function learnt(known: Acquaintance | undefined, whom: Whom, learning: Learning): Acquaintance {
  const { language, by, ...told } = learning;
  const { id, tenant, name } = whom;
  const holds = by === 'choice' || known === undefined || (by === 'words' && !known.languageChosen);
  return {
    ...known,
    person: name === undefined ? (known?.person ?? { id, tenant, name: '' }) : { id, tenant, name },
    language: holds ? language : known.language,
    languageChosen: by === 'choice' || (known?.languageChosen ?? false),
    ...told,
  };
}
