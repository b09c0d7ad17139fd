import type { Language } from '../../bot/domain/language/language';
import type { Answers } from '../../bot/domain/process/answers';
import { isObject } from '../fixtures/json';
import type { RunningAssistant } from '../fixtures/running-assistant';
import type { ActionChoice, Answer, Inputs, TeamsPerson } from '../fixtures/teams-person';
import { walkProcess } from './process-walk';
import { type Row, storedRows } from './stored-rows';
import { wordsIn } from './visit-walk';

/** A significant event that somebody from abroad proposes to arrange together: it has every to-do of such a one. */
const EVENT = {
  'event-name': 'Sample Festival',
  'international-proposer': true,
  together: true,
  significant: true,
  'main-theme': 'innovation',
  'first-day': '2026-09-01',
  'last-day': '2026-09-02',
};
export const CHECK = 'before-decision.background-check';
export const READY = 'before-decision.ready-for-decision';
export const DECISION = 'before-decision.decision';
export const QUALITY = 'conditions.quality';
export const FEEDBACK = 'after.feedback';

/** Proposes that event, up to the receipt, and waits until word of it is out. Resolves to the number of the case. */
export async function proposeEvent(
  assistant: RunningAssistant,
  person: TeamsPerson,
  { language = 'en', answers = {} }: { readonly language?: Language; readonly answers?: Answers } = {},
): Promise<string> {
  const number = await walkProcess(person, { process: 'event-proposal', language, answers: { ...EVENT, ...answers } });
  await assistant.settled(number);
  return number;
}

/** Turns to one of the lists of the case whose receipt, case card or list is seen. */
export async function opensList(person: TeamsPerson, list: string): Promise<void> {
  await person.press(({ verb, data }) => verb === 'show-todos' && isObject(data) && data.list === undefined);
  await person.press(listRow(list));
}

/** The row of a list on the overview. */
export function listRow(list: string): ActionChoice {
  return ({ verb, data }) => verb === 'show-todos' && isObject(data) && data.list === list;
}

/** The box or the words of a to-do on its list. */
export function onTodo(verb: 'tick' | 'untick' | 'open-todo', key: string): ActionChoice {
  return (action) => action.verb === verb && isObject(action.data) && action.data.todo === key;
}

/** Opens a to-do on the list seen, fills its card in and keeps it. */
export async function writes(person: TeamsPerson, key: string, inputs: Inputs): Promise<Answer> {
  await person.press(onTodo('open-todo', key));
  return person.press('write-todo', inputs);
}

/** The words of a to-do of an event proposal. */
export function todoLabel(key: string, language: Language = 'en'): string {
  return wordsIn(language).process('event-proposal', `lists.${key.replace('.', '.todos.')}`);
}

/** The stored to-do of a case. @throws Error if there is none. */
export function storedTodo(assistant: RunningAssistant, number: string, key: string): Row {
  const found = storedRows(assistant.tables).todos.find((row) => row.case === number && row.todo === key);
  if (found === undefined) throw new Error(`${number} has no to-do "${key}"`);
  return found;
}

/** What happened to the to-dos of a case, oldest first: the kind of each event and its data. */
export function todoEvents(assistant: RunningAssistant, number: string): readonly (readonly [unknown, unknown])[] {
  return storedRows(assistant.tables)
    .events.filter((row) => row.case === number && String(row.type).startsWith('todo-'))
    .map((row) => [row.type, JSON.parse(String(row.data))] as const);
}
