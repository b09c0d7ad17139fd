/** Numbers that can be compared, out of what was measured. */
import { CONTESTANTS, type Name } from '../load/contestants';
import type { PressRound, Start } from '../load/rounds';
import type { Measured, Measurement } from '../measure';
import { LEVELS, type Level } from '../plan';

export interface AtLevel {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly perSecond: number;
}

/** One server, in numbers. */
export interface Summary {
  readonly name: Name;
  readonly title: string;
  readonly at: Readonly<Record<Level, AtLevel>>;
  readonly cpuMsPerPress: number;
  readonly walksPerSecond: number;
  readonly storageCallsPerPress: number;
  /** Of those, how many a press waits for one after the other. */
  readonly serialStorageCalls: number;
  readonly storageCallsCold: number;
  readonly storageCallsInWalk: number;
  readonly messagesInWalk: number;
  /** Of bodies, in kB (1,000 bytes). */
  readonly kbToStorage: number;
  readonly kbFromStorage: number;
  readonly memoryMb: number;
  readonly readyMs: number;
  readonly firstAnswerMs: number;
  readonly firstPressMs: number;
  /** On Azurite, sixteen at once; undefined where it was left out. */
  readonly azurite: AtLevel | undefined;
}

/** The median; NaN of nothing. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which so large a part of the values lies; NaN of nothing. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** All servers that were measured, in the order of the contestants. */
export function summarise({ of }: Measurement): readonly Summary[] {
  return CONTESTANTS.flatMap(({ name, title }) => {
    const measured = of.get(name);
    return measured ? [{ name, title, ...numbersOf(measured, slowerBy(of.get('limit')) / 2) }] : [];
  });
}

/** How much longer the median press takes on the slowed storage. The limit waits for two calls, by its making. */
function slowerBy(measured: Measured | undefined): number {
  return measured ? median(measured.slowStorage.delayed.took) - median(measured.slowStorage.plain.took) : Number.NaN;
}

function startOf(starts: readonly Start[]): Pick<Summary, keyof Start> {
  return {
    readyMs: median(starts.map(({ readyMs }) => readyMs)),
    firstAnswerMs: median(starts.map(({ firstAnswerMs }) => firstAnswerMs)),
    firstPressMs: median(starts.map(({ firstPressMs }) => firstPressMs)),
  };
}

function numbersOf(measured: Measured, slowerByOneCall: number): Omit<Summary, 'name' | 'title'> {
  const { rounds, calls, cold, memoryMb, starts, azurite } = measured;
  const at = Object.fromEntries(LEVELS.map((level) => [level, atLevel(rounds[level])])) as Record<Level, AtLevel>;
  const bytes = (way: 'bytesIn' | 'bytesOut') =>
    median(calls.perPress.map((press) => press.reduce((sum, call) => sum + call[way], 0))) / 1000;
  return {
    at,
    cpuMsPerPress: median(rounds[16].map(({ cpuMsPerPress }) => cpuMsPerPress)),
    walksPerSecond: median(measured.walksPerSecond),
    storageCallsPerPress: median(calls.perPress.map((press) => press.length)),
    serialStorageCalls: slowerBy(measured) / slowerByOneCall,
    storageCallsCold: cold.length,
    storageCallsInWalk: calls.inWalk,
    messagesInWalk: calls.messages,
    kbToStorage: bytes('bytesIn'),
    kbFromStorage: bytes('bytesOut'),
    memoryMb,
    ...startOf(starts),
    azurite: azurite.length > 0 ? atLevel(azurite) : undefined,
  };
}

function atLevel(rounds: readonly PressRound[]): AtLevel {
  const took = rounds.flatMap((round) => round.took);
  return {
    p50Ms: quantile(took, 0.5),
    p99Ms: quantile(took, 0.99),
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  };
}
