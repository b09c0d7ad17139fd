import type { Case } from '../domain/case/case';
import { givenTodos } from '../domain/case/given/given-todo';
import { handedOn, isToldAnyway, mayHear, tellsOfLoss } from '../domain/case/handing-on';
import type { Delivery } from '../domain/outbox/attempts';
import type { OutboxEntry } from '../domain/outbox/entry';
import type { Person } from '../domain/person';
import type { Model } from '../domain/rules/model';
import type { Assistant } from '../features/assistant';
import { handlersIn, rolesIn } from '../features/case/case-reader';

/**
 * What becomes of an entry whose addressee is out of the case by now: it goes to who is asked today, or to the unit's
 * mailbox, and to nobody where those have word of it anyway. Undefined where it may go out as it is.
 */
export async function unlessEntitled(
  assistant: Assistant,
  model: Model,
  made: Case,
  entry: OutboxEntry,
): Promise<Delivery | undefined> {
  const { target } = entry;
  if (target.kind !== 'person' || mayHear(entry, rolesIn(assistant, model, made, target.person))) return undefined;
  if (target.as === 'assignee' && (await isStillGiven(assistant, made, entry, target.person))) return undefined;
  if (tellsOfLoss(model, made, entry)) return undefined;
  const day = assistant.calendar.dayOf(assistant.clock.now());
  const to = handedOn(model, made, entry, { day, isHandler: handlersIn(assistant, model, made) });
  if (to === 'nobody') return { result: 'obsolete' };
  const others = await assistant.outbox.ofCase(made.number);
  return isToldAnyway(entry, to, others) ? { result: 'obsolete' } : { result: 'handed-on', target: to };
}

/** Whether the to-do that an entry tells of is still somebody's to do. */
async function isStillGiven(
  { cases }: Assistant,
  made: Case,
  { about }: OutboxEntry,
  person: Pick<Person, 'id' | 'tenant'>,
): Promise<boolean> {
  const { items } = await cases.todos(made.number);
  return givenTodos(made, items, person).some(({ key }) => key === about);
}
