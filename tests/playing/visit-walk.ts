import { LANGUAGES, type Language } from '../../bot/domain/language/language';
import type { Words } from '../../bot/domain/language/words';
import { testContent } from '../fixtures/content';
import { isObject } from '../fixtures/json';
import { RECEIVED as RECEIVED_VISIT } from '../fixtures/model';
import { type ActionChoice, type Answer, actionsOn, type Inputs, type TeamsPerson } from '../fixtures/teams-person';

const { content } = testContent();

const COUNTRIES = new Set(LANGUAGES.flatMap((language) => content.words(language).countries()).map(({ name }) => name));

/** The words of a language as the cards have them. */
export const wordsIn = (language: Language): Words => content.words(language);

/** The name of a unit, as the directory has it. */
export function unitName(unit: string, language: Language = 'en'): string {
  const found = content.firstDirectory.units.find(({ id }) => id === unit);
  if (found === undefined) throw new Error(`the directory has no unit "${unit}"`);
  return found.name[language];
}

/** What Teams says about people who use it in a language. */
export const LOCALES: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** What each language's phrase to begin with is: the one on the button. */
export const BEGIN: Readonly<Record<Language, string>> = {
  fi: 'uusi vierailupyyntö',
  sv: 'ny besöksförfrågan',
  en: 'new visit request',
};

/** Yes or no to a question, or the id of a choice, by item; in the order in which they are asked. */
export type Given = Readonly<Record<string, boolean | string>>;

/** The usual walk, as its cards are pressed. */
export const RECEIVED: Given = RECEIVED_VISIT;

export const VISITOR: Inputs = {
  organisation: 'Sample City Council',
  country: 'KR',
  'visitor-kind': 'city',
  'group-size': '18',
  guests: 'Kim Sample, Lee Example',
  'visitor-contact': 'Kim Sample, kim@example.org',
};

/** Espoo Marketing is responsible for the theme. */
export const WHAT_AND_WHEN: Inputs = { 'main-theme': 'innovation', arrival: '2026-05-04', departure: '2026-05-05' };

export const PROGRAMME: Inputs = {
  interests: 'Schools and libraries',
  learn: 'Their digital services',
  'visit-language': 'english',
  interpretation: 'none',
};

/** The days two months after one, by this machine's clock unless told: a day that is over would be pointed out. */
export function comingDays(from: Date = new Date()): Inputs {
  const inDays = (days: number) => new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  return { ...WHAT_AND_WHEN, arrival: inDays(60), departure: inDays(61) };
}

/** What is asked about the visit itself, with those days. */
export function comingProgramme(from?: Date): Inputs {
  return { ...comingDays(from), ...PROGRAMME };
}

/** Two other units are told. */
export const THEME: Inputs = {
  'other-themes': ['open-data', 'sustainable-development'],
  level: 'one-sector',
};

export interface WalkOptions {
  readonly language?: Language;
  /** The answers before the outcome. */
  readonly given?: Given;
  /** What is asked one by one after the outcome, before and after the form that asks who comes. */
  readonly afterOutcome?: Given;
  /** What stands on the forms; of its inputs each form takes those that it has. */
  readonly visitor?: Inputs;
  readonly programme?: Inputs;
  readonly theme?: Inputs;
  /** Does something after each card that the person sees. */
  readonly atEachCard?: (person: TeamsPerson) => void | Promise<void>;
}

/** Answers the question that the card asks: by the button with the word on it, or by the row of a choice. */
export function answers(person: TeamsPerson, item: string, value: boolean | string): Promise<Answer> {
  return person.press(answering(item, value));
}

/** The button or row that gives this answer to this item. */
export function answering(item: string, value: boolean | string): ActionChoice {
  return ({ data }) => isObject(data) && data.item === item && data.value === value;
}

/** Whether the card seen has an input of this id. */
export function hasInput(person: TeamsPerson, id: string): boolean {
  return actionsOn(person.card()).some(({ inputs }) => inputs.some((input) => input.id === id));
}

/** Fills in the form on the card seen with those of these inputs that it has, and presses what goes on. */
export function fills(person: TeamsPerson, inputs: Inputs, choice: ActionChoice = 'fill'): Promise<Answer> {
  const own = Object.entries(inputs).filter(([id]) => hasInput(person, id));
  return person.press(choice, Object.fromEntries(own));
}

/** Says the words to begin and answers up to the card with the outcome; the form on the way is filled in when it comes. */
export async function walkToOutcome(person: TeamsPerson, options: WalkOptions = {}): Promise<void> {
  const { language = 'en', given = RECEIVED, programme, theme, atEachCard } = options;
  await person.says(BEGIN[language]);
  await atEachCard?.(person);
  for (const item of Object.keys(given)) {
    if (!(await gives(person, item, given))) continue;
    await atEachCard?.(person);
    if (!hasInput(person, 'main-theme')) continue;
    await fills(person, { ...WHAT_AND_WHEN, ...programme, ...theme });
    await atEachCard?.(person);
  }
}

/**
 * Answers what the card asks, by its button or, on a checklist, all its lines at once; false where the card does not ask
 * this item (any more).
 */
export async function gives(person: TeamsPerson, item: string, given: Given): Promise<boolean> {
  const value = given[item];
  if (hasInput(person, item)) await fills(person, textsOf(given));
  else if (askedOn(person) === item && value !== undefined) await answers(person, item, value);
  else return false;
  return true;
}

/** Answers as the inputs of a checklist hold them. */
export function textsOf(given: Given): Inputs {
  return Object.fromEntries(Object.entries(given).map(([item, value]) => [item, String(value)]));
}

/** The same, and on to the form that asks who comes. */
export async function walkToForm(person: TeamsPerson, options: WalkOptions = {}): Promise<void> {
  const { language = 'en', atEachCard } = options;
  await walkToOutcome(person, options);
  await person.press(wordsIn(language).own('actions.continue'));
  await atEachCard?.(person);
  await answerQuestions(person, options);
}

/** The same, and through the forms to the summary. */
export async function walkToSummary(person: TeamsPerson, options: WalkOptions = {}): Promise<void> {
  await walkToForm(person, options);
  await fillForms(person, options);
}

/** From the form that asks who comes, through the others to the summary. */
export async function fillForms(person: TeamsPerson, options: WalkOptions = {}): Promise<void> {
  const { language = 'en', visitor = VISITOR, programme = PROGRAMME, theme = THEME, atEachCard } = options;
  // Versions ask the same on other forms; each takes what it has.
  const forms = { ...WHAT_AND_WHEN, ...visitor, ...programme, ...theme };
  for (const _form of ['visitor', 'programme', 'theme']) {
    await fills(person, forms, wordsIn(language).own('actions.continue'));
    await atEachCard?.(person);
    await answerQuestions(person, options);
  }
}

/** Answers the questions on the cards that come now, as long as there is an answer to them. */
async function answerQuestions(
  person: TeamsPerson,
  { afterOutcome = { partner: false }, atEachCard }: WalkOptions,
): Promise<void> {
  for (let asked = askedOn(person); asked !== undefined; asked = askedOn(person)) {
    const value = afterOutcome[asked];
    if (value === undefined) return;
    await answers(person, asked, value);
    await atEachCard?.(person);
  }
}

/** The item that the card asks one press for. */
function askedOn(person: TeamsPerson): string | undefined {
  const data = actionsOn(person.card()).find(({ action }) => action.verb === 'answer')?.action.data;
  return isObject(data) ? String(data.item) : undefined;
}

/** The whole walk. Resolves to the case number on the receipt. */
export async function walkToReceipt(person: TeamsPerson, options: WalkOptions = {}): Promise<string> {
  await walkToSummary(person, options);
  await person.press(wordsIn(options.language ?? 'en').own('actions.submit'));
  await options.atEachCard?.(person);
  return numberOn(person);
}

/** The case number that stands on the card seen. @throws Error if there is none. */
export function numberOn(person: TeamsPerson): string {
  const number = person.texts().find((text) => /^[A-Z]-\d{4}-\d{4,}$/.test(text));
  if (number === undefined) throw new Error(`no case number on the card: ${person.texts().join(' | ')}`);
  return number;
}

/** The question of an item, as a person reads it. */
export function question(item: string, language: Language = 'en'): string {
  return wordsIn(language).process('visit-request', `items.${item}.question`);
}

/** Everything that stands on the card seen, opened up, as one text; without the long list of countries. */
export function cardText(person: TeamsPerson): string {
  return person
    .texts({ opened: true })
    .filter((text) => !COUNTRIES.has(text))
    .join('\n');
}
