import path from 'node:path';
import type { ChildPlan } from './children/children';
import type { LocalConfig } from './local-config';

/** Where the Agents Playground's script is. */
function playgroundScript(config: LocalConfig): string {
  return path.join(config.root, 'node_modules', '@microsoft', 'm365agentsplayground', 'cli.js');
}

/** The address that the developer opens. */
export function playgroundUrl(config: LocalConfig): string {
  return `http://127.0.0.1:${config.portNumbers.playground}`;
}

/** The Microsoft 365 Agents Playground, which plays Teams in a browser, with this project's invented users. */
export function playgroundPlan(config: LocalConfig): ChildPlan {
  const { bot, playground } = config.portNumbers;
  const logFile = path.join(config.logsFolder, 'playground.log');
  return {
    name: 'Agents Playground',
    script: playgroundScript(config),
    args: [
      ...['start', '--app-endpoint', `http://127.0.0.1:${bot}/api/messages`, '--channel-id', 'msteams'],
      ...['--port', String(playground), '--disable-telemetry'],
    ],
    preloads: [path.join(config.root, 'bot', 'local', 'children', 'loopback-only.cjs')],
    root: config.root,
    env: {
      ...config.env,
      // The launcher prints the address; no browser opens by itself.
      TEAMSAPPTESTER_BROWSER: 'none',
      // Its telemetry library reports about itself even when telemetry is off.
      APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config.playgroundConfigFile,
      // It writes its log itself, errors too; without this, to a folder `devTools` in the project.
      M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
    },
    logFile,
    // Not `/_internal/v1/config`: that one first waits up to 15 s for the bot, so it would not tell which of them is slow.
    readyUrl: `${playgroundUrl(config)}/`,
    isReady: (status) => status === 200,
    stopSignal: 'SIGTERM',
  };
}
