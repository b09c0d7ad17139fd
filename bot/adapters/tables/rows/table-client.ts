import type { PipelineRequest } from '@azure/core-rest-pipeline';
import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import type { Telemetry } from '../../../ports';
import { createHttpClient } from './http-client';
import { onlyFromStorage } from './storage-answer';
import type { StorageClock } from './storage-clock';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** What would ask for answers that are packed, which the transport does not unpack, or follow one elsewhere with a signature. */
const UNWANTED = ['decompressResponsePolicy', 'redirectPolicy'] as const;

type AdditionalPolicy = NonNullable<TableServiceClientOptions['additionalPolicies']>[number];
type Policy = AdditionalPolicy['policy'];

/** All tables share its connections. */
const sharedHttpClient = createHttpClient();

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
  /** Whether doubles come with their type, so that 1.0 is not taken for the whole number 1. */
  readonly typedDoubles?: boolean;
}

/**
 * The client of a table, set up so that a call fails soon rather than late. Nothing is sent yet.
 * @throws Error when the connection string would send data unencrypted over a network.
 */
export function tableClient(
  access: StorageAccess,
  table: string,
  { deadlineMs, clock, telemetry, typedDoubles = false }: TableClientOptions,
): TableClient {
  const options = {
    retryOptions: { maxRetries: 2, retryDelayInMs: 100, maxRetryDelayInMs: 400 },
    additionalPolicies: [
      ...within(deadlineMs),
      { policy: timed(telemetry, table), position: 'perRetry' },
      { policy: hearing(clock), position: 'perRetry' },
      { policy: onlyFromStorage, position: 'perRetry' },
      ...(typedDoubles ? [{ policy: typingDoubles, position: 'perRetry' as const }] : []),
    ],
  } satisfies TableServiceClientOptions;
  const client = reaching(access, table, options);
  for (const name of UNWANTED) client.pipeline.removePolicy({ name });
  return client;
}

function reaching(access: StorageAccess, table: string, options: TableServiceClientOptions): TableClient {
  if ('connectionString' in access) {
    const { connectionString } = access;
    const allowInsecureConnection = isUnencrypted(connectionString);
    const httpClient = sharedHttpClient;
    return TableClient.fromConnectionString(connectionString, table, {
      ...options,
      httpClient,
      allowInsecureConnection,
    });
  }
  const { endpoint, credential, authority } = access;
  const httpClient = authority === undefined ? sharedHttpClient : createHttpClient(authority);
  return new TableClient(endpoint, table, credential, { ...options, httpClient });
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

/** Gives a call so many milliseconds with all its tries: each has what is left of them. The client itself knows no limit. */
function within(milliseconds: number): readonly AdditionalPolicy[] {
  const until = new WeakMap<PipelineRequest, number>();
  const call: Policy = {
    name: 'time-for-the-call',
    sendRequest(request, next) {
      until.set(request, performance.now() + milliseconds);
      return next(request);
    },
  };
  const attempt: Policy = {
    name: 'time-that-is-left',
    sendRequest(request, next) {
      const left = (until.get(request) ?? 0) - performance.now();
      request.timeout = Math.max(1, left);
      return next(request);
    },
  };
  return [
    { policy: call, position: 'perCall' },
    { policy: attempt, position: 'perRetry' },
  ];
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

/** Below the client's own reading of answers, which takes the text for what it is. */
const typingDoubles: Policy = {
  name: 'typing-doubles',
  async sendRequest(request, next) {
    const response = await next(request);
    if (response.bodyAsText) response.bodyAsText = withDoublesTyped(response.bodyAsText);
    return response;
  },
};

/** A text, and the number behind it where it is the name of one; so nothing within a text is taken for a name. */
const NAMES_AND_NUMBERS = /"((?:[^"\\]|\\.)*)"(?:\s*:\s*(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?))?/g;

/** The service tells doubles from whole numbers by how it writes them (`1.0`), which JSON.parse forgets. */
export function withDoublesTyped(json: string): string {
  return json.replace(NAMES_AND_NUMBERS, (whole, name: string, number: string | undefined) =>
    number !== undefined && /[.eE]/.test(number) ? `"${name}@odata.type":"Edm.Double","${name}":${number}` : whole,
  );
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
