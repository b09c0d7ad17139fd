/** What could not be delivered, for the international affairs team: look, send again, or say that it arrived. */
import { undeliveredCard } from '../../cards/listing/undelivered';
import type { Payload } from '../../cards/verbs';
import { isFamiliarEntry } from '../../domain/case/familiar';
import type { Message } from '../../domain/message';
import { isStuck, revived } from '../../domain/outbox/attempts';
import { ofKind } from '../../domain/outbox/subjects';
import type { AskedByTeam } from '../coordinator';

/** As many as a card has room for, the oldest first. */
export const MOST_SHOWN = 10;
/** Whoever presses an entry has seen it on such a card; it is looked for a little further. */
const MOST_SEARCHED = 200;

/** Lists what waits for a person. */
export async function showUndelivered({ assistant, turn, speak }: AskedByTeam): Promise<Message> {
  const [stuck, directory] = await Promise.all([assistant.outbox.stuck(MOST_SHOWN), assistant.directory.content()]);
  const entries = stuck.items.map(({ value }) => value);
  const members = directory.units.flatMap((unit) => unit.members);
  const ids = entries.flatMap(({ target }) => (target.kind === 'person' ? [target.person.id] : []));
  const known = new Map<string, string>(members.map(({ id, name }) => [id, name]));
  for (const id of new Set(ids)) {
    const met = known.has(id) ? undefined : await assistant.people.find({ id, tenant: turn.who.tenant });
    if (met) known.set(id, met.person.name);
  }
  return undeliveredCard(
    speak,
    directory,
    { ...stuck, items: entries },
    {
      nameOf: (id) => known.get(id) ?? speak.words.own('undelivered.somebody'),
      isFamiliar: (entry) => isFamiliarEntry(entry, assistant.subjects),
      opening: (entry) => ofKind(assistant.subjects, entry)?.opening?.(speak.words, entry.case),
    },
  );
}

/** Sends an entry again, or settles it as arrived; once, also when two press at the same time. */
export async function revive(asked: AskedByTeam, { entry: key, wish }: Payload<'revive'>): Promise<Message> {
  const { assistant } = asked;
  const { items: stuck } = await assistant.outbox.stuck(MOST_SEARCHED);
  const stored = stuck.find(
    ({ value }) => value.key === key && isStuck(value) && isFamiliarEntry(value, assistant.subjects),
  );
  if (stored && (await assistant.outbox.settle(stored, revived(stored.value, wish, assistant.clock.now())))) {
    assistant.log.info('entry.revived', { entry: key, wish });
    assistant.nudge(stored.value.case);
  }
  return showUndelivered(asked);
}

/** Sends everything again that was given up; what perhaps arrived is asked about one by one. */
export async function reviveAll(asked: AskedByTeam): Promise<Message> {
  const { assistant } = asked;
  const { items: stuck } = await assistant.outbox.stuck(MOST_SEARCHED);
  const given = stuck.filter(({ value }) => value.state === 'dead' && isFamiliarEntry(value, assistant.subjects));
  for (const stored of given)
    await assistant.outbox.settle(stored, revived(stored.value, 'send', assistant.clock.now()));
  assistant.log.info('entries.revived', { count: given.length });
  for (const number of new Set(given.map(({ value }) => value.case))) assistant.nudge(number);
  return showUndelivered(asked);
}
