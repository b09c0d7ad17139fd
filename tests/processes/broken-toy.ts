import { join } from 'node:path';
import { type Item, type ProcessFile, processFileSchema } from '../../bot/domain/process/process';
import { loadDirectory, readJson, TOY_PROCESSES } from '../fixtures/model';
import { type GoldenCase, goldenSchema } from './check-golden';
import { checkProcess, type FolderContent } from './check-process';

export const TOY = 'lending-library';
const directory = loadDirectory();

/** The toy process as its file has it; all its sections are its own, and each outcome has one condition. */
export type ToyProcess = Omit<ProcessFile, 'sections' | 'outcomes'> & {
  sections: OwnSection[];
  outcomes: OutcomeOnCondition[];
};
type OwnSection = Extract<ProcessFile['sections'][number], { items: unknown }>;
type OutcomeOnCondition = Extract<ProcessFile['outcomes'][number], { when: unknown }>;

function toyProcess(): ToyProcess {
  const { sections, outcomes, ...process } = processFileSchema.parse(file('process'));
  return {
    ...process,
    sections: sections.filter((section): section is OwnSection => section.show !== 'included'),
    outcomes: outcomes.filter((outcome): outcome is OutcomeOnCondition => 'when' in outcome),
  };
}

/** What the check says of the toy process after it was broken. */
export function checked(
  breakIt: (process: ToyProcess, golden: GoldenCase[]) => void,
  more: Partial<FolderContent> = {},
): string[] {
  const process = toyProcess();
  const golden = goldenSchema.parse(file('golden'));
  breakIt(process, golden);
  const words = { fi: file('fi'), sv: file('sv'), en: file('en') };
  return checkProcess({ folder: TOY, process, golden, words, ...more }, directory);
}

/** A file of the toy process, parsed. */
export function file(name: string): unknown {
  return readJson(join(TOY_PROCESSES, TOY, `${name}.json`));
}

/** An item of the process, to be broken. */
export function itemOf(process: ToyProcess, id: string): Item {
  return found(process.sections.flatMap((section) => section.items).find((item) => item.id === id));
}

/** A section, outcome, rule or choice, to be broken. */
export function partOf<T extends { id: string }>(parts: readonly T[], id: string): T {
  return found(parts.find((part) => part.id === id));
}

/** What a test relies on: where it is gone, the test says so instead of passing. */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The toy process has changed: mend this test.');
  return value;
}
