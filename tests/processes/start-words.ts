import { join } from 'node:path';
import { LANGUAGES, type Language } from '../../bot/domain/language/language';
import type { Phrases } from '../../bot/domain/said/phrases';
import { createUnderstanding, type Understand } from '../../bot/domain/said/understanding';
import { PROCESSES, readJson } from '../fixtures/model';
import { ROOT } from '../fixtures/root';

/** What is understood where there are these processes, with the bot's own commands. */
export function understandingOf(...processes: readonly string[]): Understand {
  const commands = byLanguage((language) => readJson(join(ROOT, 'bot/phrases', `${language}.json`)));
  const starts = processes.map((process) => [process, byLanguage((language) => startWords(process, language))]);
  return createUnderstanding({
    commands: commands as Phrases['commands'],
    starts: Object.fromEntries(starts) as Phrases['starts'],
  });
}

/** The words that begin a process, in one language. */
export function startWords(process: string, language: Language): readonly string[] {
  return (readJson(join(PROCESSES, process, `${language}.json`)) as { start: readonly string[] }).start;
}

function byLanguage(read: (language: Language) => unknown): unknown {
  return Object.fromEntries(LANGUAGES.map((language) => [language, read(language)]));
}
