import { retryAfterSeconds } from '../../bot/pace/retry-after';

const asked = (retryAfter: string | undefined, date?: string) =>
  retryAfterSeconds(
    new Headers({
      ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
      ...(date !== undefined && { date }),
    }),
  );
const ANSWERED = 'Mon, 02 Mar 2026 09:00:00 GMT';

it.each<[string, number]>([
  ['120', 120],
  [' 7 ', 7],
  ['400000000000', 400_000_000_000],
  ['9'.repeat(400), Number.POSITIVE_INFINITY],
  ['Mon, 02 Mar 2026 09:01:30 GMT', 90],
  ['Monday, 02-Mar-26 09:01:30 GMT', 90],
  ['Mon Mar  2 09:01:30 2026', 90],
])('%s asks for a pause', (text, seconds) => {
  expect(asked(text, ANSWERED)).toBe(seconds);
});

it.each([
  [undefined],
  [''],
  ['0'],
  ['-120'],
  ['1.5'],
  ['1e9'],
  ['0x10'],
  ['soon'],
  ['NaN'],
  ['Infinity'],
  ['120 seconds'],
  ['12, 30'],
  ['2026-03-02T10:00:00Z'],
  ['Mon, 02 Mar 2026 08:59:59 GMT'],
  ['Mon, 99 Mar 2026 10:00:00 GMT'],
  ['2 March 2026 10:00'],
])('%s asks for none', (text) => {
  expect(asked(text, ANSWERED)).toBeUndefined();
});

it('a date is reckoned from here where the answer does not say when it was given', () => {
  const soon = new Date(Date.now() + 60_000).toUTCString();
  for (const date of [undefined, 'once']) {
    expect(asked(soon, date)).toBeGreaterThan(50);
    expect(asked(soon, date)).toBeLessThanOrEqual(60);
  }
});
