/** Where Azure Table Storage is, and as whom the bot comes to it. */
import { z } from 'zod/v4';
import { ConfigError, type Environment, read } from './setting';

/** With the key in a connection string (Azurite, development), or as the bot's own identity, which keeps no secret. */
export type StorageSetting = { readonly connectionString: string } | { readonly endpoint: string };

const ENDPOINT = 'the https address of the account, such as https://<account>.table.core.windows.net';

const address = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, username, search, hash } = new URL(text);
  return protocol === 'https:' && pathname === '/' && `${username}${search}${hash}` === '';
});

/**
 * Reads how storage is reached. Local mode has no identity, so it takes a connection string only.
 * @throws ConfigError when neither or both are set. It never shows the connection string, which holds a key.
 */
export function readStorage(env: Environment, mode: 'local' | 'production'): StorageSetting {
  const { AZURE_STORAGE_CONNECTION_STRING: connectionString, AZURE_TABLES_ENDPOINT: endpoint } = env;
  if (mode === 'local' || !endpoint) {
    if (connectionString) return { connectionString };
    const instead = mode === 'local' ? '' : `, or AZURE_TABLES_ENDPOINT to ${ENDPOINT}`;
    throw new ConfigError(
      `AZURE_STORAGE_CONNECTION_STRING is not set: set it to the connection string of the Storage account${instead}.`,
    );
  }
  if (connectionString) {
    throw new ConfigError(
      'AZURE_STORAGE_CONNECTION_STRING and AZURE_TABLES_ENDPOINT are both set: leave the connection string out, so that no key is needed.',
    );
  }
  return { endpoint: read(env, 'AZURE_TABLES_ENDPOINT', address, ENDPOINT).replace(/\/$/, '') };
}
