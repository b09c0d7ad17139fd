import type { Answers } from '../domain/answers';
import { evaluate } from '../domain/condition';
import type { DignitaryMatrix } from '../domain/directory';
import { type Explanation, explain } from '../domain/explanation';
import type { Message } from '../domain/message';
import { findItem, type OutcomeRule } from '../domain/process';
import { type Json, press } from './actions';
import { answerText, labelOf } from './facts';
import { type Kit, message } from './kit';
import { sourceText } from './question';
import { droppedNote, footer, heading, type WalkView } from './walk';

/** What the model recommends, and why: the answers that decided, the rule with its section, what would change it. */
export function outcomeCard(kit: Kit, view: WalkView): Message {
  const { words } = kit;
  const { model, draft, position, step } = view;
  const { outcome, facts } = position;
  const explanation = explain(model, draft.state.answers);
  if (step.kind !== 'outcome' || !outcome || !explanation) throw new Error(`Step "${step.id}" has no outcome to show.`);
  const word = (key: string) => words.process(model.process.id, `outcomes.${outcome.id}.${key}`);
  const card = {
    heading: heading(kit, view),
    note: droppedNote(kit, view),
    style: outcome.tone,
    title: word('title'),
    text: word('text'),
    ...explanationView(kit, view.model, explanation),
    adviceTitle: words.own('outcome.advice'),
    advice: outcome.advice
      .filter((point) => !point.when || evaluate(point.when, facts) === true)
      .map((point) => ({ text: word(`advice.${point.id}`), source: sourceText(kit, point.source) })),
    ...matrixView(kit, model.directory.dignitaryMatrix, outcome, draft.state.answers),
    actions: [
      press(
        words.own('actions.continue'),
        'acknowledge',
        { draft: draft.id, revision: draft.revision, item: step.item.id },
        { style: 'positive' },
      ),
      ...footer(kit, view),
    ],
  };
  return message(kit, 'outcome', card, words.own('outcome.summary', { outcome: word('title') }));
}

/** The reasons and counterfactuals of an outcome, as the outcome card and the case card show them. */
export function explanationView(kit: Kit, model: WalkView['model'], explanation: Explanation): Json {
  const { words } = kit;
  const item = (id: string) => findItem(model.process, id);
  const said = (id: string, answer: Parameters<typeof answerText>[2]) => {
    const found = item(id);
    return found ? { label: labelOf(model, found, words), answer: answerText(model, found, answer, words) } : undefined;
  };
  const rule = words.process(model.process.id, `rules.${explanation.outcome}`);
  const count = explanation.count ? words.own('outcome.count', explanation.count) : '';
  return {
    reasonsTitle: words.own('outcome.reasons'),
    reasons: explanation.reasons.flatMap(({ item: id, answer }) => said(id, answer) ?? []),
    rule: [rule, count].filter(Boolean).join(' '),
    ruleSource: sourceText(kit, explanation.source),
    flipsTitle: words.own('outcome.flips'),
    flips:
      explanation.flips.length === 0
        ? [words.own('outcome.no-flip')]
        : explanation.flips.flatMap((flip) => {
            const change = said(flip.item, flip.to);
            if (!change) return [];
            return flip.outcome === 'open'
              ? [words.own('outcome.flip-open', change)]
              : [
                  words.own('outcome.flip', {
                    ...change,
                    outcome: words.process(model.process.id, `outcomes.${flip.outcome}.title`),
                  }),
                ];
          }),
  };
}

/** Who takes part in a dignitary's visit (M 3.3). What the source has lost is said, not guessed. */
function matrixView(kit: Kit, matrix: DignitaryMatrix, outcome: OutcomeRule, answers: Answers): Json {
  const { words } = kit;
  const kind = outcome.showsMatrixOf === undefined ? undefined : answers[outcome.showsMatrixOf];
  const row = typeof kind === 'string' ? matrix.kinds[kind] : undefined;
  if (!row) return { matrix: [] };
  const open = Object.values(row.roles).includes('confirm');
  return {
    matrixTitle: words.own('matrix.title'),
    matrix: matrix.roles.map((role) => ({
      role: words.name(role.name),
      part: words.own(row.roles[role.id] === 'yes' ? 'matrix.yes' : 'matrix.confirm'),
    })),
    matrixNote: open ? words.own('matrix.lost', { count: row.marked, roles: matrix.roles.length }) : '',
    matrixSource: sourceText(kit, matrix.source),
  };
}
