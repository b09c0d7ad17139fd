import { LRUCache } from 'lru-cache';
import type { Person } from '../../domain/draft';
import { Unavailable } from '../../domain/errors';
import { withPatience } from '../../patience';
import type { Acquaintance, Clock, Log, People, Stored } from '../../ports';
import { personRow, personRowKey, readPersonRow } from './person-row';
import { isRefused } from './storage-failure';
import type { TableRows } from './table-rows';

const MOST_PEOPLE = 10_000;
/** Every row key. */
const EVERYBODY = { from: '', to: '\uffff' };
/** How long this process trusts its memory. Another one may have learnt better, such as a language just chosen. */
const FRESH_MS = 60_000;

/** Each refusal means that another instance has learnt something. */
const MOST_ATTEMPTS = 5;

interface Recollection {
  /** Undefined for somebody who is known to be a stranger. */
  readonly stored: Stored<Acquaintance> | undefined;
  /** When this was known to stand so, in milliseconds since 1970. */
  readonly asOf: number;
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
  const keep = (person: Pick<Person, 'id' | 'tenant'>, stored: Stored<Acquaintance> | undefined) => {
    memory.set(memoryKey(person), { stored, asOf: clock.now().getTime() });
    return stored;
  };
  const isFresh = ({ asOf }: Recollection) => {
    const now = clock.now().getTime();
    return now >= asOf && now < asOf + FRESH_MS;
  };

  async function read(person: Pick<Person, 'id' | 'tenant'>): Promise<Stored<Acquaintance> | undefined> {
    const row = await rows.read(personRowKey(person));
    return keep(person, row && { value: readPersonRow(row), tag: row.etag });
  }

  async function find(person: Pick<Person, 'id' | 'tenant'>): Promise<Stored<Acquaintance> | undefined> {
    const recollection = memory.get(memoryKey(person));
    if (recollection !== undefined && isFresh(recollection)) return recollection.stored;
    const reading = read(person);
    if (recollection === undefined) return reading;
    const refreshed = reading.catch((error) => {
      if (!(error instanceof Unavailable)) throw error;
      log?.warn('person-from-old-memory');
      return recollection.stored;
    });
    return withPatience(patienceMs, refreshed, recollection.stored);
  }

  /** Undefined where the row is not, or not any more, the one in `before`. */
  async function write(before: Stored<Acquaintance> | undefined, value: Acquaintance): Promise<string | undefined> {
    const row = personRow(value);
    try {
      return await (before ? rows.replace(row, before.tag) : rows.insert(row));
    } catch (error) {
      if (!isRefused(error)) throw error;
      return undefined;
    }
  }

  return {
    find: async (person) => (await find(person))?.value,

    recall(person) {
      return memory.get(memoryKey(person))?.stored?.value;
    },

    async remember(person, learn) {
      // However old: who was just found, or found to be a stranger, is not read again only to be compared.
      const recollection = memory.get(memoryKey(person));
      let known = recollection === undefined ? await find(person) : recollection.stored;
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
        const value = learn(known?.value);
        if (known !== undefined && isSame(known.value, value)) return known.value;
        const tag = await write(known, value);
        if (tag !== undefined) {
          keep(person, { value, tag });
          return value;
        }
        known = await read(person);
      }
      throw new Unavailable('A person cannot be remembered', {
        why: 'others were writing the same row at the same moment',
        remedy: 'Whatever the person does next tries it again.',
      });
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
