/** What the developer reads while the services start and stop: plain lines, the same in a terminal and in a file. */
export interface Progress {
  readonly starting: (names: readonly string[]) => void;
  /** @param ms how long the compiler took */
  readonly built: (ms: number) => void;
  /** @param ms how long this service took from its own start until it answered */
  readonly ready: (name: string, ms: number) => void;
  /** The final line of a start. */
  readonly open: (url: string) => void;
  readonly stopping: () => void;
  readonly stopped: () => void;
}

/**
 * Shows progress as lines.
 *
 * @param write takes a line with its line end, e.g. `(line) => process.stdout.write(line)`
 */
export function lineProgress(write: (line: string) => void): Progress {
  const say = (line: string) => write(`${line}\n`);
  return {
    starting: (names) => say(`Compiling the bot; starting ${names.join(', ')} …`),
    built: (ms) => say(`✓ Compiled ${seconds(ms)}`),
    ready: (name, ms) => say(`✓ ${name} ready ${seconds(ms)}`),
    open: (url) => say(`Open ${url} in a browser. Ctrl-C stops everything.`),
    stopping: () => say('Stopping …'),
    stopped: () => say('Everything is stopped; the tables are kept in .local/azurite.'),
  };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
