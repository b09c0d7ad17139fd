/** What all cards of a walk share: where it stands, the heading, notes, and the buttons at the foot. */

import { findItem, type ItemOf } from '../../domain/process/process';
import type { Model } from '../../domain/rules/model';
import { currentStep } from '../../domain/walk/checklist';
import { contradictionsIn } from '../../domain/walk/contradictions';
import type { Draft } from '../../domain/walk/draft';
import { isChecklist, type Position, replay, type Step, SUMMARY } from '../../domain/walk/replay';
import { press } from '../actions';
import type { Kit } from '../kit';
import type { Json } from '../layout/json';
import { answerText, labelOf, sectionTitle } from '../parts/facts';

export interface WalkView {
  readonly model: Model;
  readonly draft: Draft;
  readonly position: Position;
  readonly step: Step;
  /** Answers that have just been dropped because of a change, by item id. */
  readonly dropped?: readonly string[];
  /** Something has just been said that is no answer. */
  readonly unanswered?: Unanswered;
  /** It has just been handed over. */
  readonly cameFrom?: CameFrom;
}

/** The process that a walk comes from, and the rule by which that handed it over. */
export interface CameFrom {
  readonly process: string;
  readonly rule: string;
}

/** Why words in a walk were no answer: they mean nothing at this card, or that the person does not know. */
export type Unanswered = 'not-understood' | 'not-sure';

/** The draft as a card shows it. */
export function walkView(
  model: Model,
  draft: Draft,
  { dropped, unanswered, cameFrom }: Pick<WalkView, 'dropped' | 'unanswered' | 'cameFrom'> = {},
): WalkView {
  const position = replay(model, draft.state.answers);
  const step = currentStep(position, draft.state);
  return {
    ...{ model, draft, position, step },
    ...(dropped && { dropped }),
    ...(unanswered && { unanswered }),
    ...(cameFrom && { cameFrom }),
  };
}

/** The line above the question: which process, and which part of how many. A question stands under its part's title. */
export function heading({ words }: Kit, view: WalkView): string {
  const { model, step, draft } = view;
  const process = words.process(model.process.id, 'name');
  const { part, parts } = partOf(view);
  const where =
    step.kind === 'question'
      ? words.own('walk.heading-question', { process, part, parts, section: sectionTitle(model, step.section, words) })
      : words.own('walk.heading', { process, part, parts });
  return draft.edits === undefined ? where : words.own('edit.heading', { number: draft.edits, where });
}

/** Which part of the walk a step is in, counted from one; the summary is the last. */
export function partOf({ position: { parts }, step }: Pick<WalkView, 'position' | 'step'>): {
  part: number;
  parts: number;
} {
  const part = step.kind === 'summary' ? parts.length : parts.indexOf(step.section);
  return { part: part + 1, parts: parts.length + 1 };
}

/**
 * The note above everything else: that this is another process now, which answers a change has made obsolete or another says
 * already, or which words count; mostly empty.
 */
export function noteAbove(kit: Kit, view: WalkView): string {
  const { words } = kit;
  switch (view.unanswered) {
    case 'not-sure':
      return words.own('walk.not-sure');
    case 'not-understood':
      return words.own(`walk.not-understood.${kindOf(view)}`, { words: wordsThatCount(kit, view).join(', ') });
    default:
      return view.cameFrom
        ? words.process(view.cameFrom.process, `handsOver.${view.cameFrom.rule}`)
        : [droppedNote(kit, view), ...filledInBefore(view).map((item) => filledInText(kit, view, item))]
            .filter((note) => note !== '')
            .join(' ');
  }
}

/** What was filled in between this card and the one before it. */
function filledInBefore({ position: { steps, followed }, step }: WalkView): readonly ItemOf<'yes-no'>[] {
  const before = steps.slice(0, steps.indexOf(step));
  const lastSeen = before.findLastIndex(({ id }) => !followed.has(id));
  return before
    .slice(lastSeen + 1)
    .flatMap((each) => (each.kind === 'question' && each.item.type === 'yes-no' ? [each.item] : []));
}

/** An answer that was filled in, and the one that it follows from. */
export function filledInText({ words }: Kit, { model, position }: WalkView, item: ItemOf<'yes-no'>): string {
  const from = item.follows && findItem(model.process, item.follows.answer);
  const { answers } = position.facts;
  return words.own('walk.filled-in', {
    label: labelOf(model, item, words),
    answer: answerText(model, item, answers[item.id] ?? null, words),
    from: from ? labelOf(model, from, words) : '',
    said: from ? answerText(model, from, answers[from.id] ?? null, words) : '',
  });
}

function kindOf({ draft, step }: WalkView): 'question' | 'choice' | 'form' | 'other' {
  if (draft.state.pause === 'cancel') return 'question';
  if (step.kind === 'form') return 'form';
  if (step.kind !== 'question') return 'other';
  return step.item.type === 'yes-no' ? 'question' : 'choice';
}

/** What can be said where a walk stands, in the words of its buttons. */
function wordsThatCount({ words }: Kit, view: WalkView): readonly string[] {
  const { draft, position, step } = view;
  const yesOrNo = [words.own('answers.yes'), words.own('answers.no')];
  if (draft.state.pause === 'cancel') return yesOrNo;
  return [
    ...((step.kind === 'question' && step.item.type === 'yes-no') || isChecklist(step) ? yesOrNo : []),
    ...(isChecklist(step) ? [words.own('answers.all-yes'), words.own('answers.all-no')] : []),
    ...(step.kind === 'outcome' ? [words.own('actions.continue')] : []),
    ...(isSendable(view) ? [words.own('actions.submit')] : []),
    ...(step === position.steps[0] ? [] : [words.own('actions.back')]),
    words.own('actions.save'),
    words.own('actions.cancel'),
    words.own('walk.help-word'),
  ];
}

/** Whether the card is the summary of what can be sent as it is. */
function isSendable({ model, position, step }: WalkView): boolean {
  return step.kind === 'summary' && contradictionsIn(model, position).length === 0;
}

function droppedNote({ words }: Kit, { model, dropped = [] }: WalkView): string {
  const labels = dropped.flatMap((id) => {
    const item = findItem(model.process, id);
    return item ? [labelOf(model, item, words)] : [];
  });
  if (labels.length === 0) return '';
  return words.own('walk.dropped', { count: labels.length, answers: labels.join(', ') });
}

/**
 * To answer otherwise what was filled in, to the summary (from a card that was opened there), Back (not on the first card),
 * Save and leave, Cancel.
 */
export function footer({ words }: Kit, view: WalkView): readonly Json[] {
  const { model, draft, position, step } = view;
  const place = { draft: draft.id, revision: draft.revision };
  const complete = position.next === SUMMARY && step !== SUMMARY;
  return [
    ...filledInBefore(view).map((item) => {
      const value = position.facts.answers[item.id] !== true;
      const title = { label: labelOf(model, item, words), answer: answerText(model, item, value, words) };
      return press(words.own('walk.answer-otherwise', title), 'answer-otherwise', { ...place, item: item.id, value });
    }),
    ...(complete
      ? [press(words.own('actions.to-summary'), 'change', { ...place, step: SUMMARY.id }, { inputs: 'none' })]
      : []),
    ...(step === position.steps[0] ? [] : [press(words.own('actions.back'), 'back', place)]),
    press(words.own('actions.save'), 'save', place),
    press(words.own('actions.cancel'), 'cancel', place),
  ];
}
