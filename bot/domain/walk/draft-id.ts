/** Ids of drafts: they sort newest first for their owner, and tell without storage whose they are not. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Person } from '../person';

const TAG_LENGTH = 6;
/** Nine base36 digits last until the year 5188. */
const TIME_DIGITS = 9;
const RANDOM_DIGITS = 6;

/** A press asks for its person's key seven times; a hash takes longer than to look it up. */
const keys = new LRUCache<string, string>({ max: 10_000 });

/** 32 hex digits that stand for a person in storage keys: the beginning of the SHA-256 of tenant and Entra object id. */
export function ownerKey({ tenant, id }: Pick<Person, 'id' | 'tenant'>): string {
  // Entra ids are GUIDs, and clients differ in how they write their letters.
  const person = `${tenant}|${id}`.toLowerCase();
  const known = keys.get(person);
  if (known !== undefined) return known;
  const key = createHash('sha256').update(person).digest('hex').slice(0, 32);
  keys.set(person, key);
  return key;
}

/**
 * A new id: six digits of the owner's key, then time running backwards and chance, in base36. `random` is 0..1.
 * @example draftId(owner, new Date('2026-03-01T10:00:00Z'), 0.5) // '9f86d0-zyd1kx3s0i0000'
 */
export function draftId(owner: Pick<Person, 'id' | 'tenant'>, now: Date, random: number): string {
  const time = base36(36 ** TIME_DIGITS - 1 - now.getTime(), TIME_DIGITS);
  return `${ownerTag(owner)}-${time}${base36(Math.floor(random * 36 ** RANDOM_DIGITS), RANDOM_DIGITS)}`;
}

/**
 * Whether a draft with this id can be the person's: false says for certain that it is somebody else's. A courtesy for
 * the right words on a card, not the access check: stores look only among the owner's own drafts.
 */
export function isOwnersDraft(id: string, owner: Pick<Person, 'id' | 'tenant'>): boolean {
  return id.startsWith(`${ownerTag(owner)}-`);
}

function ownerTag(owner: Pick<Person, 'id' | 'tenant'>): string {
  return ownerKey(owner).slice(0, TAG_LENGTH);
}

function base36(value: number, digits: number): string {
  return value.toString(36).padStart(digits, '0');
}
