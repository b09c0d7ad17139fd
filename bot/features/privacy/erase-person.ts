/** The international affairs team forgets somebody: who, what would happen, once more, and then it goes by itself. */

import { together, unreadableNote } from '../../cards/parts/unreadable';
import {
  confirmErasureCard,
  type ErasurePlan,
  erasingCard,
  whichToEraseCard,
  whoToEraseCard,
} from '../../cards/privacy/erasure';
import type { Payload } from '../../cards/verbs';
import { Unavailable } from '../../domain/errors';
import { foldedName } from '../../domain/language/spelling';
import type { Message } from '../../domain/message';
import type { Found } from '../../domain/page';
import { type Erasure, isOver } from '../../domain/privacy/erasure';
import type { Assistant } from '../assistant';
import type { AskedByTeam } from '../coordinator';
import { erase } from './erasing';
import { foundAbout } from './my-data';
import { unitsForGood } from './units-for-good';

/** As many buttons as a card has room for. */
export const MOST_FOUND = 6;

/** Asks who is to be forgotten. */
export function openErasure({ speak }: AskedByTeam): Message {
  return whoToEraseCard(speak);
}

/** Looks for whom was typed: nobody, several to choose from, or the one, who is shown with what would happen. */
export async function findToErase(asked: AskedByTeam, { who }: Payload<'find-erasure'>): Promise<Message> {
  const { speak } = asked;
  const typed = typeof who === 'string' ? who.trim() : '';
  const found = await candidates(asked, typed);
  const [only] = found.items;
  if (!only) {
    return whoToEraseCard(speak, typed, together(speak.words.own('erasure.nobody'), unreadableNote(speak, found)));
  }
  // Somebody of that name may be among those who cannot be read.
  if (found.items.length > 1 || found.unreadable) {
    return whichToEraseCard(speak, { ...found, items: found.items.slice(0, MOST_FOUND) });
  }
  return confirm(asked, only);
}

/** Shows what would happen to one of several. */
export async function chooseToErase(asked: AskedByTeam, { person: id }: Payload<'choose-erasure'>): Promise<Message> {
  const person = await somebody(asked, id);
  return person ? confirm(asked, person) : nobody(asked);
}

/** Begins to forget somebody, unless they act in a unit still. */
export async function erasePerson(asked: AskedByTeam, { person: id }: Payload<'erase'>): Promise<Message> {
  const { speak } = asked;
  const person = await somebody(asked, id);
  if (!person) return nobody(asked);
  const plan = await planFor(asked, person);
  if (plan === 'units-unread') return whoToEraseCard(speak, '', speak.words.own('erasure.units-unread'));
  if (plan.units.length > 0) return confirmErasureCard(speak, plan);
  await begin(asked, person);
  return erasingCard(speak, plan.open);
}

function nobody({ speak }: AskedByTeam): Message {
  return whoToEraseCard(speak, '', speak.words.own('erasure.nobody'));
}

interface Somebody {
  readonly id: string;
  readonly name: string;
  readonly address?: string;
}

/** Writes down that somebody is to be forgotten, and begins. Should it break off, the night goes on with it. */
async function begin({ assistant, turn: { who } }: AskedByTeam, { id, name, address }: Somebody): Promise<void> {
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
async function candidates({ assistant, turn: { who } }: AskedByTeam, typed: string): Promise<Found<Somebody>> {
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
async function somebody({ assistant, turn: { who } }: AskedByTeam, id: string): Promise<Somebody | undefined> {
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
async function confirm(asked: AskedByTeam, person: Somebody): Promise<Message> {
  const { speak } = asked;
  const plan = await planFor(asked, person);
  return plan === 'units-unread'
    ? whoToEraseCard(speak, '', speak.words.own('erasure.units-unread'))
    : confirmErasureCard(speak, plan);
}

async function planFor(
  { assistant, turn: { who }, speak }: AskedByTeam,
  person: Somebody,
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
