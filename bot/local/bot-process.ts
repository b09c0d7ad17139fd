import path from 'node:path';
import { tableConnectionString } from './azurite';
import type { ChildPlan } from './children/children';
import type { LocalConfig } from './local-config';

/** Where the built bot's script is. */
function botScript(config: LocalConfig): string {
  return path.join(config.root, 'dist', 'bot', 'index.js');
}

/** The bot in local mode: no authentication, loopback only, the local tables. */
export function botPlan(config: LocalConfig): ChildPlan {
  const { bot, azurite } = config.portNumbers;
  return {
    name: 'Bot',
    script: botScript(config),
    args: [],
    root: config.root,
    env: {
      ...config.env,
      BOT_MODE: 'local',
      PORT: String(bot),
      AZURE_STORAGE_CONNECTION_STRING: tableConnectionString(azurite),
    },
    logFile: path.join(config.logsFolder, 'bot.log'),
    readyUrl: `http://127.0.0.1:${bot}/readyz`,
    isReady: (status) => status === 200,
    stopSignal: 'SIGTERM',
  };
}
