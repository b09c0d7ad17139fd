import { type Notice, plainNotice } from '../cards/notice';
import { FromNewer, Unavailable, Unreadable } from '../domain/errors';
import type { Message } from '../domain/message';
import { askedIn, languageAtHand } from '../features/asked';
import type { Assistant } from '../features/assistant';
import { createAdmission } from '../features/person/admission';
import type { Turn } from '../ports/turn';

/** Answers a turn of somebody who is served; `verb` is what operators see of it. */
export type Guarded = (met: Turn, verb: string, answer: (turn: Turn) => Promise<Message>) => Promise<Message>;

/**
 * Makes the one error boundary of a turn: the person gets a sentence with what to do, the log gets the cause, and telemetry
 * how long it took and how it went. Nothing is answered to who is not served but that they are not.
 */
export function createErrorBoundary(assistant: Assistant): Guarded {
  const admit = createAdmission(assistant);
  const say = (turn: Turn, kind: Notice) =>
    plainNotice(askedIn(languageAtHand(assistant, turn), { assistant, turn }).speak, kind);
  return (met, verb, answer) =>
    assistant.telemetry.timed('turn', { verb }, async (learn) => {
      try {
        const admitted = await admit(met);
        if (!('refused' in admitted)) {
          const message = await answer(admitted);
          learn({ outcome: 'answered' });
          return message;
        }
        learn({ outcome: 'refused' });
        assistant.log.warn('turn.refused', { why: admitted.refused });
        return say(met, admitted.refused);
      } catch (cause) {
        const kind = noticeOf(cause);
        learn({ outcome: kind });
        assistant.log.error(`turn.${kind}`, cause);
        return say(met, kind);
      }
    });
}

/** What a person reads of something that went wrong. */
function noticeOf(cause: unknown): Notice {
  if (cause instanceof Unavailable) return 'unavailable';
  if (cause instanceof FromNewer) return 'newer';
  return cause instanceof Unreadable ? 'unreadable' : 'failed';
}
