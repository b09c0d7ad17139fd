import { countingTurns } from '../../bot/answering/counting-turns';
import { createTraffic } from '../../bot/pace/traffic';
import type { Router, Turn } from '../../bot/ports/turn';

const TURN: Turn = { who: { id: 'a', tenant: 't', name: 'Aino Esimerkki' }, place: 'personal' };

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Calls `then` when a delivery may go on; the turns are answered when told to. */
function play() {
  const traffic = createTraffic();
  const finishers: (() => void)[] = [];
  const answer = () => new Promise<never>((resolve) => finishers.push(() => resolve(undefined as never)));
  const router: Router = { installed: answer, removed: answer, said: answer, attached: answer, pressed: answer };
  let calm = false;
  return {
    router: countingTurns(router, traffic),
    ask: () =>
      void traffic.calm(250).then(() => {
        calm = true;
      }),
    finish: async () => {
      finishers.shift()?.();
      await jest.advanceTimersByTimeAsync(0);
    },
    isCalm: () => calm,
  };
}

it('a delivery goes on at once when nobody waits', async () => {
  const played = play();
  played.ask();
  await jest.advanceTimersByTimeAsync(0);
  expect(played.isCalm()).toBe(true);
  expect(jest.getTimerCount()).toBe(0);
});

it.each<[string, (router: Router) => unknown]>([
  ['a press', (router) => router.pressed(TURN, 'home', {})],
  ['words', (router) => router.said(TURN, 'hei')],
  ['an installation', (router) => router.installed(TURN)],
])('a delivery waits for %s to be answered, and for the last of several', async (_what, begin) => {
  const played = play();
  void begin(played.router);
  void begin(played.router);
  played.ask();
  await played.finish();
  expect(played.isCalm()).toBe(false);
  await played.finish();
  expect(played.isCalm()).toBe(true);
  expect(jest.getTimerCount()).toBe(0);
});

it('a delivery does not wait for ever', async () => {
  const played = play();
  void played.router.said(TURN, 'hei');
  played.ask();
  await jest.advanceTimersByTimeAsync(249);
  expect(played.isCalm()).toBe(false);
  await jest.advanceTimersByTimeAsync(1);
  expect(played.isCalm()).toBe(true);
});

it('an answer that fails is over, too', async () => {
  const traffic = createTraffic();
  await expect(traffic.during(() => Promise.reject(new Error('a defect')))).rejects.toThrow('a defect');
  await traffic.calm(250);
  expect(jest.getTimerCount()).toBe(0);
});
