/** What a request may be like, so that nobody can hold the bot up with one. */
import { STATUS_CODES } from 'node:http';
import type { FastifyHttpOptions, FastifyInstance, RawServerDefault } from 'fastify';
import { jsonDepth } from './json-depth';

export interface HttpLimits {
  /** Until the headers must have come, in milliseconds. */
  readonly headersWithinMs: number;
  /** Until the whole request must have come, in milliseconds: Teams gives up on an answer after as many. */
  readonly requestWithinMs: number;
  /** How often slow requests are looked for, in milliseconds. */
  readonly lookEveryMs: number;
}

const LIMITS: HttpLimits = { headersWithinMs: 10_000, requestWithinMs: 15_000, lookEveryMs: 1_000 };

/** Teams' activities are a few kilobytes; a card's inputs are limited by the processes. */
const BODY_LIMIT = 256 * 1024;
/** Tokens are about two kilobytes. */
const HEADER_LIMIT = 16 * 1024;
/** An activity with a card's data in it is about ten deep. */
const DEPTH_LIMIT = 64;

const STATUSES: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** How fastify is made, so that the limits hold and nothing that it says of itself is told. */
export function limitedServer(limits: Partial<HttpLimits> = {}) {
  const { headersWithinMs, requestWithinMs, lookEveryMs } = { ...LIMITS, ...limits };
  return {
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    requestTimeout: requestWithinMs,
    http: {
      maxHeaderSize: HEADER_LIMIT,
      headersTimeout: headersWithinMs,
      connectionsCheckingInterval: lookEveryMs,
    },
    clientErrorHandler(cause, socket) {
      if (cause.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
      const status = STATUSES[cause.code] ?? 400;
      socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    },
    // Such as an address that cannot be read: fastify would answer with a sentence that quotes it.
    frameworkErrors: (_cause, _request, reply) => void reply.raw.writeHead(400).end(),
  } satisfies FastifyHttpOptions<RawServerDefault>;
}

/** Refuses JSON that is nested too deep before it is read, and else reads it as fastify does. */
export function limitDepth(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = body.toString();
    if (jsonDepth(text) <= DEPTH_LIMIT) return parse(request, text, done);
    done(Object.assign(new Error('JSON is nested too deep.'), { statusCode: 400 }), undefined);
  });
}
