/** What was said or pressed, and which feature answers. "Not understood" comes last. */
import { type Greeting, homeCard } from '../cards/home';
import { type Notice, plainNotice } from '../cards/notice';
import { knownVerb, readPress } from '../cards/verbs';
import { FromNewer, Unavailable, Unreadable } from '../domain/errors';
import type { Language } from '../domain/language/language';
import type { Message } from '../domain/message';
import type { Meaning } from '../domain/said/understanding';
import { type Assistant, kit } from '../features/assistant';
import { actOnCase, openAct } from '../features/case/act-on-case';
import { showReply } from '../features/case/reply';
import { showCase, showHistory } from '../features/case/show-case';
import { openTodo, pressOnTodo, showTodos } from '../features/case/todos';
import { isDirectoryPress, pressInDirectory } from '../features/directory/edit-directory';
import { hasInbox, inbox } from '../features/listing/inbox';
import { myWork } from '../features/listing/my-work';
import { search } from '../features/listing/search';
import { revive, reviveAll, showUndelivered } from '../features/listing/undelivered';
import { languageNow, type Met, meet } from '../features/person/acquaintance';
import { createAdmission } from '../features/person/admission';
import { departs } from '../features/person/departure';
import { chooseLanguage, setLanguage } from '../features/person/language';
import { chooseNotify, setNotify } from '../features/person/notify';
import { continueInPersonalChat } from '../features/person/personal-chat';
import { isErasurePress, pressInErasure } from '../features/privacy/erase-person';
import { myData, myDataText } from '../features/privacy/my-data';
import { editCase } from '../features/walk/edit-case';
import { pressInWalk } from '../features/walk/press-in-walk';
import { resumeDraft } from '../features/walk/resume-draft';
import { createLabels } from '../features/walk/said-choice';
import { sayInWalk, sayWithoutWalk } from '../features/walk/say-in-walk';
import { startWalk } from '../features/walk/start-walk';
import type { Attributes } from '../ports';
import type { Router, Turn } from '../ports/turn';
import { inTime } from './in-time';

export function createRouter(assistant: Assistant): Router {
  const processes = [...assistant.processes.values()];
  const admit = createAdmission(assistant);
  const isLabel = createLabels(assistant);

  /** Answers a turn, and tells operators how long that took and how it went. */
  function guarded(met: Turn, verb: string, answer: (turn: Turn) => Promise<Message>): Promise<Message> {
    return assistant.telemetry.timed('turn', { verb }, (learn) => answered(met, answer, learn));
  }

  /** The one error boundary of a turn: the person gets a sentence with what to do, the log gets the cause. */
  async function answered(
    met: Turn,
    answer: (turn: Turn) => Promise<Message>,
    learn: (more: Attributes) => void,
  ): Promise<Message> {
    const language = () => languageNow(assistant, met);
    try {
      const admitted = await admit(met);
      if (!('refused' in admitted)) {
        const message = await answer(admitted);
        learn({ outcome: 'answered' });
        return message;
      }
      learn({ outcome: 'refused' });
      assistant.log.warn('turn.refused', { why: admitted.refused });
      return plainNotice(kit(assistant, language()), admitted.refused);
    } catch (cause) {
      const kind = noticeOf(cause);
      learn({ outcome: kind });
      assistant.log.error(`turn.${kind}`, cause);
      return plainNotice(kit(assistant, language()), kind);
    }
  }

  async function home(turn: Turn, language: Language, greeting: Greeting): Promise<Message> {
    return homeCard(kit(assistant, language), processes, greeting, { inbox: await hasInbox(assistant, turn) });
  }

  async function answerTo(turn: Turn, text: string, meaning: Meaning | undefined, met: Met): Promise<Message> {
    const { language, isNew } = met;
    // Who is new has no walk.
    const inWalk = isNew ? undefined : await sayInWalk(assistant, turn, { text, meaning, isLabel }, language);
    if (inWalk) return inWalk;
    if (!meaning) return home(turn, language, 'not-understood');
    if (meaning.kind === 'start') return startWalk(assistant, turn, meaning.process, { language, isNew });
    switch (meaning.command) {
      case 'hello':
      case 'help':
        return home(turn, language, meaning.command);
      case 'my-work':
        return myWork(assistant, turn, language);
      case 'undelivered':
        return showUndelivered(assistant, turn, language);
      case 'inbox':
        return inbox(assistant, turn, {}, language);
      case 'search':
        return search(assistant, turn, { text: meaning.rest }, language);
      case 'case':
        return meaning.rest === undefined
          ? myWork(assistant, turn, language)
          : showCase(assistant, turn, { case: meaning.rest }, language);
      case 'language':
        return chooseLanguage(assistant, language);
      case 'directory':
        return pressInDirectory(assistant, turn, { verb: 'directory', payload: {} }, language);
      case 'my-data':
        return myData(assistant, turn, language);
      case 'erase-person':
        return pressInErasure(assistant, turn, { verb: 'open-erasure', payload: {} }, language);
      case 'notify':
        return chooseNotify(assistant, turn, language);
      case 'in-finnish':
        return setLanguage(assistant, turn, 'fi');
      case 'in-swedish':
        return setLanguage(assistant, turn, 'sv');
      case 'in-english':
        return setLanguage(assistant, turn, 'en');
      case 'not-sure':
        return home(turn, language, 'not-understood');
      default:
        return sayWithoutWalk(assistant, turn, meaning.command, language);
    }
  }

  return {
    async installed(met) {
      return guarded(met, 'installed', async (turn) => {
        const { language } = await meet(assistant, turn);
        return home(turn, language, 'welcome');
      });
    },

    async removed(turn) {
      await assistant.telemetry.timed('turn', { verb: 'removed' }, async (learn) => {
        try {
          await departs(assistant, turn);
          learn({ outcome: 'answered' });
        } catch (cause) {
          learn({ outcome: 'failed' });
          assistant.log.error('turn.failed', cause);
        }
      });
    },

    async said(from, text) {
      return guarded(from, 'said', async (turn) => {
        const known = languageNow(assistant, turn);
        const meaning = assistant.understand(text, known);
        const met = await meet(assistant, turn, languageSpoken(meaning));
        const answer = await answerTo(turn, text, meaning, met);
        const { language } = met;
        return turn.place === 'personal' ? answer : continueInPersonalChat(assistant, turn, language, answer);
      });
    },

    async attached(from) {
      return guarded(from, 'attached', async (turn) => {
        const { language } = await meet(assistant, turn);
        return plainNotice(kit(assistant, language), 'attachment');
      });
    },

    async pressed(met, verb, data) {
      const answer = guarded(met, knownVerb(verb) ?? 'unknown', async (turn) => {
        const press = readPress(verb, data);
        const recalled = assistant.people.recall(turn.who)?.language;
        if (press && !isDirectoryPress(press) && 'draft' in press.payload && 'revision' in press.payload) {
          return pressInWalk(assistant, turn, press as Parameters<typeof pressInWalk>[2], recalled);
        }
        const language = recalled ?? (await assistant.people.find(turn.who))?.language ?? languageNow(assistant, turn);
        if (press && isErasurePress(press)) return pressInErasure(assistant, turn, press, language);
        if (press && isDirectoryPress(press)) return pressInDirectory(assistant, turn, press, language);
        switch (press?.verb) {
          case 'start':
            if (!assistant.processes.has(press.payload.process)) return plainNotice(kit(assistant, language), 'gone');
            return startWalk(assistant, turn, press.payload.process, { language, isNew: false });
          case 'resume':
            return resumeDraft(assistant, turn, press.payload.draft, language);
          case 'my-work':
            return myWork(assistant, turn, language, press.payload.from);
          case 'inbox':
            return inbox(assistant, turn, press.payload, language);
          case 'search':
            return search(assistant, turn, press.payload, language);
          case 'show-case':
            return showCase(assistant, turn, press.payload, language);
          case 'edit-case':
            return editCase(assistant, turn, press.payload, language);
          case 'show-reply':
            return showReply(assistant, turn, press.payload, language);
          case 'show-history':
            return showHistory(assistant, turn, press.payload, language);
          case 'open-act':
            return openAct(assistant, turn, press.payload, language);
          case 'act':
            return actOnCase(assistant, turn, press, language);
          case 'show-undelivered':
            return showUndelivered(assistant, turn, language);
          case 'revive-all':
            return reviveAll(assistant, turn, language);
          case 'revive':
            return revive(assistant, turn, press.payload, language);
          case 'show-todos':
            return showTodos(assistant, turn, press.payload, language);
          case 'open-todo':
            return openTodo(assistant, turn, press.payload, language);
          case 'tick':
          case 'untick':
          case 'write-todo':
            return pressOnTodo(assistant, turn, press, language);
          case 'choose-language':
            return chooseLanguage(assistant, language);
          case 'set-language':
            return setLanguage(assistant, turn, press.payload.language);
          case 'my-data':
            return myData(assistant, turn, language);
          case 'my-data-text':
            return myDataText(assistant, turn, press.payload.page, language);
          case 'choose-notify':
            return chooseNotify(assistant, turn, language);
          case 'set-notify':
            return setNotify(assistant, turn, press.payload.notify, language);
          case 'home':
            return home(turn, language, 'help');
          default:
            return plainNotice(kit(assistant, language), 'gone');
        }
      });
      return inTime(assistant, met, answer);
    },
  };
}

/**
 * The language that a message gives away. A greeting or a single word in a walk does not: many a Finn says "hi" or
 * "ok", and would not thank us for going on in English.
 */
function languageSpoken(meaning: Meaning | undefined): Language | undefined {
  if (
    meaning?.kind === 'command' &&
    !['help', 'my-work', 'language', 'directory', 'notify', 'my-data'].includes(meaning.command)
  )
    return undefined;
  return meaning?.language;
}

/** What a person reads of something that went wrong. */
function noticeOf(cause: unknown): Notice {
  if (cause instanceof Unavailable) return 'unavailable';
  if (cause instanceof FromNewer) return 'newer';
  return cause instanceof Unreadable ? 'unreadable' : 'failed';
}
