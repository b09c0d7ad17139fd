/**
 * The promise's value, or `remembered` where it takes longer than that: a press has to be answered in time, so nothing that
 * only refreshes a memory may use that time up. The promise goes on by itself.
 */
export async function withPatience<T>(milliseconds: number, fresh: Promise<T>, remembered: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(remembered), milliseconds);
  });
  try {
    return await Promise.race([fresh, impatience]);
  } finally {
    clearTimeout(timer);
  }
}
