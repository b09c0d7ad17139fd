import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from './cannot-start';
import type { Child } from './children/children';
import { whatItSaid } from './children/last-words';

/** Far more than a slow machine needs: the slowest child takes 2 s here. */
const LIMIT_MS = 60_000;
const BETWEEN_ASKING_MS = 50;

/**
 * Asks a child at its address until it answers that it is ready.
 *
 * @param over ends the waiting: the developer wants to stop, or another child has failed
 * @returns how long it took from now, in milliseconds
 * @throws CannotStart when it takes longer than a minute; the reason of `over` when that comes first
 */
export async function untilReady(child: Child, over: AbortSignal): Promise<number> {
  const { plan } = child;
  const begin = performance.now();
  for (;;) {
    const status = await statusOf(plan.readyUrl);
    over.throwIfAborted();
    if (status !== undefined && plan.isReady(status)) return performance.now() - begin;
    if (performance.now() - begin > LIMIT_MS) {
      const answer = status === undefined ? 'there was no answer' : `the last answer was ${status}`;
      throw new CannotStart(
        `${plan.name} was not ready within ${LIMIT_MS / 1000} s (GET ${plan.readyUrl}: ${answer})` +
          `${whatItSaid(plan)}: run "npm start" again when you have read its log.`,
      );
    }
    await pause(BETWEEN_ASKING_MS, undefined, { signal: over });
  }
}

/** The status that a GET answers with, or undefined when nobody answers. Its connection does not stay open. */
function statusOf(url: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false, timeout: 2_000 }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.once('timeout', () => request.destroy()).once('error', () => resolve(undefined));
  });
}
