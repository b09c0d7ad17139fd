/** What a person can operate in a card, read from its JSON: fields, buttons, rows that can be pressed. */

/** Something to operate. `place` tells two of the same name apart: what a press would do, or the field's id. */
export interface Operable {
  readonly name: string;
  readonly place: string;
  /** Whether the reference renderer gives it its name: a list to search in gets none there. */
  readonly isNamed: boolean;
  /** The first words in a row that can be pressed. */
  readonly shown?: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Everything that can be operated, in the order of the card. */
export function operablesOf(card: unknown): readonly Operable[] {
  if (Array.isArray(card)) return card.flatMap(operablesOf);
  if (typeof card !== 'object' || card === null) return [];
  const { type, fallback: _, ...parts } = card as Json;
  if (typeof type === 'string' && type.startsWith('Input.')) return fieldsOf(card as Json);
  const own = typeof type === 'string' && type.startsWith('Action.') ? [actionOf(card as Json)] : [];
  // A row is reached before what stands in it.
  const { selectAction, ...rest } = parts;
  const rows = operablesOf(selectAction).map((row) => ({ ...row, shown: firstWords(rest) }));
  return [...own, ...rows, ...Object.values(rest).flatMap(operablesOf)];
}

/** Whether the accessible name of what the Tab key came to is that of an operable. */
export function isReachedBy({ name, isNamed }: Operable, reached: string | undefined): boolean {
  return reached !== undefined && (!isNamed || plain(reached).includes(plain(name)));
}

/**
 * Names that are missing, names that two different things in one card have, and rows whose name is not what stands in
 * them first (success criterion 2.5.3).
 */
export function checkOperables(card: unknown): readonly { readonly rule: string; readonly detail: string }[] {
  const operables = operablesOf(card);
  const unnamed = operables.filter(({ name }) => name.trim() === '');
  const twice = operables.filter(({ name, place }) =>
    operables.some((other) => other.name === name && other.place !== place),
  );
  const otherwise = operables.filter(({ name, shown = '' }) => !name.toLowerCase().includes(shown.toLowerCase()));
  return [
    ...otherwise.map(({ name, shown }) => ({ rule: 'label-in-name', detail: `"${name}" is shown as "${shown}"` })),
    ...unnamed.map(({ place }) => ({ rule: 'no-name', detail: place })),
    ...[...new Set(twice.map(({ name }) => name))].map((name) => ({
      rule: 'same-name',
      detail: `"${name}" is the name of several things that do different things`,
    })),
  ];
}

function actionOf({ title, tooltip, verb, data, url, targetElements }: Json): Operable {
  return {
    name: String(tooltip ?? title ?? ''),
    place: JSON.stringify([verb, data, url, targetElements]),
    isNamed: true,
  };
}

/** A field is one stop; a list of boxes is one for each box. */
function fieldsOf({ id, label, title, choices, style, isMultiSelect }: Json): readonly Operable[] {
  const name = String(label ?? title ?? '');
  if (style !== 'expanded' || isMultiSelect !== true || !Array.isArray(choices))
    return [{ name, place: String(id), isNamed: style !== 'filtered' }];
  return choices.map((choice: Json) => ({
    name: String(choice.title),
    place: `${id}: ${choice.value}`,
    isNamed: true,
  }));
}

/** The words of the first text, without what stands for no word, such as a box to tick. */
function firstWords(parts: unknown): string {
  if (Array.isArray(parts)) return parts.map(firstWords).find((words) => words !== '') ?? '';
  if (typeof parts !== 'object' || parts === null) return '';
  const { text } = parts as Json;
  if (typeof text === 'string') return /\p{L}/u.test(text) ? text.replace(/:\s*$/, '') : '';
  return firstWords(Object.values(parts));
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
