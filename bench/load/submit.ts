/** What the end of a whole walk asks of storage: the assistant alone, because no reference has such an end. */

import { startAssistant } from '../../tests/fixtures/running-assistant';
import { walkToSummary } from '../../tests/playing/visit-walk';

/** The kinds of requests that the second submit of a process makes; the first one of a bucket reads its counter besides. */
export async function countSubmit(): Promise<readonly string[]> {
  const assistant = await startAssistant();
  try {
    await assistant.bot.worker.stop();
    const person = assistant.person('Aino Esimerkki');
    for (const _first of ['first', 'second']) {
      await walkToSummary(person);
      assistant.tables.resetRequests();
      await person.press('submit');
    }
    return assistant.tables.requests.map(({ kind }) => kind);
  } finally {
    await assistant.close();
  }
}
