/** What a case's figures are compared with: those of the case before it, where the process says that they can be. */
import type { Todo } from '../case/todo';
import type { Process } from '../process/process';

/** Figures by the items that ask for them. */
export type Figures = Readonly<Record<string, number>>;

/** What has been recorded so far of the figures that a process compares. */
export function comparedFigures({ comparison }: Process, todos: readonly Pick<Todo, 'answers'>[]): Figures {
  const recorded = Object.assign({}, ...todos.map(({ answers }) => answers ?? {}));
  return Object.fromEntries(
    Object.keys(comparison?.example ?? {}).flatMap((item): [string, number][] => {
      const figure: unknown = recorded[item];
      return typeof figure === 'number' ? [[item, figure]] : [];
    }),
  );
}

/** What a line tells of a case that others are compared with. */
interface Comparable {
  readonly number: string;
  readonly tenant: string;
  readonly figures?: Figures;
}

/** Of lines with figures, the newest first, the one that a case is compared with: not itself, and of the same tenant. */
export function comparableTo<Line extends Comparable>(
  { number, requester: { tenant } }: { readonly number: string; readonly requester: { readonly tenant: string } },
  lines: readonly Line[],
): Line | undefined {
  return lines.find((line) => line.number !== number && line.tenant === tenant && line.figures !== undefined);
}
