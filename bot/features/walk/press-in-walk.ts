/** A press on a card of a walk: answer, form, Back, Change, Save and leave, Cancel, Send. */

import { plainNotice } from '../../cards/notice';
import type { Press } from '../../cards/verbs';
import { type Language, languageOfLocale } from '../../domain/language/language';
import type { Message } from '../../domain/message';
import { findItem } from '../../domain/process/process';
import type { Model } from '../../domain/rules/model';
import { daysOver, type Ground, readAnswer, readForm } from '../../domain/walk/answer-input';
import { currentStep, transition, type WalkEffect, type WalkEvent } from '../../domain/walk/checklist';
import type { Draft } from '../../domain/walk/draft';
import { isOwnersDraft } from '../../domain/walk/draft-id';
import { replay } from '../../domain/walk/replay';
import type { Stored } from '../../ports';
import type { Turn } from '../../ports/turn';
import { type Assistant, kit, modelOf } from '../assistant';
import { cardNow, currentCard, type JustNow } from './draft-card';
import { discardEdit, saveEdit } from './save-edit';
import { submitDraft } from './submit-draft';

export type WalkPress = Extract<Press, { payload: { draft: string; revision: number } }>;

/**
 * Carries a press out, once. The draft is the presser's or the press is refused; a card of another revision (a second
 * press, an old card, another device) changes nothing and is answered with the card that is current.
 */
export async function pressInWalk(
  assistant: Assistant,
  turn: Turn,
  press: WalkPress,
  language: Language | undefined,
): Promise<Message> {
  const { draft: id, revision } = press.payload;
  const fallback = kit(assistant, language ?? languageOfLocale(turn.locale, assistant.languages));
  if (!isOwnersDraft(id, turn.who)) return plainNotice(fallback, 'not-yours');
  const stored = await assistant.drafts.read(turn.who, id, revision);
  if (!stored) return plainNotice(fallback, 'gone');
  const model = await modelOf(assistant, stored.value.process);
  const speak = kit(assistant, language ?? stored.value.language);
  if (stored.value.case !== undefined || stored.value.revision !== revision) {
    return currentCard(assistant, speak, model, stored.value);
  }
  const read = readEvents(model, stored.value, press, speak.today);
  if (read === 'unfit') return cardNow(assistant, speak, model, stored.value);
  if ('rejected' in read) return cardNow(assistant, speak, model, stored.value, read);
  return carryOut(assistant, turn, speak.words.language, model, stored, read.events);
}

/** Applies events to a draft and keeps the result in one write; answers with the card that follows. */
export async function carryOut(
  assistant: Assistant,
  turn: Turn,
  language: Language,
  model: Model,
  stored: Stored<Draft>,
  events: readonly WalkEvent[],
): Promise<Message> {
  const speak = kit(assistant, language);
  const draft = { ...stored.value, language };
  const effects: WalkEffect[] = [];
  let state = draft.state;
  for (const event of events) {
    const [next, happened] = transition(model, state, event);
    state = next;
    effects.push(...happened);
  }
  const happened = (type: WalkEffect['type']) => effects.some((effect) => effect.type === type);
  if (happened('refused')) return cardNow(assistant, speak, model, draft);
  if (happened('submitted')) {
    const complete = { ...stored, value: { ...draft, state } };
    return draft.edits === undefined
      ? submitDraft(assistant, turn, speak, model, complete)
      : saveEdit(assistant, turn, speak, model, complete, draft.edits);
  }
  if (happened('discarded')) {
    if (draft.edits !== undefined) return discardEdit(assistant, turn, speak, model, stored, draft.edits);
    const discarded = await assistant.drafts.discard(stored);
    if (discarded === 'conflict') return afterConflict(assistant, turn, language, model, draft);
    assistant.log.info('walk.discarded', { draft: draft.id });
    return plainNotice(speak, 'discarded');
  }
  const changed: Draft = {
    ...draft,
    version: model.process.version,
    state,
    revision: draft.revision + 1,
    updatedAt: assistant.clock.now().toISOString(),
  };
  const saved = await assistant.drafts.save(stored, changed);
  if (saved === 'conflict') return afterConflict(assistant, turn, language, model, draft);
  return cardNow(assistant, speak, model, saved.value, droppedBy(effects));
}

/** Somebody was faster (the same person's second press, or another device): what stands now is the answer. */
async function afterConflict(
  assistant: Assistant,
  turn: Turn,
  language: Language,
  model: Model,
  draft: Draft,
): Promise<Message> {
  const speak = kit(assistant, language);
  const now = await assistant.drafts.read(turn.who, draft.id);
  return now ? currentCard(assistant, speak, model, now.value) : plainNotice(speak, 'gone');
}

function droppedBy(effects: readonly WalkEffect[]): JustNow {
  const dropped = effects.flatMap((effect) => (effect.type === 'dropped' ? effect.items : []));
  return dropped.length > 0 ? { dropped } : {};
}

/** `unfit`: the payload has its shape, but does not fit the card that is current; nothing is done. */
type ReadEvents = 'unfit' | { readonly events: readonly WalkEvent[] } | Required<Pick<JustNow, 'rejected'>>;

function readEvents(model: Model, draft: Draft, press: WalkPress, today: string): ReadEvents {
  const position = replay(model, draft.state.answers);
  const ground: Ground = { model, position, today };
  const step = currentStep(position, draft.state);
  switch (press.verb) {
    case 'answer': {
      const item = findItem(model.process, press.payload.item);
      const read = item && readAnswer(ground, item, press.payload.value);
      const value = read && 'value' in read ? read.value : undefined;
      return value === undefined ? 'unfit' : { events: [{ type: 'answer', item: press.payload.item, value }] };
    }
    case 'fill': {
      if (step.kind !== 'form') return 'unfit';
      const { values, problems: unfit, meant } = readForm(ground, step.items, press.payload);
      const { over = {} } = press.payload;
      const now = daysOver(ground, step.items, values);
      const toPointOut = Object.keys(now).filter((id) => over[id] !== now[id]);
      const problems = { ...Object.fromEntries(toPointOut.map((id) => [id, 'day-over' as const])), ...unfit };
      if (Object.keys(problems).length > 0) {
        return { rejected: { inputs: press.payload, problems, meant, over: now } };
      }
      return { events: [{ type: 'fill', step: press.payload.step, values }] };
    }
    case 'acknowledge':
      return { events: [{ type: 'acknowledge', item: press.payload.item }] };
    case 'change':
      return { events: [{ type: 'change', step: press.payload.step }] };
    case 'back':
    case 'save':
    case 'cancel': {
      // What stands in a half-filled form is kept as far as it is right, so that nothing typed is lost on the way out.
      if (step.kind !== 'form') return { events: [{ type: press.verb }] };
      const { values } = readForm(ground, step.items, press.payload);
      return { events: [{ type: 'jot', values }, { type: press.verb }] };
    }
    case 'keep':
    case 'discard':
    case 'submit':
      return { events: [{ type: press.verb }] };
  }
}
