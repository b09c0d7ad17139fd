/** Runs a task as soon as one of the slots is free, in the order of asking. */
export type Slots = <T>(task: () => Promise<T>) => Promise<T>;

/** @example const slots = createSlots(4); await slots(() => fetch(url)); */
export function createSlots(count: number): Slots {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      // A slot is handed on, not freed, so that nobody who asks later gets in before those who wait.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
