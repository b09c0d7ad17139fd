/** Whether an earlier case is over is read by the life of its kind, whatever its state was called then. */
import type { CaseState } from '../../../bot/domain/case-state';
import { isUnread } from '../../../bot/domain/page';
import { keepCases } from '../../../bot/features/case/kept-cases';
import { goldenOf, lived, modelOf, REQUESTER } from '../../domain/lived-cases';

const YEAR = 2026;

/** What is kept of a case of a process that was stored in a state. */
async function keptIn(process: string, state: CaseState) {
  const model = modelOf(process);
  const [golden] = goldenOf(model);
  if (!golden) throw new Error(`"${process}" has no golden case.`);
  const whole = lived(model, golden, { life: ['accept'], day: 0, figure: 0, lines: 0 });
  const made = { ...whole.case, state };
  const cases = {
    async *all() {
      yield made;
    },
    whole: async () => ({ value: { ...whole, case: made }, tag: 't' }),
    rewrite: async () => 'rewritten',
  };
  const parts = { cases, processes: new Map([[process, model.process]]), log: {} };
  for await (const kept of keepCases(parts as unknown as Parameters<typeof keepCases>[0]).all()) {
    if (!isUnread(kept)) return { kept, retention: model.directory.retention };
  }
  throw new Error('Nothing is kept.');
}

it.each([
  ['partnership-evaluation', 5],
  ['advocacy', 2],
] as const)(
  '%s that was recorded as not held is over: its time counts from then, and people can go from it',
  async (process, years) => {
    const { kept, retention } = await keptIn(process, 'not-held');
    const inYear = (year: number) => kept.purge({ retention, now: new Date(Date.UTC(year, 11, 31)), dryRun: true });
    expect(await inYear(YEAR + years - 1)).toBe('not-due');
    expect(await inYear(YEAR + years)).toBe('done');
    const now = new Date(Date.UTC(YEAR, 11, 31));
    const erasure = { person: REQUESTER, askedAt: now.toISOString(), isBegun: true };
    expect(await kept.erase(erasure, now)).toBe('done');
  },
);

it('a visit that was not held has still to be told of', async () => {
  const { kept, retention } = await keptIn('visit-request', 'not-held');
  expect(await kept.purge({ retention, now: new Date(Date.UTC(YEAR + 2, 11, 31)), dryRun: true })).toBe('not-due');
});
