/** What an outbox entry says, to whom, and through which channel. */
import { caseCard } from './cards/case';
import { receiptCard } from './cards/receipt';
import type { Case } from './domain/case';
import { findUnit } from './domain/directory';
import type { Model } from './domain/model';
import type { Delivery, Earlier, OutboxEntry } from './domain/outbox';
import { type Assistant, kit, modelOf } from './features/assistant';
import { caseMail } from './mail/case-mail';
import type { Acquaintance, Mailer } from './ports';

export interface DeliveryOptions {
  /** Absent where no mail channel is configured; then mails wait. */
  readonly mailer?: Mailer;
}

/** Makes the function that carries out one outbox entry. */
export function createDelivery(
  assistant: Assistant,
  options: DeliveryOptions,
): (entry: OutboxEntry, earlier: Earlier) => Promise<Delivery> {
  return async (entry, earlier) => {
    const made = (await assistant.cases.read(entry.case))?.value;
    if (!made) return { result: 'refused', failure: 'no-such-case' };
    const model = await modelOf(assistant, made.process);
    if (entry.channel === 'mail') return sendMail(assistant, options, model, made, entry, earlier);
    const requester = await assistant.people.find(made.requester);
    if (entry.purpose === 'review') return remindOfReview(assistant, model, made, requester);
    if (entry.purpose === 'update') return sendUpdate(assistant, model, made, entry);
    if (entry.target.kind === 'person') return sendReceipt(assistant, model, made, entry, requester);
    return rehearse(assistant, model, made, entry, requester);
  };
}

function sendReceipt(
  { messenger, ...assistant }: Assistant,
  model: Model,
  made: Case,
  { replaces }: OutboxEntry,
  requester: Acquaintance | undefined,
): Promise<Delivery> {
  if (requester?.chat === undefined) return refused('no-chat');
  const speak = { words: assistant.words(requester.language), render: assistant.render };
  const target = { chat: requester.chat, ...(replaces !== undefined && { replaces }) };
  return messenger.send(target, receiptCard(speak, model, made));
}

/** The case has changed: the card that a person holds of it is brought up to date, or they get one if they hold none. */
async function sendUpdate(assistant: Assistant, model: Model, made: Case, entry: OutboxEntry): Promise<Delivery> {
  if (entry.target.kind !== 'person') return { result: 'refused', failure: 'not-a-person' };
  const person = await assistant.people.find(entry.target.person);
  if (person?.chat === undefined) return { result: 'refused', failure: 'no-chat' };
  const { unit, deliverTo } = made.routing.responsible;
  const reader =
    entry.target.as === 'responsible'
      ? ({ as: 'responsible', unit, deliverTo } as const)
      : ({ as: 'requester' } as const);
  const target = { chat: person.chat, ...(entry.replaces !== undefined && { replaces: entry.replaces }) };
  return assistant.messenger.send(target, caseCard(kit(assistant, person.language), model, made, reader));
}

/** The day of a review has come: the requester gets the case again, with a word on what to do. */
function remindOfReview(
  assistant: Assistant,
  model: Model,
  made: Case,
  requester: Acquaintance | undefined,
): Promise<Delivery> {
  if (requester?.chat === undefined) return refused('no-chat');
  const speak = kit(assistant, requester.language);
  const message = caseCard(speak, model, made, { as: 'requester' }, { happened: speak.words.own('case.review') });
  return assistant.messenger.send({ chat: requester.chat }, message);
}

function rehearse(
  assistant: Assistant,
  model: Model,
  made: Case,
  { target }: OutboxEntry,
  requester: Acquaintance | undefined,
): Promise<Delivery> {
  // Otherwise a unit's card waits until its people can be reached in Teams.
  if (!assistant.rehearsal || target.kind !== 'unit') return Promise.resolve({ result: 'closed' });
  if (requester?.chat === undefined) return refused('no-chat');
  const speak = kit(assistant, requester.language);
  const unit = findUnit(model.directory, target.unit);
  const note = speak.words.own('rehearsal.unit', { unit: unit ? speak.words.name(unit.name) : target.unit });
  const reader = { as: 'responsible', unit: target.unit, deliverTo: target.deliverTo } as const;
  return assistant.messenger.send({ chat: requester.chat }, caseCard(speak, model, made, reader, { rehearsal: note }));
}

function sendMail(
  assistant: Assistant,
  { mailer }: DeliveryOptions,
  model: Model,
  made: Case,
  { key, target, purpose }: OutboxEntry,
  earlier: Earlier,
): Promise<Delivery> {
  if (!mailer) return Promise.resolve({ result: 'closed' });
  if (target.kind !== 'unit' || (purpose !== 'request' && purpose !== 'information')) return refused('not-a-unit');
  const speak = kit(assistant, made.language);
  // The directory may have changed since: an address that is there now is better than none on the day.
  const unit = findUnit(model.directory, target.unit);
  const address = unit?.contact.address ?? findUnit(model.directory, target.deliverTo)?.contact.address;
  if (address === undefined) return refused('no-address');
  const deliverTo = unit?.contact.address === undefined ? target.deliverTo : target.unit;
  const mail = caseMail(speak, model, made, { key, purpose, unit: target.unit, deliverTo, address });
  return mailer.send(mail, earlier);
}

function refused(failure: string): Promise<Delivery> {
  return Promise.resolve({ result: 'refused', failure });
}
