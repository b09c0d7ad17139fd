/** A process of the bench, which is asked over IPC. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

export interface Child<Ready> {
  /** What it said when it was ready. */
  readonly ready: Ready;
  /** Asks it, one question at a time, and resolves to its answer. */
  ask<Answer>(question: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

/** How a process of the bench gets its settings. */
export const environmentOf = (settings: unknown) => ({ BENCH_SETTINGS: JSON.stringify(settings) });

/**
 * Starts a file as a process and resolves when it says that it is ready. What it prints goes nowhere. Servers that are
 * compared get the same flags, which is none. @throws Error with the last of what it printed as an error, if it ends before.
 */
export async function startChild<Ready>(
  file: string,
  settings: unknown,
  {
    args = [],
    flags = [],
    node = process.execPath,
  }: { readonly args?: readonly string[]; readonly flags?: readonly string[]; readonly node?: string } = {},
): Promise<Child<Ready>> {
  const child = fork(file, [...args], {
    execPath: node,
    execArgv: [...flags],
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environmentOf(settings) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let printed = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    printed = (printed + chunk.toString('utf8')).slice(-4_000);
  });
  const died = new Promise<never>((_resolve, reject) => {
    child.once('exit', (code, signal) => reject(new Error(`${file} ended with ${code ?? signal}:\n${printed}`)));
  });
  // Whoever waits for an answer hears of it; nobody has to be waiting.
  died.catch(() => {});
  const answer = <Answer>() => Promise.race([once(child, 'message').then(([said]) => said as Answer), died]);
  return {
    ready: await answer<Ready>(),
    ask(question) {
      child.send(question as object);
      return answer();
    },
    stop: () => stopChild(child),
  };
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
