/**
 * The directory: units, their contacts and the themes they answer for. Data that the international affairs team edits
 * while the bot runs; the folder of the city holds its first content.
 */
import { z } from 'zod/v4';
import { CASE_STATES } from '../case-state';
import { type CityLanguages, LANGUAGES, type LocalizedName } from '../language/language';
import type { Organisation, Standing } from './standing';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Whether a unit takes part in a dignitary's visit; `confirm` until the team has said so. */
export const PARTS_IN_VISIT = ['yes', 'no', 'confirm'] as const;

/** What the register of networks and partnerships holds. */
export const NETWORK_KINDS = ['network', 'partnership'] as const;
/** `N-2026-0042`: what a case is called by. */
export const CASE_NUMBER = /^[A-Z]-\d{4}-\d{4,12}$/;

type ReadObject = typeof z.strictObject;

/** Keeps the keys that it does not know. They are nobody's business here, so the type does not tell of them. */
const withAnyKeys: ReadObject = (shape, params) => z.strictObject(shape, params).loose() as never;

/** The schemas of what the directory consists of, with objects and names that are read so. */
function schemasOf(object: ReadObject, localizedName: z.ZodType<LocalizedName>) {
  /** Somebody of a unit, by Entra object id. Nobody is known at first: the international affairs team fills them in. */
  const member = object({
    id: z.string().min(1),
    name: z.string().min(1),
    /** Where mail reaches them when Teams does not. */
    address: z.email().optional(),
    /** When they are away, both days included. */
    absences: z.array(object({ from: isoDate, to: isoDate })).default([]),
  });

  const unit = object({
    id,
    name: localizedName,
    /** The person or mailbox that the source names. Without an address, mail goes to the international affairs team. */
    contact: object({ name: z.string().min(1).optional(), address: z.email().optional() }),
    /** Where in the city it stands, as far as the source tells. */
    organisation: id,
    /** How many days before a visit it wishes to be asked: a guide, no rule (M 3.4 leaves "early enough" to the unit). */
    noticeDays: z.number().int().min(1).max(400).optional(),
    /** Who may act for the unit in Teams, in the order in which they are asked (see `contact.ts`). */
    members: z.array(member).default([]),
    /** The member who stands in for the first, by id. */
    deputy: z.string().min(1).optional(),
    source: z.string().min(1),
    /** The day on which somebody last confirmed this entry. */
    lastChecked: isoDate,
  });

  const theme = object({ id, name: localizedName, unit: id, source: z.string().min(1) });

  /**
   * A row of the matrix of dignitaries (M 3.3, without a legend in the source): which units take part in, or are informed
   * of, the visit of one kind of guest.
   */
  const dignitaryRow = object({
    id,
    name: localizedName,
    /** Kinds of guest that have no row of their own in the source, and are read from this one. */
    alsoFor: z.array(id).default([]),
    /** How many of the units the source marks. */
    marked: z.number().int().min(0),
    /** Each unit by its id; `confirm` where the source has lost which ones it marks, and the team tells. */
    parties: z.record(id, z.enum(PARTS_IN_VISIT)),
    source: z.string().min(1),
  });

  /** A goal of the city that a case can be tagged with (M 1.4). `heading` groups them as the source does. */
  const goal = object({ id, name: localizedName, heading: localizedName, source: z.string().min(1) });

  /** How many days before (negative) or after a visit or event something should be done. Decided for this product. */
  const leadTime = object({ id, days: z.number().int().min(-400).max(400), source: z.string().min(1) });

  /**
   * When somebody is reminded of a case that waits: so many working days after it came into its state, after the last day
   * of the visit or event, or before or after the last day on which what was agreed is in force. Decided for this product
   * (the source names no times).
   */
  const reminder = object({
    id,
    waitsIn: z.array(z.enum(CASE_STATES)).min(1),
    since: z.enum(['state', 'date', 'before-end', 'end']),
    /** `deputy`: the next in the unit's order of contact. `coordinator`: the international affairs team. */
    to: z.enum(['contact', 'deputy', 'coordinator', 'holder', 'requester']),
    workingDays: z.number().int().min(0).max(260),
    source: z.string().min(1),
  });

  /**
   * How long what is personal is kept, in months: of a process's cases (`id` is the process's) after their end, or after
   * the last change of one that nobody ended; of drafts after their last change. Decided for this product until the city
   * settles it.
   */
  const retention = object({
    id,
    months: z.number().int().min(1).max(600),
    unendedMonths: z.number().int().min(1).max(600).optional(),
    source: z.string().min(1),
  });

  /** A sister city with every spelling by which people may call it, and what the sources say of it. */
  const sisterCity = object({
    id,
    name: localizedName,
    spellings: z.array(z.string().min(1)),
    country: z.string().regex(/^[A-Z]{2}$/),
    status: z.enum(['in-force', 'not-told']),
    facts: z.array(object({ text: localizedName, source: z.string().min(1) })),
    source: z.string().min(1),
    lastChecked: isoDate,
  });

  /** A network that the city is in or evaluates, or a partnership, with every spelling, and the case that it stands on. */
  const network = object({
    id,
    name: localizedName,
    spellings: z.array(z.string().min(1)),
    kind: z.enum(NETWORK_KINDS),
    /** Who of the city keeps it up; empty until the team fills it in. */
    contact: object({ name: z.string().min(1).optional(), address: z.email().optional() }),
    /** The number of the case by which it is in force or was evaluated; absent where that was not done here yet. */
    case: z.string().regex(CASE_NUMBER).optional(),
    source: z.string().min(1),
    lastChecked: isoDate,
  });

  return { unit, theme, goal, leadTime, reminder, sisterCity, network, retention, dignitaryRow };
}

const text = z.string().min(1);
const everyName = { fi: text, sv: text, en: text };

/** A name in the languages of a city; in any other of the product's it is the name in the city's default language. */
function nameIn({ spoken, default: otherwise }: CityLanguages): z.ZodType<LocalizedName> {
  const shape = Object.fromEntries(spoken.map((language) => [language, text]));
  return z.strictObject(shape).transform((name) => {
    const inEach = LANGUAGES.map((language) => [language, name[language] ?? name[otherwise]] as const);
    return Object.fromEntries(inEach) as LocalizedName;
  });
}

/** What is stored keeps keys that this version does not know: a newer one may have written them. */
const stored = schemasOf(withAnyKeys, withAnyKeys(everyName));
/** A rule of retention that cannot be undone is read strictly, from storage too. */
const strict = schemasOf(z.strictObject, z.strictObject(everyName));

/** The files of a city are read strictly: a key that nobody knows is a typing error. */
export function directorySchemaIn(languages: CityLanguages) {
  const own = schemasOf(z.strictObject, nameIn(languages));
  return z.strictObject({
    units: z.array(own.unit),
    themes: z.array(own.theme),
    goals: z.array(own.goal),
    leadTimes: z.array(own.leadTime),
    reminders: z.array(own.reminder),
    sisterCities: z.array(own.sisterCity),
    networks: z.array(own.network),
    retention: z.array(own.retention),
    dignitaryMatrix: z.array(own.dignitaryRow),
  });
}

/** The schema of one stored entry of each list. */
export const storedSchemas = {
  units: stored.unit,
  themes: stored.theme,
  goals: stored.goal,
  leadTimes: stored.leadTime,
  reminders: stored.reminder,
  sisterCities: stored.sisterCity,
  networks: stored.network,
  retention: stored.retention,
  dignitaryMatrix: stored.dignitaryRow,
};

/**
 * The same of the lists on which something rests that cannot be undone. A rule of retention with a part that this version
 * does not know may say something else than it seems to; a unit with one has its members all the same.
 */
export const decisiveSchemas = { retention: strict.retention, units: stored.unit };

/** The first content of the directory, whole. */
export type FirstDirectory = z.infer<ReturnType<typeof directorySchemaIn>> & { readonly standing: Standing };

/** The directory as it could be read. */
export type DirectoryContent = FirstDirectory & {
  /**
   * The units whose contact nobody has confirmed yet, where mail goes to confirmed contacts only (in production). Absent
   * where it goes to all of them.
   */
  readonly unconfirmedContacts?: readonly string[];
};
export type Unit = DirectoryContent['units'][number];
export type Theme = DirectoryContent['themes'][number];
export type LeadTime = DirectoryContent['leadTimes'][number];
export type Member = Unit['members'][number];
export type Reminder = DirectoryContent['reminders'][number];
export type Retention = DirectoryContent['retention'][number];
export type DignitaryRow = DirectoryContent['dignitaryMatrix'][number];
export type SisterCity = DirectoryContent['sisterCities'][number];
export type Network = DirectoryContent['networks'][number];

/** The sectors of the city. */
export function sectorsOf({ standing }: Pick<DirectoryContent, 'standing'>): readonly Organisation[] {
  return standing.organisations.filter(({ isSector }) => isSector);
}

/** Whether somebody is of the team that coordinates, by Entra object id. */
export function coordinates(directory: DirectoryContent, personId: string): boolean {
  return isMember(directory, directory.standing.coordinator, personId);
}

/** The retention rule of drafts. */
export const DRAFTS = 'drafts';

/** The unit with this id, or undefined. */
export function findUnit(directory: DirectoryContent, unitId: string): Unit | undefined {
  return directory.units.find((candidate) => candidate.id === unitId);
}

/** Whether somebody is a member of a unit, by Entra object id. */
export function isMember(directory: DirectoryContent, unit: string, personId: string): boolean {
  const wanted = personId.toLowerCase();
  return findUnit(directory, unit)?.members.some(({ id }) => id.toLowerCase() === wanted) ?? false;
}

/** The unit that answers for a theme (M 3.4, division of responsibility), or undefined for a theme that is unknown. */
export function unitOfTheme(directory: DirectoryContent, themeId: string): Unit | undefined {
  const found = directory.themes.find((candidate) => candidate.id === themeId);
  return found && findUnit(directory, found.unit);
}
