/** What a server of the bench has in common with the others: its settings, and what it tells of itself. */
import { Session } from 'node:inspector/promises';
import type { Work } from '../work/work';

export interface PeerSettings {
  /** Of the tables. */
  readonly connectionString: string;
  /** The table for its walks. */
  readonly table: string;
  /** Where the stand-in of the Bot Framework publishes its keys. */
  readonly metadataUrl: string;
  readonly appId: string;
  readonly tenantId: string;
  readonly work: Work;
}

/** What a process has used since its start. */
export interface Usage {
  readonly cpuMs: number;
  readonly memoryMb: number;
}

/** What is shown to the connector: of the form of a JWT, because some packages look into it; nobody checks it. */
export const BOT_TOKEN = `${segment({ alg: 'none' })}.${segment({ exp: 4_102_444_800 })}.`;

/** The settings that the bench has given to this process. */
export function settings(): PeerSettings {
  const given = process.env.BENCH_SETTINGS;
  if (given === undefined) throw new Error('BENCH_SETTINGS is not set: the bench starts this file, nobody else.');
  return JSON.parse(given);
}

/** What a server can be asked. */
export type PeerQuestion = 'usage' | 'start-profile' | 'stop-profile';

/** Tells the bench where this server listens, and from then on what it has used, whenever it is asked. */
export function announce(port: number): void {
  const session = new Session();
  process.on('message', async (question: PeerQuestion) => {
    if (question === 'usage') process.send?.(usage());
    else if (question === 'start-profile') process.send?.(await startProfile(session));
    else process.send?.((await session.post('Profiler.stop')).profile);
  });
  // The bench may end without a word.
  process.once('disconnect', () => process.exit());
  process.send?.({ url: `http://127.0.0.1:${port}` });
}

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, memoryMb: process.memoryUsage.rss() / 1024 / 1024 };
}

async function startProfile(session: Session): Promise<object> {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  await session.post('Profiler.start');
  return {};
}

function segment(content: object): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}
