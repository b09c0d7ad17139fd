import { receiptCard } from '../../cards/case/receipt';
import type { Kit } from '../../cards/kit';
import type { Rejected } from '../../cards/parts/field';
import { formCard } from '../../cards/walk/form';
import { outcomeCard } from '../../cards/walk/outcome';
import { cancelCard, savedCard } from '../../cards/walk/pause';
import { questionCard } from '../../cards/walk/question';
import { summaryCard } from '../../cards/walk/summary';
import { type CameFrom, type Unanswered, type WalkView, walkView } from '../../cards/walk/walk';
import type { Relations } from '../../domain/listing/relations';
import type { Message } from '../../domain/message';
import type { Model } from '../../domain/rules/model';
import type { Draft } from '../../domain/walk/draft';
import type { Asked } from '../asked';
import { openCase, openedCard } from '../case/open-case';
import { earlierWith } from './earlier';

/** What happened just before, for the card to say. */
export interface JustNow {
  readonly dropped?: readonly string[];
  readonly filled?: readonly string[];
  readonly rejected?: Rejected;
  readonly unanswered?: Unanswered;
  readonly cameFrom?: CameFrom;
}

/** The card on which an open draft stands now. The summary tells of earlier cases too, which takes a look at them. */
export async function cardNow(
  { assistant, speak }: Asked,
  model: Model,
  draft: Draft,
  justNow: JustNow = {},
): Promise<Message> {
  const view = walkView(model, draft, justNow);
  const isSummary = draft.state.pause === undefined && view.step.kind === 'summary';
  return cardOf(speak, view, justNow.rejected, isSummary ? await earlierWith(assistant, model, draft) : undefined);
}

/** The same from what is at hand. */
export function draftCard(
  kit: Kit,
  model: Model,
  draft: Draft,
  { relations, ...justNow }: JustNow & { readonly relations?: Relations } = {},
): Message {
  return cardOf(kit, walkView(model, draft, justNow), justNow.rejected, relations);
}

function cardOf(kit: Kit, view: WalkView, rejected?: Rejected, relations?: Relations): Message {
  if (view.draft.state.pause === 'cancel') return cancelCard(kit, view);
  if (view.draft.state.pause === 'saved') return savedCard(kit, view);
  switch (view.step.kind) {
    case 'question':
      return questionCard(kit, view);
    case 'outcome':
      return outcomeCard(kit, view);
    case 'form':
      return formCard(kit, view, rejected);
    case 'summary':
      return summaryCard(kit, view, relations);
  }
}

/** The same for a draft that may have been submitted: then it is the receipt of its case, or the case that it changed. */
export async function currentCard(asked: Asked, model: Model, draft: Draft): Promise<Message> {
  const { assistant, speak } = asked;
  if (draft.edits !== undefined) {
    const opened = draft.case === undefined ? undefined : await openCase(asked, draft.case);
    return opened ? openedCard(asked, opened, 'requester') : draftCard(speak, model, draft);
  }
  const made = draft.case === undefined ? undefined : await assistant.cases.read(draft.case);
  return made ? receiptCard(speak, model, made.value) : cardNow(asked, model, draft);
}
