/** Which answers a case is named by. */
import type { Answer, Answers } from './answers';
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
    Object.values(title).flatMap((item): [string, Answer][] => {
      const answer = item === undefined ? undefined : answers[item];
      return item === undefined || answer === undefined ? [] : [[item, answer]];
    }),
  );
}
