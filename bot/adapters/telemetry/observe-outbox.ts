import type { BatchObservableResult, Meter } from '@opentelemetry/api';
import type { OutboxOverview } from '../../ports';

/** Gauges for the outbox, read each time that metrics go out. What cannot be read leaves a gap, not a zero. */
export function observeOutbox(meter: Meter, overview: () => Promise<OutboxOverview>, clock: { now(): Date }): void {
  const age = meter.createObservableGauge('outbox.oldest.age', { unit: 's' });
  const entries = meter.createObservableGauge('outbox.entries');
  const read = async (result: BatchObservableResult) => {
    const seen = await overview().catch(() => undefined);
    if (!seen) return;
    const { oldestDue, due, unknown, dead } = seen;
    const seconds = oldestDue === undefined ? 0 : (clock.now().getTime() - Date.parse(oldestDue)) / 1000;
    result.observe(age, Math.max(0, seconds));
    for (const [state, count] of Object.entries({ due, unknown, dead })) result.observe(entries, count, { state });
  };
  meter.addBatchObservableCallback(read, [age, entries]);
}
