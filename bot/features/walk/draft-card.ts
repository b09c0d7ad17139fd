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
import { visitsInWeek } from './unit-visits';

/** What happened just before, for the card to say. */
export interface JustNow {
  readonly dropped?: readonly string[];
  readonly rejected?: Rejected;
  readonly unanswered?: Unanswered;
  readonly cameFrom?: CameFrom;
}

/**
 * The card on which an open draft stands now. The summary tells of earlier cases too, and the question whether a request
 * came early enough of the unit's other visits; either takes a look at the register.
 */
export async function cardNow(
  { assistant, speak }: Asked,
  model: Model,
  draft: Draft,
  justNow: JustNow = {},
): Promise<Message> {
  const view = walkView(model, draft, justNow);
  const { rejected } = justNow;
  if (draft.state.pause !== undefined) return cardOf(speak, view, { rejected });
  const isSummary = view.step.kind === 'summary';
  const relations = isSummary ? await earlierWith(assistant, model, draft) : undefined;
  return cardOf(speak, view, { rejected, relations, visits: await visitsInWeek(assistant, view, speak.today) });
}

/** The same from what is at hand. */
export function draftCard(
  kit: Kit,
  model: Model,
  draft: Draft,
  { relations, visits, ...justNow }: JustNow & Pick<Besides, 'relations' | 'visits'> = {},
): Message {
  return cardOf(kit, walkView(model, draft, justNow), { rejected: justNow.rejected, relations, visits });
}

/** What a card says besides what its draft says. */
interface Besides {
  readonly rejected?: Rejected | undefined;
  readonly relations?: Relations | undefined;
  readonly visits?: number | undefined;
}

function cardOf(kit: Kit, view: WalkView, { rejected, relations, visits }: Besides): Message {
  if (view.draft.state.pause === 'cancel') return cancelCard(kit, view);
  if (view.draft.state.pause === 'saved') return savedCard(kit, view);
  switch (view.step.kind) {
    case 'question':
      return questionCard(kit, view, visits);
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
