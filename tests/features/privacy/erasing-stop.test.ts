import { createLog } from '../../../bot/adapters/log/log';
import { openTables } from '../../../bot/adapters/tables/tables';
import { eraseAll } from '../../../bot/features/privacy/erasing';
import type { CaseStore } from '../../../bot/ports';
import { casesAlone } from '../../contracts/casework-fixtures';
import { testContent } from '../../fixtures/content';
import { startAssistant, TENANT } from '../../fixtures/running-assistant';
import { walkToReceipt } from '../../playing/visit-walk';

it('an erasure that is told to stop in the middle keeps who is to be forgotten, and the next one goes on', async () => {
  const assistant = await startAssistant();
  const numbers = [
    await walkToReceipt(assistant.person('Aino Esimerkki')),
    await walkToReceipt(assistant.person('Maija Meikäläinen')),
  ];
  const tables = await openTables({
    access: { connectionString: assistant.tables.connectionString },
    clock: { now: () => new Date('2026-03-02T09:00:00Z') },
    firstDirectory: testContent().content.firstDirectory,
  });
  await tables.erasures.put({
    person: { id: 'b1b2c3d4-0000-4000-8000-000000000001', tenant: TENANT, name: 'Kalle Keksitty' },
    askedAt: '2026-03-02T09:00:00.000Z',
    isBegun: false,
  });
  const stopping = new AbortController();
  const looked: string[] = [];
  const cases: CaseStore = {
    ...tables.cases,
    whole(number) {
      looked.push(number);
      stopping.abort();
      return tables.cases.whole(number);
    },
  };
  const eraser = { ...tables, subjects: casesAlone(cases), log: createLog('silent'), nudge: () => {} };
  await eraseAll(eraser, stopping.signal);
  expect(looked).toHaveLength(1);
  expect((await tables.erasures.open()).items).toMatchObject([{ isBegun: true }]);

  await eraseAll(eraser);
  expect(looked.slice(1).sort()).toEqual([...numbers].sort());
  expect((await tables.erasures.open()).items).toEqual([]);
  await assistant.close();
});
