import { readdirSync } from 'node:fs';
import { isObject } from '../../fixtures/json';
import type { RunningAssistant } from '../../fixtures/running-assistant';
import { type Answer, type InvokeAnswer, type TeamsPerson, texts } from '../../fixtures/teams-person';
import type { Row } from '../../playing/stored-rows';
import { storedRows } from '../../playing/stored-rows';
import { isDelivered } from './delivered';
import type { Done, Effect, History, Left } from './history';
import { watchLateness } from './lateness';

type Answered = Answer & Partial<InvokeAnswer>;

/** Writes down what people do in a run and what they are answered, and at its end what came of it. */
export interface Recorder {
  /** Does something as a person and writes it down. An answer that does not come counts as one without status. */
  does(person: TeamsPerson, what: string, act: () => Promise<Answered>): Promise<Answered | undefined>;
  /** The same for what must be refused: nothing else may happen meanwhile. */
  refused(person: TeamsPerson, what: string, act: () => Promise<Answered>): Promise<void>;
  /** A newer version has written these rows: from now on their columns must stand as they do. */
  newer(rows: readonly Row[]): void;
  /**
   * Somebody is taken out of the unit that has their case; `heir` is who is left of it, if anybody is. What comes to that one
   * counts from now on, what comes to the person from when the answer is called: within a minute every instance knows.
   */
  leaves(person: TeamsPerson, heir?: TeamsPerson): () => void;
  /** How much has been done so far. */
  count(): number;
  history(options: { readonly drained: boolean }): History;
  stop(): void;
}

/** States in which an entry may have sent a message that it does not name. */
const UNCERTAIN = ['claimed', 'unknown', 'dead'];

const NUMBER = /\b[A-Z]-\d{4}-\d{4,}\b/;

/** Where a run leaves its traces. */
export type Traces = Pick<RunningAssistant, 'tables' | 'connector' | 'mailFolder'>;

/**
 * @param options `receipt`: its title, by which an acknowledged submit is told. `mayDie`: the bot is killed on the way, so
 *   that no answer is no violation.
 */
export function recordHistory(
  name: string,
  assistant: Traces,
  { receipt, mayDie = false }: { readonly receipt: string; readonly mayDie?: boolean },
): Recorder {
  const done: Done[] = [];
  const left: (() => Left)[] = [];
  const unhandled: string[] = [];
  const newer: Row[] = [];
  const onUnhandled = (cause: unknown) => unhandled.push(String(cause));
  process.on('unhandledRejection', onUnhandled);
  const lateness = watchLateness();

  async function does(person: TeamsPerson, what: string, act: () => Promise<Answered>): Promise<Answered | undefined> {
    const begun = performance.now() - lateness.total();
    let broke: unknown;
    const answer = await act().catch((cause: unknown) => {
      broke = cause;
      return undefined;
    });
    const shown = answer?.card ? texts(answer.card, { opened: true }) : [];
    const number = shown.includes(receipt) ? shown.find((text) => NUMBER.test(text)) : undefined;
    done.push({
      who: person.member.name,
      what,
      tookMs: answer === undefined && mayDie ? undefined : performance.now() - lateness.total() - begun,
      status: answer?.status,
      said: what === 'says' || saysSomething(answer),
      ...(broke !== undefined && !mayDie && { broke: String(broke) }),
      ...(number !== undefined && { acknowledged: NUMBER.exec(number)?.[0] ?? number }),
    });
    return answer;
  }

  /** Messages in somebody's chat, and updates of them. */
  const inChat = ({ conversationId }: TeamsPerson) =>
    assistant.connector.conversation(conversationId).messages.reduce((sum, { updated }) => sum + 1 + updated, 0);
  const instead = (heir: TeamsPerson | undefined) => (heir ? inChat(heir) : readdirSync(assistant.mailFolder).length);

  return {
    does,
    async refused(person, what, act) {
      const before = assistant.tables.snapshot();
      await does(person, what, act);
      const last = done.pop();
      if (last) done.push({ ...last, refused: { storageSame: assistant.tables.snapshot() === before } });
    },
    newer: (rows) => void newer.push(...rows),
    leaves(person, heir) {
      const insteadBefore = instead(heir);
      return () => {
        const before = inChat(person);
        left.push(() => ({
          who: person.member.name,
          heard: inChat(person) - before,
          heardInstead: instead(heir) - insteadBefore,
        }));
      };
    },
    count: () => done.length,
    history({ drained }) {
      const rows = storedRows(assistant.tables);
      const effects = effectsOf(assistant, rows.entries);
      return {
        name,
        done: [...done],
        effects,
        rows,
        newer: [...newer],
        drained,
        unhandled,
        left: left.map((now) => now()),
      };
    },
    stop() {
      lateness.stop();
      process.off('unhandledRejection', onUnhandled);
    },
  };
}

function saysSomething(answer: Answered | undefined): boolean {
  return answer?.card !== undefined || (isObject(answer?.body) && typeof answer.body.value === 'string');
}

/**
 * What the worker has sent. The connector keeps no key, so a message is told by its id in the entry that sent it. One
 * that no entry names is that of an entry which nobody knows the end of, if its addressee has one.
 */
function effectsOf({ connector, mailFolder }: Traces, entries: readonly Row[]): readonly Effect[] {
  const byMessage = new Map(entries.map((row) => [row.message, String(row.entry)]));
  const uncertain = entries.filter(
    ({ channel, state, purpose }) => channel === 'teams' && purpose !== 'update' && UNCERTAIN.includes(String(state)),
  );
  // An answer in a turn that was updated later is the worker's by its sender, and yet no message of its own. A message that
  // no entry names is never updated: nobody knows its id.
  const inPlace = new Set(connector.calls.filter(({ method }) => method === 'PUT').map(({ itemId }) => itemId));
  const taken = new Set<unknown>();
  const messages = connector.conversations.flatMap(({ messages: all }) => all);
  const sent = messages.flatMap(({ id, activity }): Effect[] => {
    const entry = byMessage.get(id);
    const number = NUMBER.exec(JSON.stringify(activity))?.[0];
    if (entry !== undefined) return [{ channel: 'teams', entry, case: number }];
    if (!isDelivered(activity) || inPlace.has(id)) return [];
    const likely = uncertain.find((row) => (number === undefined || row.case === number) && !taken.has(row.entry));
    taken.add(likely?.entry);
    return [{ channel: 'teams', entry: likely === undefined ? undefined : String(likely.entry), case: number }];
  });
  const keyOf = new Map(entries.map(({ entry }) => [`${String(entry).replace(/[^\w.-]/g, '_')}.eml`, String(entry)]));
  const mails = readdirSync(mailFolder).map(
    (file): Effect => ({ channel: 'mail', entry: keyOf.get(file), case: NUMBER.exec(file)?.[0] }),
  );
  return [...sent, ...mails];
}
