import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import type { Telemetry } from '../../ports';
import type { StorageClock } from './storage-clock';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

type Policy = NonNullable<TableServiceClientOptions['additionalPolicies']>[number]['policy'];

/** How the account is reached: with the key in a connection string, or as somebody who proves who they are. */
export type StorageAccess =
  | { readonly connectionString: string }
  | {
      readonly endpoint: string;
      readonly credential: TokenCredential;
      /** A further certificate authority (PEM) to believe, for tests. */
      readonly authority?: string;
    };

export interface TableClientOptions {
  /** The longest that one call may take, with all its repeats. */
  readonly deadlineMs: number;
  /** Hears what time storage has. */
  readonly clock: StorageClock;
  /** Is told of each request, also of those that repeat one. */
  readonly telemetry: Telemetry;
}

/**
 * The client of a table, set up so that a call fails soon rather than late. Nothing is sent yet.
 * @throws Error when the connection string would send data unencrypted over a network.
 */
export function tableClient(
  access: StorageAccess,
  table: string,
  { deadlineMs, clock, telemetry }: TableClientOptions,
): TableClient {
  const options = {
    retryOptions: { maxRetries: 2, retryDelayInMs: 100, maxRetryDelayInMs: 400 },
    additionalPolicies: [
      { policy: deadline(deadlineMs), position: 'perCall' },
      { policy: timed(telemetry, table), position: 'perRetry' },
      { policy: hearing(clock), position: 'perRetry' },
    ],
  } satisfies TableServiceClientOptions;
  if ('connectionString' in access) {
    const { connectionString } = access;
    const allowInsecureConnection = isUnencrypted(connectionString);
    return TableClient.fromConnectionString(connectionString, table, { ...options, allowInsecureConnection });
  }
  const { endpoint, credential, authority } = access;
  return new TableClient(endpoint, table, credential, {
    ...options,
    ...(authority !== undefined && { tlsOptions: { ca: authority } }),
  });
}

function isUnencrypted(connectionString: string): boolean {
  if (/UseDevelopmentStorage=true/i.test(connectionString)) return true;
  const endpoint = /TableEndpoint=([^;]+)/i.exec(connectionString)?.[1];
  const isHttp = endpoint ? endpoint.startsWith('http:') : /DefaultEndpointsProtocol=http(;|$)/i.test(connectionString);
  if (isHttp && (!endpoint || !LOOPBACK.has(new URL(endpoint).hostname))) {
    throw new Error(
      'AZURE_STORAGE_CONNECTION_STRING names an http endpoint that is not on this machine: answers and names would ' +
        'travel unencrypted. Use the https connection string of the storage account.',
    );
  }
  return isHttp;
}

/** The client itself has no limit at all for a server that takes a request and then stays silent. */
function deadline(milliseconds: number): Policy {
  return {
    name: 'deadline',
    async sendRequest(request, next) {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(), milliseconds);
      request.abortSignal = controller.signal;
      try {
        return await next(request);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

function timed(telemetry: Telemetry, table: string): Policy {
  return {
    name: 'timed',
    sendRequest: (request, next) =>
      telemetry.timed('storage', { table, method: request.method }, async (learn) => {
        const response = await next(request);
        learn({ status: response.status });
        return response;
      }),
  };
}

function hearing(clock: StorageClock): Policy {
  return {
    name: 'hearing-the-time',
    async sendRequest(request, next) {
      const response = await next(request);
      clock.heard(response.headers.get('date'));
      return response;
    },
  };
}
