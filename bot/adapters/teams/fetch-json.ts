/** Fetches JSON over Node's own client: the built-in `fetch` would be loaded for nothing else, and takes a start 45 ms. */
import { get as getByHttp, type IncomingMessage } from 'node:http';
import { get as getByHttps } from 'node:https';
import { json } from 'node:stream/consumers';

const MOST_REDIRECTS = 3;

/**
 * Resolves to what is at `url`, which may be moved within its protocol. Rejects where it is not answered with 200 and JSON,
 * to the end, in `withinMs` milliseconds.
 */
export function fetchJson(url: string, withinMs: number): Promise<unknown> {
  return fetched(new URL(url), AbortSignal.timeout(withinMs), MOST_REDIRECTS);
}

async function fetched(url: URL, signal: AbortSignal, redirects: number): Promise<unknown> {
  const answer = await answerOf(url, signal);
  const { statusCode, headers } = answer;
  if (statusCode === 200) return json(answer);
  answer.resume();
  if (headers.location !== undefined && URL.canParse(headers.location, url.href) && redirects > 0) {
    const next = new URL(headers.location, url);
    if (next.protocol === url.protocol) return fetched(next, signal, redirects - 1);
  }
  throw new Error(`${url.href} answered ${statusCode}`);
}

function answerOf(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const get = url.protocol === 'https:' ? getByHttps : getByHttp;
  return new Promise((resolve, reject) => {
    // The listener stays: an answer that stops in its middle is told to the request, too.
    get(url, { signal }, resolve).on('error', reject);
  });
}
