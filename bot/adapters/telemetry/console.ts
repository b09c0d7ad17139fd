import { ConsoleMetricExporter } from '@opentelemetry/sdk-metrics';
import { ConsoleSpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Exporters } from './exporters';

/** To standard output, for whoever works on the bot. The log is there already. */
export function consoleExporters(): Exporters {
  return { spans: new ConsoleSpanExporter(), metrics: new ConsoleMetricExporter() };
}
