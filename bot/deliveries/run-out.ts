import type { Case } from '../domain/case/case';
import { reminderKey } from '../domain/case/entries';
import { remind, review } from '../domain/case/reminding';
import type { Delivery } from '../domain/outbox/attempts';
import type { OutboxEntry } from '../domain/outbox/entry';
import type { Model } from '../domain/rules/model';
import type { Assistant } from '../features/assistant';
import { handlersIn } from '../features/case/case-reader';
import type { Stored } from '../ports';

/**
 * A timer has run out: if the case still waits, that becomes an event of the case, with word of it to whoever should do
 * something. A timer that runs out again, because its worker died, finds its word among the case's entries.
 */
export async function runOut(
  assistant: Assistant,
  model: Model,
  stored: Stored<Case>,
  entry: OutboxEntry,
): Promise<Delivery> {
  const now = assistant.clock.now();
  const key = reminderKey(entry, now.toISOString());
  const others = await assistant.outbox.ofCase(entry.case);
  if (others.some((other) => other.key === key)) return { result: 'sent' };
  const made = stored.value;
  const isHandler = handlersIn(assistant, model, made);
  const eventsFrom = async (from: number) =>
    (await assistant.cases.events(made.number, { from, to: made.lastEvent })).items;
  const change =
    entry.purpose === 'review'
      ? review(model, made, entry, await eventsFrom(1), now, isHandler)
      : remind(model, made, entry, { events: await eventsFrom(made.since.event), entries: others }, now, isHandler);
  if (change === 'obsolete') return { result: 'obsolete' };
  if (change instanceof Date) return { result: 'later', due: change.toISOString() };
  const written = await assistant.cases.change(stored, change);
  if (written === 'conflict') return { result: 'failed', failure: 'case-changed-meanwhile' };
  assistant.log.info('case.reminded', { case: made.number, about: entry.about });
  assistant.nudge(made.number);
  return { result: 'sent' };
}
