/**
 * A case in one line, for listings and for the list outside: what it is about, how it stands, whom it waits for. Made
 * from the case and its to-dos alone, so that every place which shows it shows the same.
 */
import type { Answer, Answers } from './answers';
import type { Case } from './case';
import { type CaseState, FINAL_STATES } from './case-state';
import type { Named } from './contact';
import type { Model } from './model';
import type { Todo } from './todo';

export interface CaseLine {
  readonly number: string;
  readonly process: string;
  readonly state: CaseState;
  /** Since when it has been in this state. */
  readonly since: string;
  readonly outcome: string;
  readonly unit: string;
  readonly informed: readonly string[];
  readonly requester: Named;
  /** Who took it on, else who of the unit was asked to; nobody where the unit has named nobody. */
  readonly handler?: Named;
  readonly isTakenOn: boolean;
  readonly waitsFor: 'requester' | 'responsible' | 'nobody';
  /** The answers by which it is named in listings. */
  readonly named: Answers;
  /** What the visitor or partner is called; '' where nobody is named. */
  readonly organisation: string;
  readonly city: string;
  /** ISO 3166-1 alpha-2, or ''. */
  readonly country: string;
  /** The main theme's id, or ''. */
  readonly theme: string;
  /** How many came, once that was recorded. */
  readonly headCount?: number;
  readonly openTodos: number;
  readonly submittedAt: string;
  readonly changedAt: string;
  /** The sequence number of its latest event: of two lines of a case the higher is the later. */
  readonly revision: number;
}

/** The question of a to-do's form whose answer is how many came, in every process that asks it. */
const HEAD_COUNT = 'head-count';

/** The line of a case as it stands with these to-dos. */
export function lineOf({ process }: Model, made: Case, todos: readonly Todo[]): CaseLine {
  const { who, from, city, theme } = process.title;
  const text = (item: string | undefined): string => {
    const answer = item === undefined ? undefined : made.answers[item];
    return typeof answer === 'string' ? answer : '';
  };
  const headCount = todos.map(({ answers }) => answers?.[HEAD_COUNT]).find((count) => typeof count === 'number');
  const handler = made.holder ?? made.routing.responsible.contact;
  return {
    number: made.number,
    process: made.process,
    state: made.state,
    since: made.since.at,
    outcome: made.explanation.outcome,
    unit: made.routing.responsible.unit,
    informed: made.routing.informed.map(({ unit }) => unit),
    requester: { id: made.requester.id, name: made.requester.name },
    ...(handler && { handler: { id: handler.id, name: handler.name } }),
    isTakenOn: made.holder !== undefined,
    waitsFor: waitsFor(made.state),
    named: namingAnswers(process.title, made.answers),
    organisation: text(who),
    city: text(city),
    country: text(from),
    theme: text(theme),
    ...(typeof headCount === 'number' && { headCount }),
    openTodos: todos.filter(({ done }) => !done).length,
    submittedAt: made.submittedAt,
    changedAt: made.changedAt,
    revision: made.lastEvent,
  };
}

/** The answers by which a case is named in headings and listings. */
export function namingAnswers(title: Model['process']['title'], answers: Answers): Answers {
  return Object.fromEntries(
    Object.values(title).flatMap((item): [string, Answer][] => {
      const answer = item === undefined ? undefined : answers[item];
      return item === undefined || answer === undefined ? [] : [[item, answer]];
    }),
  );
}

function waitsFor(state: CaseState): CaseLine['waitsFor'] {
  if (FINAL_STATES.includes(state)) return 'nobody';
  return state === 'asked' ? 'requester' : 'responsible';
}
