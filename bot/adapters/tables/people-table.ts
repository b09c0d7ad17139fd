import { LRUCache } from 'lru-cache';
import type { Person } from '../../domain/draft';
import { Unavailable } from '../../domain/errors';
import { withPatience } from '../../patience';
import type { Acquaintance, Clock, Log, People } from '../../ports';
import { personRow, personRowKey, readPersonRow } from './person-row';
import { isRefused } from './storage-failure';
import type { TableRows } from './table-rows';

const MOST_PEOPLE = 10_000;
/** Every row key. */
const EVERYBODY = { from: '', to: '\uffff' };
/** How long this process trusts its memory. Another one may have learnt better, such as a language just chosen. */
const FRESH_MS = 60_000;

interface Recollection {
  /** Undefined for somebody who is known to be a stranger. */
  readonly acquaintance: Acquaintance | undefined;
  readonly until: number;
}

/** People in their own table, remembered per process for a minute; while storage is away or slow, however old. */
export function createPeople({
  rows,
  clock,
  patienceMs,
  log,
}: {
  rows: TableRows;
  clock: Clock;
  /** How long somebody who asks waits for news, as long as there is an old memory to go on with. */
  patienceMs: number;
  log?: Log | undefined;
}): People {
  const memory = new LRUCache<string, Recollection>({ max: MOST_PEOPLE });
  const learn = (person: Pick<Person, 'id' | 'tenant'>, acquaintance: Acquaintance | undefined) => {
    memory.set(memoryKey(person), { acquaintance, until: clock.now().getTime() + FRESH_MS });
    return acquaintance;
  };

  async function find(person: Pick<Person, 'id' | 'tenant'>): Promise<Acquaintance | undefined> {
    const recollection = memory.get(memoryKey(person));
    if (recollection !== undefined && clock.now().getTime() < recollection.until) return recollection.acquaintance;
    const reading = rows.read(personRowKey(person)).then((row) => learn(person, row && readPersonRow(row)));
    if (recollection === undefined) return reading;
    const { acquaintance } = recollection;
    const refreshed = reading.catch((error) => {
      if (!(error instanceof Unavailable)) throw error;
      log?.warn('person-from-old-memory');
      return acquaintance;
    });
    return withPatience(patienceMs, refreshed, acquaintance);
  }

  return {
    find,

    recall(person) {
      return memory.get(memoryKey(person))?.acquaintance;
    },

    async remember(acquaintance) {
      const { person } = acquaintance;
      // However old: who was just found, or found to be a stranger, is not read again only to be compared.
      const recollection = memory.get(memoryKey(person));
      const known = recollection === undefined ? await find(person) : recollection.acquaintance;
      if (known !== undefined && isSame(known, acquaintance)) return;
      await rows.put(personRow(acquaintance));
      learn(person, acquaintance);
    },

    async loseChat(person, chat) {
      const row = await rows.read(personRowKey(person));
      if (row?.chat === undefined || (chat !== undefined && row.chat !== chat)) return;
      const { chat: _, etag, timestamp: __, ...rest } = row;
      try {
        await rows.replace(rest, etag);
        learn(person, readPersonRow({ ...rest, etag }));
      } catch (error) {
        if (!isRefused(error)) throw error;
        // Whatever has been written meanwhile is newer.
        memory.delete(memoryKey(person));
      }
    },

    async forget(person) {
      memory.delete(memoryKey(person));
      try {
        await rows.remove(personRowKey(person), '*');
      } catch (error) {
        if (!isRefused(error)) throw error;
      }
    },

    async everybody(tenant, limit) {
      const { partitionKey } = personRowKey({ tenant, id: '' });
      const found = (await rows.take(partitionKey, EVERYBODY, limit)).map(readPersonRow);
      return found.sort((one, other) => one.person.name.localeCompare(other.person.name));
    },
  };
}

function memoryKey(person: Pick<Person, 'id' | 'tenant'>): string {
  const { partitionKey, rowKey } = personRowKey(person);
  return `${partitionKey}|${rowKey}`;
}

function isSame(one: Acquaintance, other: Acquaintance): boolean {
  return (
    one.person.name === other.person.name &&
    one.language === other.language &&
    one.languageChosen === other.languageChosen &&
    one.chat === other.chat &&
    one.notify === other.notify &&
    one.guest === other.guest
  );
}
