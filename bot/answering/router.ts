/** What was said or pressed, and who answers: `commands` and `presses` say it. "Not understood" comes last. */
import { plainNotice } from '../cards/notice';
import { knownVerb, readPress } from '../cards/verbs';
import { type Asked, asked, askedIn, languageAtHand } from '../features/asked';
import type { Assistant } from '../features/assistant';
import { showHome } from '../features/home';
import { meet } from '../features/person/acquaintance';
import { departs } from '../features/person/departure';
import { continueInPersonalChat } from '../features/person/personal-chat';
import { createLabels } from '../features/walk/said-choice';
import { type Said, sayInWalk } from '../features/walk/say-in-walk';
import { startWalk } from '../features/walk/start-walk';
import type { Router } from '../ports/turn';
import { commands, languageSpoken } from './commands';
import { createErrorBoundary } from './error-boundary';
import { inTime } from './in-time';
import { answerPress } from './presses';

export function createRouter(assistant: Assistant): Router {
  const guarded = createErrorBoundary(assistant);
  const isLabel = createLabels(assistant);

  async function answerWords(asked: Asked, said: Said, isNew: boolean) {
    const { meaning } = said;
    // Who is new has no walk.
    const inWalk = isNew ? undefined : await sayInWalk(asked, said);
    if (inWalk) return inWalk;
    if (!meaning) return showHome(asked, 'not-understood');
    if (meaning.kind === 'start') return startWalk(asked, meaning, { isNew });
    return commands[meaning.command].answer(asked, meaning.rest);
  }

  return {
    installed: (met) =>
      guarded(met, 'installed', async (turn) => {
        const { language } = await meet(assistant, turn);
        return showHome(askedIn(language, { assistant, turn }), 'welcome');
      }),

    removed: (turn) =>
      assistant.telemetry.timed('turn', { verb: 'removed' }, async (learn) => {
        try {
          await departs(assistant, turn);
          learn({ outcome: 'answered' });
        } catch (cause) {
          learn({ outcome: 'failed' });
          assistant.log.error('turn.failed', cause);
        }
      }),

    said: (met, text) =>
      guarded(met, 'said', async (turn) => {
        const meaning = assistant.understand(text, languageAtHand(assistant, turn));
        const { language, isNew } = await meet(assistant, turn, languageSpoken(meaning));
        const asked = askedIn(language, { assistant, turn });
        const answer = await answerWords(asked, { text, meaning, isLabel }, isNew);
        return turn.place === 'personal' ? answer : continueInPersonalChat(asked, answer);
      }),

    attached: (met) =>
      guarded(met, 'attached', async (turn) => {
        const { language } = await meet(assistant, turn);
        return plainNotice(askedIn(language, { assistant, turn }).speak, 'attachment');
      }),

    pressed(met, verb, data) {
      const answer = guarded(met, knownVerb(verb) ?? 'unknown', async (turn) => {
        const remembered = assistant.people.recall(turn.who);
        const asking = remembered ? askedIn(remembered.language, { assistant, turn }) : { assistant, turn };
        const press = readPress(verb, data);
        return press ? answerPress(asking, press) : plainNotice((await asked(asking)).speak, 'gone');
      });
      return inTime(assistant, met, answer);
    },
  };
}
