import type { Case } from '../domain/case/case';
import type { Delivery } from '../domain/outbox/attempts';
import type { OutboxEntry, Reader } from '../domain/outbox/entry';
import type { Model } from '../domain/rules/model';
import { type Assistant, kit } from '../features/assistant';
import { caseCardFor, readerFor, rolesIn } from '../features/case/case-reader';

/** A card that somebody holds: in whose chat it stands, and in which message. */
interface HeldCard {
  readonly person: { readonly id: string; readonly tenant: string };
  readonly message: string;
  readonly as: Reader;
}

/**
 * The case has changed: every card of it that somebody holds is brought up to date in place. One that is gone is let go,
 * and none that fails holds up the others. If any could not be reached, all are tried again later, which does no harm;
 * what Teams refuses for good stands with the entry.
 */
export async function updateCards(
  assistant: Assistant,
  model: Model,
  made: Case,
  entry: OutboxEntry,
): Promise<Delivery> {
  // A later change brings the same cards up to date, and with them what this one would show.
  if (entry.event < made.lastEvent) return { result: 'obsolete' };
  const held = await heldCards(assistant, made, entry.event);
  const deliveries: Delivery[] = [];
  for (const card of held) deliveries.push(await updateCard(assistant, model, made, card));
  const failed = deliveries.find(({ result }) => result === 'failed' || result === 'unsure');
  if (failed) return failed;
  const refused = deliveries.find(({ result }) => result === 'refused');
  if (refused) return refused;
  // Somebody may have changed the case while its cards were written: the last writer shows the latest.
  const now = await assistant.cases.read(made.number);
  if (now && now.value.lastEvent > made.lastEvent) {
    return updateCards(assistant, model, now.value, { ...entry, event: now.value.lastEvent });
  }
  const shutOut = deliveries.find((delivery) => delivery.result === 'shut-out');
  return { result: 'sent', ...(shutOut && { refused: shutOut.failure }) };
}

/** Teams' answer to an update of a message that somebody has deleted. */
const GONE = 'connector-404';

async function updateCard(
  assistant: Assistant,
  model: Model,
  made: Case,
  { person, message, as }: HeldCard,
): Promise<Delivery> {
  const reader = readerFor(model, made, { who: person, roles: rolesIn(assistant, model, made, person) }, as);
  const known = reader && (await assistant.people.find(person));
  // Who has left the unit keeps the card as it was, and learns nothing more of the case.
  if (!reader || known?.chat === undefined) return { result: 'obsolete' };
  const card = caseCardFor({ assistant, speak: kit(assistant, known.language) }, { model, case: made }, reader);
  const delivery = await assistant.messenger.send({ chat: known.chat, replaces: message }, card);
  return delivery.result === 'refused' && delivery.failure === GONE ? { result: 'obsolete' } : delivery;
}

/** The cards of the requester, of whoever took the case on, and all that were sent to others; each message once. */
async function heldCards(assistant: Assistant, made: Case, event: number): Promise<readonly HeldCard[]> {
  const { tenant } = made.requester;
  // Only what was sent knows its message.
  const entries = await assistant.outbox.settledOf(made.number);
  const sent = entries.flatMap(({ purpose, target, message, channel, event: sentWith }): HeldCard[] => {
    // What was sent because of this very event shows it already.
    if (sentWith === event) return [];
    if (channel !== 'teams' || message === undefined || (purpose !== 'request' && purpose !== 'information')) return [];
    if (target.kind === 'person') return [{ person: target.person, message, as: target.as }];
    if (target.kind !== 'unit') return [];
    // A rehearsal: the unit's card stands in the requester's own chat.
    return [{ person: made.requester, message, as: 'responsible' }];
  });
  const held: readonly HeldCard[] = [
    ...sent,
    ...(made.message === undefined
      ? []
      : [{ person: made.requester, message: made.message, as: 'requester' as const }]),
    ...(made.holder?.message === undefined
      ? []
      : [{ person: { id: made.holder.id, tenant }, message: made.holder.message, as: 'responsible' as const }]),
  ];
  return [...new Map(held.map((card) => [card.message, card])).values()];
}
