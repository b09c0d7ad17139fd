import type { Context } from '@opentelemetry/api';
import type { AnyValueMap, Logger } from '@opentelemetry/api-logs';

interface Line {
  readonly level: number;
  readonly time: string;
  readonly event: string;
  readonly err?: { readonly type?: string; readonly message?: string; readonly stack?: string };
  readonly [field: string]: unknown;
}

/**
 * Takes the lines of the log as they are written, and hands each on as a record: so nothing goes out that the log does
 * not show, and what the log leaves out is left out here. An error becomes an exception by OpenTelemetry's names.
 */
export function logRecords(logger: Logger, active: () => Context): { write(line: string): void } {
  return {
    write(text) {
      const { level, time, event, err, msg: _, ...fields }: Line = JSON.parse(text);
      const attributes: AnyValueMap = { event };
      for (const [name, value] of Object.entries(fields)) attributes[name] = simple(value);
      if (err) {
        attributes['exception.type'] = err.type;
        attributes['exception.message'] = err.message;
        attributes['exception.stacktrace'] = err.stack;
      }
      logger.emit({
        severityNumber: severity(level),
        timestamp: new Date(time),
        body: event,
        attributes,
        context: active(),
      });
    },
  };
}

/** pino counts levels in tens from trace (10) to fatal (60); OpenTelemetry in fours from 1. */
function severity(level: number): number {
  return (Math.floor(level / 10) - 1) * 4 + 1;
}

function simple(value: unknown): string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : JSON.stringify(value);
}
