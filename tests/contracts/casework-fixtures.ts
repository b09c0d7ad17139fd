/** What the contract tests of the stores share: the storages they run over, and drafts and cases to keep there. */
import { openTables, type Tables } from '../../bot/adapters/tables/tables';
import type { Case } from '../../bot/domain/case/case';
import { echoes, entriesOnSubmit } from '../../bot/domain/case/entries';
import type { Edit } from '../../bot/domain/case/filled-in/edit';
import type { Submission } from '../../bot/domain/case/submission';
import type { FirstDirectory } from '../../bot/domain/directory/directory';
import type { Person } from '../../bot/domain/person';
import type { Draft } from '../../bot/domain/walk/draft';
import { draftId } from '../../bot/domain/walk/draft-id';
import type { Assistant } from '../../bot/features/assistant';
import { keepCases } from '../../bot/features/case/kept-cases';
import type { CaseStore, Clock, Log, Stored } from '../../bot/ports';
import { loadDirectory } from '../fixtures/model';
import type { Fault, RequestKind } from '../fixtures/tables-server/fault';
import type { TablesServer } from '../fixtures/tables-server/tables-server';

export const NOW = new Date('2026-03-02T09:00:00.000Z');

export interface SettableClock extends Clock {
  advance(seconds: number): void;
}

export function settableClock(start = NOW): SettableClock {
  let time = start.getTime();
  return {
    now: () => new Date(time),
    advance: (seconds) => {
      time += seconds * 1000;
    },
  };
}

export const FIRST_DIRECTORY: FirstDirectory = loadDirectory();

/**
 * The stores as one process has them: a second call is a second process. Calls may take long, because other tests may
 * keep the machine busy.
 */
export function openProcess(
  connectionString: string,
  {
    clock = settableClock(),
    ...rest
  }: { clock?: Clock; log?: Log; deadlineMs?: number; confirmedContactsOnly?: boolean } = {},
): Promise<Tables> {
  return openTables({
    access: { connectionString },
    clock,
    firstDirectory: FIRST_DIRECTORY,
    deadlineMs: 20_000,
    ...rest,
  });
}

/** What entries belong to, as the purge, an erasure and an export go through it: cases alone. */
export function casesAlone(cases: CaseStore, processes: Assistant['processes'] = new Map()): Assistant['subjects'] {
  return { case: keepCases({ cases, processes, log: { info() {}, warn() {}, error() {} } }) };
}

/** For `CaseStore.events`. */
export const ALL_EVENTS = { from: 1, to: 1_000 } as const;

let strangers = 0;

/** Somebody who owns nothing yet, so that tests over one storage do not meet. */
export function newPerson(name = 'Aino Virtanen'): Person {
  strangers += 1;
  const id = `${String(strangers).padStart(8, '0')}-0000-4000-8000-${process.pid.toString(16).padStart(12, '0')}`;
  return { id, tenant: '11111111-2222-4333-8444-555555555555', name };
}

export function newDraft(owner: Person, now = NOW): Draft {
  const time = now.toISOString();
  return {
    id: draftId(owner, now, Math.random()),
    owner,
    process: 'visit-request',
    version: 1,
    language: 'fi',
    state: { answers: {} },
    revision: 1,
    createdAt: time,
    updatedAt: time,
  };
}

/** The draft after one more answer. */
export function answered(draft: Draft, answers: Draft['state']['answers'] = { dignitary: false }): Draft {
  return { ...draft, state: { answers: { ...draft.state.answers, ...answers } }, revision: draft.revision + 1 };
}

/** Keeps a draft and submits it. @throws Error where somebody else has touched it. */
export async function sent(
  { drafts, cases }: Pick<Tables, 'drafts' | 'cases'>,
  draft: Draft,
  { prefix = 'V', at = NOW }: { readonly prefix?: string; readonly at?: Date } = {},
): Promise<Submission> {
  const made = await cases.submit(await drafts.create(draft), prefix, at, submissionOf(draft, at));
  if (made === 'conflict') throw new Error('A draft that nobody else has touched was in conflict.');
  return made;
}

/** Makes a submission of a draft, as the feature does for `CaseStore.submit`. */
export function submissionOf(draft: Draft, now = NOW): (number: string) => Submission {
  const submittedAt = now.toISOString();
  return (number) => {
    const made: Case = {
      number,
      process: draft.process,
      version: draft.version,
      language: draft.language,
      requester: draft.owner,
      answers: draft.state.answers,
      explanation: { outcome: 'accept', source: 'M 3.4', reasons: [], flips: [] },
      routing: {
        responsible: {
          unit: 'international-affairs',
          deliverTo: 'international-affairs',
          rule: 'rest',
          source: 'M 2.1',
        },
        informed: [{ unit: 'espoo-marketing', deliverTo: 'espoo-marketing', rule: 'told', source: 'M 3.4' }],
      },
      state: 'submitted',
      draft: draft.id,
      submittedAt,
      lastEvent: 2,
      changedAt: submittedAt,
      since: { event: 1, at: submittedAt },
    };
    return {
      case: made,
      events: [
        {
          sequence: 1,
          type: 'submitted',
          at: submittedAt,
          by: { id: draft.owner.id, name: draft.owner.name },
          data: {},
        },
        { sequence: 2, type: 'routed', at: submittedAt, by: 'assistant', data: { ...made.routing } },
      ],
      // The messages alone: enough of them to be told apart.
      entries: entriesOnSubmit(made, 'message-1').filter(({ channel }) => channel === 'teams' || channel === 'mail'),
      todos: [{ key: 'planning.gifts', due: '2026-04-01', revision: 0 }],
      draft: { ...draft, state: { answers: {} }, revision: draft.revision + 1, updatedAt: submittedAt, case: number },
    };
  };
}

/** The draft of changes to a case, as the feature begins it. */
export function changesOf(made: Case, answers: Draft['state']['answers'] = { organisation: 'Another' }): Draft {
  return {
    ...newDraft(made.requester),
    id: `${made.draft}-edit`,
    state: { answers },
    revision: 0,
    edits: made.number,
  };
}

/** What saving those changes writes. */
export function editOf(before: Case, draft: Draft, more: Partial<Edit> = {}): Edit {
  const at = NOW.toISOString();
  const sequence = before.lastEvent + 1;
  const made: Case = { ...before, answers: draft.state.answers, lastEvent: sequence, changedAt: at };
  const by = { id: before.requester.id, name: before.requester.name };
  return {
    case: made,
    events: [{ sequence, type: 'edited', at, by, data: { items: ['organisation'] } }],
    entries: echoes(made),
    todos: [],
    draft: { ...draft, state: { answers: {} }, revision: draft.revision + 1, case: before.number },
    ...more,
  };
}

/** Lets one request of this kind meet a fault, and all others pass. */
export function faultOnce(server: TablesServer, kind: RequestKind, fault: Fault): void {
  let isMet = false;
  server.fault((request) => {
    if (isMet || request.kind !== kind) return 'pass';
    isMet = true;
    return fault;
  });
}

/** The kinds of the requests that an action caused. */
export async function requestsOf(
  server: TablesServer,
  action: () => Promise<unknown>,
): Promise<readonly RequestKind[]> {
  server.resetRequests();
  await action();
  return server.requests.map(({ kind }) => kind);
}

/** Keeps drafts, all at once. */
export function createAll({ drafts }: Tables, all: readonly Draft[]): Promise<Stored<Draft>[]> {
  return Promise.all(all.map((draft) => drafts.create(draft)));
}
