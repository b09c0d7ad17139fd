import pino, { type DestinationStream } from 'pino';
import type { Log } from '../../ports';

/** Names under which what people typed might stand; whatever is logged under them is left out. */
const TYPED = ['text', 'answers', 'value', 'values', 'inputs', 'card', 'name'];

/**
 * The structured log, a line of JSON for each event. Of an error it has the type, code, status, message and stack, with
 * those of its causes; whatever else hangs on one (a client's request with its body) stays out. `destination` is standard
 * output unless a test hands in its own.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: plainError },
    redact: { paths: TYPED.flatMap((name) => [name, `*.${name}`]), remove: true },
  };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    info: (event, fields = {}) => logger.info({ event, ...fields }),
    warn: (event, fields = {}) => logger.warn({ event, ...fields }),
    error: (event, cause, fields = {}) => logger.error({ event, err: cause, ...fields }),
  };
}

/** What was thrown and is no error is told by its kind alone: it may be anything. */
function plainError(cause: unknown) {
  if (!(cause instanceof Error)) return { type: typeof cause };
  const { message, stack, code, statusCode } = pino.stdSerializers.err(cause);
  // By its own name: that of its class may be another in a bundle.
  return { type: cause.name, code, statusCode, message, stack };
}
