import { receiptCard } from '../../cards/case/receipt';
import { plainNotice } from '../../cards/notice';
import { submission } from '../../domain/case/submission';
import type { Message } from '../../domain/message';
import type { Model } from '../../domain/rules/model';
import type { Draft } from '../../domain/walk/draft';
import type { Stored } from '../../ports';
import type { Asked } from '../asked';
import { logUnreckoned } from '../case/log-unreckoned';
import { currentCard } from './draft-card';

/**
 * Makes a case of a complete draft, in one transaction, and answers with the receipt: "recorded" is said only after it
 * is. Submitted twice, or somewhere else meanwhile, the receipt of the one case is the answer.
 */
export async function submitDraft(asked: Asked, model: Model, stored: Stored<Draft>): Promise<Message> {
  const { assistant, turn, speak } = asked;
  const now = assistant.clock.now();
  const made = await assistant.cases.submit(stored, model.process.casePrefix, now, (number) =>
    submission(model, stored.value, {
      number,
      now: now.toISOString(),
      ...(turn.message !== undefined && { message: turn.message }),
    }),
  );
  if (made === 'conflict') {
    const current = await assistant.drafts.read(turn.who, stored.value.id);
    return current ? currentCard(asked, model, current.value) : plainNotice(speak, 'gone');
  }
  assistant.log.info('case.submitted', {
    case: made.case.number,
    draft: stored.value.id,
    outcome: made.case.explanation.outcome,
  });
  logUnreckoned(assistant, made.case.number, made.unreckoned);
  assistant.telemetry.count('case.submitted', {
    process: made.case.process,
    outcome: made.case.explanation.outcome,
  });
  assistant.nudge(made.case.number);
  return receiptCard(speak, model, made.case);
}
