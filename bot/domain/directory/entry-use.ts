/** What an entry of the directory is needed for, so that nothing is taken out of use that a rule still points to. */

import type { Process } from '../process/process';
import type { DirectoryContent, Theme } from './directory';
import type { EditableList } from './entry';

/** Why an entry stays: themes that point to it, or processes (by id) whose rules name it; `always` for the team itself. */
export type Use =
  | { readonly by: 'always' }
  | { readonly by: 'processes'; readonly processes: readonly string[] }
  | { readonly by: 'themes'; readonly themes: readonly Theme[] };

/** Lists whose entries belong to the processes: there is one for each thing that they speak of. */
const ALWAYS_NEEDED: readonly EditableList[] = ['reminders', 'leadTimes', 'dignitaryMatrix', 'retention'];

/** What an entry is needed for, or undefined where it can be retired. */
export function useOf(
  list: EditableList,
  id: string,
  directory: DirectoryContent,
  processes: Iterable<Process>,
): Use | undefined {
  if (list === 'sisterCities' || list === 'networks') return undefined;
  if (ALWAYS_NEEDED.includes(list) || (list === 'units' && id === directory.standing.coordinator)) {
    return { by: 'always' };
  }
  const naming = [...processes].filter((process) =>
    list === 'units' ? namesUnit(process, id) : namesTheme(process, id),
  );
  if (naming.length > 0) return { by: 'processes', processes: naming.map((process) => process.id) };
  const themes = list === 'units' ? directory.themes.filter(({ unit }) => unit === id) : [];
  return themes.length > 0 ? { by: 'themes', themes } : undefined;
}

function namesUnit({ routing }: Process, unit: string): boolean {
  return [...routing.responsible, ...routing.informed].some(({ to }) => 'unit' in to && to.unit === unit);
}

/** Whether a condition of the process asks for this theme by its id. */
function namesTheme(process: Process, theme: string): boolean {
  const asking = new Set(
    process.sections.flatMap(({ items }) =>
      items
        .filter((item) => 'choices' in item && 'directory' in item.choices && item.choices.directory === 'themes')
        .map(({ id }) => id),
    ),
  );
  return conditionsIn(process).some(
    (condition) => asking.has(condition.answer) && [condition.is, ...(condition.in ?? [])].includes(theme),
  );
}

interface Asking {
  readonly answer: string;
  readonly is?: unknown;
  readonly in?: readonly unknown[];
}

/** Every condition on one answer, wherever it stands in the process. */
function conditionsIn(value: unknown): readonly Asking[] {
  if (typeof value !== 'object' || value === null) return [];
  const here = 'answer' in value && typeof value.answer === 'string' ? [value as Asking] : [];
  return [...here, ...Object.values(value).flatMap(conditionsIn)];
}
