/** What a card costs to build, without a server around it. */
import { draftCard } from '../../bot/features/walk/draft-card';
import { testContent } from '../../tests/fixtures/content';
import { RECEIVED } from '../../tests/fixtures/model';
import { draftAfter } from '../work/make-work';

export interface CardCost {
  /** From the draft to the card, in microseconds: where the walk stands, the view, the layout filled. */
  readonly wholeUs: number;
  /** Of that, filling the layout. */
  readonly fillUs: number;
}

/** Builds the cards of the seven questions over and over, and resolves to the median of the last of the rounds. */
export function measureCards(rounds: number): CardCost {
  const { kit, model } = testContent();
  const process = model('visit-request');
  const answers = Object.entries(RECEIVED);
  const drafts = answers.map((_next, done) => draftAfter(answers.slice(0, done)));
  const speak = kit('en');
  const { render } = speak;
  let filling = 0;
  const timed = {
    ...speak,
    render: (...given: Parameters<typeof render>) => {
      const begun = performance.now();
      const card = render(...given);
      filling += performance.now() - begun;
      return card;
    },
  };
  const costs = Array.from({ length: rounds }, () => {
    filling = 0;
    const begun = performance.now();
    for (const draft of drafts) draftCard(timed, process, draft);
    return { wholeUs: perCard(performance.now() - begun), fillUs: perCard(filling) };
  });
  // The first ones measure the compiler.
  const warm = costs.slice(Math.floor(rounds / 2)).sort((one, other) => one.wholeUs - other.wholeUs);
  return warm[Math.floor(warm.length / 2)] ?? { wholeUs: 0, fillUs: 0 };

  function perCard(milliseconds: number): number {
    return (milliseconds * 1000) / drafts.length;
  }
}
