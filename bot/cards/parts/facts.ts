/** Answers as people read them: on the summary, on the unit's card and in mails. */

import { type DirectoryContent, sectorsOf } from '../../domain/directory/directory';
import { sisterCityOf } from '../../domain/directory/sister-city';
import type { Words } from '../../domain/language/words';
import type { Answer, Answers } from '../../domain/process/answers';
import { dayOf, subjectOf } from '../../domain/process/naming';
import { findItem, type Item, type Section } from '../../domain/process/process';
import type { Model } from '../../domain/rules/model';
import { replay, stepAsking } from '../../domain/walk/replay';
import { organisationOfTheme } from '../../domain/walk/theme-order';

export interface Fact {
  readonly item: string;
  readonly label: string;
  readonly value: string;
  /** The step on which it alone can be changed; absent for the field of a form, which is changed with its group. */
  readonly step?: string;
}

export interface FactGroup {
  readonly title: string;
  /** The form on which all of these can be changed, for a group that is one. */
  readonly step?: string;
  /** Whether these answers were given for the recommendation, rather than to describe the matter. */
  readonly forOutcome: boolean;
  readonly facts: readonly Fact[];
}

/** Everything that was asked and answered, by section. Optional fields left empty are named as such. */
export function factGroups(model: Model, answers: Answers, words: Words): readonly FactGroup[] {
  const position = replay(model, answers);
  const { facts, followed } = position;
  const stepOf = (item: string) => stepAsking(position, item)?.id;
  return model.process.sections.flatMap((section) => {
    const shown = section.items.flatMap((item): Fact[] => {
      const answer = facts.answers[item.id];
      if (answer === undefined || item.type === 'outcome') return [];
      const text = answerText(model, item, answer, words);
      const value = followed.has(item.id) ? words.own('answers.follows', { answer: text }) : text;
      const fact = { item: item.id, label: labelOf(model, item, words), value };
      return [stepOf(item.id) === item.id ? { ...fact, step: item.id } : fact];
    });
    const title = sectionTitle(model, section, words);
    const forOutcome = section.show !== 'form' && !section.items.some((item) => item.type === 'outcome');
    const together = shown.some(({ item }) => stepOf(item) === section.id);
    return shown.length > 0 ? [{ title, forOutcome, facts: shown, ...(together && { step: section.id }) }] : [];
  });
}

/** What was written down with the steps of a case's life, by form; what was left empty is left out. */
export function recordedGroups(model: Model, recorded: Answers, words: Words): readonly FactGroup[] {
  const { id: process, forms } = model.process;
  return forms.flatMap(({ id, items }) => {
    const facts = items.flatMap((item): Fact[] => {
      const answer = recorded[item.id] ?? null;
      if (answer === null || (Array.isArray(answer) && answer.length === 0)) return [];
      return [{ item: item.id, label: labelOf(model, item, words), value: answerText(model, item, answer, words) }];
    });
    return facts.length > 0 ? [{ title: words.process(process, `forms.${id}`), forOutcome: false, facts }] : [];
  });
}

/** The short name of an item. */
export function labelOf(model: Model, item: Item, words: Words): string {
  return itemWord(model, item, 'label', words);
}

/** A word of an item: its short name, its question, why it is asked. An included item speaks in its own process's words. */
export function itemWord({ process }: Model, item: Item, key: 'label' | 'question' | 'why', words: Words): string {
  return words.process(item.words ?? process.id, `items.${item.id}.${key}`);
}

/** The title of a section. */
export function sectionTitle({ process }: Model, section: Section, words: Words): string {
  return words.process(section.words ?? process.id, `sections.${section.id}`);
}

/** An answer in words. */
export function answerText(model: Model, item: Item, answer: Answer, words: Words): string {
  if (answer === null || (Array.isArray(answer) && answer.length === 0)) return words.own('answers.empty');
  if (typeof answer === 'boolean') return words.own(answer ? 'answers.yes' : 'answers.no');
  if (item.type === 'date' && typeof answer === 'string') return words.day(answer);
  if (item.type === 'choice' || item.type === 'choices') {
    const chosen = typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : [];
    return chosen.map((id) => choiceText(model, item, id, words)).join(', ');
  }
  return String(answer);
}

/** A choice in words: the process's own, or a name from the directory's list. */
export function choiceText(
  model: Model,
  item: Item & { type: 'choice' | 'choices' },
  id: string,
  words: Words,
): string {
  if (Array.isArray(item.choices))
    return words.process(item.words ?? model.process.id, `items.${item.id}.choices.${id}`);
  if (item.choices.directory === 'countries') return words.country(id);
  const found = namedIn(model.directory, item.choices.directory).find((candidate) => candidate.id === id);
  return found ? words.name(found.name) : id;
}

/** The same where it is chosen: a theme with the part of the city in front that it belongs to. */
export function choiceTitle(
  model: Model,
  item: Item & { type: 'choice' | 'choices' },
  id: string,
  words: Words,
): string {
  const text = choiceText(model, item, id, words);
  if (Array.isArray(item.choices) || item.choices.directory !== 'themes') return text;
  const theme = model.directory.themes.find((candidate) => candidate.id === id);
  const short = theme && organisationOfTheme(model.directory, theme)?.short;
  return short ? words.own('answers.theme-of', { organisation: words.name(short), theme: text }) : text;
}

/** What can be chosen from a list of the directory. */
function namedIn(directory: DirectoryContent, list: 'themes' | 'goals' | 'sectors') {
  return list === 'sectors' ? sectorsOf(directory) : directory[list];
}

/** When and about what, in one line: the day and the theme of the case, where it has them, and whether it is with a sister city. */
export function caseSubject(model: Model, answers: Answers, words: Words): string {
  const day = dayOf(model.process, answers);
  const { theme } = subjectOf(model.process, answers);
  const asked = findItem(model.process, model.process.title.theme ?? '');
  return [
    ...(day === undefined ? [] : [words.day(day)]),
    ...(asked && theme !== '' ? [answerText(model, asked, theme, words)] : []),
    ...(sisterCityOf(model.directory, subjectOf(model.process, answers)) ? [words.own('sister-city.short')] : []),
  ].join(' · ');
}

/**
 * What a walk or case is called in headings and listings: "Sample City Council, South Korea, 18 people". While nobody has
 * been named yet, the name of the process.
 */
export function caseTitle(model: Model, answers: Answers, words: Words): string {
  const { who, from, size } = model.process.title;
  const organisation = answers[who];
  if (typeof organisation !== 'string') return words.process(model.process.id, 'name');
  const country = from === undefined ? undefined : answers[from];
  const guests = size === undefined ? undefined : answers[size];
  return [
    organisation,
    ...(typeof country === 'string' ? [words.country(country)] : []),
    ...(typeof guests === 'number' ? [words.own('answers.people', { count: guests })] : []),
  ].join(', ');
}
