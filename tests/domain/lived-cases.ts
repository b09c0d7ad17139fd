/** Cases of every process as they are years later: sent, acted upon, their lists filled in, with people in every place. */
import { join } from 'node:path';
import fc from 'fast-check';
import { foldersIn } from '../../bot/adapters/content/files';
import type { CaseEvent } from '../../bot/domain/case/case';
import { act } from '../../bot/domain/case/life';
import { type CaseAction, stepOf } from '../../bot/domain/case/lives/life-of';
import { submission } from '../../bot/domain/case/submission';
import { placedTodos, type Todo } from '../../bot/domain/case/todo';
import type { WholeCase } from '../../bot/domain/case/whole-case';
import type { OutboxEntry } from '../../bot/domain/outbox/entry';
import type { Person } from '../../bot/domain/person';
import type { Answer, Answers } from '../../bot/domain/process/answers';
import { type Item, itemsAskedAt, itemsOf, type LifeId } from '../../bot/domain/process/process';
import type { Model } from '../../bot/domain/rules/model';
import type { Draft } from '../../bot/domain/walk/draft';
import { loadModel, PROCESSES, readJson, walk } from '../fixtures/model';
import { type GoldenCase, goldenSchema } from '../processes/check-golden';

const TENANT = '5e3f0c1a-7b42-4d8e-9a61-2c0d4f7b9e10';
/** In everything that a person could have typed and that a purge has to take away. */
export const TYPED = 'Zacharias Secretive +358 40 1234567';

export const REQUESTER: Person = {
  id: '11111111-0000-4000-8000-000000000001',
  tenant: TENANT,
  name: 'Rauha Requester',
};
export const HANDLER: Person = { id: '22222222-0000-4000-8000-000000000002', tenant: TENANT, name: 'Hilma Handler' };

/** Every process with people in all of its units. */
export const MODELS: readonly Model[] = foldersIn(PROCESSES).map((id) => withMembers(loadModel(id)));

/** The process's model by its id. */
export function modelOf(id: string): Model {
  const found = MODELS.find(({ process }) => process.id === id);
  if (!found) throw new Error(`There is no process "${id}".`);
  return found;
}

/** The golden cases that can be sent as they are. */
export function goldenOf({ process }: Model): readonly GoldenCase[] {
  const all = goldenSchema.parse(readJson(join(PROCESSES, process.id, 'golden.json')));
  return all.filter(({ contradictions = [] }) => contradictions.length === 0);
}

type Lived = readonly CaseAction[];

/** What somebody did with a case of any kind after it was sent. */
const IN_ANY: readonly Lived[] = [
  [],
  ['ask'],
  ['accept'],
  ['decline'],
  ['decline', 'close'],
  ['withdraw'],
  ['ask', 'answer', 'accept', 'pass-on', 'accept'],
];

/** The same with one of each kind, to its end or into the state in which it rests. */
export const LIVES: Readonly<Record<LifeId, readonly Lived[]>> = {
  visit: [
    ...IN_ANY,
    ['accept', 'plan', 'hold', 'follow-up', 'close'],
    ['ask', 'answer', 'accept', 'hold', 'follow-up', 'close'],
    ['accept', 'not-hold', 'follow-up'],
    ['pass-on', 'accept', 'hold', 'follow-up'],
  ],
  event: [
    ...IN_ANY,
    ['accept', 'prepare', 'decide-for', 'hold', 'follow-up', 'close'],
    ['accept', 'prepare', 'decide-against', 'close'],
    ['accept', 'decide-for', 'ask', 'answer', 'not-hold', 'follow-up'],
  ],
  agreement: [
    ...IN_ANY,
    ['accept', 'negotiate', 'agree', 'renew', 'end', 'follow-up', 'close'],
    ['accept', 'agree'],
    ['accept', 'agree', 'renew'],
    ['accept', 'negotiate', 'not-agree', 'close'],
  ],
  membership: [
    ...IN_ANY,
    ['accept', 'be-member', 'evaluate', 'leave', 'follow-up', 'close'],
    ['accept', 'be-member'],
    ['accept', 'be-member', 'evaluate'],
    ['accept', 'leave'],
  ],
  view: [
    ...IN_ANY,
    ['accept', 'prepare', 'decide', 'give', 'follow-up', 'close'],
    ['accept', 'decide', 'not-give', 'close'],
  ],
};

/** Any golden case of any process with any life, submitted somewhen in 2026. */
export const livedCases: fc.Arbitrary<WholeCase> = fc
  .constantFrom(...MODELS.flatMap((model) => goldenOf(model).map((golden) => ({ model, golden }))))
  .chain(({ model, golden }) =>
    fc.record({
      model: fc.constant(model),
      golden: fc.constant(golden),
      life: fc.constantFrom(...LIVES[model.process.life]),
      day: fc.integer({ min: 0, max: 364 }),
      figure: fc.integer({ min: 0, max: 500 }),
      lines: fc.integer({ min: 0, max: 4 }),
    }),
  )
  .map((one) => lived(one.model, one.golden, one));

export interface Living {
  readonly life: Lived;
  /** Of 2026. */
  readonly day: number;
  readonly figure: number;
  readonly lines: number;
}

let serial = 0;

/** What was given on the way, by golden case: many lives begin with the same walk, which takes longer than they do. */
const walked = new WeakMap<GoldenCase, Answers>();

function walkedTo(model: Model, golden: GoldenCase): Answers {
  const present = walked.get(golden);
  if (present) return present;
  const given = walk(model).finish({ ...golden.answers, ...golden.change }).position.facts.answers;
  walked.set(golden, given);
  return given;
}

/** A golden case that was sent and lived so. */
export function lived(model: Model, golden: GoldenCase, living: Living): WholeCase {
  const given = walkedTo(model, golden);
  const typed = Object.fromEntries(
    itemsOf(model.process).flatMap((item) => (given[item.id] === undefined ? [] : [[item.id, typedInto(item, given)]])),
  );
  serial += 1;
  const sent = new Date(Date.UTC(2026, 0, 1 + living.day, 9));
  const draft: Draft = {
    id: `abcdef-${serial}`,
    owner: REQUESTER,
    process: model.process.id,
    version: model.process.version,
    language: 'fi',
    state: { answers: { ...given, ...typed } },
    revision: 3,
    createdAt: sent.toISOString(),
    updatedAt: sent.toISOString(),
  };
  const number = `${model.process.casePrefix}-2026-${String(serial).padStart(4, '0')}`;
  const made = submission(model, draft, { number, now: sent.toISOString(), message: 'message-1' });
  let present = made.case;
  const events: CaseEvent[] = [...made.events];
  const entries: OutboxEntry[] = [...made.entries];
  for (const [at, action] of living.life.entries()) {
    const isRequesters = stepOf(model.process, action)?.by.includes('requester') ?? false;
    const done = act(model, present, action, {
      who: isRequesters ? REQUESTER : HANDLER,
      roles: [isRequesters ? 'requester' : 'responsible'],
      now: new Date(sent.getTime() + (at + 1) * 26 * 3_600_000),
      saying: { text: TYPED, unit: 'international-affairs' },
      recorded: writtenDown(model, action),
      message: 'message-2',
    });
    if (!done) throw new Error(`"${action}" is not possible in "${present.state}".`);
    present = done.case;
    events.push(...done.events);
    entries.push(...done.entries);
  }
  const todos = made.todos.map((todo) => filledIn(model, todo, living));
  return { case: present, events, todos, entries: entries.map(delivered) };
}

/** What a process asks with a step, all of it filled in. */
export function writtenDown({ process }: Model, action: CaseAction): Answers {
  const filled = ({ id, ...item }: Item): [string, Answer][] => {
    const first = 'choices' in item && Array.isArray(item.choices) ? (item.choices[0]?.id ?? null) : null;
    if (item.type === 'choices') return first === null ? [] : [[id, [first]]];
    if (item.type === 'choice') return [[id, first]];
    if (item.type === 'date') return [[id, '2028-12-29']];
    if (item.type === 'person') return [[id, HANDLER.name]];
    return item.type === 'text' ? [[id, TYPED]] : [];
  };
  return Object.fromEntries(itemsAskedAt(process, action).flatMap(filled));
}

function typedInto(item: Item, given: Answers): Answer {
  if (item.type === 'person') return HANDLER.name;
  return item.type === 'text' && item.personal ? TYPED : (given[item.id] ?? null);
}

function filledIn(model: Model, todo: Todo, { figure, lines }: Living): Todo {
  const form = placedTodos(model.process).find(({ key }) => key === todo.key)?.rule.form ?? [];
  const answers = Object.fromEntries(
    form.flatMap((item): [string, Answer][] => {
      if (item.type === 'number') return [[item.id, figure]];
      if (item.type === 'person') return [[item.id, HANDLER.name]];
      return item.type === 'text' ? [[item.id, Array.from({ length: lines }, () => TYPED).join('\n\n')]] : [];
    }),
  );
  return {
    ...todo,
    revision: 1,
    person: HANDLER.name,
    note: TYPED,
    ...(form.length > 0 && { answers }),
    done: { at: '2026-12-31T10:00:00.000Z', by: { id: HANDLER.id, name: HANDLER.name } },
  };
}

/** Sent long ago; timers wait still. */
function delivered(entry: OutboxEntry): OutboxEntry {
  return entry.channel === 'timer' ? entry : { ...entry, state: 'sent', message: 'message-3' };
}

function withMembers(model: Model): Model {
  const members = [
    { id: HANDLER.id, name: HANDLER.name, absences: [{ from: '2026-01-01', to: '2026-06-30' }] },
    { id: '33333333-0000-4000-8000-000000000003', name: 'Sulo Standin', absences: [] },
  ];
  return { ...model, directory: { ...model.directory, units: model.directory.units.map((u) => ({ ...u, members })) } };
}
