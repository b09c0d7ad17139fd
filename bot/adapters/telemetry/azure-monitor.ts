import type { TokenCredential } from '@azure/identity';
import {
  AzureMonitorLogExporter,
  AzureMonitorMetricExporter,
  AzureMonitorTraceExporter,
} from '@azure/monitor-opentelemetry-exporter';
import type { Exporters } from './exporters';

export interface AzureMonitorOptions {
  readonly credential: TokenCredential | undefined;
  /** The process's own: only there can the exporter be told not to send figures about itself to its makers. */
  readonly env: NodeJS.ProcessEnv;
  /** A further certificate authority (PEM) to believe, for tests. */
  readonly authority?: string;
}

/**
 * To Application Insights, as the bot itself; without a credential by the key in the connection string. Nothing is
 * kept on disk, which may be read-only.
 */
export function azureMonitorExporters(
  connectionString: string,
  { credential, env, authority }: AzureMonitorOptions,
): Exporters {
  env.APPLICATION_INSIGHTS_NO_STATSBEAT ??= 'true';
  env.APPLICATIONINSIGHTS_SDKSTATS_DISABLED ??= 'true';
  const options = {
    connectionString,
    disableOfflineStorage: true,
    ...(credential && { credential }),
    ...(authority !== undefined && { tlsOptions: { ca: authority } }),
  };
  return {
    spans: new AzureMonitorTraceExporter(options),
    metrics: new AzureMonitorMetricExporter(options),
    logs: new AzureMonitorLogExporter(options),
  };
}
