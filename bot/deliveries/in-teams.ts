import { givenTodoCard } from '../cards/case/given-todo';
import { newsCard, reminderCard } from '../cards/case/news';
import { receiptCard } from '../cards/case/receipt';
import type { Kit } from '../cards/kit';
import { digestCard } from '../cards/listing/digest';
import type { Acquaintance } from '../domain/acquaintance';
import type { Case } from '../domain/case/case';
import type { Message } from '../domain/message';
import { digestOf } from '../domain/notify';
import type { Delivery } from '../domain/outbox/attempts';
import type { OutboxEntry } from '../domain/outbox/entry';
import type { Person } from '../domain/person';
import type { Model } from '../domain/rules/model';
import { nextWorkingMoment, workingDaysAfter } from '../domain/working-time';
import { type Assistant, kit } from '../features/assistant';
import { caseCardFor, readerFor, rolesIn } from '../features/case/case-reader';
import { lookingOf } from '../features/listing/case-lines';
import { givenLines } from '../features/listing/given';
import { whatWaits } from '../features/listing/waiting';
import { givenByEntry, isToAssignee } from './mail/given-todo';
import type { Outside } from './outside';

interface ToSend {
  readonly model: Model;
  readonly made: Case;
  readonly entry: OutboxEntry;
}

/** When those who want everything together once a day get it. */
const DIGEST_TIME = '08:30';
/** As many lines as a card has room for; the rest stands in the inbox, to which the card leads. */
export const DIGEST_LINES = 12;

type Reached = Acquaintance & { readonly chat: string };

/**
 * Sends a person their message, as they want to be written to; by mail where Teams does not reach them. Whoever has
 * removed or blocked the app is somebody without a chat: they get a fresh one where that can be had.
 */
export async function sendInTeams(assistant: Assistant, outside: Outside, sent: ToSend): Promise<Delivery> {
  const { entry, made } = sent;
  const person = addressee(assistant, made, entry);
  if (!person) return { result: 'obsolete' };
  const known = await reach(assistant, outside, person);
  if ('result' in known) return known;
  const delivery = await sendTo(assistant, known, sent);
  if (delivery.result !== 'shut-out') return delivery;
  await assistant.people.loseChat(person, known.chat);
  const afresh = await reach(assistant, outside, person);
  if ('result' in afresh) return afresh;
  // The message that was to be replaced stands in the chat that is lost.
  const { replaces: _, ...anew } = entry;
  const second = await sendTo(assistant, afresh, { ...sent, entry: anew });
  if (second.result !== 'shut-out') return second;
  await assistant.people.loseChat(person, afresh.chat);
  return { result: 'by-mail' };
}

async function sendTo(assistant: Assistant, known: Reached, sent: ToSend): Promise<Delivery> {
  const { entry, made } = sent;
  const speak = kit(assistant, known.language);
  if (entry.purpose === 'receipt') return deliver(assistant, known, entry, receiptCard(speak, sent.model, made));
  const wait = notNow(assistant, known, entry);
  if (wait) return wait;
  if (known.notify === 'daily') return sendDigest(assistant, known, speak, entry);
  const message = await messageOf(assistant, speak, sent, known.person);
  return message ? deliver(assistant, known, entry, message) : { result: 'obsolete' };
}

/** Whose chat it goes to. A unit of which nobody is known gets a mail; in a rehearsal the requester plays its part. */
function addressee(
  { rehearsal }: Assistant,
  { requester }: Case,
  { target }: OutboxEntry,
): Pick<Person, 'id' | 'tenant'> | undefined {
  if (target.kind === 'person') return target.person;
  return rehearsal && target.kind === 'unit' ? requester : undefined;
}

/** Somebody with a chat, or what becomes of the entry where there is none. */
async function reach(
  assistant: Assistant,
  { introductions }: Outside,
  person: Pick<Person, 'id' | 'tenant'>,
): Promise<Reached | Delivery> {
  const known = await assistant.people.find(person);
  if (known?.chat !== undefined) return { ...known, chat: known.chat };
  const introduced = introductions && (await introductions.chatWith(person));
  if (introduced?.result === 'failed') return introduced;
  if (introduced?.result !== 'chat') return { result: 'by-mail' };
  const { chat } = introduced;
  const met = await assistant.people.learn(person, { language: assistant.languages.default, by: 'supposition', chat });
  return { ...met, chat };
}

/** What a person does not want at all, or not at this time; undefined when it may be said now. */
function notNow(
  { clock, calendar }: Assistant,
  { notify = 'at-once' }: Acquaintance,
  { purpose, due, attempts }: OutboxEntry,
): Delivery | undefined {
  const now = clock.now();
  if (notify === 'quiet' && (purpose === 'reminder' || purpose === 'information')) return { result: 'obsolete' };
  if (notify === 'daily') {
    // Its morning has come already; the attempt failed.
    if (attempts > 0) return undefined;
    const next = nextDigest(new Date(due), calendar);
    return now < next ? { result: 'later', due: next.toISOString() } : undefined;
  }
  // Nobody is reminded at night or on a day off.
  const working = nextWorkingMoment(now, calendar);
  return purpose === 'reminder' && working > now ? { result: 'later', due: working.toISOString() } : undefined;
}

/** The next time, at or after a moment, at which the day's summary goes out. */
function nextDigest(moment: Date, calendar: Assistant['calendar']): Date {
  const today = workingDaysAfter(calendar.dayOf(moment), 0, calendar);
  const first = calendar.momentAt(today, DIGEST_TIME);
  return first >= moment
    ? first
    : calendar.momentAt(workingDaysAfter(calendar.dayOf(moment), 1, calendar), DIGEST_TIME);
}

/** The day's summary: everything that waits for the person, once; what else was due for them stands in it too. */
async function sendDigest(assistant: Assistant, known: Reached, speak: Kit, entry: OutboxEntry): Promise<Delivery> {
  const day = assistant.calendar.dayOf(assistant.clock.now());
  if (!(await assistant.claims.claim(digestOf(known.person), day, entry.key))) return { result: 'obsolete' };
  const looking = await lookingOf(assistant, known.person);
  const [{ own }, given] = await Promise.all([whatWaits(assistant, looking), givenLines(assistant, known.person)]);
  const card = digestCard(speak, looking.modelOf, {
    waiting: own.slice(0, DIGEST_LINES),
    given: given.items,
    reader: known.person,
  });
  const delivery = await deliver(assistant, known, entry, card);
  // The summary is nobody's card of this case, to be brought up to date with it.
  return delivery.result === 'sent' ? { result: 'sent' } : delivery;
}

async function messageOf(
  assistant: Assistant,
  speak: Kit,
  { model, made, entry }: ToSend,
  person: Pick<Person, 'id' | 'tenant'>,
): Promise<Message | undefined> {
  if (isToAssignee(entry)) {
    const given = await givenByEntry(assistant, entry);
    return given && givenTodoCard(speak, { model, case: made }, given.todo, given.giver);
  }
  const as = entry.target.kind === 'person' ? entry.target.as : 'responsible';
  const reader = readerFor(model, made, { who: person, roles: rolesIn(assistant, model, made, person) }, as);
  if (!reader) return undefined;
  if (entry.purpose !== 'reminder' && entry.purpose !== 'news') {
    return caseCardFor({ assistant, speak }, { model, case: made }, reader);
  }
  if (entry.purpose === 'reminder') return reminderCard(speak, { model, case: made }, reader, entry);
  const found = await assistant.cases.events(made.number, { from: entry.event, to: entry.event });
  const [event] = found.items;
  return event && newsCard(speak, { model, case: made }, reader, event);
}

async function deliver(
  { messenger }: Assistant,
  { chat }: { readonly chat: string },
  { replaces }: OutboxEntry,
  message: Message,
): Promise<Delivery> {
  return messenger.send({ chat, ...(replaces !== undefined && { replaces }) }, message);
}
