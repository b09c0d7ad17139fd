/**
 * A case in one line, for listings and for the list outside: what it is about, how it stands, whom it waits for. Made
 * from the case and its to-dos alone, so that every place which shows it shows the same.
 */

import type { Case } from '../case/case';
import { unitNamingAnswers } from '../case/filled-in/named-unit';
import { stateIn } from '../case/lives/life-of';
import type { Todo } from '../case/todo';
import { type CaseState, isOpen } from '../case-state';
import { isRemoved, type Named } from '../person';
import type { Answers } from '../process/answers';
import { dayOf, namingAnswers, subjectOf } from '../process/naming';
import type { Model } from '../rules/model';
import { comparedFigures, type Figures } from './comparison';

/** An open to-do, and the Entra object id of whom it was given to. */
export interface GivenTodo {
  readonly person: string;
  readonly todo: string;
  readonly due?: string;
}

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
  /** The tenant of the requester, and so of everybody who may see it. */
  readonly tenant: string;
  /** Who took it on, else who of the unit was asked to; nobody where the unit has named nobody. */
  readonly handler?: Named;
  readonly isTakenOn: boolean;
  /** The responsible person of a visit, once confirmed. */
  readonly appointee?: Named;
  readonly waitsFor: 'requester' | 'responsible' | 'nobody';
  /** The answers by which it, and a unit that stands for whichever was named, are called in listings. */
  readonly named: Answers;
  /** What the visitor or partner is called; '' where nobody is named. */
  readonly organisation: string;
  readonly city: string;
  /** ISO 3166-1 alpha-2, or ''. */
  readonly country: string;
  /** The main theme's id, or ''. */
  readonly theme: string;
  /** The first day of a visit, `YYYY-MM-DD`, where it names one. */
  readonly day?: string;
  /** How many came, once that was recorded. */
  readonly headCount?: number;
  /** What can be compared with the next case's figures, where any of it was recorded. */
  readonly figures?: Figures;
  readonly openTodos: number;
  /** Those that were given to somebody who was picked. */
  readonly given?: readonly GivenTodo[];
  readonly submittedAt: string;
  readonly changedAt: string;
  /** The sequence number of its latest event: of two lines of a case the higher is the later. */
  readonly revision: number;
  /** Somebody was removed from the case: a listing must not remember who. */
  readonly forgets?: true;
}

/** The line of a case as it stands with these to-dos. */
export function lineOf(model: Model, made: Case, todos: readonly Todo[]): CaseLine {
  const { process, records } = model;
  const headCount = todos.map(({ answers }) => answers?.[records.headCount]).find((count) => typeof count === 'number');
  const day = dayOf(process, made.answers);
  const figures = comparedFigures(process, todos);
  const state = stateIn(process, made.state);
  const given = isOpen(state) ? givenOf(todos) : [];
  const handler = made.holder ?? made.routing.responsible.contact;
  return {
    number: made.number,
    process: made.process,
    state,
    since: made.since.at,
    outcome: made.explanation.outcome,
    unit: made.routing.responsible.unit,
    informed: made.routing.informed.map(({ unit }) => unit),
    requester: { id: made.requester.id, name: made.requester.name },
    tenant: made.requester.tenant,
    ...(handler && { handler: { id: handler.id, name: handler.name } }),
    isTakenOn: made.holder !== undefined,
    ...(made.appointee && { appointee: { id: made.appointee.id, name: made.appointee.name } }),
    waitsFor: waitsFor(state),
    named: {
      ...namingAnswers(process.title, made.answers),
      ...unitNamingAnswers(model, made.answers, made.routing.responsible.unit),
    },
    ...subjectOf(process, made.answers),
    ...(process.occasion === 'visit' && day !== undefined && { day }),
    ...(typeof headCount === 'number' && { headCount }),
    ...(Object.keys(figures).length > 0 && { figures }),
    openTodos: isOpen(state) ? todos.filter(({ done }) => !done).length : 0,
    ...(given.length > 0 && { given }),
    submittedAt: made.submittedAt,
    changedAt: made.changedAt,
    revision: made.lastEvent,
    ...((made.purged ?? made.erased) !== undefined && { forgets: true }),
  };
}

/** Who has been given something to do in a case, by Entra object id: whoever carries the visit out, or does a to-do of it. */
export function givenTo({ appointee, given = [] }: Pick<CaseLine, 'appointee' | 'given'>): readonly string[] {
  return [...(appointee && !isRemoved(appointee) ? [appointee.id] : []), ...given.map(({ person }) => person)];
}

function givenOf(todos: readonly Todo[]): readonly GivenTodo[] {
  return todos.flatMap(({ key, personId, due, done }) =>
    personId === undefined || done ? [] : [{ person: personId, todo: key, ...(due !== undefined && { due }) }],
  );
}

/** Behind every moment until the year 2286: what is newer sorts first. */
const END_OF_TIME = 9_999_999_999_999;
const PLACE = /^\d{13}\|[A-Z]-\d{4}-\d{4,12}$/;

/** Where a case stands in every listing, as a text that sorts: the newest first. It never changes. */
export function placeOf({ submittedAt, number }: Pick<CaseLine, 'submittedAt' | 'number'>): string {
  return `${String(END_OF_TIME - Date.parse(submittedAt)).padStart(13, '0')}|${number}`;
}

/** Whether a text is such a place. Ask it of what came in with a card. */
export function isPlace(text: string): boolean {
  return PLACE.test(text);
}

function waitsFor(state: CaseState): CaseLine['waitsFor'] {
  if (!isOpen(state)) return 'nobody';
  return state === 'asked' ? 'requester' : 'responsible';
}
