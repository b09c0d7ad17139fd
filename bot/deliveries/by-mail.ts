import type { Case } from '../domain/case/case';
import { reachableBy } from '../domain/case/routing';
import { findUnit } from '../domain/directory/directory';
import { isUnconfirmed } from '../domain/directory/first-content';
import type { Language } from '../domain/language/language';
import type { Delivery, Earlier } from '../domain/outbox/attempts';
import type { OutboxEntry } from '../domain/outbox/entry';
import type { Person } from '../domain/person';
import type { Model } from '../domain/rules/model';
import { type Assistant, kit } from '../features/assistant';
import { caseMail, type MailTo } from './mail/case-mail';
import { givenByEntry, isToAssignee } from './mail/given-todo';
import { todoMail } from './mail/todo-mail';
import type { Outside } from './outside';

interface ToMail {
  readonly model: Model;
  readonly made: Case;
  readonly entry: OutboxEntry;
  readonly earlier: Earlier;
}

/** Where a mail goes, and in which languages: a person's own, or all of the city's for a mailbox that several people read. */
interface Addressee {
  readonly name: string;
  readonly address: string;
  readonly languages: readonly Language[];
  /** The unit that is spoken to, and the one whose mailbox it is. */
  readonly unit?: string;
  readonly deliverTo?: string;
}

/** Mails a unit, or a person whom Teams does not reach. */
export async function sendByMail(
  assistant: Assistant,
  outside: Outside,
  { model, made, entry, earlier }: ToMail,
): Promise<Delivery> {
  const { mailer, linkTo } = outside;
  const { target } = entry;
  if (!mailer || (target.kind === 'unit' && waitsForTeam(model, target.unit))) return { result: 'closed' };
  const addressee =
    target.kind === 'person'
      ? await personAddressee(assistant, outside, { model, made }, target.person)
      : target.kind === 'unit'
        ? unitAddressee(assistant, model, target.unit)
        : undefined;
  if (!addressee) return { result: 'refused', failure: 'no-address' };
  const to: MailTo = {
    key: entry.key,
    name: addressee.name,
    address: addressee.address,
    purpose: letterFor(entry),
    ...(addressee.unit !== undefined && { unit: addressee.unit, deliverTo: addressee.deliverTo ?? addressee.unit }),
    ...(linkTo && { link: linkTo(made.number) }),
  };
  const kits = addressee.languages.map((language) => kit(assistant, language));
  if (isToAssignee(entry)) {
    const given = await givenByEntry(assistant, entry);
    return given ? mailer.send(todoMail(kits, model, made, given, to), earlier) : { result: 'obsolete' };
  }
  return mailer.send(caseMail(kits, model, made, to), earlier);
}

/** What kind of letter it is: somebody who has become responsible for a visit gets one of their own. */
function letterFor({ purpose, target }: OutboxEntry): MailTo['purpose'] {
  if (purpose === 'request' && target.kind === 'person' && target.as === 'appointee') return 'appointment';
  return purpose === 'request' || purpose === 'information' || purpose === 'reminder' ? purpose : 'news';
}

/**
 * Whether a unit's mail waits until somebody has confirmed the team's own address: it is what everybody else's mail goes to,
 * and a mail that went to a wrong one cannot be called back.
 */
function waitsForTeam({ directory }: Model, unit: string): boolean {
  return isUnconfirmed(directory, reachableBy(directory, unit));
}

function unitAddressee(assistant: Assistant, { directory }: Model, unit: string): Addressee | undefined {
  // The directory may have changed since it was written: what it says now counts.
  const deliverTo = reachableBy(directory, unit);
  const reached = findUnit(directory, deliverTo);
  if (!reached?.contact.address) return undefined;
  const words = assistant.words(assistant.languages.default);
  return {
    name: words.name(reached.name),
    address: reached.contact.address,
    languages: assistant.languages.spoken,
    unit,
    deliverTo,
  };
}

async function personAddressee(
  assistant: Assistant,
  { colleagues }: Outside,
  { model: { directory }, made: { appointee } }: Pick<ToMail, 'model' | 'made'>,
  { id, tenant }: Pick<Person, 'id' | 'tenant'>,
): Promise<Addressee | undefined> {
  const members = directory.units.flatMap((unit) => unit.members);
  const known = [...members, ...(appointee ? [appointee] : [])].find((one) => one.id === id && one.address);
  const found = known ?? (await colleagues?.find(id));
  if (!found?.address) return undefined;
  const met = await assistant.people.find({ id, tenant });
  return { name: found.name, address: found.address, languages: met ? [met.language] : assistant.languages.spoken };
}
