import { StorageClock } from '../../bot/adapters/tables/storage-clock';
import { type StorageAccess, tableClient } from '../../bot/adapters/tables/table-client';
import { NO_TELEMETRY } from '../../bot/ports';

/** What stands around each request, outermost first. An update of the client that adds to it wants a look. */
function policiesOf(access: StorageAccess): string[] {
  const clock = new StorageClock({ now: () => new Date() });
  const client = tableClient(access, 'casework', { deadlineMs: 1_000, clock, telemetry: NO_TELEMETRY });
  return client.pipeline.getOrderedPolicies().map(({ name }) => name);
}

describe("the storage client's pipeline", () => {
  it('does only what tables need, with a key', () => {
    expect(policiesOf({ connectionString: 'UseDevelopmentStorage=true' })).toEqual([
      'serializationPolicy',
      'time-for-the-call',
      'tablesNamedKeyCredentialPolicy',
      'deserializationPolicy',
      'defaultRetryPolicy',
      'time-that-is-left',
      'timed',
      'hearing-the-time',
      'only-from-storage',
    ]);
  });

  it('and as somebody who proves who they are', () => {
    const credential = { getToken: async () => null };
    expect(policiesOf({ endpoint: 'https://espoo.table.core.windows.net', credential })).toEqual([
      'serializationPolicy',
      'time-for-the-call',
      'deserializationPolicy',
      'defaultRetryPolicy',
      'bearerTokenAuthenticationPolicy',
      'time-that-is-left',
      'timed',
      'hearing-the-time',
      'only-from-storage',
    ]);
  });
});
