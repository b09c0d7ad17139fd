/** How requests travel to storage: Node's own client over kept connections, whole texts in and out. */
import { Agent, type IncomingMessage, request as requestByHttp } from 'node:http';
import { request as requestByHttps, Agent as SecureAgent } from 'node:https';
import { createHttpHeaders, type HttpClient, type PipelineRequest, RestError } from '@azure/core-rest-pipeline';

/** The answer did not come, or not to its end, in the time that the request had. */
class AbortError extends Error {
  override readonly name = 'AbortError';
}

/**
 * The way to storage for the client of the tables, in the place of the one that it brings: that one is made for streams,
 * uploads and signals, and takes a tenth of a press more. A request has the milliseconds of its `timeout` to be answered
 * to the end. Rejects as that one does: with `RestError` where no answer comes, with `AbortError` where it comes too late.
 * @param authority A further certificate authority (PEM) to believe.
 */
export function createHttpClient(authority?: string): HttpClient {
  const plain = new Agent({ keepAlive: true });
  const secure = new SecureAgent({ keepAlive: true, ...(authority !== undefined && { ca: authority }) });

  function open(request: PipelineRequest) {
    const { protocol, hostname, port, pathname, search } = new URL(request.url);
    const { method, headers } = request;
    const target = { hostname, port, path: pathname + search, method, headers: headers.toJSON({ preserveCase: true }) };
    if (protocol === 'https:') return requestByHttps({ ...target, agent: secure });
    if (request.allowInsecureConnection) return requestByHttp({ ...target, agent: plain });
    throw new Error(`${hostname} would be reached by http, and nothing says that it may be.`);
  }

  return {
    sendRequest: (request) =>
      new Promise((resolve, reject) => {
        const body = textIn(request);
        const sent = open(request);
        const timer = setTimeout(
          () => sent.destroy(new AbortError('Storage did not answer in time.')),
          request.timeout,
        );
        const fail = (cause: NodeJS.ErrnoException) => {
          clearTimeout(timer);
          if (cause instanceof AbortError) return reject(cause);
          reject(new RestError(cause.message, { code: cause.code ?? RestError.REQUEST_SEND_ERROR, request }));
        };
        sent.on('error', fail);
        sent.on('response', (response) => {
          let bodyAsText = '';
          response.setEncoding('utf8');
          response.on('data', (text: string) => {
            bodyAsText += text;
          });
          response.on('error', fail);
          response.on('end', () => {
            clearTimeout(timer);
            resolve({ status: response.statusCode ?? 0, headers: headersOf(response), bodyAsText, request });
          });
        });
        sent.end(body);
      }),
  };
}

function textIn({ body }: PipelineRequest): string | undefined {
  if (typeof body === 'string') return body;
  if (body === undefined || body === null) return undefined;
  throw new Error('Storage is sent texts only: the client of the tables has begun to send something else.');
}

function headersOf({ headers }: IncomingMessage): ReturnType<typeof createHttpHeaders> {
  const read = createHttpHeaders();
  for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') read.set(name, value);
  return read;
}
