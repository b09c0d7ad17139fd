/** Fetches JSON over Node's own client: the built-in `fetch` would be loaded for nothing else, and takes a start 45 ms. */
import { get as getByHttp, type IncomingMessage } from 'node:http';
import { get as getByHttps } from 'node:https';

const MOST_REDIRECTS = 3;

export interface FetchLimits {
  /** Milliseconds until the whole answer must have come. */
  readonly withinMs: number;
  /** Bytes that it may have: the rest is not waited for. */
  readonly mostBytes: number;
}

/**
 * Resolves to what is at `url`, which may be moved within its protocol. Rejects where it is not answered with 200 and JSON,
 * to the end and within the limits.
 */
export function fetchJson(url: string, { withinMs, mostBytes }: FetchLimits): Promise<unknown> {
  return fetched(new URL(url), { signal: AbortSignal.timeout(withinMs), mostBytes, redirects: MOST_REDIRECTS });
}

interface Fetching {
  readonly signal: AbortSignal;
  readonly mostBytes: number;
  readonly redirects: number;
}

async function fetched(url: URL, { signal, mostBytes, redirects }: Fetching): Promise<unknown> {
  const answer = await answerOf(url, signal);
  const { statusCode, headers } = answer;
  if (statusCode === 200) return JSON.parse(await textOf(answer, url, mostBytes));
  // What is beside the headers is for nobody, however long it is.
  answer.destroy();
  if (headers.location !== undefined && URL.canParse(headers.location, url.href) && redirects > 0) {
    const next = new URL(headers.location, url);
    if (next.protocol === url.protocol) return fetched(next, { signal, mostBytes, redirects: redirects - 1 });
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

/** Leaving the loop by an error ends the answer, too: nothing more of it is taken in. */
async function textOf(answer: IncomingMessage, url: URL, mostBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new RangeError(`${url.href} answered with more than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
