/**
 * A web server for packages that want one with Express' manners, without the cost of Express: in favour of whoever uses it.
 */
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { announce } from './peer';

/** A request whose body has been read and parsed. */
export class PlainRequest extends IncomingMessage {
  declare method: string;
  body: Record<string, unknown> = {};
}

export class PlainResponse extends ServerResponse<PlainRequest> {
  status(code: number): this {
    this.statusCode = code;
    return this;
  }

  send(body?: unknown): this {
    if (body === undefined) return this.end();
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    if (!this.hasHeader('content-type')) this.setHeader('content-type', 'application/json; charset=utf-8');
    return this.end(text);
  }

  header(name: string, value: string): this {
    return this.setHeader(name, value);
  }
}

/** Takes activities at `/api/messages` on a free port, and tells the bench of it. */
export function servePlainly(answer: (request: PlainRequest, response: PlainResponse) => Promise<unknown>): void {
  const server = createServer(
    { IncomingMessage: PlainRequest, ServerResponse: PlainResponse },
    async (request, response) => {
      try {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk);
        request.body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
        await answer(request, response);
      } catch (cause) {
        console.error(cause);
        if (!response.writableEnded) response.status(500).end();
      }
    },
  );
  server.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port));
}
