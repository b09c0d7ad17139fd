/** Cases as the model makes them, one for each way through each process and each life after it: what a city is filled with. */
import type { WholeCase } from '../../bot/domain/case/whole-case';
import { goldenOf, LIVES, lived, MODELS } from '../../tests/domain/lived-cases';

export interface Stories {
  readonly open: readonly WholeCase[];
  readonly over: readonly WholeCase[];
}

/** Of {@link LIVES} those that end with somebody who has something to do, and those that end for good. */
const OPEN_LIVES = [LIVES[0], LIVES[1], LIVES[2]];
const OVER_LIVES = [LIVES[4], LIVES[5], LIVES[6], LIVES[7], LIVES[6]];

/** Every one of them, processes by turns. */
export function makeStories(): Stories {
  const of = (lives: readonly (typeof LIVES)[number][]) =>
    MODELS.flatMap((model) =>
      goldenOf(model).flatMap((golden) =>
        lives.map((life, day) => lived(model, golden, { life, day, figure: 12, lines: 1 })),
      ),
    );
  const given = (lives: readonly ((typeof LIVES)[number] | undefined)[]) => lives.filter((life) => life !== undefined);
  return { open: of(given(OPEN_LIVES)), over: of(given(OVER_LIVES)) };
}
