/** How long this process was kept from working: by the machine, or by other people's presses in it. */
export interface Lateness {
  /** In milliseconds, since it began to be watched. */
  total(): number;
  stop(): void;
}

const EVERY_MS = 20;

/** Watches how late timers fire. What a bot waits for storage or the connector is none of it. */
export function watchLateness(): Lateness {
  let sum = 0;
  let expected = performance.now() + EVERY_MS;
  const late = () => Math.max(0, performance.now() - expected);
  const timer = setInterval(() => {
    sum += late();
    expected = performance.now() + EVERY_MS;
  }, EVERY_MS);
  timer.unref();
  return { total: () => sum + late(), stop: () => clearInterval(timer) };
}
