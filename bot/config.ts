/** The bot's settings, read once from the environment. The only reader of it; a wrong value stops the start with a reason. */
import { z } from 'zod/v4';

/** A setting that is missing or wrong: which, why, and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export interface Config {
  readonly mode: 'local' | 'production';
  readonly host: string;
  readonly port: number;
  readonly storage: string;
  readonly logLevel: string;
  /** Undefined in local mode, which authenticates nobody and listens on loopback only. */
  readonly identity: { readonly appId: string; readonly tenantId: string; readonly secret?: string } | undefined;
  /** Where local mode writes mails; undefined elsewhere. */
  readonly mailFolder: string | undefined;
  /** The mailbox that mails are sent from through Microsoft Graph; without it (outside local mode) mails wait. */
  readonly mailbox: string | undefined;
  /** The app's id in the organisation's catalogue; without it people who have no chat with the assistant get mail. */
  readonly catalogApp: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const port = z.coerce.number().int().min(1).max(65_535);
const guid = z.guid();
const MAILBOX = 'the address of the mailbox that sends, or leave it out to send none';
const CATALOG_APP = "the app's id in the organisation's catalogue, a GUID, or leave it out to install it for nobody";
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Reads the environment. Throws `ConfigError` naming the variable and the remedy. */
export function readConfig(env: Environment): Config {
  const mode = read(env, 'BOT_MODE', z.enum(['local', 'production']), 'local or production', 'production');
  const local = mode === 'local';
  const secret = env.MicrosoftAppPassword || undefined;
  return {
    mode,
    host: local ? '127.0.0.1' : read(env, 'HOST', z.string().min(1), 'an address to listen on', '0.0.0.0'),
    port: read(env, 'PORT', port, 'a port from 1 to 65535', '3978'),
    storage: read(
      env,
      'AZURE_STORAGE_CONNECTION_STRING',
      z.string().min(1),
      'the connection string of the Storage account',
    ),
    logLevel: read(env, 'LOG_LEVEL', z.enum(LOG_LEVELS), `one of ${LOG_LEVELS.join(', ')}`, 'info'),
    identity: local
      ? undefined
      : {
          appId: read(env, 'MicrosoftAppId', guid, "the bot's app id, a GUID (or BOT_MODE=local to try it here)"),
          tenantId: read(env, 'MicrosoftAppTenantId', guid, "the city's tenant id, a GUID"),
          ...(secret !== undefined && { secret }),
        },
    mailFolder: local ? env.LOCAL_MAIL_FOLDER || '.local/mail' : undefined,
    mailbox: local || !env.GRAPH_MAILBOX ? undefined : read(env, 'GRAPH_MAILBOX', z.email(), MAILBOX),
    catalogApp: local || !env.TEAMS_CATALOG_APP_ID ? undefined : read(env, 'TEAMS_CATALOG_APP_ID', guid, CATALOG_APP),
  };
}

function read<T>(env: Environment, name: string, schema: z.ZodType<T>, expected: string, otherwise?: string): T {
  const value = env[name] || otherwise;
  if (value === undefined) throw new ConfigError(`${name} is not set: set it to ${expected}.`);
  const result = schema.safeParse(value);
  if (!result.success) throw new ConfigError(`${name} is "${value}", which cannot be used: set it to ${expected}.`);
  return result.data;
}
