import { startAssistant } from '../fixtures/running-assistant';
import { walkToReceipt } from './visit-walk';
import { storedRows, entryStates } from './stored-rows';
it('walks', async () => {
  const a = await startAssistant();
  const p = a.person('Aino Esimerkki');
  const number = await walkToReceipt(p);
  await a.connector.waitFor((c) => c.method === 'POST' && JSON.stringify(c.body).includes('Local mode'));
  await a.bot.worker.drain();
  console.log(number, a.connector.violations, entryStates(storedRows(a.tables), number), a.connector.calls.map(c=>c.method+c.path+c.answered), a.tables.requests.length);
  await a.close();
});
