import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { PortNumbers } from '../../bot/local/local-config';

/** A launcher that runs. */
export interface Launcher {
  /** Resolves with the first line of standard output that matches, also if it came before; rejects when it ends. */
  readonly line: (pattern: RegExp) => Promise<string>;
  /** Sends a signal to the launcher alone. */
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Sends a signal to the launcher's whole process group, as a terminal does on Ctrl-C. */
  readonly signalGroup: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** Runs the launcher of a project folder. */
export function startLauncher(folder: string, portNumbers: PortNumbers): Launcher {
  const child = spawn(process.execPath, ['tools/run-typescript.js', 'bot/local/start.ts'], {
    cwd: folder,
    env: {
      ...process.env,
      PORT: String(portNumbers.bot),
      PLAYGROUND_PORT: String(portNumbers.playground),
      AZURITE_TABLE_PORT: String(portNumbers.azurite),
    },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the launcher could not be started');
  return {
    line: lineReader(child),
    signal: (signal) => process.kill(pid, signal),
    signalGroup: (signal) => {
      // A second Ctrl-C may come too late to meet anybody.
      if (child.exitCode === null) process.kill(-pid, signal);
    },
    ended: whenEnded(child),
  };
}

function lineReader(child: ChildProcess): Launcher['line'] {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let ended = false;
  const wake = () => {
    for (const look of waiting) look();
  };
  if (child.stdout === null) throw new Error('the launcher has no standard output');
  createInterface({ input: child.stdout })
    .on('line', (line) => {
      lines.push(line);
      wake();
    })
    .on('close', () => {
      ended = true;
      wake();
    });
  return (pattern) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = lines.find((line) => pattern.test(line));
        if (found === undefined && !ended) return;
        waiting.delete(look);
        if (found === undefined)
          reject(new Error(`the launcher ended without ${pattern}, after: ${lines.join(' | ')}`));
        else resolve(found);
      };
      waiting.add(look);
      look();
    });
}

function whenEnded(child: ChildProcess): Launcher['ended'] {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (data) => {
    stdout += String(data);
  });
  child.stderr?.on('data', (data) => {
    stderr += String(data);
  });
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
