/** People who wait for an answer of this process right now. */
export interface Traffic {
  /** Answers somebody. */
  during<T>(answer: () => Promise<T>): Promise<T>;
  /** Resolves when nobody waits, and at the latest after so many milliseconds. */
  calm(atMostMs: number): Promise<void>;
}

/** @example worker({ giveWay: () => traffic.calm(250) }) */
export function createTraffic(): Traffic {
  const waiting = new Set<() => void>();
  let underWay = 0;
  return {
    async during(answer) {
      underWay += 1;
      try {
        return await answer();
      } finally {
        underWay -= 1;
        if (underWay === 0) for (const resolve of [...waiting]) resolve();
      }
    },
    async calm(atMostMs) {
      if (underWay === 0 || atMostMs === 0) return;
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        };
        const timer = setTimeout(done, atMostMs);
        waiting.add(done);
      });
    },
  };
}
