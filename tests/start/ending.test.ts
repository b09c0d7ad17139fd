import { EventEmitter } from 'node:events';
import { createLog } from '../../bot/adapters/log/log';
import { endOnSignal } from '../../bot/start/ending';

const log = createLog('silent');

/** What would end, and a promise of the code it ends with. */
function something(stop: () => Promise<void>, limitMs?: number) {
  const signals = new EventEmitter();
  const code = new Promise<number>((resolve) => {
    const process = {
      on: signals.on.bind(signals) as NodeJS.Process['on'],
      exit: resolve as NodeJS.Process['exit'],
    };
    endOnSignal({ process, stop, log, ...(limitMs !== undefined && { limitMs }) });
  });
  return { signals, code };
}

const never = () => new Promise<void>(() => {});

it.each(['SIGTERM', 'SIGINT'])('%s ends with 0 when everything is finished', async (signal) => {
  const { signals, code } = something(async () => {});
  signals.emit(signal);
  expect(await code).toBe(0);
});

it('what does not finish is cut off at the limit, with 1', async () => {
  const { signals, code } = something(never, 1);
  signals.emit('SIGTERM');
  // The timer keeps no process alive, so something else has to.
  const alive = setInterval(() => {}, 1_000);
  expect(await code).toBe(1);
  clearInterval(alive);
});

it('a second signal asks for the end at once, with 1', async () => {
  const { signals, code } = something(never);
  signals.emit('SIGTERM');
  signals.emit('SIGINT');
  expect(await code).toBe(1);
});

it('what fails while it stops ends with 1', async () => {
  const { signals, code } = something(async () => {
    throw new Error('no');
  });
  signals.emit('SIGTERM');
  expect(await code).toBe(1);
});
