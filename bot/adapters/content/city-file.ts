/** What a city says of itself: `city.json` in its folder. Another city is another folder (`docs/another-city.md`). */
import { basename, join } from 'node:path';
import { z } from 'zod/v4';
import type { Standing } from '../../domain/directory/standing';
import type { CityWords } from '../../domain/language/city-words';
import { LANGUAGES, type Language, type LocalizedName } from '../../domain/language/language';
import { MIRRORED_COLUMNS } from '../../domain/listing/mirror';
import { recordsSchema } from '../../domain/process/records';
import { parsed, readJson } from './files';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.string().min(1);
const language = z.enum(LANGUAGES);
/** A text in each language that the city speaks; `city.json` is refused where one is missing. */
const inLanguages = z.partialRecord(language, text);
/** A name in its forms, by language: the words ask for the form that their sentence needs. */
const forms = z.partialRecord(language, z.record(z.string().regex(/^[a-z]+$/), text));

const citySchema = z.strictObject({
  /** The folder's name. Storage remembers it, so it stays. */
  id,
  /** What is in a storage that remembers no city was written for this one, before storages remembered. */
  ownsOlderStorage: z.boolean().default(false),
  languages: z.array(language).min(1),
  /** Who speaks none of them is spoken to in this one; so are records and lists. */
  defaultLanguage: language,
  calendar: z.strictObject({
    /** Its name in the IANA database, like `Europe/Helsinki`. */
    timeZone: text.refine(isTimeZone),
    /** As `date-holidays` knows them: ISO 3166-1, and a state or region of it. */
    country: z.string().regex(/^[A-Z]{2}$/),
    region: text.optional(),
    /** The kinds of holidays on which nobody works. */
    daysOff: z.array(z.enum(['public', 'bank', 'optional', 'school', 'observance'])).min(1),
    /** Days of these kinds on which people work all the same, `MM-DD`. */
    worked: z.array(z.string().regex(/^\d{2}-\d{2}$/)).default([]),
  }),
  addresses: z.strictObject({
    /** Whom people write to for help, and who is shown as the sender of local mode's mails. */
    team: z.email(),
    /** What an address of the city's people ends in. */
    domain: text,
    /** The city's pages for visitors. */
    site: inLanguages,
  }),
  /** A case number as people write it: `V-2026-0042` with a letter of one of the city's processes. */
  exampleNumber: z.string().regex(/^[A-Z]-\d{4}-\d{4,}$/),
  units: z.strictObject({
    /** The team that coordinates everything and gets what nobody else can be reached for. */
    coordinator: id,
    /** Where in the city a unit can stand, which of these are sectors, and where a new one does unless somebody says otherwise. */
    organisations: z
      .array(
        z.strictObject({
          id,
          name: inLanguages,
          /** What stands in front of its themes where they are chosen; without one nothing does. */
          short: inLanguages.optional(),
          sector: z.boolean().default(false),
          receivesWideVisits: z.boolean().default(false),
        }),
      )
      .min(1),
    usualOrganisation: id,
    /** Units that stand for whichever team or unit the person names. */
    standForNamed: z.array(id).default([]),
  }),
  /** What is counted, whichever process asks it. */
  records: recordsSchema,
  /** The list of cases outside. */
  list: z.strictObject({
    name: z
      .string()
      .max(255)
      .regex(/^[^/\\]+$/),
    /** Before the number of cases. */
    count: text,
    columns: z.strictObject(Object.fromEntries(MIRRORED_COLUMNS.map((column) => [column, text])) as ColumnTexts),
  }),
  /** The city, its administration, the assistant's own name, and the team that coordinates. */
  names: z.strictObject({ city: forms, administration: forms, assistant: forms, team: forms }),
});

type ColumnTexts = Record<(typeof MIRRORED_COLUMNS)[number], typeof text>;

export type City = z.infer<typeof citySchema>;

/** Reads `city.json` of a city's folder. Throws naming the file, what is wrong and where. */
export function readCity(folder: string): City {
  const file = join(folder, 'city.json');
  const city = parsed(citySchema, readJson(file), file);
  if (city.id !== basename(folder)) throw new Error(`${file} says that it is "${city.id}": give it its folder's name.`);
  if (!city.languages.includes(city.defaultLanguage)) {
    throw new Error(`${file} has a default language that the city does not speak: add it to "languages".`);
  }
  for (const [what, text] of textsOf(city)) {
    const missing = city.languages.find((language) => text[language] === undefined);
    if (missing) throw new Error(`${file} says "${what}" not in each language that the city speaks: add "${missing}".`);
  }
  return city;
}

/** What has to be said in every language of the city, by what it is. */
function textsOf({
  names,
  addresses,
  units,
}: City): readonly (readonly [string, Partial<Record<Language, unknown>>])[] {
  return [
    ...Object.entries(names),
    ['addresses.site', addresses.site],
    ...units.organisations.map(({ id, name }) => [`organisations.${id}`, name] as const),
    ...units.organisations.flatMap(({ id, short }) =>
      short === undefined ? [] : [[`organisations.${id}.short`, short] as const],
    ),
  ];
}

/** What stands for good of the city and its units. */
export function standingOf(
  { id, ownsOlderStorage, units, languages, defaultLanguage }: City,
  cityWords: CityWords,
): Standing {
  return {
    city: { id, ownsOlderStorage },
    cityWords,
    coordinator: units.coordinator,
    usualOrganisation: units.usualOrganisation,
    languages: { spoken: languages, default: defaultLanguage },
    standForNamed: units.standForNamed,
    organisations: units.organisations.map(({ name, short, sector, ...organisation }) => ({
      ...organisation,
      name: inEveryLanguage(name, defaultLanguage),
      ...(short && { short: inEveryLanguage(short, defaultLanguage) }),
      isSector: sector,
    })),
  };
}

/** What the assistant is called, in the city's default language. */
export function ownName({ names, defaultLanguage }: City): string {
  return names.assistant[defaultLanguage]?.nominative ?? '';
}

/** A text in every language of the product: in one that the city does not speak it is said as in the city's default. */
function inEveryLanguage(name: Readonly<Partial<Record<Language, string>>>, defaultLanguage: Language): LocalizedName {
  const other = name[defaultLanguage] ?? '';
  return { fi: other, sv: other, en: other, ...name };
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
