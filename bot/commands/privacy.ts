/** `npm run privacy`: purges by hand, gives out what is stored of a person, and forgets somebody. */

import type { WholeCase } from '../domain/case/whole-case';
import { entraId } from '../domain/entra-id';
import { Unreadable } from '../domain/errors';
import { type Found, isUnread } from '../domain/page';
import type { Person } from '../domain/person';
import { type Erasure, isNamedIn } from '../domain/privacy/erasure';
import type { Draft } from '../domain/walk/draft';
import type { Assistant } from '../features/assistant';
import { erase } from '../features/privacy/erasing';
import { unitsServedBy } from '../features/privacy/my-data';
import { unitsForGood } from '../features/privacy/units-for-good';
import type { PurgeResult } from './purge';

export interface PrivacyCommand {
  readonly assistant: Assistant;
  readonly purge: (dryRun: boolean) => Promise<PurgeResult>;
  /** Writes a line for the operator. */
  readonly print: (line: string) => void;
}

const DONE = 0;
const NOT_DONE = 1;
const WRONG_ARGUMENT = 2;

const USAGE = `Usage: npm run --silent privacy -- <what>
  purge [--dry-run]                         removes what is personal and over its time; or only counts it
  export <Entra object id> <tenant id>      writes everything that names a person, as JSON
  erase <Entra object id> <tenant id> [name]  forgets a person; open cases follow in the night after they are closed`;

/** Does what `args` ask for and resolves with the exit code: 0 when it is done, 1 when something is left, 2 for wrong arguments. */
export async function runPrivacyCommand(args: readonly string[], command: PrivacyCommand): Promise<number> {
  const [what, ...rest] = args;
  if (what === 'purge' && (rest.length === 0 || (rest.length === 1 && rest[0] === '--dry-run'))) {
    return purge(command, rest.length === 1);
  }
  const [id, tenant, ...names] = rest;
  if (id !== undefined && tenant !== undefined) {
    if (what === 'export' && names.length === 0) return ofPerson(command, id, tenant, exportPerson);
    if (what === 'erase') {
      return ofPerson(command, id, tenant, (command, who) => erasePerson(command, { ...who, name: names.join(' ') }));
    }
  }
  command.print(USAGE);
  return WRONG_ARGUMENT;
}

/** Does it for a person whose ids can be anybody's; says what is wrong with any others, and does nothing. */
async function ofPerson(
  command: PrivacyCommand,
  typedId: string,
  typedTenant: string,
  run: (command: PrivacyCommand, who: Pick<Person, 'id' | 'tenant'>) => Promise<number>,
): Promise<number> {
  const { assistant, print } = command;
  const [id, tenant] = [entraId(typedId), entraId(typedTenant)];
  if (id === undefined || tenant === undefined) {
    const [typed, name] = id === undefined ? [typedId, 'an Entra object id'] : [typedTenant, 'a tenant id'];
    print(`"${typed}" is not ${name}: give the whole GUID that Entra ID shows, 32 digits and letters from a to f with`);
    print('hyphens between. Nothing was done.');
    return WRONG_ARGUMENT;
  }
  if (assistant.tenant !== undefined && assistant.tenant.toLowerCase() !== tenant) {
    print(`The assistant serves the tenant ${assistant.tenant}, and ${tenant} is another one. Nothing was done.`);
    return WRONG_ARGUMENT;
  }
  return run(command, { id, tenant });
}

async function purge(command: PrivacyCommand, dryRun: boolean): Promise<number> {
  const result = await command.purge(dryRun).catch((cause) => {
    if (!(cause instanceof Unreadable)) throw cause;
    command.print(`Nothing was purged: ${cause.message}`);
    return undefined;
  });
  if (!result) return NOT_DONE;
  const { cases, drafts, later, failed } = result;
  command.print(`${dryRun ? 'Over their time' : 'Purged'}: ${cases} cases, ${drafts} drafts.`);
  if (later > 0) command.print(`Changed by somebody meanwhile: ${later}. Run it again.`);
  if (failed > 0) command.print(`Not done: ${failed}. The log says which and why; mend that and run it again.`);
  return later + failed === 0 ? DONE : NOT_DONE;
}

async function erasePerson({ assistant, print }: PrivacyCommand, person: Person): Promise<number> {
  const units = await unitsForGood(assistant, person);
  if (units === 'unread') {
    print('Nothing was erased: not every unit can be read, so nobody can tell whether this person acts for one.');
    print('The log says which; mend its row (docs/data.md) and run this again.');
    return NOT_DONE;
  }
  if (units.length > 0) {
    print(`This person acts for ${units.map(({ id }) => id).join(', ')}: take them out of the unit first.`);
    return NOT_DONE;
  }
  const known = await assistant.people.find(person);
  const erasure: Erasure = {
    person: { ...person, name: person.name || (known?.person.name ?? '') },
    askedAt: assistant.clock.now().toISOString(),
    isBegun: false,
  };
  const isFound = known !== undefined || (await hasLeftTraces(assistant, person));
  await assistant.erasures.put(erasure);
  const { cases, left, failed } = await erase(assistant, erasure);
  if (!isFound && cases + left + failed === 0) return nobody(print, person);
  print(`Cases without this person now: ${cases}.`);
  if (left > 0) print(`Open still: ${left}. The person goes from them in the night after they are closed.`);
  if (failed === 0) return DONE;
  print(
    `Could not be read or written: ${failed}. Whether this person is in them nobody knows, so the erasure stays open.`,
  );
  print('The log says which and why. Mend them: the night goes on by itself, and so does this command.');
  return NOT_DONE;
}

/** Whether there is anything of somebody who is not known: settings that cannot be read, drafts, an erasure that is not done. */
async function hasLeftTraces(assistant: PrivacyCommand['assistant'], person: Person): Promise<boolean> {
  if (assistant.people.isUnreadable(person) || (await draftsOf(assistant, person)).items.length > 0) return true;
  const { items } = await assistant.erasures.open();
  const isTheirs = (id: string, tenant: string) =>
    id.toLowerCase() === person.id && tenant.toLowerCase() === person.tenant;
  return items.some((open) => isTheirs(open.person.id, open.person.tenant));
}

/** An id that nobody has looks like one that has been erased: only who typed it can tell. */
function nobody(print: PrivacyCommand['print'], { id, tenant }: Pick<Person, 'id' | 'tenant'>): number {
  print(`Nobody with the id ${id} was found in the tenant ${tenant}: no settings, no drafts, no case.`);
  print('Compare both with Entra ID. Whoever has been erased is not found either.');
  return NOT_DONE;
}

/** Looks through every case: slow, and complete. What cannot be read is named in it, and in the exit code. */
async function exportPerson({ assistant, print }: PrivacyCommand, who: Pick<Person, 'id' | 'tenant'>): Promise<number> {
  const known = await assistant.people.find(who);
  const person: Person = { ...who, name: known?.person.name ?? '' };
  const asked: Erasure = { person, askedAt: '9999', isBegun: false };
  const isThem = (by: 'assistant' | { readonly id: string } | undefined) =>
    by !== undefined && by !== 'assistant' && by.id.toLowerCase() === who.id.toLowerCase();
  const cases: unknown[] = [];
  const unreadable: string[] = assistant.people.isUnreadable(who) ? [who.id] : [];
  for await (const one of assistant.cases.all()) {
    const number = isUnread(one) ? one.unread : one.number;
    const whole = isUnread(one) ? 'unreadable' : await wholeCase(assistant, number);
    if (whole === 'unreadable') {
      unreadable.push(number);
      continue;
    }
    if (!whole || !isNamedIn(whole, asked)) continue;
    const { case: made, events, todos, entries } = whole;
    // What others wrote on others' cases is not theirs: of those they get their own part.
    const own = isThem(made.requester)
      ? whole
      : {
          number,
          isHolder: isThem(made.holder),
          isAppointee: isThem(made.appointee),
          isAsker: isThem(made.asker),
          events: events.filter(({ by }) => isThem(by)),
          todos: todos.filter(
            ({ done, personId }) => isThem(done?.by) || isThem(personId === undefined ? undefined : { id: personId }),
          ),
          sentToThem: entries.flatMap(({ key, target, state, due }) =>
            target.kind === 'person' && isThem(target.person) ? [{ key, state, due }] : [],
          ),
        };
    cases.push(own);
  }
  const found = await unitsForGood(assistant, who);
  if (found === 'unread') unreadable.push('units');
  const units = found === 'unread' ? await unitsServedBy(assistant, who) : found;
  const { items: drafts, unreadable: lost = [] } = await draftsOf(assistant, person);
  unreadable.push(...lost);
  const isNamed = units.length + drafts.length + cases.length > 0;
  if (known === undefined && !isNamed && unreadable.length === 0) return nobody(print, who);
  const membership = units.map(({ id, members }) => ({ unit: id, member: members.find(isThem) }));
  const all = { person: known ?? null, membership, drafts, cases, ...(unreadable.length > 0 && { unreadable }) };
  print(JSON.stringify(all, null, 2));
  return unreadable.length === 0 ? DONE : NOT_DONE;
}

const PAGE = 200;

async function wholeCase({ cases, log }: Assistant, number: string): Promise<WholeCase | 'unreadable' | undefined> {
  try {
    return (await cases.whole(number))?.value;
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    log.error('case.unreadable', cause);
    return 'unreadable';
  }
}

async function draftsOf({ drafts }: Assistant, person: Person): Promise<Found<Draft>> {
  const items: Draft[] = [];
  const unreadable: string[] = [];
  let from: string | undefined;
  do {
    const page = await drafts.list(person, { size: PAGE, ...(from !== undefined && { from }) });
    items.push(...page.items);
    unreadable.push(...(page.unreadable ?? []));
    from = page.next;
  } while (from !== undefined);
  return { items, ...(unreadable.length > 0 && { unreadable }) };
}
