import { findItem } from '../../domain/process/process';
import type { Model } from '../../domain/rules/model';
import type { Explanation } from '../../domain/walk/explanation';
import type { Kit } from '../kit';
import type { Json } from '../layout/json';
import { answerText, labelOf } from './facts';
import { sourceText } from './source';

/**
 * The reasons and counterfactuals of an outcome, as the outcome card, the case card and mails show them; to whoever gave
 * the answers, or to somebody else.
 */
export function explanationView(
  kit: Kit,
  model: Model,
  explanation: Explanation,
  reader: 'walker' | 'other' = 'walker',
): Json {
  const { words } = kit;
  const item = (id: string) => findItem(model.process, id);
  const said = (id: string, answer: Parameters<typeof answerText>[2]) => {
    const found = item(id);
    return found ? { label: labelOf(model, found, words), answer: answerText(model, found, answer, words) } : undefined;
  };
  const against = explanation.nearness?.against ?? [];
  const rule = words.process(model.process.id, `rules.${explanation.outcome}`);
  const counted = reader === 'walker' ? 'outcome.count' : 'outcome.count-given';
  const count = explanation.count ? words.own(counted, explanation.count) : '';
  return {
    reasonsTitle: words.own(reader === 'walker' ? 'outcome.reasons' : 'outcome.reasons-given'),
    reasons: explanation.reasons.flatMap(({ item: id, answer }) =>
      against.includes(id) ? [] : (said(id, answer) ?? []),
    ),
    againstTitle: words.own('outcome.against'),
    against: explanation.reasons.flatMap(({ item: id, answer }) =>
      against.includes(id) ? (said(id, answer) ?? []) : [],
    ),
    rule: [rule, count, nearnessText(kit, model, explanation)].filter(Boolean).join(' '),
    ruleSource: sourceText(kit, explanation.source),
    flipsTitle: words.own('outcome.flips'),
    flips: flipLines(kit, model, explanation),
  };
}

/** How near the proposed class is, or which classes are as near as each other; nothing for an outcome that is no class. */
function nearnessText({ words }: Kit, { process }: Model, { nearness }: Explanation): string {
  if (!nearness) return '';
  const [nearest, ...others] = nearness.classes;
  if (!nearest) return '';
  if (others.length === 0) return words.own('outcome.traits-met', { met: nearest.met, of: nearest.of });
  const titles = nearness.classes.map(({ outcome }) => words.process(process.id, `outcomes.${outcome}.title`));
  return words.own('outcome.equally-near', { classes: titles.join(', ') });
}

/** What would change an outcome: a line for each other outcome, with the answers that would lead there. */
function flipLines(kit: Kit, model: Model, { flips }: Explanation): readonly string[] {
  const { words } = kit;
  if (flips.length === 0) return [words.own('outcome.no-flip')];
  return [...new Set(flips.map(({ outcome }) => outcome))].map((outcome) => {
    const changes = flips
      .filter((flip) => flip.outcome === outcome)
      .flatMap(({ item: id, to }) => {
        const item = findItem(model.process, id);
        return item
          ? [
              words.own('outcome.change', {
                label: labelOf(model, item, words),
                answer: answerText(model, item, to, words),
              }),
            ]
          : [];
      });
    const parameters = { changes: changes.join(', '), count: changes.length };
    if (outcome === 'open') return words.own('outcome.flip-open', parameters);
    return words.own('outcome.flip', {
      ...parameters,
      outcome: words.process(model.process.id, `outcomes.${outcome}.title`),
    });
  });
}
