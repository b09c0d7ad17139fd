/**
 * What everybody does with whatever is in a storage: look at all of it, go on with every draft and case, let time go by. It
 * knows nothing of how it came there, so that versions of the bot can be led through each other's storage.
 */
import type { CaseAction } from '../../bot/domain/case/lives/life-of';
import type { CaseState } from '../../bot/domain/case-state';
import { EDITABLE_LISTS } from '../../bot/domain/directory/entry';
import { LANGUAGES, type Language } from '../../bot/domain/language/language';
import { isObject, type JsonObject } from '../fixtures/json';
import { answersTo, type Cast, castOf, handlerOf, languageOf } from '../fixtures/recorded-storage/cast';
import type { RunningAssistant } from '../fixtures/running-assistant';
import { actionsOn, type Inputs, type TeamsPerson } from '../fixtures/teams-person';
import { carriesOut, offered } from './on-case';
import { walkOn } from './process-walk';
import { type Row, storedRows } from './stored-rows';
import { BEGIN, wordsIn } from './visit-walk';

/** What is the next thing to do with a case, by its state, and what is said with it. */
const NEXT: Readonly<Partial<Record<CaseState, readonly [CaseAction, Inputs?]>>> = {
  submitted: ['accept'],
  asked: ['answer', { text: 'They do' }],
  accepted: ['plan'],
  planned: ['hold'],
  held: ['follow-up', { 'head-count': 9, learned: 'Their libraries' }],
  'not-held': ['follow-up', { learned: 'Nothing' }],
  'followed-up': ['close'],
  declined: ['close'],
};
/** What nobody should read here, in any language. */
const BAD_NEWS = (['failed', 'gone', 'no-such-case', 'unavailable', 'newer', 'not-yours'] as const).flatMap((notice) =>
  LANGUAGES.map((language) => wordsIn(language).own(`notice.${notice}.title`)),
);
const SAID: Readonly<Record<Language, { readonly work: string; readonly data: string; readonly inbox: string }>> = {
  fi: { work: 'omat asiat', data: 'omat tietoni', inbox: 'työjono' },
  sv: { work: 'mina ärenden', data: 'mina uppgifter', inbox: 'inkorg' },
  en: { work: 'my cases', data: 'my data', inbox: 'inbox' },
};
const ASKERS = ['aino', 'saga', 'eero'] as const;

/** A way through the storage of one assistant. What was wrong on it gathers in `problems`, a line each. */
export interface Tour {
  readonly problems: string[];
  /** Everybody looks at everything. Resolves to every card that they saw, as JSON, by who looked at what. */
  looksAtAll(): Promise<ReadonlyMap<string, string>>;
  /** Each draft is walked a card on, every third to its receipt; one is begun, and what was not delivered sent again. */
  walksOn(): Promise<void>;
  /** With each case the next thing is done. */
  actsOnAll(): Promise<void>;
  /** Days go by: what is due is delivered. */
  waitsUntil(moment: string): Promise<void>;
  /** A night, long after all time limits: nobody is named any more in what was sent. */
  nightOf(day: string): Promise<void>;
}

/** Leads the people of the recorded storage through it. Their chats are open from then on. */
export function tourOf(assistant: RunningAssistant): Tour {
  const cast = castOf(assistant);
  const problems: string[] = [];
  const shown = new Map<string, string>();
  const rows = () => storedRows(assistant.tables);
  const whoIs = (id: unknown) => ASKERS.find((name) => cast[name].member.aadObjectId === id);

  /** Does something that ends with a card, and notes the card. */
  async function sees(what: string, person: TeamsPerson, act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      const bad = person.texts().find((text) => BAD_NEWS.includes(text));
      if (bad !== undefined) throw new Error(bad);
      // An entry's tag is storage's own; where documents lie and the connector is, each assistant's.
      const card = JSON.stringify(person.card()).replaceAll(assistant.mirrorFolder, '');
      const free = card.replaceAll(assistant.connector.url, '');
      shown.set(what, free.replaceAll(/W\/\\"[^"]*\\"/g, 'tag'));
      return true;
    } catch (cause) {
      problems.push(`${what}: ${cause instanceof Error ? cause.message.slice(0, 300) : cause}`);
      return false;
    }
  }

  async function looksAtCase({ number, requesterId, process }: Row): Promise<void> {
    const opens = (name: keyof Cast) => sees(`${name}: ${number}`, cast[name], () => cast[name].says(String(number)));
    const asker = whoIs(requesterId);
    if (asker !== undefined) await opens(asker);
    const name = process === 'dignitary-visit' ? 'grace' : 'hilma';
    for (const verb of ['show-history', 'show-todos', 'show-reply']) {
      await opens(name);
      const { action } = actionsOn(cast[name].card()).find((found) => found.action.verb === verb) ?? {};
      if (action) await sees(`${name}: ${number}, ${verb}`, cast[name], () => cast[name].presses(action));
    }
  }

  async function looksAtDirectory({ grace }: Cast): Promise<void> {
    await sees('grace: directory', grace, () => grace.says('directory'));
    for (const list of EDITABLE_LISTS) {
      const presses = (verb: string, data: JsonObject) => grace.presses({ type: 'Action.Execute', verb, data });
      await sees(`grace: directory, ${list}`, grace, () => presses('directory-list', { list }));
      const { data } =
        actionsOn(grace.card())
          .map(({ action }) => action)
          .find(({ verb }) => verb === 'directory-entry') ?? {};
      if (!isObject(data)) continue;
      await sees(`grace: ${list}, ${data.id}`, grace, () => presses('directory-entry', data));
      await sees(`grace: ${list}, ${data.id}, history`, grace, () => presses('directory-history', data));
    }
  }

  async function looksAtListings(name: (typeof ASKERS)[number] | 'hilma' | 'otto' | 'grace'): Promise<void> {
    const person = cast[name];
    const says = (text: string) => () => person.says(text);
    const { work, data, inbox } = SAID[languageOf(name)];
    await sees(`${name}: my work`, person, says(work));
    await sees(`${name}: inbox`, person, says(inbox));
    const all = { type: 'Action.Execute', verb: 'inbox', data: { state: 'all' } };
    await sees(`${name}: inbox, all`, person, () => person.presses(all));
    const search = { type: 'Action.Execute', verb: 'search', data: { text: 'Sample' } };
    await sees(`${name}: search`, person, () => person.presses(search));
    await sees(`${name}: my data`, person, says(data));
    await sees(`${name}: my data, whole`, person, () => person.press('my-data-text'));
  }

  return {
    problems,
    async looksAtAll() {
      shown.clear();
      for (const made of rows().cases) await looksAtCase(made);
      for (const name of [...ASKERS, 'hilma', 'otto', 'grace'] as const) await looksAtListings(name);
      await looksAtDirectory(cast);
      await sees('grace: undelivered', cast.grace, () => cast.grace.says('undelivered'));
      await sees('grace: erase a person', cast.grace, () => cast.grace.says('erase a person'));
      for (const draft of rows().drafts.filter(({ status }) => status === 'open')) {
        const name = whoIs(draft.ownerId);
        if (name === undefined) continue;
        await sees(`${name}: ${draft.draft}`, cast[name], () => resumes(cast[name], draft));
        const isItsCard = JSON.stringify(cast[name].card()).includes(String(draft.draft));
        if (!isItsCard) problems.push(`${name} does not see draft ${draft.draft}: ${cast[name].texts().join(' | ')}`);
      }
      return new Map(shown);
    },
    async walksOn() {
      const open = rows().drafts.filter(({ status, edits }) => status === 'open' && edits === undefined);
      for (const [turn, draft] of open.entries()) {
        const name = whoIs(draft.ownerId);
        if (name === undefined) continue;
        const person = cast[name];
        await sees(`${name} walks on: ${draft.process} ${draft.draft}`, person, async () => {
          await resumes(person, draft);
          const process = String(draft.process);
          const walk = { process, language: languageOf(name), answers: answersTo(process) };
          const { answers: given } = JSON.parse(String(draft.state));
          const isThere = await walkOn(person, walk, { given, ...(turn % 3 > 0 && { cards: 1 }) });
          if (isThere) await person.press('submit');
          else if (turn % 3 === 0) throw new Error('no summary');
        });
      }
      await sees('aino begins', cast.aino, () => cast.aino.says(BEGIN.fi));
      const { grace } = cast;
      await sees('grace: undelivered, again', grace, () => grace.says('undelivered'));
      for (const verb of ['revive', 'revive-all']) {
        const found = actionsOn(grace.card()).find(({ action }) => action.verb === verb);
        if (found) await sees(`grace: ${verb}`, grace, () => grace.presses(found.action));
      }
      await assistant.bot.worker.drain();
    },
    async actsOnAll() {
      for (const { number, state, process, requesterId } of rows().cases) {
        const [action, inputs] = NEXT[state as CaseState] ?? [];
        const asker = whoIs(requesterId);
        if (action === undefined || asker === undefined) continue;
        const person = action === 'answer' ? cast[asker] : handlerOf(assistant, cast, String(number));
        await sees(`${number} (${process}) is ${state}: ${action}`, person, async () => {
          await person.says(String(number));
          if (!offered(person).includes(action)) return;
          await carriesOut(person, action, inputs);
          if (rows().cases.find((row) => row.number === number)?.state === state) throw new Error('nothing came of it');
        });
      }
      await assistant.bot.worker.drain();
    },
    async waitsUntil(moment) {
      assistant.setNow(moment);
      // What comes due may bring something that is due, too.
      for (let turn = 0; turn < 3; turn += 1) await assistant.bot.worker.drain();
      const late = rows().entries.filter(
        ({ state, due }) => ['due', 'claimed'].includes(String(state)) && String(due) < new Date(moment).toISOString(),
      );
      problems.push(...late.map(({ entry, state }) => `${entry} is ${state} still`));
      problems.push(...rows().aside.map(({ RowKey }) => `${RowKey} was put aside`));
    },
    async nightOf(day) {
      // A reminder that comes all these years later would be news of the case, and keep it.
      await assistant.bot.worker.stop();
      assistant.setNow(`${day}T02:00:00Z`);
      await assistant.bot.nightly.run();
      for (const [kind, kept] of Object.entries(rows())) {
        const named = (kept as readonly Row[]).find(
          (row) => kind !== 'people' && ASKERS.some((name) => names(row, cast[name])),
        );
        if (named !== undefined) problems.push(`somebody is named still: ${JSON.stringify(named).slice(0, 300)}`);
      }
    },
  };
}

const names = (row: Row, { member }: TeamsPerson) => Object.values(row).some((value) => value === member.name);

/** Opens a draft, or the changes of a case. */
async function resumes(person: TeamsPerson, { draft, edits }: Row): Promise<void> {
  if (edits === undefined) await person.says('hi');
  else await person.says(String(edits));
  const verb = edits === undefined ? 'resume' : 'edit-case';
  await person.presses({ type: 'Action.Execute', verb, data: edits === undefined ? { draft } : { case: edits } });
}

/** Local mode is told of, and a chat that knows nothing of messages that were sent before it. */
const TOLD = ['bot.local-mode', 'messenger.failed', 'delivery.not-sent'];

/** The warnings and errors among these lines of the log, but for those of which any storage makes some. */
export function complaints(logged: readonly string[]): readonly string[] {
  return logged.flatMap((line) => {
    const { level, event, ...more } = JSON.parse(line);
    return ['warn', 'error'].includes(level) && !TOLD.includes(event)
      ? [`${event}: ${JSON.stringify(more).slice(0, 300)}`]
      : [];
  });
}
