/**
 * A walk that turns out to be another process's goes on there, with everything that was answered: a guest who is a
 * dignitary after all, or none. Nothing is lost on the way: what the other process does not ask is kept beside its
 * answers, and is there again when the walk comes back.
 */
import type { Answer, Answers } from '../process/answers';
import { findItem, type HandOverRule, type Item, itemsOf, type Process } from '../process/process';
import { evaluate, itemsIn } from '../rules/condition';
import type { Model } from '../rules/model';
import type { WalkState } from './checklist';
import { givenAnswers, replay } from './replay';

/** Where a walk goes on, and by which rule of the process that it comes from. */
export interface HandOver {
  readonly rule: HandOverRule;
  readonly model: Model;
  readonly state: WalkState;
}

/**
 * Hands a walk over where a rule of its process holds, else undefined. `before` is the walk ahead of the answer that made
 * the rule hold: what that answer dropped is carried along. The walk goes on at the first question that is open there. `processes` are all of the city, by id.
 */
export function handedOver(
  model: Model,
  processes: ReadonlyMap<string, Process>,
  state: WalkState,
  before: WalkState = state,
): HandOver | undefined {
  const { facts } = replay(model, state.answers);
  const rule = model.process.handsOver.find(({ when }) => evaluate(when, facts) === true);
  const process = rule && processes.get(rule.to);
  if (!rule || !process) return undefined;
  const next: Model = { ...model, process };
  const carried = { ...state.aside, ...worthKeeping(model.process, rule, { ...before.answers, ...state.answers }) };
  const answers = givenAnswers(replay(next, taken(process, rule, carried)));
  const aside = Object.fromEntries(Object.entries(carried).filter(([item]) => answers[item] === undefined));
  return { rule, model: next, state: { answers, ...(Object.keys(aside).length > 0 && { aside }) } };
}

/** Not the answer that leads away, which would lead back at once, and not that a recommendation was seen. */
function worthKeeping(process: Process, rule: HandOverRule, answers: Answers): Answers {
  const leadsAway = itemsIn(rule.when);
  const isKept = (id: string) => !leadsAway.includes(id) && findItem(process, id)?.type !== 'outcome';
  return Object.fromEntries(Object.entries(answers).filter(([id]) => isKept(id)));
}

/** What the other process's items are answered with. */
function taken(process: Process, { answers: theirs }: HandOverRule, carried: Answers): Answers {
  const answerOf = (item: Item): Answer | undefined => {
    const from = theirs[item.id] ?? item.id;
    return typeof from === 'string' ? (carried[from] ?? carried[item.id]) : from.is;
  };
  return Object.fromEntries(
    itemsOf(process).flatMap((item) => {
      const answer = answerOf(item);
      // What may be left empty there, and may not here, is asked.
      const isEmpty = answer === undefined || (answer === null && 'required' in item && item.required);
      return isEmpty ? [] : [[item.id, answer]];
    }),
  );
}
