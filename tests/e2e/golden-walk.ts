import { choiceText, choiceTitle, itemWord, sectionTitle } from '../../bot/cards/parts/facts';
import type { Language } from '../../bot/domain/language/language';
import type { Words } from '../../bot/domain/language/words';
import type { Answer, Answers } from '../../bot/domain/process/answers';
import type { Item } from '../../bot/domain/process/process';
import type { Model } from '../../bot/domain/rules/model';
import type { Step } from '../../bot/domain/walk/replay';
import { plainAnswer, type Walk, walk } from '../fixtures/model';
import type { Card } from './card';

/** A person in a browser who takes a golden case of a process, card by card, and knows from the model what comes next. */
export async function walkGolden(card: Card, model: Model, words: Words, answers: Answers): Promise<void> {
  let moment = walk(model);
  while (moment.at !== 'summary') {
    const { step } = moment;
    await card.shows(whatStands(model, step, words));
    if (step.kind === 'question') await press(card, model, words, step.item, answers[step.id] ?? false);
    if (step.kind === 'form') await fill(card, moment, words, answers);
    if (step.kind !== 'question') await card.press(words.own('actions.continue'));
    moment = next(moment, answers);
  }
  await card.shows(words.own('summary.title'));
}

/** The start words of a process that come first in its language file. */
export function startWords(
  content: {
    readonly phrases: { readonly starts: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>> };
  },
  process: string,
  language: Language,
): string {
  const [first] = content.phrases.starts[process]?.[language] ?? [];
  if (first === undefined) throw new Error(`"${process}" has no words to begin it in ${language}.`);
  return first;
}

function next(moment: Walk, answers: Answers): Walk {
  const { step } = moment;
  if (step.kind === 'question') return moment.answer(step.id, answers[step.id] ?? false);
  if (step.kind === 'form') return moment.fill(step.id, withoutDates(step.items, answers));
  return moment.acknowledge();
}

function whatStands(model: Model, step: Step, words: Words): string {
  if (step.kind === 'question') return itemWord(model, step.item, 'question', words);
  if (step.kind === 'form') return sectionTitle(model, step.section, words);
  return words.own('outcome.reasons');
}

async function press(card: Card, model: Model, words: Words, item: Item, answer: Answer): Promise<void> {
  if (item.type === 'choice') await card.press(choiceText(model, item, String(answer), words));
  else await card.press(words.own(answer === true ? 'answers.yes' : 'answers.no'));
}

/** Fills a form's fields as the golden case says, and what else is required with something plain. */
async function fill(card: Card, { model, position, step }: Walk, words: Words, answers: Answers): Promise<void> {
  if (step.kind !== 'form') return;
  for (const item of step.items) {
    const answer = answers[item.id] ?? plainAnswer(model, position, item);
    const label = itemWord(model, item, 'question', words);
    if (answer === null || item.type === 'date') continue;
    if (item.type === 'yes-no') {
      await card.mark(label, words.own(answer === true ? 'answers.yes' : 'answers.no'));
    } else if (item.type === 'choices') {
      const chosen = Array.isArray(answer) ? answer : [];
      if (chosen.length > 0)
        await card.press(words.own('form.choose', { label: itemWord(model, item, 'label', words) }));
      for (const id of chosen) await card.tick(choiceText(model, item, id, words));
    } else if (item.type === 'choice') {
      const option = choiceTitle(model, item, String(answer), words);
      const searched = !Array.isArray(item.choices);
      const typed = choiceText(model, item, String(answer), words).slice(0, 4).toLowerCase();
      await card.choose(label, option, searched ? typed : undefined);
    } else {
      await card.write(label, String(answer));
    }
  }
}

/** Days are left open: the calendar is the Playground's own, and the visit's walk picks one. */
function withoutDates(items: readonly Item[], answers: Answers): Answers {
  const dates = new Set(items.filter((item) => item.type === 'date').map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !dates.has(id)));
}
