/** Somebody of the city who was picked in Teams, or written by their address. */
import type { PeopleOffered } from '../cards/parts/sought-person';
import type { EntryProblems, Inputs } from '../domain/directory/entry-fields';
import { readSoughtPerson, type SoughtPerson } from '../domain/directory/entry-input';
import { Unavailable } from '../domain/errors';
import { pickedOf } from '../domain/walk/answer-input';
import { writtenPerson } from '../domain/written-person';
import type { Colleague } from '../ports';
import type { Asking } from './asked';
import type { Assistant } from './assistant';

/** So many people whom the assistant knows are offered to choose from; in Teams everybody can be searched besides. */
export const MOST_KNOWN = 50;
/** What the ids of accounts in Teams begin with. */
const ACCOUNT = '29:';
const MOST_LOOKED_THROUGH = 1000;

type Found = { readonly value: Colleague; readonly field: 'person' | 'mail' } | { readonly problems: EntryProblems };

/** Who was meant, or what is wrong at which field. Whom the assistant has met need not be looked up. */
export async function findSought(asking: Asking, inputs: Inputs): Promise<Found> {
  return sought(asking, inputs, lookUp);
}

/**
 * The same for somebody who gets a right by it: Entra ID is asked where it can be, who is met by chance is not enough, and
 * a guest of the tenant is none of the city's own people.
 */
export async function findOwnPerson(asking: Asking, inputs: Inputs): Promise<Found> {
  const found = await sought(asking, inputs, lookUpInTenant);
  return 'value' in found && found.value.guest ? { problems: { [found.field]: 'guest' } } : found;
}

/** So many people are looked up for one form; no form asks for more. */
const MOST_PICKED = 4;

/**
 * A form with the people who were picked on it by name and address: what is kept is what could have been written, and
 * gives nobody a right. Whom nobody knows stays as the picker had it, which is no name (`answer-input.ts`).
 */
export async function withNames<Form extends object>(asking: Asking, form: Form): Promise<Form> {
  const picked = Object.entries(form).filter(
    ([id, value]) => id.endsWith(PICKED) && typeof value === 'string' && value !== '',
  );
  const named = await Promise.all(
    picked.slice(0, MOST_PICKED).map(async ([id, person]) => {
      const found = await findSought(asking, { person });
      return [id, 'value' in found ? writtenPerson(found.value) : person] as const;
    }),
  );
  return { ...form, ...Object.fromEntries(named) };
}

const PICKED = pickedOf({ id: '' });

/** Who can be chosen on a form for a person. */
export async function peopleOffered({ assistant, turn: { who } }: Asking): Promise<PeopleOffered> {
  const { people, colleagues } = assistant;
  const { items } = await people.everybody(who.tenant, MOST_KNOWN);
  return { known: items.map(({ person: { id, name } }) => ({ id, name })), byMail: colleagues !== undefined };
}

async function sought(
  asking: Asking,
  inputs: Inputs,
  find: (asking: Asking, who: SoughtPerson) => Promise<Colleague | undefined>,
): Promise<Found> {
  const read = readSoughtPerson(inputs);
  if ('problems' in read) return read;
  const field = 'person' in read.value ? 'person' : 'mail';
  try {
    const value = await find(asking, read.value);
    return value ? { value, field } : { problems: { [field]: 'unknown-person' } };
  } catch (cause) {
    if (!(cause instanceof Unavailable)) throw cause;
    asking.assistant.log.error('person.no-look-up', cause);
    return { problems: { [field]: 'no-look-up' } };
  }
}

async function lookUp({ assistant, turn: { who } }: Asking, asked: SoughtPerson): Promise<Colleague | undefined> {
  const picked = 'person' in asked ? await idOf(assistant, who.tenant, asked.person) : undefined;
  const met = picked === undefined ? undefined : await acquainted(assistant, { id: picked, tenant: who.tenant });
  return met ?? assistant.colleagues?.find(picked ?? ('mail' in asked ? asked.mail : ''));
}

async function lookUpInTenant(
  { assistant, turn: { who } }: Asking,
  asked: SoughtPerson,
): Promise<Colleague | undefined> {
  const { colleagues } = assistant;
  const picked = 'person' in asked ? await idOf(assistant, who.tenant, asked.person) : undefined;
  if (colleagues) return colleagues.find(picked ?? ('mail' in asked ? asked.mail : ''));
  return picked === undefined ? undefined : acquainted(assistant, { id: picked, tenant: who.tenant });
}

async function acquainted(
  { people }: Assistant,
  who: { readonly id: string; readonly tenant: string },
): Promise<Colleague | undefined> {
  const met = await people.find(who);
  return met && { id: met.person.id, name: met.person.name, ...(met.guest && { guest: true }) };
}

/**
 * The id of somebody who was picked. Teams hands over their Entra object id, as it is or behind `8:orgid:`; the Playground,
 * and Teams where it knows no better, the id of their account (`29:…`), which is known of whoever has a chat.
 */
async function idOf({ people, messenger }: Assistant, tenant: string, picked: string): Promise<string> {
  if (!picked.startsWith(ACCOUNT)) return picked.replace(/^8:orgid:/i, '');
  const { items: known } = await people.everybody(tenant, MOST_LOOKED_THROUGH);
  const found = known.find(({ chat }) => chat !== undefined && messenger.accountIn(chat) === picked);
  return found?.person.id ?? picked;
}
