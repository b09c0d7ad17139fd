/** Cases, as whoever goes through all that is kept knows them. */
import { openCase } from '../../cards/case/open-case';
import type { Case } from '../../domain/case/case';
import { stateIn } from '../../domain/case/lives/life-of';
import type { WholeCase } from '../../domain/case/whole-case';
import { Unreadable } from '../../domain/errors';
import { isUnread } from '../../domain/page';
import type { Person } from '../../domain/person';
import { type Erasure, erased, isNamedIn, isOver } from '../../domain/privacy/erasure';
import { purgeDue, purged } from '../../domain/privacy/purge';
import type { Stored } from '../../ports';
import { type Assistant, knownProcess } from '../assistant';
import type { Kept, Subject } from '../subject';

type Parts = Pick<Assistant, 'cases' | 'processes' | 'log'>;

/** As many cases are shown with their answers on a card; the operator's command gives all. */
const MOST_SHOWN = 50;
const AT_ONCE = 8;

/** The subject that a case is. */
export function keepCases(parts: Parts): Subject {
  return {
    plural: 'cases',
    opening: openCase,

    async *all() {
      for await (const made of parts.cases.all()) yield isUnread(made) ? made : keptCase(parts, made);
    },

    async ownOf(who, { begun, listed }) {
      const numbers = begun.flatMap((draft) => (draft.case === undefined ? [] : [draft.case]));
      const { items, unreadable } = await casesOf(parts, who, numbers.slice(0, MOST_SHOWN));
      return {
        parts: {
          cases: items,
          listed: listed.map(({ number, state, submittedAt }) => ({ number, state, submittedAt })),
        },
        isCut: numbers.length > MOST_SHOWN,
        unreadable,
      };
    },
  };
}

function keptCase({ cases, processes }: Parts, made: Case): Kept {
  const { number } = made;
  // Whether a case is over is told by the life of its kind: what is stored of an earlier one may have another name.
  const asRead = (one: Case): Case => {
    const process = processes.get(one.process);
    return process ? { ...one, state: stateIn(process, one.state) } : one;
  };
  return {
    id: number,

    async purge({ retention, now, dryRun }) {
      const isDue = (one: Case) => (purgeDue(retention, asRead(one)) ?? '9999') <= now.toISOString();
      if (!isDue(made)) return 'not-due';
      if (dryRun) return 'done';
      const whole = await cases.whole(number);
      // Somebody may have done something with it since.
      if (!whole || !isDue(whole.value.case)) return 'later';
      const process = knownProcess(processes, made.process);
      const written = await cases.rewrite(whole, purged({ process }, whole.value, now));
      return written === 'rewritten' ? 'done' : 'later';
    },

    async erase(erasure, now) {
      const whole = await cases.whole(number);
      if (!whole || !isNamedIn(whole.value, erasure)) return 'not-named';
      if (!isOver(asRead(whole.value.case))) return 'left';
      const written = await cases.rewrite(whole, erased(whole.value, erasure, now));
      return written === 'rewritten' ? 'done' : 'left';
    },

    async partOf(asked) {
      const whole = await cases.whole(number);
      return whole && isNamedIn(whole.value, asked) ? partOfCase(whole.value, asked) : undefined;
    },
  };
}

/** Their own case whole. What others wrote on others' cases is not theirs: of those they get their own part. */
function partOfCase(whole: WholeCase, { person }: Erasure): object {
  const { case: made, events, todos, entries } = whole;
  const isThem = (by: 'assistant' | { readonly id: string } | undefined) =>
    by !== undefined && by !== 'assistant' && by.id.toLowerCase() === person.id.toLowerCase();
  if (isThem(made.requester)) return whole;
  return {
    number: made.number,
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
}

/** Their own cases as they are kept. */
async function casesOf({ cases, log }: Parts, who: Person, numbers: readonly string[]) {
  const items: Case[] = [];
  const unreadable: string[] = [];
  const read = async (number: string): Promise<Stored<Case> | undefined> => {
    try {
      return await cases.read(number);
    } catch (cause) {
      if (!(cause instanceof Unreadable)) throw cause;
      log.error('case.unreadable', cause);
      unreadable.push(number);
      return undefined;
    }
  };
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const some = await Promise.all(numbers.slice(from, from + AT_ONCE).map(read));
    items.push(...some.flatMap((stored) => (stored?.value.requester.id === who.id ? [stored.value] : [])));
  }
  return { items, unreadable };
}
