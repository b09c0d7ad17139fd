import pino, { type DestinationStream } from 'pino';
import type { Log } from '../../ports';

/** Names under which what people typed might stand; whatever is logged under them is left out. */
const TYPED = ['text', 'answers', 'value', 'values', 'inputs', 'card', 'name'];

/**
 * The structured log, a line of JSON for each event. An error is written as its type, code and message with the stack;
 * `destination` is standard output unless a test hands in its own.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: TYPED.flatMap((name) => [name, `*.${name}`]), remove: true },
  };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    info: (event, fields = {}) => logger.info({ event, ...fields }),
    warn: (event, fields = {}) => logger.warn({ event, ...fields }),
    error: (event, cause, fields = {}) => logger.error({ event, err: cause, ...fields }),
  };
}
