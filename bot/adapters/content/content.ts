/**
 * Everything that is data in this project, read once at the start: the city with its processes and the first content of
 * its directory, and the product's words, phrases and card layouts. A process is found by its folder; nothing is registered.
 */
import { basename, join } from 'node:path';
import { z } from 'zod/v4';
import type { FirstDirectory } from '../../domain/directory/directory';
import type { CityLanguages, Language } from '../../domain/language/language';
import type { CityNames } from '../../domain/language/places';
import type { Words } from '../../domain/language/words';
import type { Process } from '../../domain/process/process';
import { COMMANDS, commandPhrases, type Phrases, phraseList } from '../../domain/said/phrases';
import { type City, readCity } from './city-file';
import { withNames } from './city-names';
import { readCityWords } from './city-words';
import { countryCodes, readCityNames, readOtherNames } from './countries';
import { readDirectory } from './directory-files';
import { foldersIn, jsonFilesIn, parsed, readJson } from './files';
import { readProcesses } from './process-files';
import { createWords, type WordFiles } from './words';

export interface Content {
  readonly city: City;
  readonly languages: CityLanguages;
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

/** Where the content lies. */
export interface ContentPlaces {
  /** The folder that holds `bot/` and `adaptive-cards/`. */
  readonly root: string;
  /** The city's folder. */
  readonly city: string;
  /** Folders of process folders; the city's own when absent. */
  readonly processFolders?: readonly string[] | undefined;
}

/** Loads the content. Throws naming the file at fault. */
export function loadContent({ root, city: folder, processFolders }: ContentPlaces): Content {
  const city = readCity(folder);
  const languages: CityLanguages = { spoken: city.languages, default: city.defaultLanguage };
  const parents = processFolders ?? [join(folder, 'processes')];
  const folders = parents.flatMap((parent) => foldersIn(parent).map((name) => join(parent, name)));
  const wordFiles = readWords(root, city, folders);
  const places = join(root, 'bot/places');
  return {
    city,
    languages,
    processes: readProcesses(folders),
    firstDirectory: readDirectory(join(folder, 'directory'), city, readCityWords(places)),
    countries: countryCodes(),
    cities: readCityNames(places),
    layouts: readLayouts(join(root, 'adaptive-cards')),
    phrases: readPhrases(
      root,
      wordFiles,
      folders.map((process) => basename(process)),
    ),
    words: createWords(wordFiles, {
      languages,
      timeZone: city.calendar.timeZone,
      otherNames: readOtherNames(places),
    }),
  };
}

const layout = z.record(z.string(), z.unknown());
const startPhrases = z.object({ start: phraseList });

function readLayouts(folder: string): Content['layouts'] {
  return new Map(jsonFilesIn(folder).map((name) => [name, parsed(layout, readJson(folder, `${name}.json`), name)]));
}

function readWords(root: string, city: City, folders: readonly string[]): WordFiles {
  const inLanguage = (language: Language) => {
    const file = `${language}.json`;
    return {
      own: withNames(readJson(root, 'bot/locales', file), city, language, join('bot/locales', file)),
      processes: Object.fromEntries(folders.map((folder) => [basename(folder), readJson(folder, file)])),
    };
  };
  return Object.fromEntries(city.languages.map((language) => [language, inLanguage(language)]));
}

/** The phrases of the languages that the city speaks; none in the others, which nobody there types. */
function readPhrases(root: string, wordFiles: WordFiles, processes: readonly string[]): Phrases {
  const commandsIn = (language: Language) => {
    const file = `${language}.json`;
    return parsed(commandPhrases, readJson(root, 'bot/phrases', file), file);
  };
  const startsIn = (language: Language, process: string) => {
    const words = wordFiles[language];
    return words ? parsed(startPhrases, words.processes[process], `${process}/${language}.json`).start : [];
  };
  const inEach = <T>(read: (language: Language) => T) => ({ fi: read('fi'), sv: read('sv'), en: read('en') });
  return {
    commands: inEach((language) => (wordFiles[language] ? commandsIn(language) : NO_COMMANDS)),
    starts: Object.fromEntries(
      processes.map((process) => [process, inEach((language) => startsIn(language, process))]),
    ),
  };
}

const NO_COMMANDS = Object.fromEntries(
  COMMANDS.map((command) => [command, []]),
) as unknown as Phrases['commands']['en'];
