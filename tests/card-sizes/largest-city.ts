/**
 * The largest that the assistant is held to: 300 units with 2,000 members together and 150 in one, as many themes as can
 * be added, and cases of which every text is filled to its limit.
 */

import { LONGEST as LONGEST_OF_TODO } from '../../bot/cards/case/todo-form';
import type { Case, CaseEvent } from '../../bot/domain/case/case';
import { LONGEST_REASON } from '../../bot/domain/case/life';
import type { Destination } from '../../bot/domain/case/routing';
import { submission } from '../../bot/domain/case/submission';
import { placedTodos, type Todo } from '../../bot/domain/case/todo';
import type { DirectoryContent, Member, SisterCity, Theme, Unit } from '../../bot/domain/directory/directory';
import type { EditableList } from '../../bot/domain/directory/entry';
import { LONGEST } from '../../bot/domain/directory/entry-fields';
import { entryId } from '../../bot/domain/directory/entry-id';
import { MOST_THEMES } from '../../bot/domain/directory/entry-input';
import { type CaseLine, lineOf } from '../../bot/domain/listing/line';
import type { Answer, Answers } from '../../bot/domain/process/answers';
import { itemsOf } from '../../bot/domain/process/process';
import type { Model } from '../../bot/domain/rules/model';
import type { Draft } from '../../bot/domain/walk/draft';
import { replay } from '../../bot/domain/walk/replay';
import { plainAnswer, walk } from '../fixtures/model';
import { finalAnswers, fullAnswer, goldenCases, modelOf } from '../playing/process-walk';

const UNITS = 300;
const MEMBERS = 2_000;
const MEMBERS_OF_LARGEST = 150;
const CITIES = 60;
/** Golden cases of a process that are looked at: the fullest, so that the test stays quick. */
const ENOUGH = 2;

const AT = '2026-03-02T09:12:00Z';

export interface LargestCity {
  /** So many characters of the filler. */
  text(length: number): string;
  readonly directory: DirectoryContent;
  /** The unit with the most people. */
  readonly largest: Unit;
  /** Full cases of a process. */
  casesOf(process: string): readonly FullCase[];
}

/** A golden case with each text filled to its limit and all of every list ticked, with everything that belongs to it. */
export interface FullCase {
  readonly model: Model;
  readonly draft: Draft;
  readonly case: Case;
  readonly todos: readonly Todo[];
  readonly line: CaseLine;
  /** The latest of thousands. */
  readonly events: readonly CaseEvent[];
}

/** The city in which all that people can write is made of one character. */
export function largestCity(filler: string): LargestCity {
  const text = (length: number) => filler.repeat(Math.floor(length / filler.length));
  const name = { fi: text(LONGEST.name), sv: text(LONGEST.name), en: text(LONGEST.name) };
  const { directory: first } = modelOf('visit-request');
  const member = (_: unknown, at: number): Member => ({
    id: `00000000-1111-4222-8333-${String(at).padStart(12, '0')}`,
    name: text(200),
    address: `${'a'.repeat(60)}@${'b'.repeat(60)}.example`,
    absences: Array.from({ length: 10 }, (_unused, day) => ({ from: `2026-03-1${day}`, to: `2026-04-1${day}` })),
  });
  const each = Math.floor((MEMBERS - MEMBERS_OF_LARGEST) / (UNITS - 1));
  const units = beyond(first.units, UNITS, 'units').map(
    (unit, at): Unit => ({
      ...unit,
      name,
      contact: { name: text(LONGEST.name), ...(at % 2 === 0 && { address: 'unit@city.example' }) },
      members: Array.from({ length: at === 0 ? MEMBERS_OF_LARGEST : each }, member),
    }),
  );
  const themes = beyond(first.themes, MOST_THEMES, 'themes').map((theme): Theme => ({ ...theme, name }));
  const spellings = text(LONGEST.spellings - 40).match(/.{1,40}/gu) ?? [];
  const sisterCities = beyond(first.sisterCities, CITIES, 'sisterCities').map(
    (city): SisterCity => ({ ...city, name, spellings }),
  );
  const directory: DirectoryContent = { ...first, units, themes, sisterCities };
  const [largest] = units;
  if (!largest) throw new Error('There is no unit.');
  return {
    text,
    directory,
    largest, // Golden cases tell of the first sister cities by their names.
    casesOf: (process) => fullCases(process, { ...directory, sisterCities: first.sisterCities }, filler),
  };
}

/** As many entries as asked for, with ids like those that people add. */
function beyond<T extends { readonly id: string }>(
  entries: readonly T[],
  count: number,
  list: EditableList,
): readonly T[] {
  const [like] = entries;
  if (!like) throw new Error('The first directory is empty.');
  const others = Array.from(
    { length: count - entries.length },
    (_, at): T => ({ ...like, id: entryId(list, `${at}`) }),
  );
  return [...entries, ...others];
}

function fullCases(process: string, directory: DirectoryContent, filler: string): readonly FullCase[] {
  const model: Model = { ...modelOf(process), directory };
  const walks = goldenCases(process).map((golden) => {
    const given: Record<string, Answer> = { ...finalAnswers(golden) };
    for (const item of itemsOf(model.process)) {
      const full = fullAnswer(model, item, given, filler);
      if (full !== undefined) given[item.id] = full;
    }
    return walk(model).finish(given).answers;
  });
  const size = (answers: Answers) => JSON.stringify(answers).length;
  return walks
    .sort((one, other) => size(other) - size(one))
    .slice(0, ENOUGH)
    .map((answers) => fullCase(model, answers, filler));
}

function fullCase(model: Model, answers: Answers, filler: string): FullCase {
  const full = (most: number) => filler.repeat(Math.floor(most / filler.length));
  const [largest] = model.directory.units;
  const people = (largest?.members ?? []).map(({ id, name }) => ({ id, name }));
  const owner = {
    id: '0a1c7e52-3b94-4f6d-8a20-5d61e9b8c401',
    tenant: '5e3f0c1a-7b42-4d8e-9a61-2c0d4f7b9e10',
    name: full(200),
  };
  const draft: Draft = {
    id: '1727c0-zddr1snzz078ed9',
    owner,
    process: model.process.id,
    version: 1,
    language: 'en',
    state: { answers },
    revision: 99,
    createdAt: AT,
    updatedAt: AT,
  };
  const made = submission(model, draft, { number: 'X-2026-0042', now: AT });
  const asked = (destination: Destination): Destination => ({
    ...destination,
    ...(people[3] && { contact: people[3] }),
    skipped: people.slice(0, 3),
  });
  const told = model.directory.units.slice(1).map(({ id }): Destination => {
    const [known] = made.case.routing.informed;
    return known
      ? { ...known, unit: id }
      : { unit: id, deliverTo: 'international-affairs', rule: 'had-it', source: 'product' };
  });
  const full_: Case = {
    ...made.case,
    routing: { responsible: asked(made.case.routing.responsible), informed: told.map(asked) },
    holder: { id: owner.id, name: full(200) },
    said: { action: 'ask', text: full(LONGEST_REASON), by: full(200), at: AT },
    lastEvent: 5_000,
    message: 'message-1',
  };
  const todos = made.todos.map((todo) => fullTodo(model, todo, answers, full, filler));
  return {
    model,
    draft,
    case: full_,
    todos,
    line: lineOf(model, full_, todos),
    events: Array.from({ length: 100 }, (_, at) => passedOn(full_, 5_000 - 99 + at)),
  };
}

/** The longest event that there is. */
function passedOn({ routing, holder }: Case, sequence: number): CaseEvent {
  const { unit, contact, skipped } = routing.responsible;
  const by = holder ?? 'assistant';
  return { sequence, type: 'moved', at: AT, by, data: { action: 'pass-on', unit, contact, skipped } };
}

/** A to-do of which everything has been written down, at length. */
function fullTodo(model: Model, todo: Todo, answers: Answers, full: (most: number) => string, filler: string): Todo {
  const form = placedTodos(model.process).find(({ key }) => key === todo.key)?.rule.form ?? [];
  const filled = form.map((item) => {
    const most = item.type === 'text' ? full(item.maxLength) : fullAnswer(model, item, answers, filler);
    return [item.id, most ?? plainAnswer(model, replay(model, answers), item)] as const;
  });
  const written = { person: full(LONGEST_OF_TODO.person), note: full(LONGEST_OF_TODO.note), due: '2026-05-04' };
  return { ...todo, ...written, ...(filled.length > 0 && { answers: Object.fromEntries(filled) }) };
}
