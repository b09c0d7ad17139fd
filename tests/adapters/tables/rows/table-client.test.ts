import { StorageClock } from '../../../../bot/adapters/tables/rows/storage-clock';
import { type StorageAccess, tableClient } from '../../../../bot/adapters/tables/rows/table-client';
import { NO_TELEMETRY } from '../../../../bot/ports';

/** What stands around each request, outermost first. An update of the client that adds to it wants a look. */
function policiesOf(access: StorageAccess): string[] {
  const clock = new StorageClock({ now: () => new Date() });
  const client = tableClient(access, 'casework', { deadlineMs: 1_000, clock, telemetry: NO_TELEMETRY });
  return client.pipeline.getOrderedPolicies().map(({ name }) => name);
}

describe('storage that is reached without encryption', () => {
  const connection = (endpoint: string) => ({
    connectionString: `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=Zm9v;TableEndpoint=${endpoint};`,
  });

  it.each([
    'http://10.0.0.1/a',
    'http://espoo.table.core.windows.net',
    'http://127.0.0.1.evil.example:10002/a',
    'http://localhost.evil.example/a',
    'http://127.0.0.1@evil.example/a',
  ])('is refused beyond this machine: %s', (endpoint) => {
    expect(() => policiesOf(connection(endpoint))).toThrow('unencrypted');
  });

  it('is refused where only the protocol is named, which leads to the service', () => {
    const connectionString =
      'DefaultEndpointsProtocol=http;AccountName=espoo;AccountKey=Zm9v;EndpointSuffix=core.windows.net';
    expect(() => policiesOf({ connectionString })).toThrow('unencrypted');
    expect(() => policiesOf({ connectionString: connectionString.replace('=http;', '=https;') })).not.toThrow();
  });

  it.each(['http://127.0.0.1:10002/a', 'http://localhost:10002/a', 'https://espoo.table.core.windows.net'])(
    'is taken on this machine: %s',
    (endpoint) => {
      expect(() => policiesOf(connection(endpoint))).not.toThrow();
    },
  );
});

describe("the storage client's pipeline", () => {
  const credential = { getToken: async () => null };

  it.each([
    ['with a key', { connectionString: 'UseDevelopmentStorage=true' }],
    ['as somebody who proves who they are', { endpoint: 'https://espoo.table.core.windows.net', credential }],
  ])('asks for no packed answer, follows none elsewhere, and has ours at each try, %s', (_how, access) => {
    const policies = policiesOf(access);
    expect(policies).not.toContain('decompressResponsePolicy');
    expect(policies).not.toContain('redirectPolicy');
    expect(policies).toContain('time-for-the-call');
    const each = ['time-that-is-left', 'timed', 'hearing-the-time', 'only-from-storage'];
    expect(policies.slice(policies.indexOf('defaultRetryPolicy') + 1).filter((name) => each.includes(name))).toEqual(
      each,
    );
  });
});
