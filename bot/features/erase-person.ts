/** The international affairs team forgets somebody: who, what would happen, once more, and then it goes by itself. */
import { confirmErasureCard, type ErasurePlan, erasingCard, whichToEraseCard, whoToEraseCard } from '../cards/erasure';
import { plainNotice } from '../cards/notice';
import type { Press, Verb } from '../cards/verbs';
import { type Erasure, isOver } from '../domain/erasure';
import { Unavailable } from '../domain/errors';
import type { Language } from '../domain/language';
import type { Message } from '../domain/message';
import { foldedName } from '../domain/spelling';
import type { Turn } from '../turn';
import { type Assistant, kit } from './assistant';
import { isCoordinator } from './case-reader';
import { erase } from './erasing';
import { foundAbout, unitsOf } from './my-data';

const MOST_KNOWN = 1000;
/** As many buttons as a card has room for. */
export const MOST_FOUND = 6;

type ErasurePress = Extract<Press, { verb: 'open-erasure' | 'find-erasure' | 'choose-erasure' | 'erase' }>;
const OF_ERASURE: readonly Verb[] = ['open-erasure', 'find-erasure', 'choose-erasure', 'erase'];

/** Whether a press is of this feature. */
export function isErasurePress(press: Press): press is ErasurePress {
  return OF_ERASURE.includes(press.verb);
}

/** Answers a press; to everybody who is not of the team there is no such card. */
export async function pressInErasure(
  assistant: Assistant,
  turn: Turn,
  press: ErasurePress,
  language: Language,
): Promise<Message> {
  const speak = kit(assistant, language);
  const directory = await assistant.directory.current();
  if (!isCoordinator(assistant, directory, turn.who)) return plainNotice(speak, 'gone');
  switch (press.verb) {
    case 'open-erasure':
      return whoToEraseCard(speak);
    case 'find-erasure': {
      const { who } = press.payload;
      const typed = typeof who === 'string' ? who.trim() : '';
      const found = await candidates(assistant, turn, typed);
      const [only] = found;
      if (!only) return whoToEraseCard(speak, typed, speak.words.own('erasure.nobody'));
      if (found.length > 1) return whichToEraseCard(speak, found.slice(0, MOST_FOUND));
      return confirmErasureCard(speak, await planFor(assistant, turn, only, speak.words));
    }
    case 'choose-erasure': {
      const person = await somebody(assistant, turn, press.payload.person);
      return person
        ? confirmErasureCard(speak, await planFor(assistant, turn, person, speak.words))
        : whoToEraseCard(speak, '', speak.words.own('erasure.nobody'));
    }
    case 'erase': {
      const person = await somebody(assistant, turn, press.payload.person);
      if (!person) return whoToEraseCard(speak, '', speak.words.own('erasure.nobody'));
      const plan = await planFor(assistant, turn, person, speak.words);
      if (plan.units.length > 0) return confirmErasureCard(speak, plan);
      await begin(assistant, turn, person);
      return erasingCard(speak, plan.open);
    }
  }
}

interface Somebody {
  readonly id: string;
  readonly name: string;
  readonly address?: string;
}

/** Writes down that somebody is to be forgotten, and begins. Should it break off, the night goes on with it. */
async function begin(assistant: Assistant, { who }: Turn, { id, name, address }: Somebody): Promise<void> {
  const erasure: Erasure = {
    person: { id, tenant: who.tenant, name },
    ...(address !== undefined && { address }),
    askedAt: assistant.clock.now().toISOString(),
    isBegun: false,
  };
  await assistant.erasures.put(erasure);
  // Many cases take longer than somebody waits for an answer.
  void erase(assistant, erasure).catch((cause) => assistant.log.error('erasure.broken-off', cause));
}

/** Whom the assistant has met by that name, or who has that address. */
async function candidates(assistant: Assistant, { who }: Turn, typed: string): Promise<readonly Somebody[]> {
  if (typed === '') return [];
  if (typed.includes('@')) {
    const found = await colleague(assistant, typed);
    return found ? [found] : [];
  }
  const wanted = foldedName(typed);
  const known = (await assistant.people.everybody(who.tenant, MOST_KNOWN)).map(({ person }) => person);
  const same = known.filter(({ name }) => foldedName(name) === wanted);
  return same.length > 0 ? same : known.filter(({ name }) => wanted !== '' && foldedName(name).includes(wanted));
}

/** Somebody by id: with what the assistant knows, and what the tenant does. */
async function somebody(assistant: Assistant, { who }: Turn, id: string): Promise<Somebody | undefined> {
  const [met, found] = await Promise.all([assistant.people.find({ id, tenant: who.tenant }), colleague(assistant, id)]);
  return found ?? (met && { id: met.person.id, name: met.person.name });
}

async function colleague({ colleagues, log }: Assistant, idOrAddress: string): Promise<Somebody | undefined> {
  try {
    return await colleagues?.find(idOrAddress);
  } catch (cause) {
    if (!(cause instanceof Unavailable)) throw cause;
    log.warn('erasure.no-look-up', { reason: cause.code });
    return undefined;
  }
}

async function planFor(
  assistant: Assistant,
  { who }: Turn,
  person: Somebody,
  words: ReturnType<typeof kit>['words'],
): Promise<ErasurePlan> {
  const [{ begun, listed }, units] = await Promise.all([
    foundAbout(assistant, { id: person.id, name: person.name, tenant: who.tenant }),
    unitsOf(assistant, person),
  ]);
  const open = listed.filter((line) => !isOver(line));
  return {
    person,
    ...(person.address !== undefined && { address: person.address }),
    units: units.map(({ name }) => words.name(name)),
    drafts: begun.filter((draft) => draft.case === undefined).length,
    over: listed.length - open.length,
    open: open.map(({ number }) => number),
  };
}
