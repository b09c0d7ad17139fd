/** What each press on a card of a walk means at the step where the draft is: answer, form, Back, Change, Save, Cancel, Send. */

import type { Payload } from '../../cards/verbs';
import { findItem } from '../../domain/process/process';
import type { Problem } from '../../domain/process/typed';
import { daysOver, followsFromSisterCity, type Ground, readAnswer, readForm } from '../../domain/walk/answer-input';
import type { WalkEvent } from '../../domain/walk/checklist';
import type { Step } from '../../domain/walk/replay';
import type { JustNow } from './draft-card';

/** Where a draft is, and what is read against. */
export interface AtStep {
  readonly ground: Ground;
  readonly step: Step;
}

/** `unfit`: the payload has its shape, but does not fit the card that is current; nothing is done. */
export type MeantByPress = 'unfit' | { readonly events: readonly WalkEvent[] } | Required<Pick<JustNow, 'rejected'>>;

/** An answer to the question on the card, or another one than was filled in before it. */
export function answering(type: 'answer' | 'answer-otherwise') {
  return ({ ground }: AtStep, { item: id, value: pressed }: Payload<typeof type>): MeantByPress => {
    const item = findItem(ground.model.process, id);
    // A button holds the answer itself; only the inputs of a checklist hold texts.
    if (item?.type === 'yes-no' && typeof pressed !== 'boolean') return 'unfit';
    const read = item && readAnswer(ground, item, pressed);
    const value = read && 'value' in read ? read.value : undefined;
    return value === undefined ? 'unfit' : { events: [{ type, item: id, value }] };
  };
}

/** A form that was filled in: all of it is right, or the card says what has to be written differently. */
export function filledIn({ ground, step }: AtStep, inputs: Payload<'fill'>): MeantByPress {
  if (step.kind !== 'form') return 'unfit';
  const { values, problems: unfit, meant } = readForm(ground, step.items, inputs);
  const { over = {} } = inputs;
  const days = daysOver(ground, step.items, values);
  const follows = followsFromSisterCity(ground, step.items, values);
  const now = { ...days, ...follows };
  const toPointOut = Object.keys(now).filter((id) => over[id] !== now[id]);
  const filled = Object.fromEntries(Object.entries(follows).filter(([id]) => toPointOut.includes(id)));
  const problems: Readonly<Record<string, Problem>> = {
    ...Object.fromEntries(toPointOut.map((id) => [id, 'day-over' as const])),
    ...unfit,
    ...Object.fromEntries(Object.keys(filled).map((id) => [id, 'sister-city' as const])),
  };
  if (Object.keys(problems).length > 0)
    return { rejected: { inputs: { ...inputs, ...filled }, problems, meant, over: now } };
  return { events: [{ type: 'fill', step: inputs.step, values }] };
}

export function acknowledged(_: AtStep, { item }: Payload<'acknowledge'>): MeantByPress {
  return { events: [{ type: 'acknowledge', item }] };
}

export function changing(_: AtStep, { step }: Payload<'change'>): MeantByPress {
  return { events: [{ type: 'change', step }] };
}

/** Away from a card: what stands in a half-filled form is kept as far as it is right, so that nothing typed is lost. */
export function leaving(type: 'back' | 'save' | 'cancel') {
  return ({ ground, step }: AtStep, inputs: Payload<typeof type>): MeantByPress => {
    if (step.kind !== 'form') return { events: [{ type }] };
    const { values } = readForm(ground, step.items, inputs);
    return { events: [{ type: 'jot', values }, { type }] };
  };
}

/** A press that says all by itself. */
export function deciding(type: 'keep' | 'discard' | 'submit') {
  return (): MeantByPress => ({ events: [{ type }] });
}
