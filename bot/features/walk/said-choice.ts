/** The choices of a question by what is written on them, as somebody types it instead of pressing. */
import { choiceText } from '../../cards/parts/facts';
import type { Language } from '../../domain/language/language';
import { foldedWords } from '../../domain/language/spelling';
import { type Item, itemsOf } from '../../domain/process/process';
import type { Model } from '../../domain/rules/model';
import { isMeant } from '../../domain/said/understanding';
import { openChoices, type Position, type Step } from '../../domain/walk/replay';
import type { Asked } from '../asked';
import type { Assistant } from '../assistant';

/**
 * Makes the question whether a text is written on a choice of any process. Only then it has to be looked up where
 * somebody is before a command is carried out.
 */
export function createLabels({
  processes,
  languages,
  words,
}: Pick<Assistant, 'processes' | 'languages' | 'words'>): (text: string) => boolean {
  const labels = new Set(
    [...processes.values()].flatMap((process) =>
      itemsOf(process).flatMap((item) => {
        if (item.type !== 'choice' || !Array.isArray(item.choices)) return [];
        const of = item.words ?? process.id;
        return item.choices.flatMap(({ id }) =>
          languages.spoken.map((language) => said(words(language).process(of, `items.${item.id}.choices.${id}`))),
        );
      }),
    ),
  );
  return (text) => labels.has(said(text));
}

/** Where somebody is who types. */
interface AtQuestion {
  readonly model: Model;
  readonly position: Position;
  readonly step: Step;
}

/**
 * The choice that is meant at a question: by what is written on it in any of the languages; in the person's own also with
 * a slip, or by its first words. Undefined where none is meant, or more than one.
 */
export function saidChoice(
  { assistant: { languages, words }, speak }: Asked,
  { model, position, step }: AtQuestion,
  text: string,
): string | undefined {
  if (step.kind !== 'question' || step.item.type !== 'choice') return undefined;
  const { item } = step;
  const { language } = speak.words;
  const typed = foldedWords(text);
  if (typed.length === 0) return undefined;
  const open = openChoices(item, position.facts) ?? [];
  const only = (fits: (label: readonly string[]) => boolean, of: readonly Language[]) => {
    const ids = open.filter((id) => of.some((one) => fits(foldedWords(choiceText(model, item, id, words(one))))));
    return ids.length === 1 ? ids[0] : undefined;
  };
  const isWhole = (label: readonly string[]) => label.length === typed.length;
  return (
    only((label) => isWhole(label) && label.every((word, at) => word === typed[at]), [language]) ??
    only((label) => isWhole(label) && label.every((word, at) => word === typed[at]), languages.spoken) ??
    only((label) => isWhole(label) && label.every((word, at) => isMeant(typed[at] ?? '', word)), [language]) ??
    only((label) => typed.every((word, at) => word === label[at]), [language])
  );
}

/** Whether a text is written on a choice of one of these items, in any language. */
export function isWrittenOn(
  { languages, words }: Pick<Assistant, 'languages' | 'words'>,
  model: Model,
  items: readonly Item[],
  text: string,
): boolean {
  return items.some((item) => {
    if (item.type !== 'choice' || !Array.isArray(item.choices)) return false;
    const labels = item.choices.flatMap(({ id }) =>
      languages.spoken.map((language) => choiceText(model, item, id, words(language))),
    );
    return labels.some((label) => said(label) === said(text));
  });
}

function said(text: string): string {
  return foldedWords(text).join(' ');
}
