/** What an outbox entry of a case does, by its channel. Its text is that of the case as it stands now. */
import type { Case } from '../domain/case/case';
import { unfolded } from '../domain/case/entries';
import { Unavailable } from '../domain/errors';
import { type CaseLine, lineOf } from '../domain/listing/line';
import type { Delivery, Earlier } from '../domain/outbox/attempts';
import { CHANNELS, type Channel } from '../domain/outbox/channels';
import type { OutboxEntry } from '../domain/outbox/entry';
import type { Model } from '../domain/rules/model';
import { type Assistant, currentModelOf, modelOf } from '../features/assistant';
import { registerNetwork } from '../features/directory/network-of-case';
import type { Stored } from '../ports';
import { sendByMail } from './by-mail';
import type { Deliver, Deliveries } from './by-subject';
import { isOfFamiliarCase } from './familiar';
import { sendInTeams } from './in-teams';
import { mirroredCase } from './mirrored-case';
import type { Outside } from './outside';
import { unlessEntitled } from './rights';
import { runOut } from './run-out';
import { updateCards } from './update-cards';

/** An entry with its case, and what is there to carry it out. */
interface InHand {
  readonly assistant: Assistant;
  readonly outside: Outside;
  readonly stored: Stored<Case>;
  readonly entry: OutboxEntry;
  readonly earlier: Earlier;
}

const WAYS = {
  teams: (inHand) => tellPeople(inHand, sendCard),
  mail: (inHand) => tellPeople(inHand, sendByMail),
  sharepoint: (inHand) => (inHand.entry.purpose === 'folder' ? makeFolder(inHand) : showInList(inHand)),
  register: showInRegister,
  timer: async ({ assistant, stored, entry }) =>
    runOut(assistant, await modelOf(assistant, stored.value.process), stored, entry),
  'fan-out': async ({ stored, entry }) => unfolded(stored.value, entry),
} as const satisfies Readonly<Record<Channel, (inHand: InHand) => Promise<Delivery>>>;

/** How the entries of cases go out. */
export function deliverCases(assistant: Assistant, outside: Outside): Deliveries {
  const way =
    (channel: Channel): Deliver =>
    async (entry, earlier) => {
      const stored = await assistant.cases.read(entry.case);
      if (!stored) return { result: 'refused', failure: 'no-such-case' };
      return WAYS[channel]({ assistant, outside, stored, entry, earlier });
    };
  return {
    isFamiliar: (entry) => isOfFamiliarCase(assistant, entry),
    ways: Object.fromEntries(CHANNELS.map((channel) => [channel, way(channel)])),
  };
}

interface Told {
  readonly model: Model;
  readonly made: Case;
  readonly entry: OutboxEntry;
  readonly earlier: Earlier;
}

/** Sends a person or a unit word of a case, by the rights of this moment: where nobody can tell them, it waits. */
async function tellPeople(
  { assistant, outside, stored: { value: made }, entry, earlier }: InHand,
  send: (assistant: Assistant, outside: Outside, told: Told) => Promise<Delivery>,
): Promise<Delivery> {
  const model = await knownRights(assistant, made);
  if (!model) return { result: 'failed', failure: 'rights-unknown' };
  const otherwise = await unlessEntitled(assistant, model, made, entry);
  return otherwise ?? send(assistant, outside, { model, made, entry, earlier });
}

async function sendCard(assistant: Assistant, outside: Outside, { model, made, entry }: Told): Promise<Delivery> {
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

async function makeFolder({ assistant: { folders }, entry }: InHand): Promise<Delivery> {
  return folders ? folders.make(entry.case) : { result: 'obsolete' };
}

/**
 * Brings the case's line in the list outside up to date. A later event's entry does it alone, and where the list is not
 * switched on nothing waits for it: reconciliation writes what is missing later.
 */
async function showInList({
  assistant,
  outside: { mirror },
  stored: { value: made },
  entry,
}: InHand): Promise<Delivery> {
  if (entry.event < made.lastEvent || !mirror) return { result: 'obsolete' };
  const model = await modelOf(assistant, made.process);
  const line = await currentLine(assistant, model, made);
  return mirror.put(mirroredCase(assistant.words(assistant.languages.default), model, line));
}

/**
 * What is in force stands in the directory's register of networks and partnerships, too. The register of cases is written each
 * time, because a worker that died while two wrote it is made up for by the next.
 */
async function showInRegister({ assistant, stored: { value: made } }: InHand): Promise<Delivery> {
  const model = await modelOf(assistant, made.process);
  await assistant.register.put(await currentLine(assistant, model, made));
  const registered = await registerNetwork(assistant, model, made);
  return registered === 'kept' ? { result: 'sent' } : { result: 'failed', failure: 'entry-edited-meanwhile' };
}

async function currentLine({ cases }: Assistant, model: Model, made: Case): Promise<CaseLine> {
  const { items: todos } = await cases.todos(made.number);
  return lineOf(model, made, todos);
}
