/** A press on a card of a walk: whose draft it is, how new the card is, and what comes of it. */

import { plainNotice } from '../../cards/notice';
import { languageOfLocale } from '../../domain/language/language';
import type { Message } from '../../domain/message';
import { currentStep } from '../../domain/walk/checklist';
import { isOwnersDraft } from '../../domain/walk/draft-id';
import { replay } from '../../domain/walk/replay';
import { type Asking, askedIn } from '../asked';
import { kit, modelOf } from '../assistant';
import { carryOut } from './carry-out';
import { cardNow, currentCard } from './draft-card';
import type { AtStep, MeantByPress } from './meant-by-press';

/** A draft as a card names it. */
export interface WalkPlace {
  readonly draft: string;
  readonly revision: number;
}

/**
 * Carries a press out, once. The draft is the presser's or the press is refused; a card of another revision (a second
 * press, an old card, another device) changes nothing and is answered with the card that is current. `read` says what the
 * press means at the step where the draft is. Who is not remembered is answered in the language of the draft, so that
 * nobody has to be looked up.
 */
export async function pressInWalk(
  asking: Asking,
  { draft: id, revision }: WalkPlace,
  read: (at: AtStep) => MeantByPress,
): Promise<Message> {
  const { assistant, turn, speak } = asking;
  const fallback = speak ?? kit(assistant, languageOfLocale(turn.locale, assistant.languages));
  if (!isOwnersDraft(id, turn.who)) return plainNotice(fallback, 'not-yours');
  const stored = await assistant.drafts.read(turn.who, id, revision);
  if (!stored) return plainNotice(fallback, 'gone');
  const { value: draft } = stored;
  const model = await modelOf(assistant, draft.process);
  const asked = askedIn(speak?.words.language ?? draft.language, asking);
  if (draft.case !== undefined || stored.value.revision !== revision) {
    return currentCard(asked, model, draft);
  }
  const position = replay(model, draft.state.answers);
  const ground = { model, position, today: asked.speak.today };
  const meant = read({ ground, step: currentStep(position, draft.state) });
  if (meant === 'unfit') return cardNow(asked, model, draft);
  if ('rejected' in meant) return cardNow(asked, model, draft, meant);
  return carryOut(asked, model, stored, meant.events);
}
