/** Runs a task when the earlier ones of its lane have ended, well or not. Lanes do not wait for each other. */
export type Lanes = <T>(lane: number, task: () => Promise<T>) => Promise<T>;

export function createLanes(): Lanes {
  const ends = new Map<number, Promise<unknown>>();
  return (lane, task) => {
    const before = ends.get(lane) ?? Promise.resolve();
    const result = before.then(task);
    ends.set(
      lane,
      result.catch(() => undefined),
    );
    return result;
  };
}
