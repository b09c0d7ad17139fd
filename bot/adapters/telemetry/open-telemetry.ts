import { type Attributes, type Histogram, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import { type IMetricReader, MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Counted, Telemetry, Timed } from '../../ports';
import type { Exporters } from './exporters';
import { logRecords } from './log-records';
import { observeOutbox } from './observe-outbox';

/** Telemetry that goes somewhere. */
export interface OpenTelemetry {
  readonly telemetry: Telemetry;
  /** Takes the lines of the log; absent where logs go nowhere else. */
  readonly lines?: { write(line: string): void };
  /** Sends what is still here, and ends. */
  stop(): Promise<void>;
}

const NAME = 'espoo-international-assistant';
const EVERY_MS = 60_000;

/** A turn comes from outside, storage is outside, and a delivery is begun by the bot itself. */
const KINDS: Readonly<Record<Timed, SpanKind>> = {
  turn: SpanKind.SERVER,
  storage: SpanKind.CLIENT,
  delivery: SpanKind.INTERNAL,
};
/** What tells one span of a kind from another at a glance. */
const TITLES: Readonly<Record<Timed, string>> = { turn: 'verb', storage: 'table', delivery: 'channel' };
const COUNTED: readonly Counted[] = ['signin.refused', 'case.submitted', 'case.moved'];

/**
 * Sends telemetry by OpenTelemetry: a span and a histogram (`turn.duration` and so on, in ms) for all that is timed, a
 * counter for all that is counted, gauges for the outbox. Nothing is registered globally, so that two bots in one
 * process keep apart. A failing exporter is never felt by what is measured.
 */
export function createOpenTelemetry(exporters: Exporters, options: { readonly version: string }): OpenTelemetry {
  const resource = resourceFromAttributes({ 'service.name': NAME, 'service.version': options.version });
  const traces = new BasicTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(exporters.spans)] });
  const reader: IMetricReader = new PeriodicExportingMetricReader({
    exporter: exporters.metrics,
    exportIntervalMillis: EVERY_MS,
  });
  const metrics = new MeterProvider({ resource, readers: [reader] });
  const logs =
    exporters.logs && new LoggerProvider({ resource, processors: [new BatchLogRecordProcessor(exporters.logs)] });
  const contexts = new AsyncLocalStorageContextManager().enable();
  const tracer = traces.getTracer(NAME);
  const meter = metrics.getMeter(NAME);
  const durations = Object.fromEntries(
    Object.keys(KINDS).map((what) => [what, meter.createHistogram(`${what}.duration`, { unit: 'ms' })]),
  ) as Record<Timed, Histogram>;
  const counters = new Map(COUNTED.map((what) => [what, meter.createCounter(what)]));

  return {
    telemetry: {
      async timed(what, known, work) {
        const attributes: Attributes = { ...known };
        const name = `${what} ${known[TITLES[what]]}`;
        const span = tracer.startSpan(name, { kind: KINDS[what], attributes }, contexts.active());
        const begun = performance.now();
        try {
          return await contexts.with(trace.setSpan(contexts.active(), span), () =>
            work((more) => void Object.assign(attributes, more)),
          );
        } catch (cause) {
          attributes.outcome = 'threw';
          span.setStatus({ code: SpanStatusCode.ERROR });
          throw cause;
        } finally {
          durations[what].record(performance.now() - begun, attributes);
          span.setAttributes(attributes).end();
        }
      },
      count: (what, attributes) => counters.get(what)?.add(1, attributes),
      observeOutbox: (overview, clock) => observeOutbox(meter, overview, clock),
    },
    ...(logs && { lines: logRecords(logs.getLogger(NAME), () => contexts.active()) }),
    async stop() {
      await Promise.allSettled([traces.shutdown(), metrics.shutdown(), logs?.shutdown()]);
      contexts.disable();
    },
  };
}
