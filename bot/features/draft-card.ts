import type { Rejected } from '../cards/field';
import { formCard } from '../cards/form';
import type { Kit } from '../cards/kit';
import { cancelCard, savedCard } from '../cards/notice';
import { outcomeCard } from '../cards/outcome';
import { questionCard } from '../cards/question';
import { receiptCard } from '../cards/receipt';
import { summaryCard } from '../cards/summary';
import { walkView } from '../cards/walk';
import type { Draft } from '../domain/draft';
import type { Message } from '../domain/message';
import type { Model } from '../domain/model';
import type { Assistant } from './assistant';
import { openCase, openedCard } from './open-case';

/** What happened just before, for the card to say. */
export interface JustNow {
  readonly dropped?: readonly string[];
  readonly rejected?: Rejected;
}

/** The card on which an open draft stands now. */
export function draftCard(kit: Kit, model: Model, draft: Draft, { dropped, rejected }: JustNow = {}): Message {
  const view = walkView(model, draft, dropped);
  if (draft.state.pause === 'cancel') return cancelCard(kit, view);
  if (draft.state.pause === 'saved') return savedCard(kit, view);
  switch (view.step.kind) {
    case 'question':
      return questionCard(kit, view);
    case 'outcome':
      return outcomeCard(kit, view);
    case 'form':
      return formCard(kit, view, rejected);
    case 'summary':
      return summaryCard(kit, view);
  }
}

/** The same for a draft that may have been submitted: then it is the receipt of its case, or the case that it changed. */
export async function currentCard(assistant: Assistant, kit: Kit, model: Model, draft: Draft): Promise<Message> {
  if (draft.edits !== undefined) {
    const opened = draft.case === undefined ? undefined : await openCase(assistant, { who: draft.owner }, draft.case);
    return opened
      ? openedCard(assistant, kit, { who: draft.owner }, opened, 'requester')
      : draftCard(kit, model, draft);
  }
  const made = draft.case === undefined ? undefined : await assistant.cases.read(draft.case);
  return made ? receiptCard(kit, model, made.value) : draftCard(kit, model, draft);
}
