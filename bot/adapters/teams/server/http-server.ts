/** The bot's web server: activities come in on one path, and two others tell whether it lives and is ready. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Application } from '@microsoft/teams-ai/lib/Application';
import type { Activity } from 'botbuilder';
import fastify, { type FastifyInstance } from 'fastify';
import type { FolderPages, Log, Telemetry } from '../../../ports';
import { Refusal } from '../door/refusal';
import { ForeignServiceUrl } from '../sending/send-once';
import type { TeamsAdapter } from '../turns/cloud-adapter';
import { servePages } from './folder-pages';
import { type HttpLimits, limitDepth, limitedServer } from './http-limits';

export interface HttpServerOptions {
  readonly adapter: TeamsAdapter;
  readonly application: Application;
  readonly log: Log;
  readonly telemetry: Telemetry;
  /** Whether everything behind the bot can be reached. */
  readonly isReady: () => Promise<boolean>;
  /** Whether a request is answered at all, by its headers; every one unless told. */
  readonly isAnswered?: (headers: IncomingHttpHeaders) => boolean;
  /** Whether it is about to be closed: then it is not ready, and connections end with their next answer. */
  readonly isStopping: () => boolean;
  /** The folders of cases, in local mode: whoever is at this machine may look into them. */
  readonly pages?: FolderPages;
  /** Other limits than the bot's own, for tests that cannot wait. */
  readonly limits?: Partial<HttpLimits>;
}

/** Makes the server; the caller lets it listen. Closing it waits for the requests that are under way. */
export function createHttpServer({
  adapter,
  application,
  log,
  telemetry,
  isReady,
  isAnswered,
  isStopping,
  pages,
  limits,
}: HttpServerOptions): FastifyInstance {
  const server = fastify(limitedServer(limits));
  limitDepth(server);

  if (isAnswered) {
    // Before a body is read, and also where there is nothing at the path.
    server.addHook('onRequest', (request, reply, done) => {
      if (isAnswered(request.headers)) return done();
      log.warn('http.not-answered');
      reply.code(403).send();
    });
  }
  // A connection that a caller keeps would hold up the closing for as long as the caller likes.
  // Without a promise: an answer that waits a moment longer is overtaken by garbage that came in the same packet.
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (isStopping()) reply.header('connection', 'close');
    done(null, payload);
  });
  server.post('/api/messages', async (request, reply) => {
    if (!isActivity(request.body)) return reply.code(400).send();
    try {
      const authorization = request.headers.authorization ?? '';
      const answer = await adapter.receive(request.body, authorization, async (context) => {
        await application.run(context);
      });
      return reply.code(answer?.status ?? 200).send(answer?.body);
    } catch (cause) {
      if (cause instanceof Refusal) {
        telemetry.count('signin.refused', { reason: cause.reason });
        return reply.code(cause.status).send();
      }
      // Local mode has no door, but answers nobody beyond this machine.
      if (cause instanceof ForeignServiceUrl) return reply.code(403).send();
      log.error('activity.not-processed', cause);
      return reply.code(500).send();
    }
  });
  server.get('/healthz', async (_request, reply) => reply.code(200).send({ alive: true }));
  server.get('/readyz', async (_request, reply) => {
    const ready = !isStopping() && (await isReady());
    return reply.code(ready ? 200 : 503).send({ ready });
  });
  if (pages) servePages(server, pages);
  // What went wrong with a request is for the log; to whoever sent it, a status says enough.
  server.setErrorHandler((cause: { statusCode?: number }, _request, reply) => {
    const status = cause.statusCode ?? 500;
    if (status >= 500) log.error('http.failed', cause);
    return reply.code(status).send();
  });
  server.setNotFoundHandler((_request, reply) => reply.code(404).send());
  return server;
}

/** An activity is an object with a type. What else it must have depends on who sends it. */
function isActivity(body: unknown): body is Activity {
  return typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string';
}
