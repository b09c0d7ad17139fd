/** How requests travel to storage: over kept connections, whole texts in and out. */
import { createHttpHeaders, type HttpClient, type PipelineRequest, RestError } from '@azure/core-rest-pipeline';
import { Agent, type Dispatcher } from 'undici';

/** The answer did not come, or not to its end, in the time that the request had. */
class AbortError extends Error {
  override readonly name = 'AbortError';
}

/**
 * How long a connection waits for its next request, in milliseconds, where storage does not say how long it will: half of
 * what Azure's networks keep one that is silent.
 */
const KEPT_MS = 120_000;

/** What undici calls that which the storage client's own transport, and its rules of what to repeat, know by other names. */
const CODES: Readonly<Record<string, string>> = {
  UND_ERR_SOCKET: 'ECONNRESET',
  UND_ERR_CONNECT_TIMEOUT: 'ETIMEDOUT',
};

/**
 * The way to storage for the client of the tables, in the place of the one that it brings: that one is made for streams,
 * uploads and signals, and takes a tenth of a press more. A request has the milliseconds of its `timeout` to be answered
 * to the end. Rejects as that one does: with `RestError` where no answer comes, with `AbortError` where it comes too late.
 * @param authority A further certificate authority (PEM) to believe.
 */
export function createHttpClient(authority?: string): HttpClient {
  const agent = new Agent({
    keepAliveTimeout: KEPT_MS,
    // The time that a request has is watched here, with the connection and the whole answer in it.
    headersTimeout: 0,
    bodyTimeout: 0,
    ...(authority !== undefined && { connect: { ca: authority } }),
  });

  return {
    sendRequest: (request) =>
      new Promise((resolve, reject) => {
        const asked = askedIn(request);
        let controller: Dispatcher.DispatchController | undefined;
        let late: AbortError | undefined;
        const timer = setTimeout(() => {
          late = new AbortError('Storage did not answer in time.');
          reject(late);
          controller?.abort(late);
        }, request.timeout);
        let status = 0;
        let headers = createHttpHeaders();
        const chunks: Buffer[] = [];
        agent.dispatch(asked, {
          onRequestStart(begun) {
            controller = begun;
            // It has waited for a connection all that time.
            if (late) begun.abort(late);
          },
          onResponseStart(_controller, code, received) {
            status = code;
            headers = headersOf(received);
          },
          onResponseData(_controller, chunk) {
            chunks.push(chunk);
          },
          onResponseEnd() {
            clearTimeout(timer);
            resolve({ status, headers, bodyAsText: Buffer.concat(chunks).toString('utf8'), request });
          },
          onResponseError(_controller, cause: NodeJS.ErrnoException) {
            clearTimeout(timer);
            const code = CODES[cause.code ?? ''] ?? cause.code ?? RestError.REQUEST_SEND_ERROR;
            reject(new RestError(cause.message, { code, request }));
          },
        });
      }),
  };
}

function askedIn(request: PipelineRequest): Dispatcher.DispatchOptions {
  const { origin, protocol, hostname, pathname, search } = new URL(request.url);
  if (protocol !== 'https:' && !request.allowInsecureConnection) {
    throw new Error(`${hostname} would be reached by http, and nothing says that it may be.`);
  }
  const headers = request.headers.toJSON({ preserveCase: true });
  return { origin, path: pathname + search, method: request.method, headers, body: textIn(request) };
}

function textIn({ body }: PipelineRequest): string | null {
  if (typeof body === 'string') return body;
  if (body === undefined || body === null) return null;
  throw new Error('Storage is sent texts only: the client of the tables has begun to send something else.');
}

function headersOf(received: Readonly<Record<string, string | string[] | undefined>>) {
  const read = createHttpHeaders();
  for (const [name, value] of Object.entries(received)) if (typeof value === 'string') read.set(name, value);
  return read;
}
