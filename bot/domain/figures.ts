/**
 * What the yearly report counts by itself from the cases (M 2.2), and our own process figures beside it. Everything here
 * rests on what a purge leaves: a figure must not change because a retention period is over (`purge.ts`). Talks of experts
 * are not counted: no process records them yet.
 */
import type { Answers } from './answers';
import type { Process } from './process';
import { countOf, linesIn } from './purge';
import type { WholeCase } from './whole-case';
import { dayInEspoo } from './working-time';

export interface Figures {
  /** Visits that were held in the year, by the first day of the visit. */
  readonly visits: {
    readonly all: number;
    readonly guests: number;
    /** State, ministry, ambassador; international organisations among them (M 2.2). */
    readonly dignitaries: number;
    readonly cities: number;
    readonly sisterOrPartnerCities: number;
    readonly media: number;
    readonly onSustainableDevelopment: number;
    readonly technical: number;
    /** Euros. */
    readonly invoiced: number;
    readonly initiatives: number;
    readonly mediaHits: number;
  };
  /** Cases that were sent in the year. */
  readonly cases: {
    readonly all: number;
    readonly byProcess: Counts;
    readonly byOutcome: Counts;
    readonly byState: Counts;
    readonly byUnit: Counts;
    readonly byCountry: Counts;
    readonly byTheme: Counts;
    readonly followedUp: number;
    /** How many were taken on or declined, and how long the middle one of them waited for that. */
    readonly answered: number;
    readonly medianHoursToAnswer: number;
  };
}

export type Counts = Readonly<Record<string, number>>;

const SUSTAINABLE_THEME = 'sustainable-development';
const SUSTAINABLE_GOALS = ['sdgs-by-2025', 'known-forerunner'];
const DIGNITARIES = ['state-or-embassy', 'international-organisation'];

/** The figures of a year. `processOf` gives the process of a case. Cases of every year may be handed in. */
export function figuresOf(
  wholes: readonly Pick<WholeCase, 'case' | 'events' | 'todos'>[],
  year: number,
  processOf: (id: string) => Process,
): Figures {
  const seen = wholes.map((whole) => factsOf(whole, processOf(whole.case.process)));
  const visits = seen.filter(({ isVisit, wasHeld, yearHeld }) => isVisit && wasHeld && yearHeld === year);
  const sent = seen.filter(({ yearSent }) => yearSent === year);
  const waits = sent.flatMap(({ hoursToAnswer }) => (hoursToAnswer === undefined ? [] : [hoursToAnswer]));
  const kindsOf = (...kinds: readonly string[]) => visits.filter(({ kind }) => kinds.includes(kind)).length;
  const technical = visits.filter(({ isTechnical }) => isTechnical);
  return {
    visits: {
      all: visits.length,
      guests: sum(visits.map(({ guests }) => guests)),
      dignitaries: visits.filter(({ isDignitary, kind }) => isDignitary || DIGNITARIES.includes(kind)).length,
      cities: kindsOf('city'),
      sisterOrPartnerCities: kindsOf('sister-or-partner-city'),
      media: kindsOf('media'),
      onSustainableDevelopment: visits.filter(({ isSustainable }) => isSustainable).length,
      technical: technical.length,
      invoiced: sum(technical.map(({ invoiced }) => invoiced)),
      initiatives: sum(visits.map(({ initiatives }) => initiatives)),
      mediaHits: sum(visits.map(({ mediaHits }) => mediaHits)),
    },
    cases: {
      all: sent.length,
      byProcess: counted(sent.map(({ made }) => made.process)),
      byOutcome: counted(sent.map(({ made }) => `${made.process}.${made.explanation.outcome}`)),
      byState: counted(sent.map(({ made }) => made.state)),
      byUnit: counted(sent.map(({ made }) => made.routing.responsible.unit)),
      byCountry: counted(sent.map(({ country }) => country)),
      byTheme: counted(sent.map(({ theme }) => theme)),
      followedUp: sent.filter(({ wasFollowedUp }) => wasFollowedUp).length,
      answered: waits.length,
      medianHoursToAnswer: median(waits),
    },
  };
}

/** What matters of a case, read from whatever process it is of. */
function factsOf({ case: made, events, todos }: Pick<WholeCase, 'case' | 'events' | 'todos'>, process: Process) {
  const { answers } = made;
  const recorded: Answers = Object.assign({}, ...todos.map((todo) => todo.answers ?? {}));
  const moves = events.filter(({ type }) => type === 'moved');
  const answer = moves.find(({ data }) => data.to === 'accepted' || data.to === 'declined');
  const day = textOf(answers, process.title.date) || dayInEspoo(new Date(made.submittedAt));
  const goals = Array.isArray(answers.goals) ? answers.goals : [];
  const themes = [textOf(answers, process.title.theme), ...listOf(answers['other-themes'])];
  return {
    made,
    yearSent: yearIn(dayInEspoo(new Date(made.submittedAt))),
    yearHeld: yearIn(day),
    isVisit: process.occasion === 'visit',
    wasHeld: moves.some(({ data }) => data.to === 'held'),
    wasFollowedUp: moves.some(({ data }) => data.to === 'followed-up'),
    hoursToAnswer: answer && (Date.parse(answer.at) - Date.parse(made.submittedAt)) / 3_600_000,
    isDignitary: process.id === 'dignitary-visit' || answers.dignitary === true,
    kind: textOf(answers, 'visitor-kind'),
    isTechnical: answers['technical-visit'] === true,
    isSustainable: themes.includes(SUSTAINABLE_THEME) || SUSTAINABLE_GOALS.some((goal) => goals.includes(goal)),
    country: textOf(answers, process.title.from),
    theme: textOf(answers, process.title.theme),
    guests: numberOf(recorded['head-count']),
    invoiced: numberOf(recorded['fee-invoiced']),
    initiatives: linesOf(recorded, 'initiatives'),
    mediaHits: Math.max(numberOf(recorded['media-hit-count']), linesOf(recorded, 'media')),
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function counted(names: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const name of names.filter((one) => one !== '')) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
