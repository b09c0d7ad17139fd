import { z } from 'zod/v4';
import type { CaseEvent } from '../../domain/case/case';
import { isFamiliarEvent } from '../../domain/case/familiar';
import { CASE_ACTIONS, stateIn, stepOf } from '../../domain/case/lives/life-of';
import { CASE_STATES } from '../../domain/case-state';
import type { Message } from '../../domain/message';
import type { Found } from '../../domain/page';
import { REMOVED } from '../../domain/person';
import { press } from '../actions';
import { type Kit, message } from '../kit';
import { caseTitle } from '../parts/facts';
import { fitted, shortened } from '../parts/room';
import { unitOfCase } from '../parts/routing';
import { unreadableNote } from '../parts/unreadable';
import type { CaseButtonReader } from '../verbs';
import type { Matter } from './matter';

/** So many events fit on a card, whatever people and units are called. */
export const HISTORY_LINES = 15;

/** A page of what happened to a case, newest first: who, what, when. */
export function historyCard(
  kit: Kit,
  { model, case: made }: Matter,
  events: Found<CaseEvent>,
  as: CaseButtonReader,
): Message {
  const { words } = kit;
  const title = words.own('life.history');
  const sequences = events.items.map(({ sequence }) => sequence);
  const oldest = Math.min(...sequences);
  const place = { case: made.number, as };
  const unreadable = unreadableNote(kit, events);
  const card = (shown: number) => ({
    heading: words.own('case.heading', { process: caseTitle(model, made.answers, words), number: made.number }),
    title,
    lines: [
      ...(unreadable === '' ? [] : [{ what: unreadable, when: '' }]),
      ...[...events.items].reverse().map((event) => ({
        what: shortened(whatHappened(kit, { model, case: made }, event), shown),
        when: words.momentOf(event.at),
      })),
    ],
    actions: [
      ...(sequences.length > 0 && oldest > 1
        ? [press(words.own('actions.older'), 'show-history', { ...place, before: oldest })]
        : []),
      ...(Math.max(...sequences) < made.lastEvent ? [press(words.own('actions.newest'), 'show-history', place)] : []),
      press(words.own('life.back'), 'show-case', place),
    ],
  });
  return fitted((shown) => message(kit, 'history', card(2 * shown), title));
}

/** Whom an event names: a unit, who of it was asked, who was away and so was not, or one person. */
const named = z.object({ id: z.string(), name: z.string() });
const whom = z
  .object({
    unit: z.string().optional(),
    name: z.string().optional(),
    contact: named.optional(),
    appointee: named.optional(),
    why: z.string().optional(),
    skipped: z.array(named).default([]),
  })
  .catch({ skipped: [] });

/** An event in words: who did what, and to whom it led. */
export function whatHappened(kit: Kit, { model, case: made }: Matter, event: CaseEvent): string {
  const { type, by, data } = event;
  const { words } = kit;
  const name = by === 'assistant' ? '' : by.name;
  if (!isFamiliarEvent(event)) {
    return by === 'assistant' ? words.own('life.event.newer-by-assistant') : words.own('life.event.newer', { name });
  }
  switch (type) {
    case 'routed': {
      const { unit, contact, skipped } = whom.parse(data.responsible);
      const to =
        contact && unit ? { unit: unitOfCase(words, model, made.answers, unit), name: contact.name } : undefined;
      return withAway(kit, to ? words.own('life.event.routed-to', to) : words.own('life.event.routed'), skipped);
    }
    case 'reminded': {
      const { unit, name: person } = whom.parse(data);
      return words.own('life.event.reminded', {
        name: person ?? (unit ? unitOfCase(words, model, made.answers, unit) : ''),
      });
    }
    case 'edited':
      return edited(kit, { model, case: made }, data, name);
    case 'appointed':
    case 'appointment-ended':
      return appointment(kit, event, name);
    case 'moved': {
      const action = CASE_ACTIONS.find((candidate) => candidate === data.action);
      const { unit, contact, skipped } = whom.parse(data);
      const to = CASE_STATES.find((candidate) => candidate === data.to);
      // What was done with an earlier case may be nothing that its kind knows any more.
      if (action && to && !stepOf(model.process, action)) {
        const state = words.own(`life.short.${stateIn(model.process, to)}`);
        return words.own('life.event.recorded', { name, state });
      }
      if (unit === undefined) return action ? words.own(`life.event.${action}`, { name }) : '';
      const place = unitOfCase(words, model, made.answers, unit);
      const whose = contact ? words.own('life.to-person', { unit: place, name: contact.name }) : place;
      return withAway(kit, words.own('life.event.passed-to', { name, unit: whose }), skipped);
    }
    default:
      return words.own(`life.event.${type}`, { name });
  }
}

/** Who became the responsible person, or is it no more. Of somebody who was erased or purged only that it ended. */
function appointment({ words }: Kit, { type, data }: CaseEvent, name: string): string {
  const { appointee, why } = whom.parse(data);
  if (!appointee)
    return words.own(type === 'appointed' ? 'life.event.appointed' : 'life.event.appointment-over', {
      name,
      person: REMOVED.name,
    });
  const person = appointee.name;
  if (type === 'appointed') return words.own('life.event.appointed', { name, person });
  if (why !== undefined)
    return words.own(why === 'left' ? 'life.event.appointment-left' : 'life.event.appointment-over', { person });
  return words.own('life.event.appointment-ended', { name, person });
}

/** Who changed the answers, and what came of it: another recommendation, another unit. */
function edited(kit: Kit, { model, case: made }: Matter, data: CaseEvent['data'], name: string): string {
  const { words } = kit;
  const what = words.own(data.outcome === undefined ? 'life.event.edited' : 'life.event.edited-outcome', { name });
  const { unit, contact, skipped } = whom.parse(data);
  if (unit === undefined) return what;
  const place = unitOfCase(words, model, made.answers, unit);
  const to = contact ? words.own('life.to-person', { unit: place, name: contact.name }) : place;
  return withAway(kit, `${what}. ${words.own('life.event.edited-unit', { unit: to })}`, skipped);
}

function withAway({ words }: Kit, text: string, skipped: readonly { readonly name: string }[]): string {
  const names = skipped.map(({ name }) => name).join(', ');
  return names === '' ? text : `${text}. ${words.own('life.event.skipped', { names })}`;
}
