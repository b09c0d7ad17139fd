import { plainNotice } from '../../cards/notice';
import type { Message } from '../../domain/message';
import type { Model } from '../../domain/rules/model';
import { transition, type WalkEffect, type WalkEvent } from '../../domain/walk/checklist';
import type { Draft } from '../../domain/walk/draft';
import type { Stored } from '../../ports';
import type { Asked } from '../asked';
import { cardNow, currentCard, type JustNow } from './draft-card';
import { discardEdit, saveEdit } from './save-edit';
import { submitDraft } from './submit-draft';

/** Applies events to a draft and keeps the result in one write; answers with the card that follows. */
export async function carryOut(
  asked: Asked,
  model: Model,
  stored: Stored<Draft>,
  events: readonly WalkEvent[],
): Promise<Message> {
  const { assistant, speak } = asked;
  const draft = { ...stored.value, language: speak.words.language };
  const effects: WalkEffect[] = [];
  let state = draft.state;
  for (const event of events) {
    const [next, happened] = transition(model, state, event);
    state = next;
    effects.push(...happened);
  }
  const happened = (type: WalkEffect['type']) => effects.some((effect) => effect.type === type);
  if (happened('refused')) return cardNow(asked, model, draft);
  if (happened('submitted')) {
    const complete = { ...stored, value: { ...draft, state } };
    return draft.edits === undefined
      ? submitDraft(asked, model, complete)
      : saveEdit(asked, { model, stored: complete, number: draft.edits });
  }
  if (happened('discarded')) {
    if (draft.edits !== undefined) return discardEdit(asked, { model, stored, number: draft.edits });
    const discarded = await assistant.drafts.discard(stored);
    if (discarded === 'conflict') return afterConflict(asked, model, draft);
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
  if (saved === 'conflict') return afterConflict(asked, model, draft);
  return cardNow(asked, model, saved.value, droppedBy(effects));
}

/** Somebody was faster (the same person's second press, or another device): what stands now is the answer. */
async function afterConflict(asked: Asked, model: Model, draft: Draft): Promise<Message> {
  const { assistant, turn, speak } = asked;
  const now = await assistant.drafts.read(turn.who, draft.id);
  return now ? currentCard(asked, model, now.value) : plainNotice(speak, 'gone');
}

function droppedBy(effects: readonly WalkEffect[]): JustNow {
  const dropped = effects.flatMap((effect) => (effect.type === 'dropped' ? effect.items : []));
  return dropped.length > 0 ? { dropped } : {};
}
