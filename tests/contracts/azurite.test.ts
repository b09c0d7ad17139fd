import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { startAzurite } from '../fixtures/azurite';

test('Azurite keeps what it acknowledged in the given folder, for the next start', async () => {
  const location = await mkdtemp(join(tmpdir(), 'azurite-kept-'));
  const casesOf = (connectionString: string) =>
    TableClient.fromConnectionString(connectionString, 'cases', { allowInsecureConnection: true });

  const first = await startAzurite({ location });
  await casesOf(first.connectionString).createTable();
  await casesOf(first.connectionString).createEntity({ partitionKey: 'p', rowKey: 'r', value: 1 });
  await first.close();
  expect(existsSync(location)).toBe(true);

  const second = await startAzurite({ location });
  await expect(casesOf(second.connectionString).getEntity('p', 'r')).resolves.toMatchObject({ value: 1 });
  await second.close();
  await rm(location, { recursive: true });
});
