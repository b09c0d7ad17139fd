import path from 'node:path';
import type { ChildPlan } from './children/children';
import type { LocalConfig } from './local-config';

// Azurite's development account. It is the same on every machine in the world and is published in Microsoft's
// documentation (learn.microsoft.com: "Use the Azurite emulator", well-known storage account and key): not a secret.
const ACCOUNT = 'devstoreaccount1';
const ACCOUNT_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** Where the storage emulator's script is. */
function azuriteScript(config: LocalConfig): string {
  return path.join(config.root, 'node_modules', 'azurite', 'dist', 'src', 'table', 'main.js');
}

/** The connection string that lets the bot into the local tables. */
export function tableConnectionString(port: number): string {
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${ACCOUNT}`,
    `AccountKey=${ACCOUNT_KEY}`,
    `TableEndpoint=http://127.0.0.1:${port}/${ACCOUNT}`,
  ].join(';');
}

/** The storage emulator, its tables alone, kept on disk from one start to the next. */
export function azuritePlan(config: LocalConfig): ChildPlan {
  const port = config.portNumbers.azurite;
  return {
    name: 'Storage (Azurite)',
    script: azuriteScript(config),
    args: [
      ...['--location', config.tablesFolder, '--tableHost', '127.0.0.1', '--tablePort', String(port)],
      // The tables SDK may ask for a newer version of the interface than this Azurite knows.
      ...['--silent', '--skipApiVersionCheck', '--disableTelemetry'],
    ],
    preloads: [path.join(config.root, 'bot', 'local', 'children', 'loopback-only.cjs')],
    root: config.root,
    // Accounts from the developer's environment would replace the well-known one.
    env: { ...config.env, AZURITE_ACCOUNTS: undefined },
    logFile: path.join(config.logsFolder, 'azurite.log'),
    readyUrl: `http://127.0.0.1:${port}/${ACCOUNT}`,
    // A request without a signature is refused; that it answers at all is what counts.
    isReady: () => true,
    // On SIGTERM Azurite loses up to 5 s of acknowledged writes; on SIGINT it writes its tables before it ends.
    stopSignal: 'SIGINT',
  };
}
