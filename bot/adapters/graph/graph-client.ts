import { Client, GraphError, type Middleware } from '@microsoft/microsoft-graph-client';
import { retryAfterSeconds as askedPause } from '../../pace/retry-after';
import { createSlots } from '../../pace/slots';
import { bearer, failureIn, type GraphToken, transport } from './graph-chain';
import { GraphFailure } from './graph-failure';

export type { GraphToken } from './graph-chain';

export interface GraphCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the version, its parts encoded: `/users/international%40espoo.fi/messages`. Or an answer's `nextLink`. */
  readonly path: string;
  /** Is encoded here: the SDK sends it as it is. */
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends the call before its own deadline. */
  readonly signal?: AbortSignal;
}

/** Makes one request and resolves with the body of the answer. Rejects with `GraphFailure`. */
export type Graph = (call: GraphCall) => Promise<unknown>;

export interface GraphOptions {
  readonly token: GraphToken;
  /** Microsoft's own unless told: tests have a stand-in. */
  readonly baseUrl?: string;
  /** 10,000 unless told. A mail takes four calls, and a claim of the outbox lasts a minute. */
  readonly answerWithinMs?: number;
  /** Between token and transport; nothing unless told. The SDK would put its retries here. */
  readonly between?: readonly Middleware[];
}

const BASE_URL = 'https://graph.microsoft.com';
const ANSWER_WITHIN_MS = 10_000;
/** Exchange serves so many requests of one app to one mailbox at once, and answers 429 to more. */
const AT_ONCE = 4;

/**
 * A client of Microsoft Graph that sends every request once. The SDK's default chain repeats whatever it sent on 429, 503
 * and 504, a mail too, and it may have been carried out; so its chain is not used, and repeating is the outbox's business.
 */
export function createGraph({ token, baseUrl = BASE_URL, answerWithinMs, between = [] }: GraphOptions): Graph {
  const slots = createSlots(AT_ONCE);
  const signalOf = ({ options }: { options?: { signal?: AbortSignal | null } }) =>
    options?.signal ?? AbortSignal.timeout(ANSWER_WITHIN_MS);
  const client = Client.initWithMiddleware({
    baseUrl,
    middleware: [bearer(new URL(baseUrl).origin, token, signalOf), ...between, transport()],
  });

  async function send({ method, path, query = {}, body, headers = {}, signal }: GraphCall): Promise<unknown> {
    if (signal?.aborted) throw new GraphFailure('no-time', { neverArrived: true });
    const deadline = AbortSignal.timeout(answerWithinMs ?? ANSWER_WITHIN_MS);
    const encoded = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    const request = client
      .api(below(baseUrl, path) + (encoded.length > 0 ? `?${encoded.join('&')}` : ''))
      .headers(headers)
      .option('signal', signal ? AbortSignal.any([deadline, signal]) : deadline);
    try {
      if (method === 'GET') return await request.get();
      if (method === 'DELETE') return await request.delete();
      return await (method === 'POST' ? request.post(body) : request.patch(body));
    } catch (cause) {
      throw failureIn(cause) ?? failureOf(cause);
    }
  }

  return (call) => slots(() => send(call));
}

/** A link that came with an answer, as a path; any other address stays one, and gets no token. */
function below(baseUrl: string, path: string): string {
  const root = `${new URL(baseUrl).origin}/v1.0`;
  return path.startsWith(`${root}/`) ? path.slice(root.length) : path;
}

function failureOf(cause: unknown): GraphFailure {
  if (!(cause instanceof GraphError)) return new GraphFailure('graph-client-error', { cause });
  const { statusCode, headers, code } = cause;
  // The answer broke off while it was read, or is not what its header says.
  if (statusCode < 0) return new GraphFailure('no-answer', { cause: code });
  const retryAfterSeconds = headers && askedPause(headers);
  // Graph's code says why; its message may quote what was sent.
  return new GraphFailure(`graph-${statusCode}`, {
    status: statusCode,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    cause: code,
  });
}
