/** The international affairs team forgets somebody: who, what would happen, once more, and then it goes by itself. */

import type { Kit } from '../../cards/kit';
import { plainNotice } from '../../cards/notice';
import { together, unreadableNote } from '../../cards/parts/unreadable';
import {
  confirmErasureCard,
  type ErasurePlan,
  erasingCard,
  whichToEraseCard,
  whoToEraseCard,
} from '../../cards/privacy/erasure';
import type { Press, Verb } from '../../cards/verbs';
import { Unavailable } from '../../domain/errors';
import type { Language } from '../../domain/language/language';
import { foldedName } from '../../domain/language/spelling';
import type { Message } from '../../domain/message';
import type { Found } from '../../domain/page';
import { type Erasure, isOver } from '../../domain/privacy/erasure';
import type { Turn } from '../../ports/turn';
import { type Assistant, kit } from '../assistant';
import { isCoordinator } from '../coordinator';
import { erase } from './erasing';
import { foundAbout } from './my-data';
import { unitsForGood } from './units-for-good';

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
      const [only] = found.items;
      if (!only) {
        return whoToEraseCard(speak, typed, together(speak.words.own('erasure.nobody'), unreadableNote(speak, found)));
      }
      // Somebody of that name may be among those who cannot be read.
      if (found.items.length > 1 || found.unreadable) {
        return whichToEraseCard(speak, { ...found, items: found.items.slice(0, MOST_FOUND) });
      }
      return confirm(assistant, turn, only, speak);
    }
    case 'choose-erasure': {
      const person = await somebody(assistant, turn, press.payload.person);
      return person
        ? confirm(assistant, turn, person, speak)
        : whoToEraseCard(speak, '', speak.words.own('erasure.nobody'));
    }
    case 'erase': {
      const person = await somebody(assistant, turn, press.payload.person);
      if (!person) return whoToEraseCard(speak, '', speak.words.own('erasure.nobody'));
      const plan = await planFor(assistant, turn, person, speak);
      if (plan === 'units-unread') return whoToEraseCard(speak, '', speak.words.own('erasure.units-unread'));
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
async function candidates(assistant: Assistant, { who }: Turn, typed: string): Promise<Found<Somebody>> {
  if (typed === '') return { items: [] };
  if (typed.includes('@')) {
    const found = await colleague(assistant, typed);
    return { items: found ? [found] : [] };
  }
  const wanted = foldedName(typed);
  const everybody = await assistant.people.everybody(who.tenant, Number.POSITIVE_INFINITY);
  const known = everybody.items.map(({ person }) => person);
  const same = known.filter(({ name }) => foldedName(name) === wanted);
  const alike = known.filter(({ name }) => wanted !== '' && foldedName(name).includes(wanted));
  return { ...everybody, items: same.length > 0 ? same : alike };
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

/** The card that asks once more, or the one that says why nothing can be erased now. */
async function confirm(assistant: Assistant, turn: Turn, person: Somebody, speak: Kit): Promise<Message> {
  const plan = await planFor(assistant, turn, person, speak);
  return plan === 'units-unread'
    ? whoToEraseCard(speak, '', speak.words.own('erasure.units-unread'))
    : confirmErasureCard(speak, plan);
}

async function planFor(
  assistant: Assistant,
  { who }: Turn,
  person: Somebody,
  speak: Kit,
): Promise<ErasurePlan | 'units-unread'> {
  const [{ begun, listed, unreadable }, units] = await Promise.all([
    foundAbout(assistant, { id: person.id, name: person.name, tenant: who.tenant }),
    unitsForGood(assistant, person),
  ]);
  if (units === 'unread') return 'units-unread';
  const open = listed.filter((line) => !isOver(line));
  return {
    person,
    ...(person.address !== undefined && { address: person.address }),
    units: units.map(({ name }) => speak.words.name(name)),
    drafts: begun.filter((draft) => draft.case === undefined).length,
    over: listed.length - open.length,
    open: open.map(({ number }) => number),
    unreadable,
  };
}
