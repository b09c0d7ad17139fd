/** Puts the parts together. `index.ts` does it for real; tests do it with a connector and a storage of their own. */
import { createFinnishCalendar } from './adapters/calendar/finnish-calendar';
import { loadContent } from './adapters/content/content';
import { createGraph, type Graph, type GraphOptions } from './adapters/graph/graph-client';
import { createGraphColleagues } from './adapters/graph/graph-colleagues';
import { createGraphIntroductions } from './adapters/graph/graph-introductions';
import { createGraphMailer } from './adapters/graph/graph-mailer';
import { createGraphToken } from './adapters/graph/graph-token';
import { createMailFolder } from './adapters/local/mail-folder';
import { openTables } from './adapters/tables/tables';
import { createApplication } from './adapters/teams/application';
import { referenceText } from './adapters/teams/chat-reference';
import { createCloudAdapter } from './adapters/teams/cloud-adapter';
import { createHttpServer } from './adapters/teams/http-server';
import { createMessenger } from './adapters/teams/messenger';
import { createRender } from './cards/render';
import type { Config } from './config';
import { createDelivery } from './deliveries/delivery';
import type { Outside } from './deliveries/outside';
import type { Person } from './domain/draft';
import type { Assistant } from './features/assistant';
import { appointFirstCoordinator } from './features/first-coordinator';
import type { Clock, Log, Mailer } from './ports';
import { createRouter } from './router';
import { createUnderstanding } from './understanding';
import { createWorker, type Worker } from './worker';

export interface AssemblyOptions {
  readonly config: Config;
  /** The folder that holds `bot/` and `adaptive-cards/`. */
  readonly root: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** Folders of process folders; the project's own when absent. */
  readonly processFolders?: readonly string[];
  /** Another Microsoft Graph than Microsoft's, for tests. */
  readonly graph?: GraphOptions;
}

export interface Bot {
  readonly worker: Worker;
  /** Where the bot listens. */
  readonly url: string;
  /** Finishes what is under way, then stops. */
  stop(): Promise<void>;
}

/** How often the outbox is looked at when nothing wakes the worker, in milliseconds. */
const OUTBOX_INTERVAL = 15_000;

/** Starts the bot: opens storage, listens, and begins to drain the outbox. */
export async function startBot(options: AssemblyOptions): Promise<Bot> {
  const { config, root, clock, random, log, processFolders } = options;
  const content = loadContent(root, processFolders);
  const tables = await openTables({
    connectionString: config.storage,
    clock,
    firstDirectory: content.firstDirectory,
    log,
  });
  await appointFirstCoordinator({ ...tables, clock, log }, config.firstCoordinator);
  const graph = openGraph(options);
  const people = graph ? inTenant(options, graph) : {};
  const adapter = createCloudAdapter(config.identity, log);
  const assistant: Assistant = {
    processes: content.processes,
    countries: content.countries,
    calendar: createFinnishCalendar(),
    render: createRender(content.layouts),
    understand: createUnderstanding(content.phrases),
    words: content.words,
    ...tables,
    ...(people.colleagues && { colleagues: people.colleagues }),
    messenger: createMessenger(adapter, config.identity?.appId ?? '', log),
    clock,
    log,
    random,
    rehearsal: config.mode === 'local',
    nudge: (caseNumber) => worker.nudge(caseNumber),
  };
  const mailer = createMailer(options, graph);
  const linkTo = config.identity && chatLink(config.identity.appId);
  const worker = createWorker({
    outbox: tables.outbox,
    deliver: createDelivery(assistant, { ...(mailer && { mailer }), ...people, ...(linkTo && { linkTo }) }),
    clock,
    random,
    log,
    every: OUTBOX_INTERVAL,
  });
  const server = createHttpServer({
    adapter,
    application: createApplication(createRouter(assistant)),
    log,
    ...(config.identity && { tenant: config.identity.tenantId }),
    isReady: async () => (await tables.directory.content()).units.length > 0,
  });
  const url = await server.listen({ host: config.host, port: config.port });
  worker.start();
  log.info('bot.started', {
    url,
    mode: config.mode,
    mail: mailer ? (config.mailFolder === undefined ? 'graph' : 'folder') : 'off',
    processes: [...content.processes.keys()],
  });
  return {
    worker,
    url,
    async stop() {
      await server.close();
      await worker.stop();
      log.info('bot.stopped');
    },
  };
}

/** One client for everything, so that its limit of requests at once holds for all; none where nobody could sign in. */
function openGraph({ config: { identity }, graph }: AssemblyOptions): Graph | undefined {
  const options = graph ?? (identity && { token: createGraphToken(identity) });
  return options && createGraph(options);
}

/** The `.eml` folder of local mode, or Microsoft Graph; none where neither is set, and then mails wait. */
function createMailer({ config, log }: AssemblyOptions, graph: Graph | undefined): Mailer | undefined {
  const { mailbox, mailFolder } = config;
  if (mailFolder !== undefined) {
    return createMailFolder(mailFolder, { name: 'Kansainvälinen Espoo', address: 'international@espoo.fi' });
  }
  return mailbox === undefined || graph === undefined ? undefined : createGraphMailer({ graph, mailbox, log });
}

/** Who else is in the tenant, and chats with those who have none yet, where the app's id in the catalogue is known. */
function inTenant(
  { config: { identity, catalogApp }, log }: AssemblyOptions,
  graph: Graph,
): Pick<Outside, 'introductions' | 'colleagues'> {
  const colleagues = createGraphColleagues({ graph });
  if (catalogApp === undefined || identity === undefined) return { colleagues };
  const chatText = (conversationId: string, person: Pick<Person, 'id' | 'tenant'>) =>
    referenceText({ appId: identity.appId, conversationId, person });
  return { colleagues, introductions: createGraphIntroductions({ graph, catalogApp, chatText, log }) };
}

/** The address that opens the chat with the assistant in Teams, the case's number already written. */
function chatLink(appId: string): (caseNumber: string) => string {
  return (caseNumber) =>
    `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}&message=${encodeURIComponent(caseNumber)}`;
}
