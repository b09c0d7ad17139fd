/** What the assistant is to reach, and whether it does: ratios of the same round, because the machine is never twice the same. */
import type { Name } from '../load/contestants';
import type { Measured, Measurement } from '../measure';
import { productionVersion } from '../production-node';
import { median, type Summary, summarise } from './summary';

export interface Goal {
  readonly what: string;
  readonly measured: number;
  /** `most`: the measured must not be above the goal; `least`: not below. */
  readonly sense: 'most' | 'least';
  readonly goal: number;
  readonly unit: string;
  /** What was measured elsewhere than where it counts: it is shown, and nobody is judged by it. */
  readonly onlyShown?: boolean;
}

export type Verdict = 'met' | 'missed' | 'shown' | 'not measured';

/** Whether a goal was met. */
export function verdict({ measured, sense, goal, onlyShown = false }: Goal): Verdict {
  if (Number.isNaN(measured)) return 'not measured';
  if (onlyShown) return 'shown';
  return (sense === 'most' ? measured <= goal : measured >= goal) ? 'met' : 'missed';
}

/** All goals, with what was measured. */
export function goalsOf(measurement: Measurement): readonly Goal[] {
  const summaries = new Map(summarise(measurement).map((summary) => [summary.name, summary]));
  const of = (name: Name) => need(measurement.of.get(name), name);
  const numbers = (name: Name): Summary => need(summaries.get(name), name);
  const ours = of('assistant');
  const us = numbers('assistant');
  const most = (what: string, measured: number, goal: number, unit = '×'): Goal => ({
    what,
    measured,
    sense: 'most',
    goal,
    unit,
  });
  const cpu = ({ rounds }: Measured) => rounds[16].map(({ cpuMsPerPress }) => cpuMsPerPress);
  const pace = ({ rounds }: Measured) => rounds[16].map(({ perSecond }) => perSecond);
  const { startedOn } = measurement;

  return [
    most('CPU for a press, against (e)', ratio(cpu(ours), cpu(of('teams-ai'))), 0.55),
    ...(['conversation-state', 'teams-ai', 'agents-hosting', 'teams-apps'] as const).map((name): Goal => {
      const what = `presses a second at 16, against ${numbers(name).title}`;
      return { ...most(what, ratio(pace(ours), pace(of(name))), 1.8), sense: 'least' };
    }),
    most('storage calls for a press', us.storageCallsPerPress, 1, ''),
    most('memory after load, against (a)', us.memoryMb / numbers('limit').memoryMb, 2.7),
    {
      ...most(
        `start to first answered press, against (e), on Node ${startedOn}`,
        us.firstAnswerMs / numbers('teams-ai').firstAnswerMs,
        0.7,
      ),
      onlyShown: startedOn !== productionVersion(),
    },
  ];
}

/** The median of the ratios of each round. */
function ratio(ours: readonly number[], theirs: readonly number[]): number {
  return median(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
}

function need<T>(found: T | undefined, name: Name): T {
  if (found === undefined) throw new Error(`"${name}" was not measured.`);
  return found;
}
