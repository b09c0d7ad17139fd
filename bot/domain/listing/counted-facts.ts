/** What the figures read of a case, whatever process it is of: its answers by the ids that the city names (`records`). */

import type { Case, CaseEvent } from '../case/case';
import { stateIn } from '../case/lives/life-of';
import type { Todo } from '../case/todo';
import { sisterCityOf } from '../directory/sister-city';
import { countOf, linesIn } from '../privacy/purge';
import type { Answers } from '../process/answers';
import { dayOf, subjectOf } from '../process/naming';
import type { Model } from '../rules/model';

/** What the figures need of a case: less than the whole, because there may be very many. */
export interface CountedCase {
  readonly case: Pick<Case, 'process' | 'state' | 'submittedAt' | 'answers'> & {
    readonly explanation: Pick<Case['explanation'], 'outcome'>;
    readonly routing: { readonly responsible: Pick<Case['routing']['responsible'], 'unit'> };
  };
  readonly events: readonly Pick<CaseEvent, 'type' | 'at' | 'data'>[];
  readonly todos: readonly Pick<Todo, 'answers'>[];
}

/** What the figures need of a model. */
export type CountingModel = Pick<Model, 'process' | 'directory' | 'calendar' | 'records'>;

/** What matters of a case. */
export type Facts = ReturnType<typeof factsOf>;

/** Reads it from the case, what was done with it, and its to-dos. */
export function factsOf(
  { case: made, events, todos }: CountedCase,
  { process, directory, calendar, records }: CountingModel,
) {
  const { answers } = made;
  const { kinds, sustainable } = records;
  const kind = textOf(answers, records.visitorKind);
  // Whoever says something else of a visitor means it; who calls it a city, or was not asked, may not know which one it is.
  const mayBeSister = process.occasion === 'visit' && (kind === '' || kind === kinds.city);
  const isSister = mayBeSister && sisterCityOf(directory, subjectOf(process, answers)) !== undefined;
  const recorded: Answers = Object.assign({}, ...todos.map((todo) => todo.answers ?? {}));
  const moves = events.filter(({ type }) => type === 'moved');
  const answer = moves.find(({ data }) => data.to === 'accepted' || data.to === 'declined');
  const day = dayOf(process, answers) ?? calendar.dayOf(new Date(made.submittedAt));
  const invoiced = numberOf(recorded[records.fee]);
  const goals = listOf(answers[records.goals]);
  const themes = [textOf(answers, process.title.theme), ...listOf(answers[records.otherThemes])];
  return {
    made: { ...made, state: stateIn(process, made.state) },
    yearSent: yearIn(calendar.dayOf(new Date(made.submittedAt))),
    yearHeld: yearIn(day),
    isVisit: process.occasion === 'visit',
    wasHeld: moves.some(({ data }) => data.to === 'held'),
    wasFollowedUp: moves.some(({ data }) => data.to === 'followed-up'),
    hoursToAnswer: answer && (Date.parse(answer.at) - Date.parse(made.submittedAt)) / 3_600_000,
    isDignitary:
      process.id === records.dignitaryVisit || answers[records.dignitary] === true || kinds.dignitaries.includes(kind),
    isCity: kind === kinds.city && !isSister,
    isSisterOrPartnerCity: kind === kinds.sisterOrPartnerCity || isSister,
    isMedia: kind === kinds.media,
    // Whoever was invoiced paid for the visit, whatever had been planned.
    isTechnical: answers[records.technicalVisit] === true || invoiced > 0,
    isSustainable:
      sustainable.themes.some((theme) => themes.includes(theme)) ||
      sustainable.goals.some((goal) => goals.includes(goal)),
    country: textOf(answers, process.title.from),
    theme: textOf(answers, process.title.theme),
    guests: numberOf(recorded[records.headCount]),
    invoiced,
    initiatives: linesOf(recorded, records.initiatives),
    mediaHits: Math.max(numberOf(recorded[records.mediaHits]), linesOf(recorded, records.media)),
  };
}

/** How many lines a text of a to-do has, or had before it was purged. */
function linesOf(recorded: Answers, item: string): number {
  const text = recorded[item];
  return typeof text === 'string' ? linesIn(text) : numberOf(recorded[countOf(item)]);
}

function textOf(answers: Answers, item: string | undefined): string {
  const answer = item === undefined ? undefined : answers[item];
  return typeof answer === 'string' ? answer : '';
}

function listOf(answer: Answers[string] | undefined): readonly string[] {
  return Array.isArray(answer) ? answer : [];
}

function numberOf(answer: Answers[string] | undefined): number {
  return typeof answer === 'number' ? answer : 0;
}

function yearIn(day: string): number {
  return Number(day.slice(0, 4));
}
