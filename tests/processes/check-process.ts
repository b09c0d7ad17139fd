/** What `npm run check` proves of a process folder before anybody meets it in a chat. */

import type { DirectoryContent } from '../../bot/domain/directory/directory';
import type { Language } from '../../bot/domain/language/language';
import { resolveProcess } from '../../bot/domain/process/inclusion';
import { itemsOf, type Process, type ProcessFile, processFileSchema } from '../../bot/domain/process/process';
import type { Records } from '../../bot/domain/process/records';
import type { Model } from '../../bot/domain/rules/model';
import { CITY } from '../fixtures/city';
import { COUNTRIES, WEEKDAYS } from '../fixtures/model';
import { checkConditions } from './check-conditions';
import { checkForms } from './check-forms';
import { checkGolden, goldenSchema } from './check-golden';
import { checkHandOvers } from './check-hand-overs';
import { checkLists } from './check-lists';
import { checkStructure } from './check-structure';
import { checkWordKeys } from './check-word-keys';
import { checkWords } from './check-words';
import { type Exploration, exploreWalks } from './explore-walks';
import { problem } from './problem';

/** The files of a process folder as they were parsed; undefined for one that is not there. */
export interface FolderContent {
  readonly folder: string;
  readonly process: unknown;
  readonly golden: unknown;
  /** The other processes, whose sections it may include. */
  readonly others?: ReadonlyMap<string, ProcessFile>;
  readonly words: Readonly<Record<Language, unknown>>;
  /** Those of its city; all when absent. */
  readonly languages?: readonly Language[];
  /** Those of its city; Espoo's when absent. */
  readonly records?: Records;
}

/**
 * Every problem of a process folder, each with what is wrong, why it matters and how to mend it. Later checks wait
 * until earlier ones pass: a process that does not fit its schema cannot be walked through.
 */
export function checkProcess(content: FolderContent, directory: DirectoryContent): string[] {
  return [...checkWords(content.words, content.languages), ...checkRules(content, directory)].map(
    (found) => `${content.folder}: ${found}`,
  );
}

function checkRules(content: FolderContent, directory: DirectoryContent): string[] {
  const read = processFileSchema.safeParse(content.process);
  if (!read.success) {
    return read.error.issues.map((issue) =>
      problem(
        `process.json does not fit its schema at ${issue.path.join('.') || 'its top'}: ${issue.message}`,
        'the bot refuses to start with it',
        'compare it with bot/domain/process/process.ts',
      ),
    );
  }
  const process = resolveProcess(read.data, content.others ?? new Map());
  const named = process.id === content.folder ? [] : [wrongName(process.id, content.folder)];
  const fitting = [
    ...named,
    ...checkConditions(process, directory),
    ...checkStructure(process, directory),
    ...checkForms(process),
    ...checkHandOvers(process, resolved(content)),
    ...checkLists(process, directory, new Set([...(content.others?.keys() ?? []), content.folder])),
    ...(content.words.en === undefined || checkWords(content.words, content.languages).length > 0
      ? []
      : checkWordKeys(process, content.words.en)),
  ];
  if (fitting.length > 0) return fitting;
  const model: Model = {
    process,
    directory,
    countries: COUNTRIES,
    calendar: WEEKDAYS,
    records: content.records ?? CITY.records,
  };
  const exploration = exploreWalks(model);
  const walked = [...exploration.problems, ...(exploration.problems.length > 0 ? [] : unreached(model, exploration))];
  return walked.length > 0 ? walked : checkGoldenFile(model, content.golden);
}

function resolved({ others = new Map() }: FolderContent): ReadonlyMap<string, Process> {
  return new Map([...others].map(([id, file]) => [id, resolveProcess(file, others)]));
}

function checkGoldenFile(model: Model, golden: unknown): string[] {
  const read = goldenSchema.safeParse(golden);
  if (read.success) return checkGolden(model, read.data);
  return read.error.issues.map((issue) =>
    problem(
      `golden.json is missing or not readable at ${issue.path.join('.') || 'its top'}: ${issue.message}`,
      'golden cases are what the process was agreed to do',
      'compare it with the schema in tests/processes/check-golden.ts',
    ),
  );
}

function unreached({ process, directory }: Model, { items, choices, outcomes, rules }: Exploration): string[] {
  const notReached = (kind: string, id: string) =>
    problem(
      `No walk reaches ${kind} "${id}"`,
      'what nobody can reach is a mistake, or misleads a reader',
      'correct the conditions before it, or take it away',
    );
  const allChoices = itemsOf(process).flatMap((item) => {
    if (!('choices' in item)) return [];
    if (Array.isArray(item.choices)) return item.choices.map((choice) => `${item.id}.${choice.id}`);
    const isThemes = 'directory' in item.choices && item.choices.directory === 'themes';
    return isThemes ? directory.themes.map((theme) => `${item.id}.${theme.id}`) : [];
  });
  const { responsible, informed } = process.routing;
  return [
    ...itemsOf(process).flatMap(({ id }) => (items.has(id) ? [] : [notReached('item', id)])),
    ...allChoices.flatMap((id) => (choices.has(id) ? [] : [notReached('choice', id)])),
    ...process.outcomes.flatMap(({ id }) => (outcomes.has(id) ? [] : [notReached('outcome', id)])),
    ...[...responsible, ...informed].flatMap(({ id }) => (rules.has(id) ? [] : [notReached('routing rule', id)])),
  ];
}

function wrongName(id: string, folder: string): string {
  return problem(
    `The folder is called "${folder}", the process in it "${id}"`,
    'a process is found by its folder, and its cases and words by its id',
    'give both the same name',
  );
}
