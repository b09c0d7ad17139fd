import { type Context, GraphClientError, type Middleware } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import { GraphFailure } from './graph-failure';

/** An access token for Microsoft Graph, kept and renewed by whoever hands it in. */
export type GraphToken = (signal: AbortSignal) => Promise<string>;

/** What Node's fetch says when nobody listens there, or there is no such place: the request never left. */
const NEVER_ARRIVED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** A page of a listing has some hundred kilobytes. */
const MOST_BYTES = 8 * 1024 * 1024;

const fetchError = z.object({ cause: z.object({ code: z.string() }) });

/**
 * Puts the token on requests to `origin` and refuses all others. The SDK's own handler knows Microsoft's hosts only and
 * sends to any other place without a token, so a link that comes with an answer could lead anywhere.
 */
export function bearer(origin: string, token: GraphToken, signalOf: (context: Context) => AbortSignal): Middleware {
  let next: Middleware | undefined;
  return {
    setNext(following) {
      next = following;
    },
    async execute(context) {
      const address = typeof context.request === 'string' ? context.request : context.request.url;
      if (new URL(address).origin !== origin) throw past(new GraphFailure('foreign-address', { neverArrived: true }));
      const accessToken = await token(signalOf(context)).catch((cause) => {
        throw past(new GraphFailure('no-token', { neverArrived: true, cause }));
      });
      context.options = {
        ...context.options,
        headers: { ...context.options?.headers, Authorization: `Bearer ${accessToken}` },
      };
      await next?.execute(context);
    },
  };
}

/** Sends the request, once, and tells whether it can have arrived where no answer comes. Follows no redirect. */
export function transport(): Middleware {
  return {
    async execute(context) {
      try {
        const answer = await fetch(context.request, { ...context.options, redirect: 'manual' } as RequestInit);
        context.response = noLongerThan(MOST_BYTES, answer);
      } catch (cause) {
        const read = fetchError.safeParse(cause);
        const code = read.success ? read.data.cause.code : 'no-answer';
        throw past(new GraphFailure(code.toLowerCase(), { neverArrived: NEVER_ARRIVED.includes(code), cause }));
      }
    },
  };
}

/** The same answer, which breaks off where it has more bytes; whoever sends it is let go of. */
function noLongerThan(most: number, answer: Response): Response {
  if (!answer.body) return answer;
  let bytes = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, passed) {
      bytes += chunk.byteLength;
      if (bytes > most) passed.error(new RangeError(`An answer of more than ${most} bytes`));
      else passed.enqueue(chunk);
    },
  });
  return new Response(answer.body.pipeThrough(counted), answer);
}

/** The failure in the one wrapping that the SDK throws on as it is; of other errors it drops the cause. */
function past(failure: GraphFailure): GraphClientError {
  return GraphClientError.setGraphClientError({ failure });
}

/** The failure that `past` has wrapped, if it is one. */
export function failureIn(cause: unknown): GraphFailure | undefined {
  return cause instanceof GraphClientError ? cause.customError?.failure : undefined;
}
