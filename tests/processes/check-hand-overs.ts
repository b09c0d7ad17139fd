import { findItem, type Item, type Process } from '../../bot/domain/process/process';
import { comparisonsIn } from './check-conditions';
import { problem } from './problem';

/** Whether what a process hands over arrives: in a process of the city, by items of both, and not to come back at once. */
export function checkHandOvers(process: Process, others: ReadonlyMap<string, Process>): string[] {
  return process.handsOver.flatMap((rule) => {
    const target = others.get(rule.to);
    if (!target || target.id === process.id) return [nowhere(rule.id, rule.to)];
    const carried = Object.entries(rule.answers).flatMap(([theirs, ours]): (string | undefined)[] => {
      const their = findItem(target, theirs);
      if (typeof ours !== 'string') return [their ? undefined : unknownItem(rule.id, theirs, rule.to)];
      const our = findItem(process, ours);
      return [
        their ? undefined : unknownItem(rule.id, theirs, rule.to),
        our ? undefined : unknownItem(rule.id, ours, process.id),
        their && our && their.type !== our.type ? otherType(rule.id, their, our) : undefined,
      ];
    });
    const same = process.sections
      .flatMap(({ items }) => items)
      .map((our) => ({ our, their: findItem(target, our.id) }))
      .map(({ our, their }) => (their && their.type !== our.type ? otherType(rule.id, their, our) : undefined));
    const set = new Map(Object.entries(rule.answers).map(([item, from]) => [item, from]));
    const back = target.handsOver
      .filter(({ to }) => to === process.id)
      .flatMap(({ when }) => comparisonsIn(when))
      .some(({ item, values }) => {
        const from = set.get(item);
        return typeof from === 'object' && values.includes(from.is);
      });
    return [...carried, ...same, back ? toAndFro(rule.id, rule.to) : undefined].filter((found) => found !== undefined);
  });
}

/** The choices of an item on which a walk leaves its process. */
export function leadsAway({ handsOver }: Process, item: string, choice: string): boolean {
  return handsOver.some(({ when }) =>
    comparisonsIn(when).some((comparison) => comparison.item === item && comparison.values.includes(choice)),
  );
}

function nowhere(rule: string, to: string): string {
  return problem(
    `Hand-over "${rule}" leads to "${to}", which is no other process of the city`,
    'the walk would go on as if nothing were',
    'name a process of the same city',
  );
}

function unknownItem(rule: string, item: string, process: string): string {
  return problem(
    `Hand-over "${rule}" speaks of "${item}", which is not an item of "${process}"`,
    'its answer would get lost',
    'correct the id in "answers"',
  );
}

function otherType(rule: string, their: Item, our: Item): string {
  return problem(
    `Hand-over "${rule}" answers "${their.id}" (${their.type}) with "${our.id}" (${our.type})`,
    'the answer would not fit the question',
    'let both have one type, or give one of them another id',
  );
}

function toAndFro(rule: string, to: string): string {
  return problem(
    `Hand-over "${rule}" leads to "${to}", which hands the walk back at once`,
    'nobody would get past the question',
    'set in "answers" what keeps the walk there',
  );
}
