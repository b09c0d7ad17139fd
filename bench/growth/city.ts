/**
 * A city with so many cases, newest first: what has grown is the past. However many there are, each unit has as many open
 * ones, most of them new and some of them old; a name comes back ten times; one person in fifty cases is the same, and
 * another one too, up to two thousand.
 */
import { BUCKETS, bucketOf } from '../../bot/adapters/tables/rows/buckets';
import type { Case } from '../../bot/domain/case/case';
import { caseNumber } from '../../bot/domain/case/number';
import type { WholeCase } from '../../bot/domain/case/whole-case';
import type { Person } from '../../bot/domain/person';
import type { Process } from '../../bot/domain/process/process';
import type { Draft } from '../../bot/domain/walk/draft';
import { draftId } from '../../bot/domain/walk/draft-id';
import { modelOf } from '../../tests/domain/lived-cases';
import { BUSY_USER, HEAVY_USER, handlerOf, personAt } from './people';
import type { Stories } from './stories';

export interface CityCase extends WholeCase {
  /** The draft that it was. */
  readonly draft: Draft;
}

export const NOW = new Date('2026-11-02T09:00:00.000Z');
export const YEAR = NOW.getUTCFullYear();
const YEARS = 20;
const MS_IN_YEAR = 365.25 * 24 * 3_600_000;
/** Open cases of a unit. */
const OPEN_NEW = 10;
const OPEN_OLD = 5;
const HEAVY_EVERY = 50;
const MOST_OF_BUSY = 2_000;
const CASES_OF_PERSON = 20;
const CASES_OF_NAME = 10;

/** Words that so many names of organisations have in common, in whatever city. */
export const KINDS = [
  'University',
  'Embassy',
  'Ministry',
  'Institute',
  'Council',
  'Chamber',
  'Agency',
  'School',
] as const;
const COUNTRIES = [
  'KR',
  'CN',
  'JP',
  'US',
  'EE',
  'SE',
  'DE',
  'FR',
  'IN',
  'BR',
  'KE',
  'CA',
  'LV',
  'NO',
  'PL',
  'UA',
] as const;
const CITIES = [
  'Nanjing',
  'Seoul',
  'Irving',
  'Esztergom',
  'Odense',
  'Tallinn',
  'Riga',
  'Kobe',
  'Lyon',
  'Graz',
] as const;

/** All cases of a city of this size. The same every time. */
export function* casesOf(size: number, stories: Stories): Generator<CityCase> {
  const counters = new Map<string, number>();
  const openNew = new Map<string, number>();
  const oldEvery = Math.floor(size / OPEN_OLD);
  const next = { open: 0, over: 0 };
  const tell = (kind: 'open' | 'over'): WholeCase => {
    next[kind] += 1;
    const told = stories[kind][next[kind] % stories[kind].length];
    if (!told) throw new Error('There are no stories.');
    return told;
  };
  for (let at = 0; at < size; at += 1) {
    const candidate = tell('open');
    const { unit } = candidate.case.routing.responsible;
    const open = openNew.get(unit) ?? 0;
    const isOpen = open < OPEN_NEW || at % oldEvery === oldEvery - 1;
    if (isOpen) openNew.set(unit, open + 1);
    const story = isOpen ? candidate : tell('over');
    const sent = new Date(NOW.getTime() - ((at + 0.5) / size) * YEARS * MS_IN_YEAR);
    const requester = requesterOf(at, size);
    const { casePrefix } = modelOf(story.case.process).process;
    const series = `${bucketOf(requester)}|${casePrefix}|${sent.getUTCFullYear()}`;
    const count = (counters.get(series) ?? 0) + 1;
    counters.set(series, count);
    const number = caseNumber(casePrefix, sent.getUTCFullYear(), count * BUCKETS + bucketOf(requester));
    yield retold(story, { number, requester, sent, at, size, turn: isOpen ? open : at });
  }
}

function requesterOf(at: number, size: number): Person {
  if (at % HEAVY_EVERY === 0) return HEAVY_USER;
  if (at % Math.max(HEAVY_EVERY, size / MOST_OF_BUSY) === 1) return BUSY_USER;
  return personAt(at % Math.ceil(size / CASES_OF_PERSON));
}

interface Retelling {
  readonly number: string;
  readonly requester: Person;
  readonly sent: Date;
  readonly at: number;
  readonly size: number;
  /** Says whose turn among the people of the unit it is. */
  readonly turn: number;
}

/** A story as it happened to somebody else, at another time, about another organisation. */
function retold(story: WholeCase, { number, requester, sent, at, size, turn }: Retelling): CityCase {
  const delta = sent.getTime() - Date.parse(story.case.submittedAt);
  const moved = (moment: string) => new Date(Date.parse(moment) + delta).toISOString();
  const { process, version, language, routing } = story.case;
  const holder = story.case.holder && { ...story.case.holder, ...handlerOf(routing.responsible.unit, turn) };
  const id = draftId(requester, sent, (at % 1000) / 1000);
  const made: Case = {
    ...story.case,
    ...(holder && { holder }),
    number,
    requester,
    draft: id,
    answers: { ...story.case.answers, ...subject(modelOf(process).process.title, at, size) },
    submittedAt: moved(story.case.submittedAt),
    changedAt: moved(story.case.changedAt),
    since: { ...story.case.since, at: moved(story.case.since.at) },
  };
  const draft: Draft = {
    id,
    owner: requester,
    process,
    version,
    language,
    state: { answers: {} },
    revision: 12,
    createdAt: made.submittedAt,
    updatedAt: made.submittedAt,
    case: number,
  };
  return {
    case: made,
    get events() {
      return story.events.map((event) => ({ ...event, at: moved(event.at) }));
    },
    todos: story.todos,
    get entries() {
      return story.entries.map((entry) => ({ ...entry, case: number }));
    },
    draft,
  };
}

/** Whom a case is about: a name that comes back, a kind that many have in common, a city, a country. */
function subject({ who, city, from }: Process['title'], at: number, size: number) {
  const name = at % Math.ceil(size / CASES_OF_NAME);
  const place = CITIES[name % CITIES.length] ?? '';
  return {
    ...(who !== undefined && { [who]: who === city ? place : `${nameAt(name)} ${KINDS[name % KINDS.length]}` }),
    ...(city !== undefined && { [city]: place }),
    ...(from !== undefined && { [from]: COUNTRIES[name % COUNTRIES.length] ?? '' }),
  };
}

const SYLLABLES = ['ka', 'vo', 'mi', 'le', 'su', 'ra', 'ti', 'no', 'pe', 'hu'] as const;

/** An invented name, of seven syllables: no two of a city are the same. */
export function nameAt(index: number): string {
  const digits = [...String(index).padStart(7, '0')].reverse();
  const name = digits.map((digit) => SYLLABLES[Number(digit)]).join('');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
