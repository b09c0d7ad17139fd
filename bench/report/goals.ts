/** What the assistant is to reach, and whether it does: ratios of the same round, because the machine is never twice the same. */
import type { Name } from '../load/contestants';
import type { Measured, Measurement } from '../measure';
import { median, type Summary, startOf, summarise } from './summary';

export interface Goal {
  readonly what: string;
  readonly measured: number;
  /** `most`: the measured must not be above the goal; `least`: not below. */
  readonly sense: 'most' | 'least';
  readonly goal: number;
  readonly aim?: number;
  readonly unit: string;
}

export type Verdict = 'aim reached' | 'met' | 'missed' | 'not measured';

/** How a goal was met. */
export function verdict({ measured, sense, goal, aim }: Goal): Verdict {
  if (Number.isNaN(measured)) return 'not measured';
  const reaches = (limit: number) => (sense === 'most' ? measured <= limit : measured >= limit);
  if (!reaches(goal)) return 'missed';
  return aim !== undefined && reaches(aim) ? 'aim reached' : 'met';
}

/** All goals, with what was measured. */
export function goalsOf(measurement: Measurement): readonly Goal[] {
  const summaries = new Map(summarise(measurement).map((summary) => [summary.name, summary]));
  const of = (name: Name) => need(measurement.of.get(name), name);
  const numbers = (name: Name): Summary => need(summaries.get(name), name);
  const ours = of('assistant');
  const us = numbers('assistant');
  const most = (what: string, measured: number, goal: number, aim?: number, unit = '×'): Goal => ({
    what,
    measured,
    sense: 'most',
    goal,
    unit,
    ...(aim !== undefined && { aim }),
  });
  const least = (what: string, measured: number, goal: number, aim: number): Goal => ({
    ...most(what, measured, goal, aim),
    sense: 'least',
  });
  const cpu = ({ rounds }: Measured) => rounds[16].map(({ cpuMsPerPress }) => cpuMsPerPress);
  const pace = ({ rounds }: Measured) => rounds[16].map(({ perSecond }) => perSecond);
  const { submit, cards, bundledStarts } = measurement;

  return [
    most('CPU for a press, against (e)', ratio(cpu(ours), cpu(of('teams-ai'))), 0.5, 0.3),
    most('CPU for a press, against (b)', ratio(cpu(ours), cpu(of('data-tables'))), 1.8, 1.1),
    ...(['conversation-state', 'teams-ai', 'agents-hosting', 'teams-apps'] as const).map((name) =>
      least(`presses a second at 16, against ${numbers(name).title}`, ratio(pace(ours), pace(of(name))), 2, 4),
    ),
    least('walks a second at 64, against (e)', ratio(ours.walksPerSecond, of('teams-ai').walksPerSecond), 2, 4),
    most('storage calls for a press, warm', us.storageCallsPerPress, 1, undefined, ''),
    most('storage calls for a press, cold', us.storageCallsCold, 2, undefined, ''),
    most(
      'storage calls of any press, the most',
      Math.max(...ours.calls.perPress.map((press) => press.length)),
      2,
      undefined,
      '',
    ),
    most('storage calls in a walk of seven questions', us.storageCallsInWalk, 10, 8, ''),
    most('messages in a walk of seven questions', us.messagesInWalk, 1, 1, ''),
    most('storage requests of a submit', submit.length, 1, undefined, ` (${submit.join(', ')})`),
    most('serial storage calls of a press', us.serialStorageCalls, 1.5, undefined, ''),
    most('p99 at 64, against (e)', us.at[64].p99Ms / numbers('teams-ai').at[64].p99Ms, 1),
    most('p99 at 64, against (a): the aim', us.at[64].p99Ms / numbers('limit').at[64].p99Ms, 3),
    most('to storage for a press', us.kbToStorage, 1.1, 0.55, ' kB'),
    most('from storage for a press', us.kbFromStorage, 0.35, 0.175, ' kB'),
    most('memory after load, against (a)', us.memoryMb / numbers('limit').memoryMb, 2.7, 2),
    most('start to first answered press, against (e)', starts(ours) / starts(of('teams-ai')), 0.5),
    most('the same, against (e) in a bundle', starts(ours) / startOf(bundledStarts).firstAnswerMs, 0.5),
    most('start to first answered press, against (a): the aim', starts(ours) / starts(of('limit')), 3),
    most('first press after ready, against a warm one', us.firstPressMs / us.at[1].p50Ms, 2),
    most('the same, against such a press on a warm process', us.firstPressMs / us.sameWhenWarmMs, 2),
    most('building a card', cards.wholeUs, 50, 10, ' µs'),
  ];
}

const starts = (measured: Measured): number => startOf(measured.starts).firstAnswerMs;

/** The median of the ratios of each round. */
function ratio(ours: readonly number[], theirs: readonly number[]): number {
  return median(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
}

function need<T>(found: T | undefined, name: Name): T {
  if (found === undefined) throw new Error(`"${name}" was not measured.`);
  return found;
}
