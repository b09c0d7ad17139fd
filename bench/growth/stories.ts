/** Cases as the model makes them, one for each way through each process and each life after it: what a city is filled with. */
import type { WholeCase } from '../../bot/domain/case/whole-case';
import { isEnd, isOpen } from '../../bot/domain/case-state';
import { goldenOf, LIVES, lived, MODELS } from '../../tests/domain/lived-cases';

export interface Stories {
  readonly open: readonly WholeCase[];
  readonly over: readonly WholeCase[];
}

/** Of {@link LIVES} those that have just begun and those that went on to their end: the others would only take time. */
const isTold = (life: readonly string[]) => life.length < 2 || life.at(-1) === 'close';

/** Those after which somebody has something to do, and those that are over. */
export function makeStories(): Stories {
  const all = MODELS.flatMap((model) =>
    goldenOf(model).flatMap((golden) =>
      LIVES[model.process.life]
        .filter(isTold)
        .map((life, day) => lived(model, golden, { life, day, figure: 12, lines: 1 })),
    ),
  );
  const waits = ({ case: { state } }: WholeCase) => isOpen(state) && !isEnd(state);
  return { open: all.filter(waits), over: all.filter((story) => !waits(story)) };
}
