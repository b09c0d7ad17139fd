/** The results as tables in Markdown, which a terminal shows well enough. */
import type { Measurement } from '../measure';
import { type Goal, goalsOf, verdict } from './goals';
import type { Share } from './profile';
import { type Summary, summarise } from './summary';

/** All tables, each under its heading. */
export function tablesOf(measurement: Measurement): string {
  const summaries = summarise(measurement);
  const sections = [
    ['Goals', goalTable(goalsOf(measurement))],
    ['Presses, on tables in memory', pressTable(summaries)],
    ['What a press and a walk ask for', callTable(summaries)],
    [`Start, on Node ${measurement.startedOn}, and memory`, startTable(summaries)],
    ...(summaries.some(({ azurite }) => azurite) ? [['On Azurite, sixteen at once', azuriteTable(summaries)]] : []),
    ["Where the assistant's process spends a press", profileTable(measurement.profile.parts)],
  ];
  return sections.map(([heading, table]) => `### ${heading}\n\n${table}\n`).join('\n');
}

export function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map((goal) => {
    const sign = goal.sense === 'most' ? '≤' : '≥';
    return [goal.what, `${figure(goal.measured)}${goal.unit}`, `${sign} ${goal.goal}`, verdict(goal)];
  });
  return table(['goal', 'measured', 'goal', ''], rows);
}

function pressTable(summaries: readonly Summary[]): string {
  const rows = summaries.map(({ title, at, cpuMsPerPress, walksPerSecond }) => [
    title,
    ...([1, 16, 64] as const).flatMap((level) => [
      `${figure(at[level].p50Ms)} / ${figure(at[level].p99Ms)}`,
      figure(at[level].perSecond),
    ]),
    figure(cpuMsPerPress),
    figure(walksPerSecond),
  ]);
  const levels = [1, 16, 64].flatMap((level) => [`p50 / p99 ms at ${level}`, 'a second']);
  return table(['', ...levels, 'CPU ms', 'walks a second at 64'], rows);
}

function callTable(summaries: readonly Summary[]): string {
  const rows = summaries.map((one) => [
    one.title,
    figure(one.storageCallsPerPress),
    figure(one.storageCallsCold),
    figure(one.serialStorageCalls),
    `${figure(one.kbToStorage)} / ${figure(one.kbFromStorage)}`,
    `${one.storageCallsInWalk} / ${one.messagesInWalk}`,
  ]);
  const heads = ['storage calls, warm', 'cold', 'serial', 'kB to / from storage', 'storage calls / messages in a walk'];
  return table(['', ...heads], rows);
}

function startTable(summaries: readonly Summary[]): string {
  const rows = summaries.map(({ title, readyMs, firstPressMs, firstAnswerMs, memoryMb }) => [
    title,
    ...[readyMs, firstPressMs, firstAnswerMs, memoryMb].map(figure),
  ]);
  return table(['', 'ready ms', 'first press ms', 'start to first answer ms', 'memory after load MB'], rows);
}

function azuriteTable(summaries: readonly Summary[]): string {
  const rows = summaries.flatMap(({ title, azurite }) =>
    azurite ? [[title, `${figure(azurite.p50Ms)} / ${figure(azurite.p99Ms)}`, figure(azurite.perSecond)]] : [],
  );
  return table(['', 'p50 / p99 ms', 'a second'], rows);
}

function profileTable(shares: readonly Share[]): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const shown = shares.filter(({ self, within }) => self >= 0.005 || within >= 0.03);
  return table(
    ['part', 'in its own functions', 'with all that they call'],
    shown.map(({ part, self, within }) => [part, percent(self), percent(within)]),
  );
}

/** Three digits at least, and no more than that after the point. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2;
  return value.toFixed(digits);
}

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
