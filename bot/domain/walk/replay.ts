/**
 * Where a walk stands, derived from its answers alone. Nothing here is stored: answers are replayed from the first
 * question, so a draft opened on another device, after a restart or after a changed answer is always in a valid place.
 */
import { sectorsOf } from '../directory/directory';
import type { Answer, Answers } from '../process/answers';
import { findItem, type Item, type ItemOf, type OutcomeRule, type Section } from '../process/process';
import { evaluate, type Facts, itemsIn } from '../rules/condition';
import type { Model } from '../rules/model';
import { every, type Truth } from '../rules/truth';
import { outcomeOf } from './outcome';
import { themesInOrder } from './theme-order';

/** One card of the walk. Its `id` is the item's, the section's (for a form), or `summary`. */
export type Step =
  | { readonly kind: 'question'; readonly id: string; readonly section: Section; readonly item: Item }
  | { readonly kind: 'outcome'; readonly id: string; readonly section: Section; readonly item: ItemOf<'outcome'> }
  | { readonly kind: 'form'; readonly id: string; readonly section: Section; readonly items: readonly Item[] }
  | { readonly kind: 'summary'; readonly id: 'summary' };

export const SUMMARY: Step = { kind: 'summary', id: 'summary' };

/** A walk's position: `steps` are the cards that are reached so far as is known, `next` the first that waits for an answer. */
export interface Position {
  readonly facts: Facts;
  /** The cards on the way, in order, the summary last. */
  readonly steps: readonly Step[];
  /** The sections on the way, those included that may still fall away; the summary comes after them. */
  readonly parts: readonly Section[];
  readonly next: Step;
  /** The outcome as soon as the answers determine it. */
  readonly outcome: OutcomeRule | undefined;
  /** Items whose stored answers no longer count: they are not asked any more, or that choice is gone. */
  readonly dropped: readonly string[];
  /** Items that nobody answered because another answer says it (`follows`): filled in, asked of nobody, changed by a press. */
  readonly followed: ReadonlySet<string>;
}

/** Replays `answers` through the process. Answers to items that it does not have are dropped, those that follow are added. */
export function replay(model: Model, answers: Answers): Position {
  const kept: Record<string, Answer> = {};
  const asked = new Map<string, Truth>();
  const facts: Facts = { answers: kept, asked, directory: model.directory };
  const steps: Step[] = [];
  const parts: Section[] = [];
  const followed = new Set<string>();

  for (const section of model.process.sections) {
    // Looks only at what is asked before its first item (the check of processes holds it to that), so once is enough.
    const open = section.when ? evaluate(section.when, facts) : true;
    const here: Item[] = [];
    let mayCome = false;
    for (const item of section.items) {
      const truth = item.when && open !== false ? every([open, evaluate(item.when, facts)]) : open;
      asked.set(item.id, truth);
      if (truth === false) continue;
      mayCome = true;
      const answer = answers[item.id];
      const follows = followingAnswer(item, facts);
      if (answer !== undefined && stands(item, answer, model, facts)) kept[item.id] = answer;
      else if (answer === undefined && follows !== undefined) {
        kept[item.id] = follows;
        followed.add(item.id);
      }
      if (truth === true) here.push(item);
    }
    if (mayCome) parts.push(section);
    steps.push(...stepsOf(section, here));
  }
  steps.push(SUMMARY);
  return {
    facts,
    steps,
    parts,
    next: steps.find((step) => !isAnswered(step, kept)) ?? SUMMARY,
    outcome: outcomeOf(model.process, facts),
    dropped: Object.keys(answers).filter((id) => !Object.hasOwn(kept, id)),
    followed,
  };
}

/** The answers that count and that the person gave: what follows from them is not stored, so it goes when they change. */
export function givenAnswers({ facts, followed }: Position): Answers {
  return Object.fromEntries(Object.entries(facts.answers).filter(([id]) => !followed.has(id)));
}

/** The same of complete answers, of which nobody remembers which were filled in: those that would be filled in just so. */
export function withoutFollowing(model: Model, answers: Answers): Answers {
  const { facts } = replay(model, answers);
  return Object.fromEntries(
    Object.entries(answers).filter(([id, answer]) => {
      const item = findItem(model.process, id);
      return item === undefined || followingAnswer(item, facts) !== answer;
    }),
  );
}

/** The ids that may be chosen for an item now, or undefined where the directory's list decides. */
export function openChoices(item: ItemOf<'choice'> | ItemOf<'choices'>, facts: Facts): readonly string[] | undefined {
  if (!Array.isArray(item.choices)) return undefined;
  return item.choices
    .filter((choice) => !choice.when || evaluate(choice.when, facts) === true)
    .map((choice) => choice.id);
}

/** The ids of the directory list that an item chooses from; empty for an item with choices of its own. */
export function directoryChoices(model: Model, { choices }: ItemOf<'choice'> | ItemOf<'choices'>): readonly string[] {
  if (Array.isArray(choices) || !('directory' in choices)) return [];
  switch (choices.directory) {
    case 'themes':
      return themesInOrder(model.directory).map((theme) => theme.id);
    case 'goals':
      return model.directory.goals.map((goal) => goal.id);
    case 'countries':
      return model.countries;
    case 'sectors':
      return sectorsOf(model.directory).map((sector) => sector.id);
  }
}

/** Whether a card asks criteria line by line, each of which one answer is enough for. */
export function isChecklist(step: Step): step is Extract<Step, { readonly kind: 'form' }> {
  return step.kind === 'form' && step.section.show === 'checklist' && step.id === step.section.id;
}

/** Whether a step has all its answers (an optional field left empty counts as answered). */
export function isAnswered(step: Step, answers: Answers): boolean {
  if (step.kind === 'summary') return false;
  const items = step.kind === 'form' ? step.items : [step.item];
  return items.every((item) => answers[item.id] !== undefined);
}

/** The card that asks an item, of those on the way. */
export function stepAsking({ steps }: Position, itemId: string): Step | undefined {
  return steps.find((step) => {
    if (step.kind === 'summary') return false;
    return step.kind === 'form' ? step.items.some(({ id }) => id === itemId) : step.item.id === itemId;
  });
}

function stepsOf(section: Section, items: readonly Item[]): readonly Step[] {
  if (items.length === 0) return [];
  if (section.show === 'form') return [{ kind: 'form', id: section.id, section, items }];
  if (section.show === 'checklist') {
    const [criteria, opened] = checklistOf(section, items);
    return [...(criteria.length > 0 ? [checklist(section, criteria)] : []), ...oneByOne(section, opened)];
  }
  return oneByOne(section, items);
}

function checklist(section: Section, items: readonly Item[]): Step {
  return { kind: 'form', id: section.id, section, items };
}

/** What a checklist asks at once, and what its own answers open. */
function checklistOf(section: Section, items: readonly Item[]): readonly [readonly Item[], readonly Item[]] {
  const own = new Set(section.items.map(({ id }) => id));
  const isOpened = ({ when }: Item) => when !== undefined && itemsIn(when).some((id) => own.has(id));
  return [items.filter((item) => !isOpened(item)), items.filter(isOpened)];
}

function oneByOne(section: Section, items: readonly Item[]): readonly Step[] {
  return items.map((item) => {
    if (item.type === 'outcome') return { kind: 'outcome', id: item.id, section, item };
    // What a press cannot answer gets a card with one input.
    if (item.type !== 'yes-no' && item.type !== 'choice') return { kind: 'form', id: item.id, section, items: [item] };
    return { kind: 'question', id: item.id, section, item };
  });
}

/** What other answers say of an item, where they say it. */
function followingAnswer(item: Item, facts: Facts): boolean | undefined {
  if (item.type !== 'yes-no' || item.follows === undefined) return undefined;
  const { answer, in: values, value } = item.follows;
  return evaluate({ answer, in: values }, facts) === true ? value : undefined;
}

/** An outcome that has been seen stands only while it is still the outcome; a choice only while it may be chosen. */
function stands(item: Item, answer: Answer, model: Model, facts: Facts): boolean {
  if (item.type === 'outcome') return outcomeOf(model.process, facts)?.id === answer;
  if (item.type !== 'choice' && item.type !== 'choices') return true;
  if (item.type === 'choices' && item.onceText && typeof answer === 'string') return true;
  const chosen = typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : [];
  const open = openChoices(item, facts) ?? directoryChoices(model, item);
  return chosen.every((id) => open.includes(id));
}
