/** What an outbox entry does, by its channel. */
import type { Case } from '../domain/case/case';
import { unfolded } from '../domain/case/entries';
import { Unavailable } from '../domain/errors';
import { lineOf } from '../domain/listing/line';
import type { Delivery, Earlier } from '../domain/outbox/attempts';
import type { OutboxEntry } from '../domain/outbox/entry';
import type { Model } from '../domain/rules/model';
import { type Assistant, currentModelOf, modelOf } from '../features/assistant';
import { sendByMail } from './by-mail';
import { sendInTeams } from './in-teams';
import { mirroredCase } from './mirrored-case';
import type { Outside } from './outside';
import { unlessEntitled } from './rights';
import { runOut } from './run-out';
import { updateCards } from './update-cards';

/** Makes the function that carries out one outbox entry. Its text is that of the case as it stands now. */
export function createDelivery(
  assistant: Assistant,
  outside: Outside,
): (entry: OutboxEntry, earlier: Earlier) => Promise<Delivery> {
  return async (entry, earlier) => {
    const stored = await assistant.cases.read(entry.case);
    if (!stored) return { result: 'refused', failure: 'no-such-case' };
    const made = stored.value;
    switch (entry.channel) {
      case 'timer':
        return runOut(assistant, await modelOf(assistant, made.process), stored, entry);
      case 'fan-out':
        return unfolded(made, entry);
      case 'register':
      case 'sharepoint':
        return showElsewhere(assistant, outside, await modelOf(assistant, made.process), made, entry);
      case 'mail':
      case 'teams':
        return tellPeople(assistant, outside, { made, entry, earlier });
    }
  };
}

/** Sends a person or a unit word of a case, by the rights of this moment: where nobody can tell them, it waits. */
async function tellPeople(
  assistant: Assistant,
  outside: Outside,
  { made, entry, earlier }: { readonly made: Case; readonly entry: OutboxEntry; readonly earlier: Earlier },
): Promise<Delivery> {
  const model = await knownRights(assistant, made);
  if (!model) return { result: 'failed', failure: 'rights-unknown' };
  const otherwise = await unlessEntitled(assistant, model, made, entry);
  if (otherwise) return otherwise;
  if (entry.channel === 'mail') return sendByMail(assistant, outside, { model, made, entry, earlier });
  return entry.purpose === 'update'
    ? updateCards(assistant, model, made, entry)
    : sendInTeams(assistant, outside, { model, made, entry });
}

/** The model with the directory as of at most a minute ago; undefined while that cannot be had. */
async function knownRights(assistant: Assistant, made: Case): Promise<Model | undefined> {
  try {
    return await currentModelOf(assistant, made.process);
  } catch (cause) {
    if (!(cause instanceof Unavailable)) throw cause;
    return undefined;
  }
}

/**
 * Brings the case's line up to date where it is listed. In the list outside a later event's entry does it alone, and
 * where that is not switched on nothing waits for it: reconciliation writes what is missing later. The register is
 * written each time, because a worker that died while two wrote it is made up for by the next.
 */
async function showElsewhere(
  assistant: Assistant,
  { mirror }: Outside,
  model: Model,
  made: Case,
  { purpose, channel, event, case: number }: OutboxEntry,
): Promise<Delivery> {
  if (purpose === 'folder') return assistant.folders ? assistant.folders.make(number) : { result: 'obsolete' };
  if (channel === 'sharepoint' && (event < made.lastEvent || !mirror)) return { result: 'obsolete' };
  const { items: todos } = await assistant.cases.todos(number);
  const line = lineOf(model, made, todos);
  if (channel === 'sharepoint' && mirror) {
    return mirror.put(mirroredCase(assistant.words(assistant.languages.default), model, line));
  }
  await assistant.register.put(line);
  return { result: 'sent' };
}
