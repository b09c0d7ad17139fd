/** The bot's settings, read once from the environment. The only reader of it; a wrong value stops the start with a reason. */
import { z } from 'zod/v4';
import { type BotIdentity, type ReadFile, readIdentity } from './bot-identity';
import { ConfigError, type Environment, read } from './setting';
import { readStorage, type StorageSetting } from './storage-setting';
import { readTelemetry, type TelemetrySetting } from './telemetry-setting';

export { ConfigError } from './setting';

export interface Config {
  /** The folder of the city that is served; the one in `bot/city` where none is named. */
  readonly cityFolder: string | undefined;
  readonly mode: 'local' | 'production';
  readonly host: string;
  readonly port: number;
  readonly storage: StorageSetting;
  readonly logLevel: string;
  readonly telemetry: TelemetrySetting;
  /** Undefined in local mode, which authenticates nobody and listens on loopback only. */
  readonly identity: BotIdentity | undefined;
  /** Hosts of Teams' connector besides those that Microsoft documents for the public cloud. */
  readonly serviceHosts: readonly string[];
  /** Where local mode writes mails; undefined elsewhere. */
  readonly mailFolder: string | undefined;
  /** The mailbox that mails are sent from through Microsoft Graph; without it (outside local mode) mails wait. */
  readonly mailbox: string | undefined;
  /** The app's id in the organisation's catalogue; without it people who have no chat with the assistant get mail. */
  readonly catalogApp: string | undefined;
  /** The site whose list shows the cases, and its library for their documents; without it nothing is shown there. A list without a name has the city's. */
  readonly sharepoint: { readonly siteId: string; readonly list?: string; readonly library?: string } | undefined;
  /** Where local mode keeps what SharePoint would show; undefined elsewhere. */
  readonly mirrorFolder: string | undefined;
  /** Whether guests of the tenant may use the assistant. */
  readonly allowGuests: boolean;
  /** Whether mail goes to those contacts only that the team has confirmed: everywhere but in local mode, which mails nobody. */
  readonly confirmedContactsOnly: boolean;
  /** Who becomes the first of the international affairs team, if it has nobody; undefined in local mode. */
  readonly firstCoordinator: { readonly id: string; readonly name: string } | undefined;
}

const port = z.coerce.number().int().min(1).max(65_535);
const guid = z.guid();
const SERVICE_HOSTS = 'host names with commas between, without https:// and *, or leave it out';
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const MAILBOX = 'the address of the mailbox that sends, or leave it out to send none';
const CATALOG_APP = "the app's id in the organisation's catalogue, a GUID, or leave it out to install it for nobody";
const SITE =
  "the site's id as Graph gives it: host name, GUID and GUID with commas between, or leave it out to show no cases there";
const LIST = 'the name of the list: at most 255 characters, none of them / or \\';
const LIBRARY = 'the https address of a library of that site as the browser shows it, without what follows a ? or #';
const FIRST_COORDINATOR_FORM =
  'the Entra object id (a GUID) and the name of the first person of the international affairs team with a space between, or leave it out if the team has members';
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Reads the environment, and the files that it names. Throws `ConfigError` naming the variable and the remedy. */
export function readConfig(env: Environment, readFile: ReadFile): Config {
  const mode = read(env, 'BOT_MODE', z.enum(['local', 'production']), 'local or production', 'production');
  const local = mode === 'local';
  return {
    cityFolder: env.CITY_FOLDER || undefined,
    mode,
    host: local ? '127.0.0.1' : read(env, 'HOST', z.string().min(1), 'an address to listen on', '0.0.0.0'),
    port: read(env, 'PORT', port, 'a port from 1 to 65535', '3978'),
    storage: readStorage(env, mode),
    logLevel: read(env, 'LOG_LEVEL', z.enum(LOG_LEVELS), `one of ${LOG_LEVELS.join(', ')}`, 'info'),
    telemetry: readTelemetry(env),
    identity: local ? undefined : readIdentity(env, readFile),
    serviceHosts: local || !env.ALLOWED_SERVICE_HOSTS ? [] : read(env, 'ALLOWED_SERVICE_HOSTS', hosts, SERVICE_HOSTS),
    mailFolder: local ? env.LOCAL_MAIL_FOLDER || '.local/mail' : undefined,
    mailbox: local || !env.GRAPH_MAILBOX ? undefined : read(env, 'GRAPH_MAILBOX', z.email(), MAILBOX),
    catalogApp: local || !env.TEAMS_CATALOG_APP_ID ? undefined : read(env, 'TEAMS_CATALOG_APP_ID', guid, CATALOG_APP),
    sharepoint: local ? undefined : readSharepoint(env),
    mirrorFolder: local ? env.LOCAL_MIRROR_FOLDER || '.local/sharepoint' : undefined,
    allowGuests: read(env, 'ALLOW_GUESTS', flag, 'true or false', 'false'),
    confirmedContactsOnly: !local,
    firstCoordinator:
      local || !env.FIRST_COORDINATOR
        ? undefined
        : read(env, 'FIRST_COORDINATOR', firstCoordinator, FIRST_COORDINATOR_FORM),
  };
}

/** Exact names: whoever may register a name below an allowed one would be handed the bot's token. */
const hosts = z
  .string()
  .transform((text) => text.split(',').map((host) => host.trim().toLowerCase()))
  .pipe(z.array(z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/)));

const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const siteId = z.string().regex(new RegExp(`^[a-z0-9.-]+,${GUID},${GUID}$`, 'i'));
const listName = z
  .string()
  .max(255)
  .regex(/^[^/\\]+$/);
const libraryOf = (host: string) =>
  z.string().refine((address) => {
    if (!URL.canParse(address)) return false;
    const { protocol, host: itsHost, pathname, username, search, hash } = new URL(address);
    return protocol === 'https:' && itsHost === host && pathname.length > 1 && `${username}${search}${hash}` === '';
  });

/** Entra ids come in lower case with everything that people send, and are compared as they are. */
const firstCoordinator = z
  .string()
  .regex(new RegExp(`^${GUID} +\\S.{0,199}$`, 'i'))
  .transform((text) => ({ id: text.slice(0, 36).toLowerCase(), name: text.slice(36).trim() }));

function readSharepoint(env: Environment): Config['sharepoint'] {
  if (!env.SHAREPOINT_SITE_ID) {
    if (!env.SHAREPOINT_LIBRARY) return undefined;
    throw new ConfigError(`SHAREPOINT_LIBRARY is set without its site: set SHAREPOINT_SITE_ID to ${SITE}.`);
  }
  const site = read(env, 'SHAREPOINT_SITE_ID', siteId, SITE);
  const list = env.SHAREPOINT_LIST ? { list: read(env, 'SHAREPOINT_LIST', listName, LIST) } : {};
  if (!env.SHAREPOINT_LIBRARY) return { siteId: site, ...list };
  const [host = ''] = site.toLowerCase().split(',');
  const library = read(env, 'SHAREPOINT_LIBRARY', libraryOf(host), LIBRARY);
  return { siteId: site, ...list, library: library.replace(/\/+$/, '') };
}
