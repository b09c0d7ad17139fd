/** Delivers activities over connections that are kept, as Teams does. */
import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Delivers one activity and resolves to the answer. */
export type Post = (activity: string) => Promise<Answer>;

/** A way to a server. */
export interface Way {
  readonly post: Post;
  /** Gives its connections back. */
  close(): void;
}

/** Opens a way for whoever the token stands for. Nothing is sent yet. */
export function openPost(url: string, token: string): Way {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(url);
  const target = { host: hostname, port, path: '/api/messages', method: 'POST', agent };
  const post: Post = (activity) =>
    new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(activity),
      };
      const sent = request({ ...target, headers }, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      });
      // A server may close a kept connection at the very moment that it is used again: it has not seen this request.
      sent.on('error', (cause: NodeJS.ErrnoException) => {
        if (sent.reusedSocket && cause.code === 'ECONNRESET') resolve(post(activity));
        else reject(cause);
      });
      sent.end(activity);
    });
  return { post, close: () => agent.destroy() };
}
