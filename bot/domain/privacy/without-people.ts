/**
 * A case without the people in it, or without one of them: wherever it names somebody by id, the marker stands instead
 * (`removed.ts`). What was typed is not looked at here; `purge.ts` and `erasure.ts` do that.
 */
import type { Case, CaseEvent } from '../case/case';
import type { Destination } from '../case/routing';
import type { Todo } from '../case/todo';
import type { WholeCase } from '../case/whole-case';
import type { OutboxEntry } from '../outbox/entry';
import type { Named } from '../person';
import { REMOVED } from '../person';

/** Whether somebody is meant, by their Entra object id. */
export type IsMeant = (id: string) => boolean;

export function withoutPeople(whole: WholeCase, isMeant: IsMeant): WholeCase {
  return {
    case: caseWithout(whole, isMeant),
    events: whole.events.map((event) => eventWithout(event, isMeant)),
    todos: whole.todos.map((todo) => todoWithout(todo, isMeant)),
    entries: whole.entries.map((entry) => entryWithout(entry, isMeant)),
  };
}

function caseWithout(whole: WholeCase, isMeant: IsMeant): Case {
  const { holder, appointee, asker, requester, routing, said, message, ...rest } = whole.case;
  const isRequester = isMeant(requester.id);
  return {
    ...rest,
    requester: isRequester ? { ...REMOVED, tenant: requester.tenant } : requester,
    // The message is a place in a chat of theirs.
    ...(message !== undefined && !isRequester && { message }),
    ...(holder && { holder: isMeant(holder.id) ? REMOVED : holder }),
    ...(appointee && !isMeant(appointee.id) && { appointee }),
    ...(asker && { asker: isMeant(asker.id) ? REMOVED : asker }),
    ...(said && { said: { ...said, by: saidByMeant(whole, isMeant) ? REMOVED.name : said.by } }),
    routing: {
      responsible: destinationWithout(routing.responsible, isMeant),
      informed: routing.informed.map((told) => destinationWithout(told, isMeant)),
    },
  };
}

/** What was said is kept with a name alone; the event of the same moment says whose it is. */
function saidByMeant({ case: { said }, events }: WholeCase, isMeant: IsMeant): boolean {
  return events.some(({ at, by }) => at === said?.at && by !== 'assistant' && isMeant(by.id));
}

function destinationWithout(destination: Destination, isMeant: IsMeant): Destination {
  const { contact, skipped, ...rest } = destination;
  const left = skipped?.filter(({ id }) => !isMeant(id)) ?? [];
  return {
    ...rest,
    ...(contact && !isMeant(contact.id) && { contact }),
    ...(left.length > 0 && { skipped: left }),
  };
}

function eventWithout(event: CaseEvent, isMeant: IsMeant): CaseEvent {
  return {
    ...event,
    by: event.by === 'assistant' ? 'assistant' : replaced(event.by, isMeant),
    data: dataWithout(event.data, isMeant) as CaseEvent['data'],
  };
}

/** In the data of events people are `{ id, name }` wherever they stand; the last of a list or part leaves it empty. */
function dataWithout(value: unknown, isMeant: IsMeant): unknown {
  if (Array.isArray(value))
    return value.filter((one) => !isPerson(one, isMeant)).map((one) => dataWithout(one, isMeant));
  if (typeof value !== 'object' || value === null) return value;
  const { id: _id, name: _name, ...others } = value as Record<string, unknown>;
  const own = isPerson(value, isMeant) ? others : value;
  return Object.fromEntries(
    Object.entries(own)
      .filter(([, inner]) => !isPerson(inner, isMeant))
      .map(([key, inner]) => [key, dataWithout(inner, isMeant)]),
  );
}

function isPerson(value: unknown, isMeant: IsMeant): boolean {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('name' in value)) return false;
  return typeof value.id === 'string' && isMeant(value.id);
}

function todoWithout({ done, personId, ...todo }: Todo, isMeant: IsMeant): Todo {
  const isGiven = personId !== undefined && isMeant(personId);
  const giver = isGiven ? { person: REMOVED.name } : { ...(personId !== undefined && { personId }) };
  return { ...todo, ...giver, ...(done && { done: { at: done.at, by: replaced(done.by, isMeant) } }) };
}

/** An entry keeps its channel, purpose and how it ended; without its person there is no message of theirs to name. */
function entryWithout(entry: OutboxEntry, isMeant: IsMeant): OutboxEntry {
  const { target, message: _message, replaces: _replaces, ...rest } = entry;
  if (target.kind !== 'person' || !isMeant(target.person.id)) return entry;
  return { ...rest, target: { ...target, person: { id: REMOVED.id, tenant: target.person.tenant } } };
}

function replaced(person: Named, isMeant: IsMeant): Named {
  return isMeant(person.id) ? REMOVED : person;
}
