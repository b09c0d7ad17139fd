import { join } from 'node:path';
import type { Language } from '../../bot/domain/language/language';
import type { Answer, Answers } from '../../bot/domain/process/answers';
import { findItem, type Item } from '../../bot/domain/process/process';
import type { Model } from '../../bot/domain/rules/model';
import { handedOver } from '../../bot/domain/walk/hand-over';
import { directoryChoices, openChoices, replay } from '../../bot/domain/walk/replay';
import { testContent } from '../fixtures/content';
import { isObject } from '../fixtures/json';
import { PROCESSES, plainAnswer, readJson } from '../fixtures/model';
import { inputsOn } from '../fixtures/person/read-card';
import { actionsOn, type Inputs, type TeamsPerson } from '../fixtures/teams-person';
import { type GoldenCase, goldenSchema } from '../processes/check-golden';
import { branchingItems } from '../processes/explore-walks';
import { answering, numberOn } from './visit-walk';

const { content, model } = testContent();

/** The ids of all processes: every folder is one. */
export const PROCESS_IDS: readonly string[] = [...content.processes.keys()].sort();

/** A process by its id, with the directory and all countries. */
export const modelOf = model;

/** The words by which one may begin a process. */
export function startPhrases(process: string, language: Language): readonly string[] {
  return content.phrases.starts[process]?.[language] ?? [];
}

/** The golden cases of a process. */
export function goldenCases(process: string): readonly GoldenCase[] {
  return goldenSchema.parse(readJson(join(PROCESSES, process, 'golden.json')));
}

/** The golden cases whose walk stays in the process: of the others, only a case that was sent before comes there. */
export function casesThatStay(process: string): readonly GoldenCase[] {
  return goldenCases(process).filter(
    (golden) => !handedOver(model(process), content.processes, { answers: finalAnswers(golden) }),
  );
}

/** One golden case for each outcome that a walk through a process comes to. */
export function casesByOutcome(process: string): readonly GoldenCase[] {
  const cases = casesThatStay(process);
  return [...new Map([...cases].reverse().map((golden) => [golden.outcome, golden])).values()];
}

/** The golden case of that outcome with the most to-dos that it tells of. */
export function busiestCase(process: string): GoldenCase {
  const [most] = [...casesThatStay(process)].sort((a, b) => (b.todos?.length ?? 0) - (a.todos?.length ?? 0));
  if (!most) throw new Error(`"${process}" has no golden case.`);
  return most;
}

export interface ProcessWalk {
  readonly process: string;
  readonly language?: Language;
  /** What is answered; other required fields get something plain. */
  readonly answers: Answers;
  /** What the person says to begin; the first phrase when absent. */
  readonly says?: string;
  /** Fills every text that decides nothing with this, as far as it goes, and ticks all of every list of choices. */
  readonly filler?: string;
  /** Does something after each card that the person sees. */
  readonly atEachCard?: (person: TeamsPerson) => void | Promise<void>;
}

/** More cards than any process has. */
const MOST_CARDS = 80;

/** Says the words to begin and answers card by card, as the cards ask, up to the summary. */
export async function walkProcessToSummary(person: TeamsPerson, walk: ProcessWalk): Promise<void> {
  const { process, language = 'en', says = startPhrases(process, language)[0] ?? process } = walk;
  await person.says(says);
  if (!(await walkOn(person, walk))) throw new Error(`no summary of "${process}" after ${MOST_CARDS} cards`);
}

/** From the card seen on, so many cards or up to the summary. `given` has what was answered before. */
export async function walkOn(
  person: TeamsPerson,
  walk: ProcessWalk,
  { cards = MOST_CARDS, given = {} }: { readonly cards?: number; readonly given?: Answers } = {},
): Promise<'at the summary' | undefined> {
  const answered: Record<string, Answer> = { ...given };
  for (let card = 0; card < cards; card += 1) {
    await walk.atEachCard?.(person);
    if (verbsOn(person).includes('submit')) return 'at the summary';
    await answerCard(person, model(walk.process), walk, answered);
  }
  return undefined;
}

/** From the card seen on, up to the one that asks an item by a press. */
export async function walkToQuestion(person: TeamsPerson, walk: ProcessWalk, item: string): Promise<void> {
  for (let cards = 0; askedOn(person) !== item; cards += 1) {
    if (cards > MOST_CARDS) throw new Error(`nobody asks "${item}"`);
    await walkOn(person, walk, { cards: 1, given: walk.answers });
  }
}

/** The item that the card seen asks by a press, if it does. */
export function askedOn(person: TeamsPerson): string | undefined {
  const asked = actionsOn(person.card()).find(({ action }) => action.verb === 'answer')?.action.data;
  return isObject(asked) ? String(asked.item) : undefined;
}

/** The same, and sends it. Resolves to the case number on the receipt. */
export async function walkProcess(person: TeamsPerson, walk: ProcessWalk): Promise<string> {
  await walkProcessToSummary(person, walk);
  await person.press('submit');
  await walk.atEachCard?.(person);
  return numberOn(person);
}

/** The answers of a golden case, after what is changed in it. */
export function finalAnswers({ answers, change }: GoldenCase): Answers {
  return { ...answers, ...change };
}

/** Whether a text may be anything: no condition and no routing looks at it. */
export function isFree(process: Model, item: Item): boolean {
  return !branchingItems(process).has(item.id);
}

/** Something that fills an item as far as it goes, of this filler; undefined where only the given answer will do. */
export function fullAnswer(process: Model, item: Item, answers: Answers, filler: string): Answer | undefined {
  const { facts } = replay(process, answers);
  if (item.type === 'choices') return openChoices(item, facts) ?? directoryChoices(process, item);
  if ((item.type !== 'text' && item.type !== 'person') || !isFree(process, item)) return undefined;
  const most = item.type === 'text' ? item.maxLength : 200;
  return filler.repeat(Math.floor(most / filler.length));
}

async function answerCard(
  person: TeamsPerson,
  process: Model,
  walk: ProcessWalk,
  given: Record<string, Answer>,
): Promise<void> {
  const item = askedOn(person);
  if (item !== undefined) {
    const value = walk.answers[item];
    if (typeof value !== 'boolean' && typeof value !== 'string') throw new Error(`The card asks "${item}": no answer.`);
    given[item] = value;
    await person.press(answering(item, value));
  } else if (verbsOn(person).includes('acknowledge')) {
    const { next, outcome } = replay(process, given);
    if (outcome) given[next.id] = outcome.id;
    await person.press('acknowledge');
  } else {
    const inputs: Record<string, Answer> = {};
    for (const { id } of inputsOn(person.card())) {
      // Beside the name of a person: to pick them in Teams.
      if (String(id).endsWith('.picked')) continue;
      const field = findItem(process.process, String(id));
      if (!field) throw new Error(`The form has an input "${id}" that is no item.`);
      const full = walk.filler === undefined ? undefined : fullAnswer(process, field, given, walk.filler);
      inputs[field.id] = full ?? walk.answers[field.id] ?? plainAnswer(process, replay(process, given), field);
    }
    Object.assign(given, inputs);
    const typed = Object.entries(inputs).filter(([, value]) => value !== null);
    await person.press('fill', Object.fromEntries(typed) as Inputs);
  }
}

function verbsOn(person: TeamsPerson): readonly unknown[] {
  return actionsOn(person.card()).map(({ action }) => action.verb);
}
