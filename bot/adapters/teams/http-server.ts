/** The bot's web server: activities come in on one path, and two others tell whether it lives and is ready. */
import type { Application } from '@microsoft/teams-ai';
import type { CloudAdapter, Response } from 'botbuilder';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { Log } from '../../ports';
import { tenantOf } from './turn-of';

export interface HttpServerOptions {
  readonly adapter: CloudAdapter;
  readonly application: Application;
  readonly log: Log;
  /** Activities of other tenants are ignored; undefined believes all (local mode). */
  readonly tenant?: string;
  /** Whether everything behind the bot can be reached. */
  readonly isReady: () => Promise<boolean>;
}

/** Teams' activities are a few kilobytes; a card's inputs are limited by the processes. */
const BODY_LIMIT = 256 * 1024;

/** Makes the server; the caller lets it listen. Closing it waits for the requests that are under way. */
export function createHttpServer({ adapter, application, log, tenant, isReady }: HttpServerOptions): FastifyInstance {
  const server = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: 'idle', requestTimeout: 15_000 });

  server.post('/api/messages', async (request, reply) => {
    if (!isActivity(request.body)) return reply.code(400).send();
    reply.hijack();
    try {
      await adapter.process(
        { body: request.body, headers: request.headers, method: request.method },
        answering(reply),
        async (context) => {
          if (tenant !== undefined && tenantOf(context.activity) !== tenant) {
            log.warn('activity.foreign-tenant');
            return;
          }
          await application.run(context);
        },
      );
    } catch (cause) {
      log.error('activity.not-processed', cause);
      if (!reply.raw.headersSent) reply.raw.statusCode = 400;
      reply.raw.end();
    }
  });
  server.get('/healthz', async (_request, reply) => reply.code(200).send({ alive: true }));
  server.get('/readyz', async (_request, reply) => {
    const ready = await isReady();
    return reply.code(ready ? 200 : 503).send({ ready });
  });
  // What went wrong with a request is for the log; to whoever sent it, a status says enough.
  server.setErrorHandler((cause: { statusCode?: number }, _request, reply) => {
    const status = cause.statusCode ?? 500;
    if (status >= 500) log.error('http.failed', cause);
    return reply.code(status).send();
  });
  return server;
}

/** An activity without a type makes the SDK reject before it has looked at the token. */
function isActivity(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string';
}

/** The SDK speaks Express; these are the four calls that it makes. Its error messages are not passed on. */
function answering(reply: FastifyReply): Response {
  const { raw } = reply;
  return {
    socket: raw.socket,
    header: (name, value) => raw.setHeader(name, String(value)),
    status: (code) => {
      raw.statusCode = code;
    },
    send: (body) => {
      if (raw.statusCode >= 400) return;
      if (typeof body === 'object') raw.setHeader('content-type', 'application/json; charset=utf-8');
      raw.write(typeof body === 'string' ? body : JSON.stringify(body));
    },
    end: () => raw.end(),
  };
}
