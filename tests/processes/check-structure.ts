import { dignitaryRow } from '../../bot/domain/directory/dignitary-matrix';
import { type DirectoryContent, findUnit } from '../../bot/domain/directory/directory';
import {
  findItem,
  type Item,
  itemsOf,
  type Process,
  type RoutingRule,
  type Section,
} from '../../bot/domain/process/process';
import { isClass } from '../../bot/domain/walk/nearness';
import { leadsAway } from './check-hand-overs';
import { problem } from './problem';

/** What all text of one walk may hold: a draft is stored as one property of a table, of 32 Ki characters at most. */
const TEXT_LIMIT = 20_000;

/** Whether the parts of a process fit together: what can be seen without walking through it. */
export function checkStructure(process: Process, directory: DirectoryContent): string[] {
  return [
    ...checkIds(process),
    ...checkPlaces(process),
    ...checkReferences(process, directory),
    ...checkRouting(process, directory),
    ...checkTextLength(process),
  ];
}

function checkIds(process: Process): string[] {
  const items = itemsOf(process);
  const rules = [...process.routing.responsible, ...process.routing.informed];
  const forms = process.sections.filter((section) => section.show === 'form');
  return [
    ...repeated('item', items),
    ...repeated('section', process.sections),
    ...repeated('outcome', process.outcomes),
    ...repeated('routing rule', rules),
    ...repeated('contradiction', process.contradictions),
    ...repeated('hand-over', process.handsOver),
    ...process.outcomes.flatMap((outcome) => repeated(`advice of outcome "${outcome.id}"`, outcome.advice)),
    ...items.flatMap((item) =>
      'choices' in item && Array.isArray(item.choices) ? repeated(`choice of item "${item.id}"`, item.choices) : [],
    ),
    ...[...forms, { id: 'summary' }]
      .filter((step) => items.some((item) => item.id === step.id))
      .map((step) =>
        problem(
          `"${step.id}" is the id of an item and of another card of the walk`,
          'Back and Change find a card by its id',
          'give the item another id',
        ),
      ),
  ];
}

function repeated(kind: string, parts: readonly { id: string }[]): string[] {
  const ids = parts.map((part) => part.id);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) =>
    problem(
      `The id "${id}" is used twice as ${kind}`,
      'answers, words and reasons are found by it',
      'give one of them another id',
    ),
  );
}

function checkPlaces(process: Process): string[] {
  return process.sections.flatMap((section) =>
    section.items
      .filter((item) => !fits(item, section.show))
      .map((item) =>
        problem(
          `Item "${item.id}" (${item.type}) cannot stand in section "${section.id}" (${section.show})`,
          'nobody could answer it: a form takes no yes-no, an outcome has a card of its own, and of choices one press answers only a required one among choices of its own',
          'move it to a section of the other kind, or change its type',
        ),
      ),
  );
}

function fits(item: Item, show: Section['show']): boolean {
  if (item.type === 'outcome') return show === 'one-by-one';
  if (item.type === 'yes-no') return show !== 'form';
  // What a press cannot answer gets a card with one input, wherever it stands; a choice is always a press there.
  return show === 'form' || item.type !== 'choice' || (item.required && Array.isArray(item.choices));
}

function checkReferences(process: Process, directory: DirectoryContent): string[] {
  const items = itemsOf(process);
  const titles = Object.entries(process.title)
    .flatMap(([role, items]) => [items ?? []].flat().map((item) => [role, item] as const))
    .filter(([, item]) => !findItem(process, item));
  return [
    ...titles.map(([role, item]) =>
      problem(
        `The title takes "${role}" from "${item}", which is not an item of the process`,
        'listings and headings would leave it out',
        'correct the id in "title", or leave the line out',
      ),
    ),
    ...items.flatMap((item, index) => {
      if (item.type !== 'date' || item.notBefore === undefined) return [];
      const first = findItem(process, item.notBefore);
      if (first?.type === 'date' && items.indexOf(first) < index) return [];
      return problem(
        `Item "${item.id}" may not lie before "${item.notBefore}", which is not an earlier date of the process`,
        'the two dates would never be compared',
        'name a date item that stands before it in "notBefore"',
      );
    }),
    ...items.flatMap((item) => {
      if (item.type !== 'choice' || !item.sisterCity) return [];
      const own = Array.isArray(item.choices) ? item.choices.map((choice) => choice.id) : [];
      const { choose, insteadOf } = item.sisterCity;
      const strange = [choose, ...insteadOf].filter((id) => !own.includes(id));
      return strange.map((id) =>
        problem(
          `Item "${item.id}" fills in "${id}" for a sister city, or in the place of it, which is not one of its choices`,
          'it could not be filled in',
          'name choices of the item in "sisterCity"',
        ),
      );
    }),
    ...items.flatMap((item, index) => {
      if (item.type !== 'yes-no' || item.beside === undefined) return [];
      const { unitOfTheme, day } = item.beside;
      const before = items.slice(0, index);
      if (asksForThemes(before, unitOfTheme) && before.some(({ id, type }) => id === day && type === 'date')) return [];
      return problem(
        `Beside item "${item.id}" stands the week of "${unitOfTheme}" and "${day}", which are not asked before it as a theme and a date`,
        'nothing would ever stand there',
        'name an item whose choices are the directory list "themes" and a date item, both before it',
      );
    }),
    ...items
      .filter((item) => item.type === 'number' && Math.ceil(item.min) > item.max)
      .map((item) =>
        problem(`No whole number fits item "${item.id}"`, 'nobody could answer it', 'let "min" be at most "max"'),
      ),
    ...(process.outcomes.filter(isClass).length === 1
      ? [
          problem(
            'Only one outcome is described by its traits',
            'with no other to compare it with, it would always be the nearest',
            'describe another one so too, or give it a "when"',
          ),
        ]
      : []),
    ...process.contradictions.flatMap(({ id, between }) =>
      between
        .filter((item) => !findItem(process, item))
        .map((item) =>
          problem(
            `Contradiction "${id}" is between "${item}" and others, which is not an item of the process`,
            'there would be no way to settle it',
            'correct the id in "between"',
          ),
        ),
    ),
    ...process.outcomes.flatMap(({ id, shows }) => {
      const showsMatrixOf = shows && 'dignitaryMatrix' in shows ? shows.dignitaryMatrix : undefined;
      const item = showsMatrixOf === undefined ? undefined : findItem(process, showsMatrixOf);
      const choices = item?.type === 'choice' && Array.isArray(item.choices) ? item.choices : [];
      const kinds = choices.filter((choice) => item && !leadsAway(process, item.id, choice.id));
      if (showsMatrixOf === undefined || (kinds.length > 0 && kinds.every((kind) => hasRow(directory, kind.id)))) {
        return [];
      }
      return problem(
        `Outcome "${id}" shows the matrix of "${showsMatrixOf}", whose choices do not all have a row in it`,
        'the card would have nothing to show for some of them',
        'name a choice item in "dignitaryMatrix", and add the missing rows to directory/dignitary-matrix.json, with units of units.json as "parties"',
      );
    }),
  ];
}

function hasRow(directory: DirectoryContent, kind: string): boolean {
  const row = dignitaryRow(directory, kind);
  return row !== undefined && Object.keys(row.parties).every((unit) => findUnit(directory, unit));
}

function checkRouting(process: Process, directory: DirectoryContent): string[] {
  const rules = [...process.routing.responsible, ...process.routing.informed];
  return [
    ...rules.flatMap((rule) => checkTarget(process, directory, rule)),
    ...directory.themes
      .filter((theme) => !findUnit(directory, theme.unit))
      .map((theme) =>
        problem(
          `Theme "${theme.id}" belongs to unit "${theme.unit}", which the directory does not have`,
          'a case of this theme would have nowhere to go',
          'correct the unit in directory/themes.json, or add it to units.json',
        ),
      ),
  ];
}

function checkTarget(process: Process, directory: DirectoryContent, { id, to }: RoutingRule): string[] {
  if ('markedFor' in to && findItem(process, to.markedFor)?.type !== 'choice') {
    return [
      problem(
        `Routing rule "${id}" asks the matrix about "${to.markedFor}", which is not an item with one choice`,
        'it would never find a row',
        'name the item in "markedFor" that asks which kind of guest it is',
      ),
    ];
  }
  if ('unit' in to) {
    if (findUnit(directory, to.unit)) return [];
    return [
      problem(
        `Routing rule "${id}" names unit "${to.unit}", which the directory does not have`,
        'the case would have nowhere to go',
        'correct the unit, or add it to directory/units.json',
      ),
    ];
  }
  if (asksForThemes(itemsOf(process), to.unitOfTheme)) return [];
  return [
    problem(
      `Routing rule "${id}" takes the unit of the theme in "${to.unitOfTheme}", which is not an item that asks for themes`,
      'it would never find a unit',
      'name an item whose choices are the directory list "themes"',
    ),
  ];
}

function asksForThemes(items: readonly Item[], itemId: string): boolean {
  const item = items.find(({ id }) => id === itemId);
  const choices = item && 'choices' in item && !Array.isArray(item.choices) ? item.choices : undefined;
  return choices !== undefined && 'directory' in choices && choices.directory === 'themes';
}

function checkTextLength(process: Process): string[] {
  const sum = itemsOf(process).reduce((total, item) => total + (item.type === 'text' ? item.maxLength : 0), 0);
  if (sum <= TEXT_LIMIT) return [];
  return [
    problem(
      `The texts of the process may hold ${sum} characters in all, more than ${TEXT_LIMIT}`,
      'a draft is stored as one property of a table row, which has a limit',
      'lower "maxLength" of some text items',
    ),
  ];
}
