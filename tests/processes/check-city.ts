/** What `npm run check` proves of a city's folder before anybody starts the bot with it (`docs/another-city.md`). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackage } from '../../appPackage/packaging/build-package';
import { readEnvironment } from '../../appPackage/packaging/environment';
import { createCityCalendar } from '../../bot/adapters/calendar/city-calendar';
import { type Content, loadContent } from '../../bot/adapters/content/content';
import { foldersIn, readJson } from '../../bot/adapters/content/files';
import { DRAFTS, findUnit } from '../../bot/domain/directory/directory';
import { type ProcessFile, processFileSchema } from '../../bot/domain/process/process';
import { ROOT } from '../fixtures/root';
import { checkProcess } from './check-process';
import { problem } from './problem';

/** Every problem of a city's folder: what is wrong, why it matters, and how to mend it. */
export function checkCity(folder: string): readonly string[] {
  let content: Content;
  try {
    content = loadContent({ root: ROOT, city: folder });
    createCityCalendar(content.city.calendar);
  } catch (cause) {
    return [cause instanceof Error ? cause.message : String(cause)];
  }
  return [...checkProcesses(folder, content), ...checkUnits(content), ...checkRest(content), ...checkApp(folder)];
}

function checkProcesses(folder: string, { firstDirectory, languages, processes, city }: Content): readonly string[] {
  const place = join(folder, 'processes');
  const file = (id: string, name: string) => {
    const path = join(place, id, `${name}.json`);
    return existsSync(path) ? readJson(path) : undefined;
  };
  const others = new Map<string, ProcessFile>(
    foldersIn(place).map((id) => [id, processFileSchema.parse(file(id, 'process'))]),
  );
  const letters = [...processes.values()].map(({ casePrefix }) => casePrefix);
  return [
    ...foldersIn(place).flatMap((id) =>
      checkProcess(
        {
          folder: id,
          process: file(id, 'process'),
          golden: file(id, 'golden'),
          others,
          words: { fi: file(id, 'fi'), sv: file(id, 'sv'), en: file(id, 'en') },
          languages: languages.spoken,
          records: city.records,
        },
        firstDirectory,
      ),
    ),
    ...(new Set(letters).size === letters.length
      ? []
      : [problem('Two processes have one letter', 'their cases would have the same numbers', 'give each its own')]),
    ...(letters.some((letter) => city.exampleNumber.startsWith(letter))
      ? []
      : [
          problem(
            `No process numbers its cases like ${city.exampleNumber}`,
            'people are shown it as an example',
            'begin "exampleNumber" in city.json with the letter of a process',
          ),
        ]),
  ];
}

function checkUnits({ firstDirectory: directory }: Content): readonly string[] {
  const { coordinator, organisations, standForNamed } = directory.standing;
  const known = organisations.map(({ id }) => id);
  return [
    ...(findUnit(directory, coordinator)?.contact.address === undefined
      ? [
          problem(
            `The unit "${coordinator}", which coordinates, is missing or has no address`,
            'it gets what nobody else can be reached for',
            'add it with an address to directory/units.json, or name another in city.json',
          ),
        ]
      : []),
    ...standForNamed
      .filter((id) => findUnit(directory, id) === undefined)
      .map((id) =>
        problem(
          `The unit "${id}", which stands for whichever is named, is missing`,
          'what is named would be shown nowhere',
          'add it to directory/units.json, or take it out of "standForNamed" in city.json',
        ),
      ),
    ...[...directory.units, { id: 'a new one', organisation: directory.standing.usualOrganisation }]
      .filter(({ organisation }) => !known.includes(organisation))
      .map(({ id, organisation }) =>
        problem(
          `The unit "${id}" stands in "${organisation}", which the city does not know`,
          'its card would show an id',
          'add that to "organisations" in city.json, or correct the unit',
        ),
      ),
  ];
}

function checkRest({ firstDirectory: { retention }, processes }: Content): readonly string[] {
  return [...processes.keys(), DRAFTS]
    .filter((id) => !retention.some((rule) => rule.id === id))
    .map((id) =>
      problem(
        `Nobody says how long "${id}" is kept`,
        'what is personal in it would stay for good',
        'add it to directory/retention.json',
      ),
    );
}

/** The app package, made with the invented values of the playground. */
function checkApp(folder: string): readonly string[] {
  try {
    const built = buildPackage({
      readFile: (file) => readFileSync(join(folder, 'app', file)),
      env: { ...readEnvironment(join(ROOT, 'env'), 'playground', {}), APP_VERSION: '1.0.0' },
    });
    return 'problems' in built ? built.problems : [];
  } catch (cause) {
    return [cause instanceof Error ? cause.message : String(cause)];
  }
}
