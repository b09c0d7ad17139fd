import { Refusal } from '../../../../bot/adapters/teams/door/refusal';
import { createRefusalLog } from '../../../../bot/adapters/teams/door/refusal-log';

const MINUTE = 60_000;

function told() {
  const lines: (readonly [event: string, fields: unknown])[] = [];
  const warn = (event: string, fields?: unknown) => void lines.push([event, fields]);
  return { lines, tell: createRefusalLog({ info: () => {}, error: () => {}, warn }) };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('a storm of refusals is twenty lines, and one that says how many more there were', () => {
  const { lines, tell } = told();
  for (let knock = 0; knock < 5_000; knock += 1) tell(new Refusal(401, 'no-token'));
  expect(lines).toHaveLength(20);
  expect(new Set(lines.map(([event]) => event))).toEqual(new Set(['door.refused']));
  jest.advanceTimersByTime(MINUTE);
  expect(lines.slice(20)).toEqual([['door.refused-more', { reason: 'no-token', more: 4_980 }]]);
});

test('no reason hides behind another', () => {
  const { lines, tell } = told();
  for (let knock = 0; knock < 100; knock += 1) tell(new Refusal(401, 'no-token'));
  tell(new Refusal(403, 'tenant'));
  expect(lines.at(-1)).toEqual(['door.refused', { reason: 'tenant', status: 403 }]);
});

test('the next minute has its own lines, and one in which nobody knocked has none', () => {
  const { lines, tell } = told();
  for (let knock = 0; knock < 20; knock += 1) tell(new Refusal(401, 'signature'));
  jest.advanceTimersByTime(MINUTE);
  expect(lines).toHaveLength(20);
  tell(new Refusal(401, 'signature'));
  expect(lines).toHaveLength(21);
});
