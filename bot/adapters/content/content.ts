/**
 * Everything that is data in this project, read once at the start: processes, words, phrases, card layouts and the
 * first content of the directory. A process is found by its folder; nothing is registered.
 */
import { basename, join } from 'node:path';
import { z } from 'zod/v4';
import type { FirstDirectory } from '../../domain/directory/directory';
import type { Language } from '../../domain/language/language';
import type { CityNames } from '../../domain/language/places';
import type { Words } from '../../domain/language/words';
import type { Process } from '../../domain/process/process';
import { commandPhrases, type Phrases, phraseList } from '../../domain/said/phrases';
import { countryCodes, readCityNames, readOtherNames } from './countries';
import { readDirectory } from './directory-files';
import { foldersIn, jsonFilesIn, parsed, readJson } from './files';
import { readProcesses } from './process-files';
import { createWords, type WordFiles } from './words';

export interface Content {
  readonly processes: ReadonlyMap<string, Process>;
  readonly firstDirectory: FirstDirectory;
  readonly countries: readonly string[];
  /** Cities that are called differently in different languages. */
  readonly cities: readonly CityNames[];
  /** Card layouts by the name of their file. */
  readonly layouts: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly phrases: Phrases;
  words(language: Language): Words;
}

/** Loads the content below `root`, the folder that holds `bot/` and `adaptive-cards/`. Throws naming the file at fault. */
export function loadContent(root: string, processFolders: readonly string[] = [join(root, 'bot/processes')]): Content {
  const folders = processFolders.flatMap((parent) => foldersIn(parent).map((name) => join(parent, name)));
  const processes = readProcesses(folders);
  const wordFiles = readWords(root, folders);
  const places = join(root, 'bot/places');
  const words = createWords(wordFiles, readOtherNames(places));
  return {
    processes,
    firstDirectory: readDirectory(join(root, 'bot/directory')),
    countries: countryCodes(),
    cities: readCityNames(places),
    layouts: readLayouts(join(root, 'adaptive-cards')),
    phrases: readPhrases(root, wordFiles),
    words: (language) => words[language],
  };
}

const layout = z.record(z.string(), z.unknown());
const startPhrases = z.object({ start: phraseList });

function readLayouts(folder: string): Content['layouts'] {
  return new Map(jsonFilesIn(folder).map((name) => [name, parsed(layout, readJson(folder, `${name}.json`), name)]));
}

function readWords(root: string, folders: readonly string[]): WordFiles {
  const inLanguage = (language: Language) => ({
    own: readJson(root, 'bot/locales', `${language}.json`),
    processes: Object.fromEntries(folders.map((folder) => [basename(folder), readJson(folder, `${language}.json`)])),
  });
  return { fi: inLanguage('fi'), sv: inLanguage('sv'), en: inLanguage('en') };
}

function readPhrases(root: string, wordFiles: WordFiles): Phrases {
  const inEach = <T>(read: (language: Language) => T) => ({ fi: read('fi'), sv: read('sv'), en: read('en') });
  const commands = inEach((language) => {
    const file = `${language}.json`;
    return parsed(commandPhrases, readJson(root, 'bot/phrases', file), file);
  });
  const starts = Object.keys(wordFiles.en.processes).map((process) => [
    process,
    inEach(
      (language) => parsed(startPhrases, wordFiles[language].processes[process], `${process}/${language}.json`).start,
    ),
  ]);
  return { commands, starts: Object.fromEntries(starts) };
}
