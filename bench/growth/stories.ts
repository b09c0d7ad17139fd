/** Cases as the model makes them, one for each way through each process and each life after it: what a city is filled with. */
import type { WholeCase } from '../../bot/domain/case/whole-case';
import { isEnd, isOpen } from '../../bot/domain/case-state';
import { goldenOf, LIVES, lived, MODELS } from '../../tests/domain/lived-cases';

export interface Stories {
  readonly open: readonly WholeCase[];
  readonly over: readonly WholeCase[];
}

/** Of {@link LIVES} those after which somebody has something to do, and those that are over or go on by themselves. */
export function makeStories(): Stories {
  const all = MODELS.flatMap((model) =>
    goldenOf(model).flatMap((golden) =>
      LIVES[model.process.life].map((life, day) => lived(model, golden, { life, day, figure: 12, lines: 1 })),
    ),
  );
  const waits = ({ case: { state } }: WholeCase) => isOpen(state) && !isEnd(state);
  return { open: all.filter(waits), over: all.filter((story) => !waits(story)) };
}
