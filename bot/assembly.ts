/** Puts the parts together. `index.ts` does it for real; tests do it with a connector and a storage of their own. */
import { loadContent } from './adapters/content/content';
import { createGraph, type GraphOptions } from './adapters/graph/graph-client';
import { createGraphMailer } from './adapters/graph/graph-mailer';
import { createGraphToken } from './adapters/graph/graph-token';
import { createMailFolder } from './adapters/local/mail-folder';
import { openTables } from './adapters/tables/tables';
import { createApplication } from './adapters/teams/application';
import { createCloudAdapter } from './adapters/teams/cloud-adapter';
import { createHttpServer } from './adapters/teams/http-server';
import { createMessenger } from './adapters/teams/messenger';
import { createRender } from './cards/render';
import type { Config } from './config';
import { createDelivery } from './deliveries';
import type { Assistant } from './features/assistant';
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
  const adapter = createCloudAdapter(config.identity, log);
  const assistant: Assistant = {
    processes: content.processes,
    countries: content.countries,
    render: createRender(content.layouts),
    understand: createUnderstanding(content.phrases),
    words: content.words,
    ...tables,
    messenger: createMessenger(adapter, config.identity?.appId ?? '', log),
    clock,
    log,
    random,
    rehearsal: config.mode === 'local',
    nudge: (caseNumber) => worker.nudge(caseNumber),
  };
  const mailer = createMailer(options);
  const worker = createWorker({
    outbox: tables.outbox,
    deliver: createDelivery(assistant, { ...(mailer && { mailer }) }),
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

/** The `.eml` folder of local mode, or Microsoft Graph; none where neither is set, and then mails wait. */
function createMailer({ config, log, graph }: AssemblyOptions): Mailer | undefined {
  const { identity, mailbox, mailFolder } = config;
  if (mailFolder !== undefined) {
    return createMailFolder(mailFolder, { name: 'Kansainvälinen Espoo', address: 'international@espoo.fi' });
  }
  const options = graph ?? (identity && { token: createGraphToken(identity) });
  if (mailbox === undefined || options === undefined) return undefined;
  return createGraphMailer({ graph: createGraph(options), mailbox, log });
}
