/** Words instead of buttons: "yes", "back", "send" go to the draft that the person was last at. */
import { plainNotice } from '../cards/notice';
import { draftListCard } from '../cards/work-list';
import { currentStep, type WalkEvent } from '../domain/checklist';
import type { Draft } from '../domain/draft';
import type { Language } from '../domain/language';
import type { Message } from '../domain/message';
import type { Command } from '../domain/phrases';
import { replay } from '../domain/replay';
import type { Turn } from '../turn';
import { type Assistant, allModels, kit } from './assistant';
import { cardNow } from './draft-card';
import { carryOut } from './press-in-walk';
import { resumeDraft } from './resume-draft';

export type WalkCommand = Extract<Command, 'yes' | 'no' | 'continue' | 'back' | 'save' | 'cancel' | 'submit'>;

/** How many open drafts are looked at to find the one that is meant. */
export const RECENT = 10;

/**
 * Carries a word out on the draft that the person was last at. "Continue" with several drafts put aside shows the
 * list. A word that does not fit the card shows the card again.
 */
export async function sayInWalk(
  assistant: Assistant,
  turn: Turn,
  command: WalkCommand,
  language: Language,
): Promise<Message> {
  const speak = kit(assistant, language);
  const open = await assistant.drafts.open(turn.who, RECENT);
  const models = await allModels(assistant);
  const active = open.filter((draft) => draft.state.pause !== 'saved').sort(byLastTouch)[0];
  if (!active) {
    if (command !== 'continue' || open.length === 0) return plainNotice(speak, 'nothing-open');
    const only = open.length === 1 ? open[0] : undefined;
    return only ? resumeDraft(assistant, turn, only.id, language) : draftListCard(speak, models, open);
  }
  const stored = await assistant.drafts.read(turn.who, active.id);
  if (!stored) return plainNotice(speak, 'gone');
  const model = models(stored.value.process);
  const event = eventOf(
    command,
    stored.value,
    currentStep(replay(model, stored.value.state.answers), stored.value.state),
  );
  if (!event) return cardNow(assistant, speak, model, stored.value);
  return carryOut(assistant, turn, language, model, stored, [event]);
}

function eventOf(command: WalkCommand, draft: Draft, step: ReturnType<typeof currentStep>): WalkEvent | undefined {
  if (draft.state.pause === 'cancel') {
    if (command === 'yes') return { type: 'discard' };
    return command === 'no' || command === 'continue' || command === 'back' ? { type: 'keep' } : undefined;
  }
  switch (command) {
    case 'yes':
    case 'no':
      return step.kind === 'question' && step.item.type === 'yes-no'
        ? { type: 'answer', item: step.item.id, value: command === 'yes' }
        : undefined;
    case 'continue':
      return step.kind === 'outcome' ? { type: 'acknowledge', item: step.item.id } : undefined;
    case 'back':
    case 'save':
    case 'cancel':
    case 'submit':
      return { type: command };
  }
}

function byLastTouch(one: Draft, other: Draft): number {
  return other.updatedAt.localeCompare(one.updatedAt);
}
