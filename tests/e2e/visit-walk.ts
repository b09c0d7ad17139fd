import type { Content } from '../../bot/adapters/content/content';
import { choiceTitle } from '../../bot/cards/parts/facts';
import type { Language } from '../../bot/domain/language/language';
import type { Words } from '../../bot/domain/language/words';
import { findItem } from '../../bot/domain/process/process';
import { testContent } from '../fixtures/content';
import type { Card } from './card';
import type { Chat } from './chat';

/** What one says to begin. */
export const START_WORDS: Readonly<Record<Language, string>> = {
  en: 'new visit request',
  fi: 'uusi vierailupyyntö',
  sv: 'ny besöksförfrågan',
};

/** What is typed into the forms: names, so that no word of it belongs to a language of the assistant. */
export const TYPED = {
  organisation: 'Näidislinna Linnavalitsus',
  'visitor-contact': 'Mari Maasikas, mari@naidislinn.example',
  interests: 'Otaniemi, Keilaniemi',
} as const;

const PROCESS = 'visit-request';
const GROUP_SIZE = '18';
const CRITERIA = ['interesting', 'significant', 'national-referral', 'leadership-referral', 'visibility'];

/** The cards on which a walk can be looked at, in their order. */
export type Stage = 'question' | 'outcome' | 'form' | 'summary' | 'receipt' | 'unit' | 'requester';

/** Who sits at the Playground, by `.m365agentsplayground.yml`. */
export const PERSON = 'Aino Esimerkki';

/**
 * Looks at a card before the walk goes on: a question twice, the second time with its reason opened. `offered` is what
 * the card's lists had to choose from.
 */
export type Look = (stage: Stage, card: Card, offered?: readonly string[]) => Promise<void>;

/** What a walk has led to. */
export interface Walked {
  readonly number: string;
  /** The first day of the visit as it was picked, `YYYY-MM-DD`. */
  readonly arrival: string;
}

/** The words of a visit request in one language, as the cards show them. */
export interface VisitWords {
  readonly own: Words['own'];
  /** By the path in the process's language file. */
  readonly visit: (key: string) => string;
  readonly theme: (id: string) => string;
  /** The same in the list to choose from, where the part of the city that it belongs to stands in front. */
  readonly offeredTheme: (id: string) => string;
  readonly unit: (id: string) => string;
  readonly country: (code: string) => string;
}

/** Takes the words from the language files and the directory, so that a better wording breaks no walk. */
export function visitWords(language: Language): VisitWords {
  const { content, model } = testContent();
  const { firstDirectory } = content;
  const speak = content.words(language);
  const nameIn = (list: Content['firstDirectory']['themes' | 'units']) => (id: string) => {
    const found = list.find((entry) => entry.id === id);
    if (!found) throw new Error(`The directory has no "${id}".`);
    return speak.name(found.name);
  };
  const visitModel = model(PROCESS);
  const mainTheme = findItem(visitModel.process, 'main-theme');
  if (mainTheme?.type !== 'choice') throw new Error('A visit request does not let choose its main theme.');
  return {
    own: (key, parameters) => speak.own(key, parameters),
    visit: (key) => speak.process(PROCESS, key),
    theme: nameIn(firstDirectory.themes),
    offeredTheme: (id) => choiceTitle(visitModel, mainTheme, id, speak),
    unit: nameIn(firstDirectory.units),
    country: (code) => speak.country(code),
  };
}

/**
 * Walks a visit request from the first words to the receipt and the responsible unit's card, with buttons: no
 * dignitary, in time, one Yes among the criteria, no partner; innovation, with sustainable development beside it, for
 * one sector.
 */
export async function walkVisit(chat: Chat, language: Language, look: Look): Promise<Walked> {
  const words = visitWords(language);
  const { card, arrival } = await sendVisit(chat, language, look);
  return { number: await checkResult(chat, card, words, look), arrival };
}

/** The same up to the press of Send. Resolves with the card, on which the receipt comes. */
export async function sendVisit(
  chat: Chat,
  language: Language,
  look: Look = async () => undefined,
): Promise<{ readonly card: Card; readonly arrival: string }> {
  const words = visitWords(language);
  const card = await chat.says(START_WORDS[language]);

  const answer = async (item: string, yes: boolean) => {
    await card.shows(words.visit(`items.${item}.question`));
    await look('question', card);
    await card.press(words.own('walk.why'));
    await card.shows(words.visit(`items.${item}.why`));
    await look('question', card);
    await card.press(words.own(yes ? 'answers.yes' : 'answers.no'));
  };
  await answer('dignitary', false);
  const arrival = await fillDays(card, words, look);
  await answer('in-time', true);
  await checkCriteria(card, words, look);

  await card.shows(words.visit('outcomes.receive.title'));
  await look('outcome', card);
  await card.press(words.own('actions.continue'));
  await fillForms(card, words, look);
  await answer('partner', false);
  await checkSummary(card, words, look);
  await card.press(words.own('actions.submit'));
  return { card, arrival };
}

/** All criteria on one card, one of them with its reason opened; one Yes. */
async function checkCriteria(card: Card, { own, visit }: VisitWords, look: Look): Promise<void> {
  await card.shows(visit('sections.criteria'));
  await card.press(own('walk.why-of', { label: visit('items.interesting.label') }));
  await card.shows(visit('items.interesting.why'));
  for (const criterion of CRITERIA) {
    const yes = criterion === 'interesting';
    await card.mark(visit(`items.${criterion}.question`), own(yes ? 'answers.yes' : 'answers.no'));
  }
  await look('form', card);
  await card.press(own('actions.continue'));
}

/** The form before the criteria. Resolves with the first day of the visit. */
async function fillDays(card: Card, { own, visit, theme, offeredTheme }: VisitWords, look: Look): Promise<string> {
  await card.shows(visit('sections.what-and-when'));
  const offered = await card.choose(
    visit('items.main-theme.question'),
    offeredTheme('innovation'),
    theme('innovation').toLowerCase(),
  );
  const arrival = await card.pickDay(visit('items.arrival.question'));
  await look('form', card, offered);
  await card.press(own('actions.continue'));
  return arrival;
}

async function fillForms(card: Card, { own, visit, theme, country }: VisitWords, look: Look): Promise<void> {
  const offered: string[] = [];
  const choose = async (item: string, option: string, typed?: string) =>
    offered.push(...(await card.choose(visit(`items.${item}.question`), option, typed)));
  const write = (item: string, text: string) => card.write(visit(`items.${item}.question`), text);
  const next = async () => {
    await look('form', card, offered.splice(0));
    await card.press(own('actions.continue'));
  };

  await card.shows(visit('sections.visitor'));
  await write('organisation', TYPED.organisation);
  await choose('country', country('EE'), country('EE').slice(0, 3).toLowerCase());
  await choose('visitor-kind', visit('items.visitor-kind.choices.city'));
  await write('group-size', GROUP_SIZE);
  await write('visitor-contact', TYPED['visitor-contact']);
  await next();

  await card.shows(visit('sections.programme'));
  await write('interests', TYPED.interests);
  await choose('visit-language', visit('items.visit-language.choices.english'));
  await choose('interpretation', visit('items.interpretation.choices.none'));
  await next();

  await card.shows(visit('sections.theme'));
  await card.press(own('form.choose', { label: visit('items.other-themes.label') }));
  await card.tick(theme('sustainable-development'));
  await choose('level', visit('items.level.choices.one-sector'));
  await next();
}

async function checkSummary(card: Card, { own, visit, unit, theme, country }: VisitWords, look: Look): Promise<void> {
  await card.shows(own('summary.title'));
  await card.shows(own('routing.responsible'));
  await card.shows(unit('espoo-marketing-business'));
  await card.shows(visit('routing.main-theme'));
  await card.shows(own('routing.informed'));
  await card.shows(unit('sustainable-development'));
  await card.shows(visit('routing.other-theme'));
  for (const said of [...Object.values(TYPED), country('EE'), GROUP_SIZE, theme('innovation')]) await card.shows(said);
  await look('summary', card);
}

/** The receipt takes the place of the walk's card, and the unit's card follows. Resolves with the case's number. */
async function checkResult(chat: Chat, card: Card, { own, unit }: VisitWords, look: Look): Promise<string> {
  await card.shows(own('receipt.title'));
  await card.shows(unit('espoo-marketing-business'));
  await card.shows(unit('sustainable-development'));
  const number = /V-\d{4}-\d{4,}/.exec((await card.texts()).join(' '))?.[0];
  if (number === undefined) throw new Error('The receipt names no case.');
  await look('receipt', card);

  const unitCard = await chat.nextCard();
  await unitCard.shows(own('rehearsal.unit', { unit: unit('espoo-marketing-business') }));
  await unitCard.shows(number);
  await unitCard.press(own('case.details'));
  for (const said of Object.values(TYPED)) await unitCard.shows(said);
  await unitCard.press(own('case.why'));
  await unitCard.shows(own('outcome.flips'));
  await look('unit', unitCard);

  // The unit takes it on, and the card that the requester holds follows.
  await unitCard.press(own('life.do.accept'));
  const takenOn = own('life.state.accepted', { name: PERSON });
  await unitCard.shows(takenOn);
  await look('unit', unitCard);
  await card.shows(takenOn);
  await look('requester', card);
  return number;
}
