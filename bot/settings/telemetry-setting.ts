/** Where traces, metrics and logs go besides the log's own output. */
import { z } from 'zod/v4';
import { type Environment, read } from './setting';

export type TelemetrySetting =
  | { readonly to: 'nowhere' | 'console' }
  | { readonly to: 'azure-monitor'; readonly connectionString: string };

const CONNECTION = 'the connection string of the Application Insights resource, or leave it out to send nothing';
const connection = z.string().regex(/^(?=.*InstrumentationKey=)(?=.*IngestionEndpoint=)/i);

/** Reads it. Throws `ConfigError`. */
export function readTelemetry(env: Environment): TelemetrySetting {
  const name = 'APPLICATIONINSIGHTS_CONNECTION_STRING';
  if (env[name]) return { to: 'azure-monitor', connectionString: read(env, name, connection, CONNECTION) };
  return { to: read(env, 'TELEMETRY', z.enum(['nowhere', 'console']), 'nowhere or console', 'nowhere') };
}
