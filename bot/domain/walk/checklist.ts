/**
 * The walk through a process as one pure function: `transition(model, state, event)` gives the next state and what
 * happened. It never reads a clock, a store or a card; whoever calls it carries out the effects.
 */
import type { Answer, Answers } from '../process/answers';
import type { Model } from '../rules/model';
import { contradictionsIn } from './contradictions';
import { givenAnswers, isChecklist, type Position, replay, type Step, SUMMARY, stepAsking } from './replay';

/** A walk as it is kept. The position is not part of it: see `replay`. */
export interface WalkState {
  readonly answers: Answers;
  /** Answers that this process does not ask, of the one that handed the walk over: see `handedOver`. */
  readonly aside?: Answers;
  /** The step that the person chose to look at (Back, Change); without it they are at the first open one. */
  readonly at?: string;
  /** `cancel`: asked whether to throw the draft away. `saved`: left for later. */
  readonly pause?: 'cancel' | 'saved';
}

export type WalkEvent =
  | { readonly type: 'answer'; readonly item: string; readonly value: Answer }
  /** Another answer than the one that was filled in, from a card after it. */
  | { readonly type: 'answer-otherwise'; readonly item: string; readonly value: Answer }
  | { readonly type: 'fill'; readonly step: string; readonly values: Answers }
  /** What already stands in a form that is being left: kept, but the form stays open. Empty fields are not answers. */
  | { readonly type: 'jot'; readonly values: Answers }
  | { readonly type: 'acknowledge'; readonly item: string }
  | { readonly type: 'back' }
  | { readonly type: 'change'; readonly step: string }
  | { readonly type: 'save' }
  | { readonly type: 'cancel' }
  | { readonly type: 'keep' }
  | { readonly type: 'discard' }
  | { readonly type: 'submit' };

export type WalkEffect =
  /** Answers that no longer count after a change; the card says so. */
  | { readonly type: 'dropped'; readonly items: readonly string[] }
  | { readonly type: 'discarded' }
  | { readonly type: 'submitted' }
  /** The event does not fit where the walk is; the state is untouched. */
  | { readonly type: 'refused' };

export type Transition = readonly [WalkState, readonly WalkEffect[]];

export const NEW_WALK: WalkState = { answers: {} };

/** The step that the person sees: the one that they went back to while it still exists, else the first open one. */
export function currentStep(position: Position, state: WalkState): Step {
  return (state.at === undefined ? undefined : reachedStep(position, state.at)) ?? position.next;
}

/** The steps that one can be at: those with their answers, and the first that waits for one. Nobody skips ahead. */
function reached({ steps, next }: Position): readonly Step[] {
  return steps.slice(0, steps.indexOf(next) + 1);
}

/** A step that was reached; cards and drafts of an earlier version name the item where several are asked on one card now. */
function reachedStep(position: Position, name: string): Step | undefined {
  const ids = [name, stepAsking(position, name)?.id];
  return reached(position).find(({ id }) => ids.includes(id));
}

/** Whether one answer is enough for an item: it has a card of its own, or is a line of a checklist. */
function asks(step: Step, item: string): boolean {
  if (step.kind === 'question') return step.item.id === item;
  return isChecklist(step) && step.items.some(({ id }) => id === item);
}

/** Whether an item on the way has an answer that was filled in. */
function isFilledIn(position: Position, item: string): boolean {
  return position.followed.has(item) && reached(position).some(({ id }) => id === item);
}

/** Applies an event. Values must already fit their items (see `readAnswer`); an event for another step is refused. */
export function transition(model: Model, state: WalkState, event: WalkEvent): Transition {
  const position = replay(model, state.answers);
  const step = currentStep(position, state);
  if (state.pause === 'cancel' && event.type !== 'discard' && event.type !== 'keep') return refused(state);
  switch (event.type) {
    case 'answer':
      return asks(step, event.item) ? answered(model, state, { [event.item]: event.value }) : refused(state);
    case 'answer-otherwise':
      return isFilledIn(position, event.item) ? answered(model, state, { [event.item]: event.value }) : refused(state);
    case 'fill':
      return step.kind === 'form' && step.id === event.step
        ? answered(
            model,
            state,
            pick(
              event.values,
              step.items.map((item) => item.id),
            ),
          )
        : refused(state);
    case 'jot':
      return step.kind === 'form' ? jotted(state, event.values, step) : refused(state);
    case 'acknowledge':
      return step.kind === 'outcome' && step.item.id === event.item && position.outcome
        ? answered(model, state, { [event.item]: position.outcome.id })
        : refused(state);
    case 'back':
      return stepBack(state, position, step);
    case 'change':
      return changeTo(state, position, event.step);
    case 'save':
      return [{ ...state, pause: 'saved' }, []];
    case 'cancel':
      return [{ ...state, pause: 'cancel' }, []];
    case 'keep':
      return state.pause ? [withoutPause(state), []] : refused(state);
    case 'discard':
      return state.pause === 'cancel' ? [state, [{ type: 'discarded' }]] : refused(state);
    case 'submit':
      return step === SUMMARY && isComplete(model, position)
        ? [goingOn(state, position.facts.answers), [{ type: 'submitted' }]]
        : refused(state);
  }
}

/** Whether everything is answered, leads to an outcome, and no two answers contradict each other. */
function isComplete(model: Model, position: Position): boolean {
  return position.next === SUMMARY && position.outcome !== undefined && contradictionsIn(model, position).length === 0;
}

function answered(model: Model, state: WalkState, given: Answers): Transition {
  const answers = { ...state.answers, ...given };
  const position = replay(model, answers);
  // An empty field, or having seen an outcome that has changed since, is not an answer anybody would miss.
  const missed = position.dropped.filter((item) => !isOutcome(model, item) && !isEmpty(answers[item]));
  return [goingOn(state, givenAnswers(position)), missed.length > 0 ? [{ type: 'dropped', items: missed }] : []];
}

function jotted(state: WalkState, values: Answers, step: Step & { kind: 'form' }): Transition {
  const written = step.items.flatMap(({ id }) => {
    const value = values[id];
    return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
      ? []
      : [[id, value] as const];
  });
  return [{ ...state, answers: { ...state.answers, ...Object.fromEntries(written) } }, []];
}

function stepBack(state: WalkState, position: Position, step: Step): Transition {
  const before = position.steps[position.steps.indexOf(step) - 1];
  return before ? [{ ...withoutPause(state), at: before.id }, []] : refused(state);
}

function changeTo(state: WalkState, position: Position, step: string): Transition {
  const found = reachedStep(position, step);
  return found ? [{ ...withoutPause(state), at: found.id }, []] : refused(state);
}

function isOutcome(model: Model, itemId: string): boolean {
  return model.process.sections.some((part) =>
    part.items.some((item) => item.id === itemId && item.type === 'outcome'),
  );
}

function isEmpty(answer: Answer | undefined): boolean {
  return answer === null || (Array.isArray(answer) && answer.length === 0);
}

function pick(values: Answers, ids: readonly string[]): Answers {
  return Object.fromEntries(ids.map((id) => [id, values[id] ?? null]));
}

function withoutPause({ pause: _, ...state }: WalkState): WalkState {
  return state;
}

/** At the first open step, with these answers. */
function goingOn({ at: _at, pause: _pause, ...state }: WalkState, answers: Answers): WalkState {
  return { ...state, answers };
}

function refused(state: WalkState): Transition {
  return [state, [{ type: 'refused' }]];
}
