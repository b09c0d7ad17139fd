import { createLog } from '../../bot/adapters/log/log';
import { createWorker, type Worker } from '../../bot/deliveries/worker';
import { CLAIM_SECONDS, type Delivery, type Earlier, isStuck, isWaiting } from '../../bot/domain/outbox/attempts';
import type { OutboxEntry } from '../../bot/domain/outbox/entry';
import { NO_TELEMETRY, type Outbox, type Stored } from '../../bot/ports';

const NOW = '2026-03-02T09:00:00.000Z';

let now: Date;
let isTrusted: boolean;
let unknownKeys: Set<string>;
let kept: Map<string, Stored<OutboxEntry>>;
let delivered: string[];
let logged: { event: string; entry?: string; state?: string }[];
let answer: (entry: OutboxEntry, earlier: Earlier) => Promise<Delivery>;
const workers: Worker[] = [];

beforeEach(() => {
  now = new Date(NOW);
  isTrusted = true;
  unknownKeys = new Set();
  kept = new Map();
  delivered = [];
  logged = [];
  answer = async () => ({ result: 'sent' });
});
afterEach(async () => {
  jest.useRealTimers();
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});

/** An outbox in memory, with the promises of the port: a claim or a settling succeeds only on what is still there. */
const outbox: Outbox = {
  async due(at, limit, { caseNumber, channels, except } = {}) {
    return [...kept.values()]
      .filter(({ tag }) => !except?.has(tag))
      .filter(({ value }) => isWaiting(value) && value.due <= at.toISOString())
      .filter(({ value }) => caseNumber === undefined || value.case === caseNumber)
      .filter(({ value }) => channels === undefined || channels.includes(value.channel))
      .sort((one, other) => one.value.due.localeCompare(other.value.due))
      .slice(0, limit);
  },
  claim: async (stored, claimed) => move(stored, claimed),
  settle: async (stored, next) => move(stored, next) !== undefined,
  stuck: async () => ({ items: [] }),
  overview: async () => ({ due: 0, unknown: 0, dead: 0 }),
  settledOf: async (number) => (await outbox.ofCase(number)).filter((entry) => !isWaiting(entry) && !isStuck(entry)),
  ofCase: async (number) => [...kept.values()].map(({ value }) => value).filter((entry) => entry.case === number),
};

function move({ value, tag }: Stored<OutboxEntry>, next: OutboxEntry): Stored<OutboxEntry> | undefined {
  if (kept.get(value.key)?.tag !== tag) return undefined;
  const moved = { value: next, tag: `${tag}+` };
  kept.set(next.key, moved);
  return moved;
}

function keep(key: string, more: Partial<OutboxEntry> = {}): void {
  const entry: OutboxEntry = {
    key,
    case: 'V-2026-0042',
    purpose: 'request',
    channel: 'teams',
    target: { kind: 'unit', unit: 'sector', deliverTo: 'international-affairs' },
    event: 2,
    due: NOW,
    attempts: 0,
    state: 'due',
    ...more,
  };
  kept.set(key, { value: entry, tag: key });
}

const entry = (key: string) => kept.get(key)?.value;

function work(every = 15_000, giveWay = async () => {}): Worker {
  const worker = createWorker({
    outbox,
    deliver: (given, earlier) => {
      delivered.push(given.key);
      return answer(given, earlier);
    },
    isFamiliar: async ({ key }) => !unknownKeys.has(key),
    clock: { now: () => now, isTrusted: () => isTrusted },
    random: () => 0.5,
    log: createLog('info', { write: (line: string) => void logged.push(JSON.parse(line)) }),
    telemetry: NO_TELEMETRY,
    giveWay,
    every,
  });
  workers.push(worker);
  return worker;
}

/** Lets everything run that needs no time. */
const settle = async () => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

describe('draining', () => {
  it('delivers what is due, oldest first, and nothing that is due later', async () => {
    keep('second', { due: '2026-03-02T08:00:00.000Z' });
    keep('first', { due: '2026-03-02T07:00:00.000Z' });
    keep('later', { due: '2026-03-02T09:00:00.001Z' });
    await work().drain();
    expect(delivered).toEqual(['first', 'second']);
    expect(entry('first')).toMatchObject({ state: 'sent', attempts: 1 });
    expect(entry('later')).toMatchObject({ state: 'due', attempts: 0 });
  });

  it('takes nothing while nobody can tell what time it is, and goes on when somebody can', async () => {
    keep('first');
    isTrusted = false;
    const worker = work();
    await worker.drain();
    await worker.drain('V-2026-0042');
    expect(entry('first')).toMatchObject({ state: 'due', attempts: 0 });
    isTrusted = true;
    await worker.drain();
    expect(entry('first')).toMatchObject({ state: 'sent' });
  });

  it('leaves what a newer version has to send as it is, and is held up by none of it', async () => {
    for (let at = 0; at < 100; at += 1) keep(`newer ${at}`, { due: '2026-03-02T07:00:00.000Z' });
    unknownKeys = new Set(kept.keys());
    keep('known');
    const worker = work();
    await worker.drain();
    expect(delivered).toEqual(['known']);
    for (const key of unknownKeys) expect(entry(key)).toMatchObject({ state: 'due', attempts: 0 });
    unknownKeys = new Set();
    await work().drain();
    expect(delivered).toHaveLength(101);
  });

  it('goes on until nothing is due, however much there is', async () => {
    for (let at = 0; at < 100; at += 1) keep(`entry ${at}`);
    await work().drain();
    expect(new Set(delivered).size).toBe(100);
  });

  it('by two workers at once delivers each entry once', async () => {
    for (let at = 0; at < 20; at += 1) keep(`entry ${at}`);
    await Promise.all([work().drain(), work().drain(), work().drain()]);
    expect([...delivered].sort()).toEqual([...new Set(delivered)].sort());
    expect(delivered).toHaveLength(20);
  });
});

describe('many cases at once', () => {
  const numbers = Array.from({ length: 40 }, (_, at) => `V-2026-00${10 + at}`);

  /** Keeps an entry for each case, and delivers each only when told to; resolves to how many were under way at most. */
  async function mostUnderWay(begin: (worker: Worker) => unknown): Promise<number> {
    for (const number of numbers) keep(number, { case: number });
    const underWay = new Set<() => void>();
    let most = 0;
    answer = () =>
      new Promise((resolve) => {
        const finish = () => {
          underWay.delete(finish);
          resolve({ result: 'sent' });
        };
        underWay.add(finish);
        most = Math.max(most, underWay.size);
      });
    begin(work());
    while (delivered.length < numbers.length || underWay.size > 0) {
      await settle();
      for (const finish of [...underWay]) finish();
    }
    return most;
  }

  it.each<[string, (worker: Worker) => unknown]>([
    ['nudged', (worker) => numbers.map((number) => worker.nudge(number))],
    ['found', (worker) => worker.drain()],
  ])('are delivered a few at a time when %s, so that people who press do not wait', async (_how, begin) => {
    expect(await mostUnderWay(begin)).toBe(8);
    expect([...delivered].sort()).toEqual(numbers);
  });

  it('are looked at by one at a time, and once more when nudged meanwhile', async () => {
    keep('first', { case: 'V-2026-0007' });
    let finish: (delivery: Delivery) => void = () => undefined;
    answer = ({ key }) =>
      key === 'first'
        ? new Promise((resolve) => {
            finish = resolve;
          })
        : Promise.resolve({ result: 'sent' });
    const worker = work();
    worker.nudge('V-2026-0007');
    await settle();
    keep('second', { case: 'V-2026-0007' });
    worker.nudge('V-2026-0007');
    worker.nudge('V-2026-0007');
    await settle();
    expect(delivered).toEqual(['first']);
    finish({ result: 'sent' });
    await settle();
    expect(delivered).toEqual(['first', 'second']);
  });

  it('wait, each, until nobody is in the way', async () => {
    keep('entry');
    let goOn = () => {};
    const giveWay = () =>
      new Promise<void>((resolve) => {
        goOn = resolve;
      });
    const draining = work(15_000, giveWay).drain();
    await settle();
    expect(delivered).toEqual([]);
    goOn();
    await draining;
    expect(delivered).toEqual(['entry']);
  });

  it('need one look each, however often they are nudged while they wait', async () => {
    const { due } = outbox;
    const looks: (string | undefined)[] = [];
    outbox.due = (at, limit, which) => {
      looks.push(which?.caseNumber);
      return due(at, limit, which);
    };
    await mostUnderWay((worker) => {
      for (let time = 0; time < 3; time += 1) for (const number of numbers) worker.nudge(number);
    });
    await settle();
    outbox.due = due;
    // The last of the waiting ones.
    expect(looks.filter((number) => number === numbers.at(-1))).toHaveLength(1);
  });
});

describe('a channel that is slow', () => {
  const LATER_CASES = Array.from({ length: 40 }, (_, at) => `V-2026-00${10 + at}`);
  const INSIDE = ['register', 'mail', 'sharepoint', 'timer'] as const;

  /** Teams answers when told to; all else at once. */
  function slowTeams(): { answer: () => void } {
    const waiting: (() => void)[] = [];
    answer = ({ channel }) =>
      channel === 'teams'
        ? new Promise((resolve) => waiting.push(() => resolve({ result: 'sent' })))
        : Promise.resolve({ result: 'sent' });
    return {
      answer: () => {
        for (const done of waiting.splice(0)) done();
      },
    };
  }

  it('holds up nothing else of its case, and what is inside the house is done first', async () => {
    slowTeams();
    for (const channel of ['teams', ...INSIDE] as const) keep(channel, { channel });
    const worker = work();
    worker.nudge('V-2026-0042');
    await settle();
    expect(delivered[0]).toBe('register');
    for (const channel of INSIDE) expect([channel, entry(channel)?.state]).toEqual([channel, 'sent']);
    expect(entry('teams')).toMatchObject({ state: 'claimed' });
    workers.pop();
  });

  it('nor what comes to its case later', async () => {
    slowTeams();
    keep('slow');
    const worker = work();
    worker.nudge('V-2026-0042');
    await settle();
    keep('line', { channel: 'register' });
    keep('mail', { channel: 'mail' });
    keep('next word');
    worker.nudge('V-2026-0042');
    await settle();
    expect([entry('line')?.state, entry('mail')?.state]).toEqual(['sent', 'sent']);
    expect(delivered).not.toContain('next word');
    workers.pop();
  });

  it.each<[string, (worker: Worker) => unknown]>([
    ['nudged', (worker) => LATER_CASES.map((number) => worker.nudge(number))],
    ['found behind all that waits for it', (worker) => worker.drain()],
  ])('nor other cases when they are %s', async (_how, begin) => {
    slowTeams();
    for (const number of LATER_CASES) keep(`${number} card`, { case: number, due: '2026-03-02T07:00:00.000Z' });
    for (const number of LATER_CASES) keep(`${number} line`, { case: number, channel: 'register' });
    for (const number of LATER_CASES) keep(`${number} mail`, { case: number, channel: 'mail' });
    const worker = work();
    void begin(worker);
    for (let round = 0; round < 20; round += 1) await settle();
    for (const number of LATER_CASES) {
      expect([number, entry(`${number} line`)?.state]).toEqual([number, 'sent']);
      expect([number, entry(`${number} mail`)?.state]).toEqual([number, 'sent']);
    }
    workers.pop();
  });

  it('is looked at by the next look all the same, and each entry goes out once and in its turn', async () => {
    jest.useFakeTimers();
    const teams = slowTeams();
    keep('first', { due: '2026-03-02T07:00:00.000Z' });
    keep('second', { due: '2026-03-02T08:00:00.000Z' });
    work(15_000).start();
    await settle();
    keep('came later', { case: 'V-2026-0007' });
    await jest.advanceTimersByTimeAsync(15_000);
    expect(delivered).toEqual(['first', 'came later']);
    teams.answer();
    await settle();
    expect(delivered).toEqual(['first', 'came later', 'second']);
    teams.answer();
    await settle();
    expect(entry('second')).toMatchObject({ state: 'sent' });
  });
});

describe('an entry that goes another way', () => {
  it('does so at once', async () => {
    keep('entry');
    answer = async ({ channel }) => ({ result: channel === 'teams' ? 'by-mail' : 'sent' });
    const worker = work();
    worker.nudge('V-2026-0042');
    await settle();
    expect(delivered).toEqual(['entry', 'entry']);
    expect(entry('entry')).toMatchObject({ channel: 'mail', state: 'sent' });
  });

  it('to somebody else, who gets it as if it had been for them', async () => {
    keep('entry', { attempts: 3, target: { kind: 'person', person: { id: 'a', tenant: 't' }, as: 'responsible' } });
    const target = { kind: 'person', person: { id: 'b', tenant: 't' }, as: 'responsible' } as const;
    answer = async (given) =>
      given.target.kind === 'person' && given.target.person.id === 'b'
        ? { result: 'sent', message: 'm' }
        : { result: 'handed-on', target };
    await work().drain();
    expect(entry('entry')).toMatchObject({ channel: 'teams', target, state: 'sent', attempts: 1, message: 'm' });
  });
});

describe('how an attempt goes', () => {
  it.each<[Delivery, Partial<OutboxEntry>]>([
    [{ result: 'sent' }, { state: 'sent', attempts: 1 }],
    [
      { result: 'failed', failure: 'connector-429' },
      { state: 'due', attempts: 1, due: '2026-03-02T09:00:03.750Z' },
    ],
    [
      { result: 'failed', failure: 'connector-429', retryAfterSeconds: 90 },
      { state: 'due', attempts: 1, due: '2026-03-02T09:01:30.000Z' },
    ],
    [
      // The longest pause that anybody is granted.
      { result: 'failed', failure: 'connector-429', retryAfterSeconds: 400_000_000_000 },
      { state: 'due', attempts: 1, due: '2026-03-02T10:00:00.000Z' },
    ],
    [
      { result: 'refused', failure: 'connector-400' },
      { state: 'dead', attempts: 1, failure: 'connector-400' },
    ],
    [
      { result: 'shut-out', failure: 'connector-403' },
      { state: 'dead', attempts: 1, failure: 'connector-403' },
    ],
    [
      { result: 'sent', refused: 'connector-403' },
      { state: 'sent', attempts: 1, failure: 'connector-403' },
    ],
    [
      { result: 'unsure', failure: 'econnreset' },
      { state: 'unknown', attempts: 1, failure: 'econnreset' },
    ],
    [{ result: 'closed' }, { state: 'due', attempts: 0, due: '2026-03-02T10:00:00.000Z' }],
  ])('%j', async (delivery, expected) => {
    keep('entry');
    answer = async () => delivery;
    await work().drain();
    expect(delivered).toEqual(['entry']);
    expect(entry('entry')).toMatchObject(expected);
  });

  it('with an exception counts as unsure, is logged, and does not stop the others', async () => {
    keep('broken', { due: '2026-03-02T08:00:00.000Z' });
    keep('whole');
    answer = async ({ key }) => {
      if (key === 'broken') throw new Error('a defect');
      return { result: 'sent' };
    };
    await work().drain();
    expect(entry('broken')).toMatchObject({ state: 'unknown', failure: 'worker-error' });
    expect(entry('whole')).toMatchObject({ state: 'sent' });
    expect(logged.map(({ event }) => event)).toContain('delivery.broke');
  });

  it('is not recorded over a claim that another worker has taken meanwhile', async () => {
    keep('entry');
    answer = async ({ key }) => {
      const taken = kept.get(key);
      if (taken) kept.set(key, { ...taken, tag: 'somebody else' });
      return { result: 'refused', failure: 'connector-400' };
    };
    await work().drain();
    expect(entry('entry')).toMatchObject({ state: 'claimed' });
    expect(logged.map(({ event }) => event)).toContain('delivery.claim-lost');
  });
});

describe('a worker that died', () => {
  it.each([
    ['a new message is not repeated, but left as unknown', {}, 'unknown', []],
    ['an update in place is repeated', { replaces: '17' }, 'sent', ['entry']],
    ['a mail is looked for', { channel: 'mail' }, 'sent', ['entry']],
  ] as const)('leaves a claim that runs out: %s', async (_what, more, state, again) => {
    keep('entry', more);
    answer = () => new Promise(() => undefined);
    void work().drain();
    await settle();
    workers.pop();
    expect(entry('entry')).toMatchObject({ state: 'claimed' });
    delivered = [];
    answer = async (_entry, earlier) => ({ result: earlier === 'unsure' ? 'sent' : 'closed' });
    now = new Date(Date.parse(NOW) + CLAIM_SECONDS * 1000 - 1);
    await work().drain();
    expect(entry('entry')).toMatchObject({ state: 'claimed' });
    now = new Date(Date.parse(NOW) + CLAIM_SECONDS * 1000);
    await work().drain();
    expect(entry('entry')).toMatchObject({ state });
    expect(delivered).toEqual(again);
  });
});

describe('a mail that perhaps went out', () => {
  it('is tried again as such until it is known what became of it, and then as one that certainly did not', async () => {
    keep('entry', { channel: 'mail' });
    const results: ('unsure' | 'failed' | 'sent')[] = ['unsure', 'unsure', 'failed', 'sent'];
    const told: Earlier[] = [];
    answer = async (_entry, earlier) => {
      told.push(earlier);
      return { failure: 'code', result: results[told.length - 1] ?? 'sent' };
    };
    for (let hour = 0; hour < 6; hour += 1) {
      now = new Date(Date.parse(NOW) + hour * 3_600_000);
      await work().drain();
    }
    expect(told).toEqual(['none', 'unsure', 'unsure', 'failed']);
    expect(entry('entry')).toMatchObject({ state: 'sent', attempts: 4 });
  });
});

describe('storage that fails in the middle', () => {
  const away = async (): Promise<never> => {
    throw new Error('storage is away');
  };

  it('does not make it forget that something was sent: that is recorded with the next look', async () => {
    const { settle: record } = outbox;
    outbox.settle = away;
    keep('entry');
    const worker = work();
    await worker.drain();
    expect(entry('entry')).toMatchObject({ state: 'claimed' });
    outbox.settle = record;
    now = new Date(Date.parse(NOW) + CLAIM_SECONDS * 1000);
    await worker.drain();
    expect(delivered).toEqual(['entry']);
    expect(entry('entry')).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('for one entry does not hold up those behind it, however many', async () => {
    const { claim } = outbox;
    outbox.claim = async (stored, next) => (stored.value.key === 'poison' ? away() : claim(stored, next));
    keep('poison', { due: '2026-03-02T07:00:00.000Z', case: 'V-2026-0001' });
    for (let at = 0; at < 100; at += 1) keep(`entry ${at}`);
    await work().drain();
    outbox.claim = claim;
    expect(new Set(delivered).size).toBe(100);
    expect(entry('poison')).toMatchObject({ state: 'due' });
    expect(logged.map(({ event }) => event)).toContain('delivery.not-recorded');
  });
});

describe('started', () => {
  it('it looks regularly, also while a nudge is still at work', async () => {
    jest.useFakeTimers();
    answer = ({ key }) => (key === 'slow' ? new Promise(() => undefined) : Promise.resolve({ result: 'sent' }));
    const worker = work(15_000);
    worker.start();
    await settle();
    keep('slow', { case: 'V-2026-0007' });
    worker.nudge('V-2026-0007');
    await settle();
    keep('came later', { case: 'V-2026-0008' });
    await jest.advanceTimersByTimeAsync(15_000);
    workers.pop();
    expect(entry('came later')).toMatchObject({ state: 'sent' });
  });

  it('it looks at once, and then regularly', async () => {
    jest.useFakeTimers();
    keep('waiting');
    work(15_000).start();
    await settle();
    expect(delivered).toEqual(['waiting']);
    keep('came later');
    await jest.advanceTimersByTimeAsync(14_999);
    expect(delivered).toEqual(['waiting']);
    await jest.advanceTimersByTimeAsync(1);
    expect(delivered).toEqual(['waiting', 'came later']);
  });

  it('it goes on looking after storage could not be reached', async () => {
    jest.useFakeTimers();
    const { due } = outbox;
    outbox.due = async () => {
      outbox.due = due;
      throw new Error('storage is away');
    };
    keep('entry');
    work(15_000).start();
    await settle();
    expect(logged.map(({ event }) => event)).toEqual(['outbox.unreachable']);
    await jest.advanceTimersByTimeAsync(15_000);
    expect(delivered).toEqual(['entry']);
  });

  it('a nudge does not wait for the next look, and means one case', async () => {
    const worker = work();
    keep('entry', { case: 'V-2026-0007' });
    keep('other', { case: 'V-2026-0008' });
    worker.nudge('V-2026-0007');
    await settle();
    expect(delivered).toEqual(['entry']);
  });
});

describe('stopped', () => {
  it('it finishes what it is at, takes nothing new, and hears no nudge', async () => {
    keep('first', { due: '2026-03-02T08:00:00.000Z' });
    keep('second');
    let finish: (delivery: Delivery) => void = () => undefined;
    answer = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
    const worker = work();
    worker.start();
    await settle();
    const stopping = worker.stop();
    worker.nudge('V-2026-0042');
    finish({ result: 'sent' });
    await stopping;
    expect(entry('first')).toMatchObject({ state: 'sent' });
    expect(entry('second')).toMatchObject({ state: 'due' });
    await worker.drain();
    expect(delivered).toEqual(['first']);
  });
});
