import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';

/** How one child process is started, known to be ready, and stopped. */
export interface ChildPlan {
  /** What the developer reads, e.g. `Bot`. */
  readonly name: string;
  /** What node runs: its script. */
  readonly script: string;
  readonly args: readonly string[];
  /** Files that node loads before the script. */
  readonly preloads?: readonly string[];
  /** The project's folder, which is also where the child runs. */
  readonly root: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** What the child prints, from this start only. */
  readonly logFile: string;
  /** The child is ready when a GET of this address answers with a status that `isReady` takes. */
  readonly readyUrl: string;
  readonly isReady: (status: number) => boolean;
  /** Asks the child to finish what it is doing and to end. */
  readonly stopSignal: NodeJS.Signals;
}

/** A child that was started. */
export interface Child {
  readonly plan: ChildPlan;
  /** Resolves when the process has ended, however it ended, with the reason in words, e.g. `exit code 1`. */
  readonly exited: Promise<string>;
  /** Asks the child to end, kills it when it does not, and resolves when it is gone. Safe to call twice. */
  readonly stop: () => Promise<'ended' | 'killed'>;
}

/** A child that does not end by itself in this time is killed. Azurite needs well under a second to write its tables. */
const PATIENCE_MS = 8_000;

/** Starts a child process as planned. A failure to start shows in `exited`, never as a throw. */
export function startChild(plan: ChildPlan): Child {
  const child = spawnDetached(plan);
  let running = true;
  const exited = new Promise<string>((resolve) => {
    const end = (reason: string) => {
      running = false;
      resolve(reason);
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(signal === null ? `exit code ${code}` : `signal ${signal}`));
  });
  // Writing to the input of a child that is just ending fails; nothing is lost, as nothing is ever written.
  child.stdin?.on('error', () => undefined);

  const stop = async (): Promise<'ended' | 'killed'> => {
    if (!running) return 'ended';
    let outcome: 'ended' | 'killed' = 'ended';
    child.kill(plan.stopSignal);
    const insist = setTimeout(() => {
      outcome = 'killed';
      killGroup(child);
    }, PATIENCE_MS);
    await exited;
    clearTimeout(insist);
    return outcome;
  };
  return { plan, exited, stop };
}

function spawnDetached(plan: ChildPlan): ChildProcess {
  const preloads = [
    path.join(plan.root, 'bot', 'local', 'children', 'end-with-launcher.cjs'),
    ...(plan.preloads ?? []),
  ];
  const log = openSync(plan.logFile, 'w');
  try {
    return spawn(
      process.execPath,
      [...preloads.flatMap((file) => ['--require', file]), plan.script, ...plan.args],
      // In a process group of its own, so that Ctrl-C in the terminal reaches the launcher alone: Azurite dies without
      // writing its tables when a second SIGINT arrives, and the children are to stop in order. The input is a pipe
      // for `end-with-launcher.cjs`.
      { cwd: plan.root, env: plan.env, detached: true, stdio: ['pipe', log, log], windowsHide: true },
    );
  } finally {
    closeSync(log);
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
