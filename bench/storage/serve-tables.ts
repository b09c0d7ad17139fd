/** The in-memory Tables service of the tests, as a process of its own: it is checked against Azurite in `tests/contracts`. */
import { startTablesServer } from '../../tests/fixtures/tables-server/tables-server';
import type { StorageCall, TablesQuestion } from './tables';

void startTablesServer().then((server) => {
  process.on('message', (question: TablesQuestion) => {
    if ('delayMs' in question) {
      const { delayMs } = question;
      server.fault(delayMs === 0 ? undefined : () => ({ delayMs }));
      process.send?.({});
    } else {
      const calls: StorageCall[] = server.requests.map(({ kind, bytesIn, bytesOut }) => ({ kind, bytesIn, bytesOut }));
      server.resetRequests();
      process.send?.(question.calls === 'list' ? calls : []);
    }
  });
  process.once('disconnect', () => process.exit());
  process.send?.({ connectionString: server.connectionString });
});
