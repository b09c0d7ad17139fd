/** Answers that cannot both be right. Nobody chooses between them for the person: they are asked, before the matter is sent. */
import type { Contradiction } from '../process/process';
import { evaluate } from '../rules/condition';
import type { Model } from '../rules/model';
import type { Position } from './replay';

/** The contradictions between the answers of a walk, in the order of the process. */
export function contradictionsIn({ process }: Pick<Model, 'process'>, { facts }: Position): readonly Contradiction[] {
  return process.contradictions.filter(({ when }) => evaluate(when, facts) === true);
}
