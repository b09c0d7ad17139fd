/** Which answers a case is named by. */
import { type Answer, type Answers, firstAnswered } from './answers';
import type { Process } from './process';

/** Whom a case is with, and about what. */
export interface Subject {
  readonly organisation: string;
  readonly city: string;
  readonly country: string;
  readonly theme: string;
}

/** The same of answers, '' for what was not asked or not answered. */
export function subjectOf({ title: { who, from, city, theme } }: Pick<Process, 'title'>, answers: Answers): Subject {
  const text = (item: string | undefined): string => {
    const answer = item === undefined ? undefined : answers[item];
    return typeof answer === 'string' ? answer : '';
  };
  return { organisation: text(who), city: text(city), country: text(from), theme: text(theme) };
}

/** The answers by which a case is named in headings and listings. */
export function namingAnswers(title: Process['title'], answers: Answers): Answers {
  return Object.fromEntries(
    Object.values(title)
      .flatMap((items) => items ?? [])
      .flatMap((item): [string, Answer][] => {
        const answer = answers[item];
        return answer === undefined ? [] : [[item, answer]];
      }),
  );
}

/** The first day of what a case is about, `YYYY-MM-DD`, or undefined where it names none. */
export function dayOf({ title }: Pick<Process, 'title'>, answers: Answers): string | undefined {
  const day = firstAnswered(title.date, answers);
  return typeof day === 'string' ? day : undefined;
}

/** The last day, or the first where no other is named. */
export function lastDayOf({ title }: Pick<Process, 'title'>, answers: Answers): string | undefined {
  const day = firstAnswered(title.until, answers);
  return typeof day === 'string' ? day : dayOf({ title }, answers);
}
