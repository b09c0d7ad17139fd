/** Opens telemetry as the settings say. Its libraries are loaded only where it is on: they would double the start. */
import type { AzureMonitorOptions } from '../adapters/telemetry/azure-monitor';
import type { Exporters } from '../adapters/telemetry/exporters';
import type { OpenTelemetry } from '../adapters/telemetry/open-telemetry';
import { NO_TELEMETRY } from '../ports';
import type { TelemetrySetting } from '../settings/telemetry-setting';

interface TelemetryOptions extends AzureMonitorOptions {
  /** The product's, which stands beside everything that is sent. */
  readonly version: string;
}

/** @throws Error for a connection string that the exporter cannot use. */
export function openTelemetry(setting: TelemetrySetting, options: TelemetryOptions): OpenTelemetry {
  const exporters = exportersFor(setting, options);
  if (!exporters) return { telemetry: NO_TELEMETRY, stop: async () => {} };
  const library: typeof import('../adapters/telemetry/open-telemetry') = require('../adapters/telemetry/open-telemetry');
  return library.createOpenTelemetry(exporters, options);
}

function exportersFor(setting: TelemetrySetting, options: TelemetryOptions): Exporters | undefined {
  switch (setting.to) {
    case 'nowhere':
      return undefined;
    case 'console': {
      const library: typeof import('../adapters/telemetry/console') = require('../adapters/telemetry/console');
      return library.consoleExporters();
    }
    case 'azure-monitor': {
      const library: typeof import('../adapters/telemetry/azure-monitor') = require('../adapters/telemetry/azure-monitor');
      return library.azureMonitorExporters(setting.connectionString, options);
    }
  }
}
