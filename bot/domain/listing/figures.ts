/**
 * What the yearly report counts by itself from the cases (M 2.2), and our own process figures beside it. Everything here
 * rests on what a purge leaves: a figure must not change because a retention period is over (`purge.ts`). Talks of experts
 * are not counted: no process records them yet.
 */

import { type CountedCase, type CountingModel, type Facts, factsOf } from './counted-facts';

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
    /** Paid technical visits: planned as one, or invoiced after all. */
    readonly technical: number;
    /** Euros, wherever a fee was written down. */
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

/**
 * Of a year's figures also the cases numbered so many years before have to be looked at: a visit is counted when it is
 * held, and a case is numbered by UTC.
 */
export const YEARS_AHEAD = 2;

/** The figures of a year. `modelOf` gives the model of a process. Cases of every year may be handed in. */
export function figuresOf(
  wholes: Iterable<CountedCase>,
  year: number,
  modelOf: (id: string) => CountingModel,
): Figures {
  const count = new FigureCount(year, modelOf);
  for (const whole of wholes) count.add(whole);
  return count.figures();
}

/**
 * Counts the figures of a year case by case, so that nobody has to hold all cases at once. What it keeps does not grow
 * with them, but for one number for each case of the year that was answered: their median needs them all.
 */
export class FigureCount {
  private readonly visits = {
    all: 0,
    guests: 0,
    dignitaries: 0,
    cities: 0,
    sisterOrPartnerCities: 0,
    media: 0,
    onSustainableDevelopment: 0,
    technical: 0,
    invoiced: 0,
    initiatives: 0,
    mediaHits: 0,
  };
  private readonly tallies = {
    byProcess: new Tally(),
    byOutcome: new Tally(),
    byState: new Tally(),
    byUnit: new Tally(),
    byCountry: new Tally(),
    byTheme: new Tally(),
  };
  private readonly hoursToAnswer: number[] = [];
  private sent = 0;
  private followedUp = 0;

  constructor(
    private readonly year: number,
    private readonly modelOf: (id: string) => CountingModel,
  ) {}

  add(whole: CountedCase): void {
    const facts = factsOf(whole, this.modelOf(whole.case.process));
    if (facts.isVisit && facts.wasHeld && facts.yearHeld === this.year) this.addVisit(facts);
    if (facts.yearSent === this.year) this.addSent(facts);
  }

  /** The figures of what was added so far. */
  figures(): Figures {
    const { byProcess, byOutcome, byState, byUnit, byCountry, byTheme } = this.tallies;
    return {
      visits: { ...this.visits },
      cases: {
        all: this.sent,
        byProcess: byProcess.counts(),
        byOutcome: byOutcome.counts(),
        byState: byState.counts(),
        byUnit: byUnit.counts(),
        byCountry: byCountry.counts(),
        byTheme: byTheme.counts(),
        followedUp: this.followedUp,
        answered: this.hoursToAnswer.length,
        medianHoursToAnswer: median(this.hoursToAnswer),
      },
    };
  }

  private addVisit(facts: Facts): void {
    const { visits } = this;
    visits.all += 1;
    visits.guests += facts.guests;
    visits.initiatives += facts.initiatives;
    visits.mediaHits += facts.mediaHits;
    if (facts.isDignitary) visits.dignitaries += 1;
    if (facts.isCity) visits.cities += 1;
    if (facts.isSisterOrPartnerCity) visits.sisterOrPartnerCities += 1;
    if (facts.isMedia) visits.media += 1;
    if (facts.isSustainable) visits.onSustainableDevelopment += 1;
    visits.invoiced += facts.invoiced;
    if (facts.isTechnical) visits.technical += 1;
  }

  private addSent({ made, country, theme, wasFollowedUp, hoursToAnswer }: Facts): void {
    const { tallies } = this;
    this.sent += 1;
    tallies.byProcess.add(made.process);
    tallies.byOutcome.add(`${made.process}.${made.explanation.outcome}`);
    tallies.byState.add(made.state);
    tallies.byUnit.add(made.routing.responsible.unit);
    tallies.byCountry.add(country);
    tallies.byTheme.add(theme);
    if (wasFollowedUp) this.followedUp += 1;
    if (hoursToAnswer !== undefined) this.hoursToAnswer.push(hoursToAnswer);
  }
}

/** How often each name came; none for what has no name. */
class Tally {
  private readonly times = new Map<string, number>();

  add(name: string): void {
    if (name !== '') this.times.set(name, (this.times.get(name) ?? 0) + 1);
  }

  counts(): Counts {
    return Object.fromEntries([...this.times].sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
