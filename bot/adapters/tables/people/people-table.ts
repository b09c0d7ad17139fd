import { LRUCache } from 'lru-cache';
import { type Acquaintance, learnt } from '../../../domain/acquaintance';
import { Unavailable } from '../../../domain/errors';
import type { Person } from '../../../domain/person';
import { withPatience } from '../../../pace/patience';
import type { Clock, Log, People, Stored } from '../../../ports';
import type { RowReader } from '../rows/row-reader';
import { isRefused } from '../rows/storage-failure';
import type { TableRows } from '../rows/table-rows';
import { personRow, personRowKey, readPersonRow } from './person-row';

const MOST_PEOPLE = 10_000;
/** Every row key. */
const EVERYBODY = { from: '', to: '\uffff' };
/** How long this process trusts its memory. Another one may have learnt better, such as a language just chosen. */
const FRESH_MS = 60_000;

/** Each refusal means that another instance has learnt something. */
const MOST_ATTEMPTS = 5;

interface Recollection {
  /** Undefined for somebody who is known to be a stranger, or of whom what is kept cannot be read. */
  readonly stored?: Stored<Acquaintance> | undefined;
  /** The tag of a row that cannot be read. */
  readonly spoilt?: string | undefined;
  /** When this was known to stand so, in milliseconds since 1970. */
  readonly asOf: number;
}

/** People in their own table, remembered per process for a minute; while storage is away or slow, however old. */
export function createPeople({
  rows,
  reader,
  clock,
  patienceMs,
  log,
}: {
  rows: TableRows;
  reader: RowReader;
  clock: Clock;
  /** How long somebody who asks waits for news, as long as there is an old memory to go on with. */
  patienceMs: number;
  log?: Log | undefined;
}): People {
  const memory = new LRUCache<string, Recollection>({ max: MOST_PEOPLE });
  const keep = (person: Pick<Person, 'id' | 'tenant'>, known: Omit<Recollection, 'asOf'>): Recollection => {
    const recollection = { ...known, asOf: clock.now().getTime() };
    memory.set(memoryKey(person), recollection);
    return recollection;
  };
  const isFresh = ({ asOf }: Recollection) => {
    const now = clock.now().getTime();
    return now >= asOf && now < asOf + FRESH_MS;
  };

  async function read(person: Pick<Person, 'id' | 'tenant'>): Promise<Recollection> {
    const row = await rows.read(personRowKey(person));
    const value = row && reader.one('person', row, readPersonRow);
    if (row && value) return keep(person, { stored: { value, tag: row.etag } });
    return keep(person, { spoilt: row?.etag });
  }

  async function find(person: Pick<Person, 'id' | 'tenant'>): Promise<Recollection> {
    const recollection = memory.get(memoryKey(person));
    if (recollection !== undefined && isFresh(recollection)) return recollection;
    const reading = read(person);
    if (recollection === undefined) return reading;
    const refreshed = reading.catch((error) => {
      if (!(error instanceof Unavailable)) throw error;
      log?.warn('person-from-old-memory');
      return recollection;
    });
    return withPatience(patienceMs, refreshed, recollection);
  }

  /** Undefined where the row is not, or not any more, the one with that tag; without a tag, where there is one. */
  async function write(tag: string | undefined, value: Acquaintance): Promise<string | undefined> {
    const row = personRow(value);
    try {
      return await (tag !== undefined ? rows.replace(row, tag) : rows.insert(row));
    } catch (error) {
      if (!isRefused(error)) throw error;
      return undefined;
    }
  }

  return {
    find: async (person) => (await find(person)).stored?.value,

    recall(person) {
      return memory.get(memoryKey(person))?.stored?.value;
    },

    isUnreadable(person) {
      return memory.get(memoryKey(person))?.spoilt !== undefined;
    },

    async learn(person, learning) {
      // However old: who was just found, or found to be a stranger, is not read again only to be compared.
      let known = memory.get(memoryKey(person)) ?? (await find(person));
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
        const { stored, spoilt } = known;
        const value = learnt(stored?.value, person, learning);
        if (stored !== undefined && isSame(stored.value, value)) return stored.value;
        if (spoilt !== undefined && !isChosen(value)) return value;
        const tag = await write(stored?.tag ?? spoilt, value);
        if (tag !== undefined) {
          keep(person, { stored: { value, tag } });
          return value;
        }
        known = await read(person);
      }
      throw new Unavailable('A person cannot be remembered', {
        why: 'others were writing the same row at the same moment',
        remedy: 'Whatever the person does next tries it again.',
      });
    },

    async loseChat(person, chat) {
      const { stored } = await read(person);
      if (stored?.value.chat === undefined || (chat !== undefined && stored.value.chat !== chat)) return;
      const { chat: _, ...value } = stored.value;
      const tag = await write(stored.tag, value);
      if (tag !== undefined) keep(person, { stored: { value, tag } });
      // Whatever has been written meanwhile is newer.
      else memory.delete(memoryKey(person));
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
      const found = reader.all('person', await rows.take(partitionKey, EVERYBODY, limit), readPersonRow);
      const items = [...found.items].sort((one, other) => one.person.name.localeCompare(other.person.name));
      return { ...found, items };
    },
  };
}

function memoryKey(person: Pick<Person, 'id' | 'tenant'>): string {
  const { partitionKey, rowKey } = personRowKey(person);
  return `${partitionKey}|${rowKey}`;
}

/** In the place of what cannot be read comes only what somebody has chosen. */
function isChosen({ languageChosen, notify }: Acquaintance): boolean {
  return languageChosen || notify !== undefined;
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
