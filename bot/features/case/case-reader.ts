/** As whom somebody sees a case: looked up afresh each time, because a button on a card gives no right. */
import { type CaseNotes, type CaseReader, caseCard } from '../../cards/case/case';
import type { Matter } from '../../cards/case/matter';
import { unitOfCase } from '../../cards/parts/routing';
import type { Case } from '../../domain/case/case';
import type { CaseRole } from '../../domain/case/lives/step';
import { type Handles, handles, rolesOf } from '../../domain/case/roles';
import { isMember } from '../../domain/directory/directory';
import type { Message } from '../../domain/message';
import type { Reader } from '../../domain/outbox/entry';
import type { Person } from '../../domain/person';
import type { Model } from '../../domain/rules/model';
import type { Asked } from '../asked';
import type { Assistant } from '../assistant';
import { isCoordinator, isEmpty } from '../coordinator';

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

/** Who acts for the unit that has a case. */
export function handlersIn(assistant: Assistant, model: Model, made: Case): Handles {
  return ({ id }) => handles(rolesIn(assistant, model, made, { id, tenant: made.requester.tenant }));
}

/** The same for somebody who is here: in local mode they also coordinate, as long as nobody else does. */
export function rolesOfPresser(
  assistant: Assistant,
  model: Model,
  made: Case,
  who: Pick<Person, 'id' | 'tenant'>,
): readonly CaseRole[] {
  const roles = rolesIn(assistant, model, made, who);
  const coordinates = !roles.includes('coordinator') && isCoordinator(assistant, model.directory, who);
  return coordinates ? [...roles, 'coordinator'] : roles;
}

/**
 * As whom somebody in these roles gets the card: as they would like to, as far as they are that; else as what they are.
 * Undefined for whoever is nothing to the case.
 */
export function readerFor(
  { directory }: Model,
  { routing: { responsible, informed } }: Case,
  { who: { id }, roles }: { readonly who: Pick<Person, 'id'>; readonly roles: readonly CaseRole[] },
  wanted?: Reader,
): CaseReader | undefined {
  const acts = [
    ...(roles.includes('requester') ? (['requester'] as const) : []),
    ...(handles(roles) ? (['responsible'] as const) : roles.includes('appointee') ? (['appointee'] as const) : []),
  ];
  const as = acts.find((role) => role === wanted) ?? (wanted === undefined ? acts[0] : acts.at(-1));
  const other = acts.find((role) => role !== as);
  const also = other === undefined ? {} : { also: other };
  if (as === 'requester') return { as, ...also };
  if (as !== undefined) return { as, ...also, unit: responsible.unit, deliverTo: responsible.deliverTo };
  const told = informed.find(({ unit }) => isMember(directory, unit, id));
  return told && { as: 'informed', unit: told.unit, deliverTo: told.deliverTo };
}

/** The card of a case for somebody; `happened` is what has just come about. */
export function caseCardFor(
  { assistant, speak }: Pick<Asked, 'assistant' | 'speak'>,
  matter: Matter,
  reader: CaseReader,
  happened?: string,
): Message {
  return caseCard(speak, matter, reader, {
    ...standingNotes({ assistant, speak }, matter, reader),
    ...(happened !== undefined && { happened }),
  });
}

/** What stands on somebody's card besides the case: that it is a rehearsal (local mode), and where its documents are. */
function standingNotes(
  { assistant: { rehearsal, folders }, speak: { words } }: Pick<Asked, 'assistant' | 'speak'>,
  { model, case: made }: Matter,
  { as }: CaseReader,
): CaseNotes {
  const { unit } = made.routing.responsible;
  const playsUnit = rehearsal && as === 'responsible' && isEmpty(model.directory, unit);
  return {
    ...(playsUnit && {
      rehearsal: words.own('rehearsal.unit', { unit: unitOfCase(words, model, made.answers, unit) }),
    }),
    ...(folders && { folder: folders.addressOf(made.number) }),
  };
}
