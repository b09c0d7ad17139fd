/** The ways out of Teams: Microsoft Graph where it is configured, and folders in local mode. */
import type { TokenCredential } from '@azure/identity';
import { type City, ownName } from '../adapters/content/city-file';
import { createGraph, type Graph, type GraphOptions } from '../adapters/graph/graph-client';
import { createGraphColleagues } from '../adapters/graph/graph-colleagues';
import { createGraphIntroductions } from '../adapters/graph/graph-introductions';
import { createGraphMailer } from '../adapters/graph/graph-mailer';
import { createGraphToken } from '../adapters/graph/graph-token';
import { createSharepointFolders } from '../adapters/graph/sharepoint-folders';
import { provisionList } from '../adapters/graph/sharepoint-list';
import { createSharepointMirror } from '../adapters/graph/sharepoint-mirror';
import { createDocumentFolders } from '../adapters/local/document-folders';
import { createMailFolder } from '../adapters/local/mail-folder';
import { createMirrorFolder, provisionMirrorFolder } from '../adapters/local/mirror-folder';
import type { Teams } from '../adapters/teams/teams';
import type { Outside } from '../deliveries/outside';
import type { ListNames, Provisioned } from '../domain/listing/mirror';
import { type CaseFolders, type CaseMirror, FOLDERS_PATH, type FolderPages, type Log } from '../ports';
import type { Config } from '../settings/config';

/** What is switched on, for the log: an operator sees at the start what will not go out. */
export interface ChannelNames {
  readonly mail: 'graph' | 'folder' | 'off';
  readonly sharepoint: 'graph' | 'folder' | 'off';
  readonly documents: 'graph' | 'folder' | 'off';
  readonly introductions: 'graph' | 'off';
}

export interface Channels {
  readonly outside: Outside;
  readonly folders?: CaseFolders;
  /** The folders as pages, in local mode. */
  readonly pages?: FolderPages;
  /** Makes the list that shows the cases, or adds what it lacks; absent where there is none. */
  readonly provision?: () => Promise<Provisioned>;
  readonly names: ChannelNames;
}

interface ChannelOptions {
  readonly config: Config;
  readonly city: City;
  readonly log: Log;
  /** What the bot proves itself with; absent in local mode. */
  readonly credential?: TokenCredential;
  /** Another Microsoft Graph than Microsoft's, for tests. */
  readonly graph?: GraphOptions;
  readonly teams: Pick<Teams, 'chatText' | 'linkTo'>;
}

/** Opens the channels that the settings name. */
export function openChannels(options: ChannelOptions): Channels {
  const { config, teams } = options;
  const graph = openGraph(options);
  const mail = openMail(options, graph);
  const list = openList(options, graph);
  const people = graph ? inTenant(options, graph) : {};
  const kind = (local: string | undefined, isOn: boolean) => (local !== undefined ? 'folder' : isOn ? 'graph' : 'off');
  return {
    outside: {
      ...(mail && { mailer: mail }),
      ...(list && { mirror: list.mirror }),
      ...people,
      ...(teams.linkTo && { linkTo: teams.linkTo }),
    },
    ...(list?.folders && { folders: list.folders }),
    ...(list?.pages && { pages: list.pages }),
    ...(list && { provision: list.provision }),
    names: {
      mail: kind(config.mailFolder, mail !== undefined),
      sharepoint: kind(config.mirrorFolder, list !== undefined),
      documents: kind(config.mirrorFolder, list?.folders !== undefined),
      introductions: 'introductions' in people ? 'graph' : 'off',
    },
  };
}

/** One client for everything, so that its limit of requests at once holds for all; none where nobody could sign in. */
function openGraph({ credential, graph }: ChannelOptions): Graph | undefined {
  const options = graph ?? (credential && { token: createGraphToken(credential) });
  return options && createGraph(options);
}

/** The `.eml` folder of local mode, or Microsoft Graph; none where neither is set, and then mails wait. */
function openMail({ config, city, log }: ChannelOptions, graph: Graph | undefined): Outside['mailer'] {
  const { mailbox, mailFolder } = config;
  if (mailFolder !== undefined) {
    return createMailFolder(mailFolder, { name: ownName(city), address: city.addresses.team });
  }
  return mailbox === undefined || graph === undefined ? undefined : createGraphMailer({ graph, mailbox, log });
}

interface List {
  readonly mirror: CaseMirror;
  readonly folders?: CaseFolders;
  readonly pages?: FolderPages;
  readonly provision: () => Promise<Provisioned>;
}

function openList(
  { config: { host, port, mirrorFolder, sharepoint }, city, log }: ChannelOptions,
  graph: Graph | undefined,
) {
  const names = { ...city.list, language: city.defaultLanguage };
  if (mirrorFolder !== undefined) {
    return localList(mirrorFolder, `http://${host}:${port}${FOLDERS_PATH}`, names);
  }
  return sharepoint && graph ? sharepointList({ list: names.name, ...sharepoint }, graph, log) : undefined;
}

function localList(folder: string, address: string, names: ListNames): List {
  return {
    mirror: createMirrorFolder(folder, names),
    ...createDocumentFolders(folder, address),
    provision: () => provisionMirrorFolder(folder),
  };
}

function sharepointList(
  { siteId, list, library }: NonNullable<Config['sharepoint']> & { readonly list: string },
  graph: Graph,
  log: Log,
): List {
  const place = { siteId, list };
  return {
    mirror: createSharepointMirror({ graph, place, log }),
    ...(library !== undefined && { folders: createSharepointFolders({ graph, siteId, library, log }) }),
    provision: () => provisionList(graph, place),
  };
}

/** Who else is in the tenant, and chats with those who have none yet, where the app's id in the catalogue is known. */
function inTenant(
  { config: { catalogApp }, log, teams: { chatText } }: ChannelOptions,
  graph: Graph,
): Pick<Outside, 'introductions' | 'colleagues'> {
  const colleagues = createGraphColleagues({ graph });
  if (catalogApp === undefined) return { colleagues };
  return { colleagues, introductions: createGraphIntroductions({ graph, catalogApp, chatText, log }) };
}
