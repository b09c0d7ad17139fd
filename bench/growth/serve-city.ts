/** Tables in memory with a city in them, as a process of their own: it takes gigabytes, and nobody else should count them. */
import { startTablesServer } from '../../tests/fixtures/tables-server/tables-server';
import { casesOf } from './city';
import { caseworkRows, registerRows } from './city-rows';
import { makeStories } from './stories';

export interface CitySettings {
  readonly size: number;
}

export interface CityReady {
  readonly connectionString: string;
  /** Rows by table. */
  readonly rows: { readonly casework: number; readonly register: number };
}

/**
 * Rows that a query looks at before its page ends: fewer than the service would manage in its five seconds, so that a
 * query that passes many rows to find few is caught by the number of its requests.
 */
const MOST_LOOKED_AT = 1_000;

function* counting<T>(items: Iterable<T>, count: (so: number) => void): Generator<T> {
  let so = 0;
  for (const item of items) {
    so += 1;
    yield item;
  }
  count(so);
}

async function main({ size }: CitySettings): Promise<void> {
  const server = await startTablesServer({ mostLookedAt: MOST_LOOKED_AT });
  for (const table of ['casework', 'register']) {
    await fetch(`${server.url}/Tables`, { method: 'POST', body: JSON.stringify({ TableName: table }) });
  }
  const stories = makeStories();
  const rows = { casework: 0, register: 0 };
  server.fill(
    'casework',
    counting(caseworkRows(casesOf(size, stories)), (so) => {
      rows.casework = so;
    }),
  );
  server.fill(
    'register',
    counting(registerRows(casesOf(size, stories)), (so) => {
      rows.register = so;
    }),
  );
  // What is left of the filling would otherwise be collected while somebody is asking.
  global.gc?.();
  process.on('message', () => {
    process.send?.(server.requests.map(({ kind, bytesIn, bytesOut }) => ({ kind, bytesIn, bytesOut })));
    server.resetRequests();
  });
  process.once('disconnect', () => process.exit());
  process.send?.({ connectionString: server.connectionString, rows } satisfies CityReady);
}

void main(JSON.parse(process.env.BENCH_SETTINGS ?? '{}'));
