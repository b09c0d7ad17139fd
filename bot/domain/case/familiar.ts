/**
 * What this version knows of what is stored. While a new version is rolled out, and after one was taken back, rows of a
 * newer one are there: processes, states, purposes, channels that it has and this one has not. They are left as they are
 * for a version that knows them: nothing is sent, and nothing decided about them, on a guess.
 */

import { CASE_STATES, type CaseState } from '../case-state';
import { CHANNELS } from '../outbox/channels';
import { ENTRY_STATES, type OutboxEntry, PURPOSES, READERS } from '../outbox/entry';
import { type ByKind, ofKind } from '../outbox/subjects';
import type { Process } from '../process/process';
import { type Case, type CaseEvent, EVENT_TYPES } from './case';
import { CASE_ACTIONS, type Living, stateIn } from './lives/life-of';

/**
 * Whether this version knows what an entry of the outbox is: what it belongs to (one of these subjects), its purpose, its
 * way, whom it is for, how it stands.
 */
export function isFamiliarEntry(entry: OutboxEntry, subjects: ByKind<unknown>): boolean {
  const { purpose, channel, target, state } = entry;
  if (ofKind(subjects, entry) === undefined) return false;
  return isOneOf(PURPOSES, purpose) && isOneOf(CHANNELS, channel) && isOneOf(ENTRY_STATES, state) && knows(target);
}

function knows(target: OutboxEntry['target']): boolean {
  return target.kind === 'person' ? isOneOf(READERS, target.as) : ['unit', 'units', 'case'].includes(target.kind);
}

/** Whether this version knows how a case stands. */
export function isFamiliarState({ state }: Pick<Case, 'state'>): boolean {
  return isOneOf(CASE_STATES, state);
}

/**
 * The key of the words for how a case stands, in the life of its process where that is known: neutral ones for a state that
 * only a newer version knows.
 */
export function stateKey(process: Living | undefined, { state }: Pick<Case, 'state'>): CaseState | 'newer' {
  if (!isFamiliarState({ state })) return 'newer';
  return process === undefined ? state : stateIn(process, state);
}

/** Whether this version has the words for a case: its process, as new as when the case was made, and its state. */
export function isFamiliarCase(process: Process | undefined, made: Pick<Case, 'state' | 'version'>): boolean {
  return process !== undefined && made.version <= process.version && isFamiliarState(made);
}

/** Whether this version knows what an event tells. */
export function isFamiliarEvent({ type, data }: Pick<CaseEvent, 'type' | 'data'>): boolean {
  return isOneOf(EVENT_TYPES, type) && (type !== 'moved' || isOneOf(CASE_ACTIONS, data.action));
}

function isOneOf(known: readonly string[], value: unknown): boolean {
  return known.some((one) => one === value);
}
