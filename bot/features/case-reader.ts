/** As whom somebody sees a case: looked up afresh each time, because a button on a card gives no right. */
import { type CaseNotes, type CaseReader, caseCard } from '../cards/case';
import type { Kit } from '../cards/kit';
import type { Case } from '../domain/case';
import { findUnit, INTERNATIONAL_AFFAIRS } from '../domain/directory';
import type { Person } from '../domain/draft';
import { type CaseRole, isMember, rolesOf } from '../domain/life';
import type { Message } from '../domain/message';
import type { Model } from '../domain/model';
import type { Reader } from '../domain/outbox';
import type { Assistant } from './assistant';

/**
 * What a person is to a case. In local mode, where a unit has nobody yet, the requester plays its part too.
 */
export function rolesIn(
  { rehearsal }: Assistant,
  { directory }: Model,
  made: Case,
  who: Pick<Person, 'id' | 'tenant'>,
): readonly CaseRole[] {
  const roles = rolesOf(made, who, directory);
  const plays = rehearsal && roles.includes('requester') && isEmpty(directory, made.routing.responsible.unit);
  return plays && !roles.includes('responsible') ? [...roles, 'responsible'] : roles;
}

/** Whether somebody is of the international affairs team; in local mode everybody, until it has members. */
export function isCoordinator(
  { rehearsal }: Assistant,
  directory: Model['directory'],
  who: Pick<Person, 'id'>,
): boolean {
  return isMember(directory, INTERNATIONAL_AFFAIRS, who.id) || (rehearsal && isEmpty(directory, INTERNATIONAL_AFFAIRS));
}

/** As whom a person gets the card: as they would like to, as far as they are that; else as what they are. */
export function readerFor(
  assistant: Assistant,
  model: Model,
  made: Case,
  who: Pick<Person, 'id' | 'tenant'>,
  wanted?: Reader,
): CaseReader {
  const roles = rolesIn(assistant, model, made, who);
  const handles = roles.includes('responsible') || roles.includes('coordinator');
  if (roles.includes('requester') && (wanted === 'requester' || !handles || wanted === undefined)) {
    return { as: 'requester' };
  }
  const { responsible, informed } = made.routing;
  if (handles) return { as: 'responsible', unit: responsible.unit, deliverTo: responsible.deliverTo };
  const told = informed.find(({ unit }) => isMember(model.directory, unit, who.id)) ?? informed[0] ?? responsible;
  return { as: 'informed', unit: told.unit, deliverTo: told.deliverTo };
}

/** The card of a case for somebody; `wanted` as whom they would like to see it, `happened` what has just come about. */
export function caseCardFor(
  assistant: Assistant,
  speak: Kit,
  model: Model,
  made: Case,
  who: Pick<Person, 'id' | 'tenant'>,
  { wanted, happened }: { readonly wanted?: Reader | undefined; readonly happened?: string | undefined } = {},
): Message {
  const reader = readerFor(assistant, model, made, who, wanted);
  return caseCard(speak, model, made, reader, {
    ...standingNotes(assistant, speak, model, made, reader),
    ...(happened !== undefined && { happened }),
  });
}

/** What stands on somebody's card besides the case: that it is a rehearsal (local mode), and where its documents are. */
function standingNotes(
  { rehearsal, folders }: Assistant,
  { words }: Kit,
  { directory }: Model,
  made: Case,
  { as }: CaseReader,
): CaseNotes {
  const { unit } = made.routing.responsible;
  const found = findUnit(directory, unit);
  const playsUnit = rehearsal && as === 'responsible' && isEmpty(directory, unit);
  return {
    ...(playsUnit && { rehearsal: words.own('rehearsal.unit', { unit: found ? words.name(found.name) : unit }) }),
    ...(folders && { folder: folders.addressOf(made.number) }),
  };
}

function isEmpty(directory: Model['directory'], unit: string): boolean {
  return (findUnit(directory, unit)?.members.length ?? 0) === 0;
}
