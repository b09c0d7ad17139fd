/** Puts the parts together. `index.ts` does it for real; tests do it with a connector and a storage of their own. */
import { setTimeout as delay } from 'node:timers/promises';
import type { TokenCredential } from '@azure/identity';
import { createCityCalendar } from '../adapters/calendar/city-calendar';
import { loadContent } from '../adapters/content/content';
import type { GraphOptions } from '../adapters/graph/graph-client';
import type { StorageAccess } from '../adapters/tables/rows/table-client';
import { openTables } from '../adapters/tables/tables';
import { openTeams, type Teams, type TeamsStandIns } from '../adapters/teams/teams';
import { countingTurns } from '../answering/counting-turns';
import { createRouter } from '../answering/router';
import { createRender } from '../cards/layout/render';
import { endAppointments } from '../commands/departures';
import { everyMirroredCase } from '../commands/every-line';
import { createNightly, type Nightly } from '../commands/nightly';
import { type PurgeResult, purgeAll } from '../commands/purge';
import { reconcile } from '../commands/reconciliation';
import { createDelivery, createFamiliarity } from '../deliveries/by-subject';
import { createWorker, type Worker } from '../deliveries/worker';
import { type ByKind, forEachKind } from '../domain/outbox/subjects';
import { createUnderstanding } from '../domain/said/understanding';
import { type Assistant, allModels } from '../features/assistant';
import { appointFirstCoordinator } from '../features/directory/first-coordinator';
import { tellStaleEntries } from '../features/directory/stale-entries';
import { eraseAll } from '../features/privacy/erasing';
import { createTraffic } from '../pace/traffic';
import { type Clock, type Log, NO_TELEMETRY, type Telemetry } from '../ports';
import type { Config } from '../settings/config';
import { type Channels, openChannels } from './channels';
import { cityFolder } from './city-folder';
import { SUBJECTS, type SubjectKind } from './subjects';

export interface AssemblyOptions extends TeamsStandIns {
  readonly config: Config;
  /** The folder that holds `bot/` and `adaptive-cards/`. */
  readonly root: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** What operators see; nothing when absent. */
  readonly telemetry?: Telemetry;
  /** As whom the bot comes to storage and to Microsoft Graph; absent in local mode. */
  readonly credential?: TokenCredential;
  /** Folders of process folders; the project's own when absent. */
  readonly processFolders?: readonly string[];
  /** Another Microsoft Graph than Microsoft's, for tests. */
  readonly graph?: GraphOptions;
  /** The tenant whose people are served; the identity's when absent. */
  readonly tenant?: string;
  /** What outbox entries belong to; the product's own kinds when absent. */
  readonly subjects?: ByKind<SubjectKind>;
  /** Another time to go on answering while stopping, in milliseconds, for tests. */
  readonly lingerMs?: number;
  /** How long a delivery waits for people at most, in milliseconds; for tests that look at what was delivered. */
  readonly giveWayMs?: number;
}

/** Everything but what listens and works by itself: what commands need, too. */
export interface Parts {
  readonly assistant: Assistant;
  readonly channels: Channels;
  readonly teams: Teams;
}

export interface Bot {
  readonly worker: Worker;
  readonly nightly: Nightly;
  /** Where the bot listens. */
  readonly url: string;
  /**
   * Says at once that it is no longer ready and takes nothing new from the outbox; answers for a moment more those who are
   * still sent here, finishes what is under way, then stops.
   */
  stop(): Promise<void>;
}

/** How long whoever shares out requests may take to see that this instance is no longer ready, in milliseconds. */
const LINGER_MS = { local: 0, production: 5_000 };
/** How often the outbox is looked at when nothing wakes the worker, in milliseconds. */
const OUTBOX_INTERVAL = 15_000;
/** The longest that a delivery waits while people are being answered: under any load some thirty go out a second. */
const GIVE_WAY_MS = 250;

/** Opens storage and channels. `nudge` wakes whoever drains the outbox; commands have nobody to wake. */
export async function assemble(options: AssemblyOptions, nudge: Assistant['nudge'] = () => {}): Promise<Parts> {
  const { config, root, random, log, telemetry = NO_TELEMETRY, processFolders, subjects = SUBJECTS } = options;
  const content = loadContent({ root, city: cityFolder(root, config.cityFolder), processFolders });
  const tenant = options.tenant ?? config.identity?.tenantId;
  const tables = await openTables({
    access: accessTo(options),
    clock: options.clock,
    firstDirectory: content.firstDirectory,
    confirmedContactsOnly: config.confirmedContactsOnly,
    log,
    telemetry,
    places: forEachKind(subjects, ({ rows }) => rows),
  });
  await appointFirstCoordinator({ ...tables, log }, content.city.units.coordinator, config.firstCoordinator);
  const teams = openTeams({ ...options, telemetry, identity: config.identity, serviceHosts: config.serviceHosts });
  const channels = openChannels({ ...options, teams, city: content.city });
  const parts: Omit<Assistant, 'subjects'> = {
    processes: content.processes,
    countries: content.countries,
    cities: content.cities,
    calendar: createCityCalendar(content.city.calendar),
    languages: content.languages,
    records: content.city.records,
    render: createRender(content.layouts),
    understand: createUnderstanding(content.phrases),
    words: content.words,
    ...tables,
    ...(channels.folders && { folders: channels.folders }),
    ...(tenant !== undefined && { tenant }),
    allowGuests: config.allowGuests,
    ...(channels.outside.colleagues && { colleagues: channels.outside.colleagues }),
    messenger: teams.messenger,
    log,
    telemetry,
    random,
    rehearsal: config.mode === 'local',
    nudge,
  };
  const assistant: Assistant = { ...parts, subjects: forEachKind(subjects, ({ keep }) => keep(parts)) };
  return { assistant, channels, teams };
}

/**
 * How storage is reached.
 * @throws Error for an address without anybody to prove to it who comes: `readConfig` lets that happen in no mode.
 */
export function accessTo({
  config: { storage },
  credential,
}: Pick<AssemblyOptions, 'config' | 'credential'>): StorageAccess {
  if ('connectionString' in storage) return storage;
  if (!credential) throw new Error('AZURE_TABLES_ENDPOINT needs the identity of the bot: set BOT_MODE to production.');
  return { endpoint: storage.endpoint, credential };
}

/** Removes what is personal and over its time; `dryRun` only counts. */
export async function purge(
  assistant: Assistant,
  options: { readonly dryRun?: boolean; readonly stop?: AbortSignal } = {},
): Promise<PurgeResult> {
  return purgeAll({ ...assistant, ...options });
}

/** Starts the bot: opens storage, listens, and begins to drain the outbox. */
export async function startBot(options: AssemblyOptions): Promise<Bot> {
  const { config, random, log, subjects = SUBJECTS } = options;
  const { assistant, channels, teams } = await assemble(options, (caseNumber) => worker.nudge(caseNumber));
  const { clock, outbox, telemetry } = assistant;
  const { mirror } = channels.outside;
  const deliveries = forEachKind(subjects, ({ deliver }) => deliver(assistant, channels.outside));
  const traffic = createTraffic();
  const worker = createWorker({
    outbox,
    deliver: createDelivery(deliveries),
    isFamiliar: createFamiliarity(deliveries, assistant),
    clock,
    random,
    log,
    telemetry,
    giveWay: () => traffic.calm(options.giveWayMs ?? GIVE_WAY_MS),
    every: OUTBOX_INTERVAL,
  });
  const nightly = createNightly({
    clock,
    calendar: assistant.calendar,
    claims: assistant.claims,
    log,
    jobs: {
      purge: (stop) => purge(assistant, { stop }),
      appointments: async (stop) => endAppointments({ ...assistant, models: await allModels(assistant) }, stop),
      erasures: (stop) => eraseAll(assistant, stop),
      ...(mirror && {
        mirror: (stop) => reconcile({ mirror, cases: () => everyMirroredCase(assistant), log, mend: true, stop }),
      }),
    },
    mornings: { 'stale-entries': (stop) => tellStaleEntries(assistant, stop) },
  });
  let stopping = false;
  // Its first look costs as much as ten presses: before the first of them, not beside it.
  worker.start();
  const listening = await teams.listen({
    host: config.host,
    port: config.port,
    router: countingTurns(createRouter(assistant), traffic),
    // The directory first: whoever reads it hears what time storage has.
    isReady: async () => (await assistant.directory.content()).units.length > 0 && clock.isTrusted(),
    isStopping: () => stopping,
    ...(channels.pages && { pages: channels.pages }),
  });
  const { url } = listening;
  telemetry.observeOutbox(() => outbox.overview(clock.now()), clock);
  nightly.start();
  if (config.mode === 'local') {
    log.warn('bot.local-mode', {
      hint: 'Everybody is believed, and only this machine can connect. Not for production.',
    });
  }
  const { unconfirmedContacts = [] } = await assistant.directory.content();
  if (unconfirmedContacts.length > 0) {
    log.warn('directory.unconfirmed', {
      units: unconfirmedContacts.length,
      hint: 'Mail of these units goes to the coordinating team, or waits while its own contact is one of them. The team opens "Before you begin" in Teams.',
    });
  }
  log.info('bot.started', {
    url,
    mode: config.mode,
    channels: channels.names,
    processes: [...assistant.processes.keys()],
  });
  return {
    worker,
    nightly,
    url,
    async stop() {
      stopping = true;
      const ended = Promise.all([worker.stop(), nightly.stop()]);
      await delay(options.lingerMs ?? LINGER_MS[config.mode]);
      await Promise.all([listening.close(), ended]);
      log.info('bot.stopped');
    },
  };
}
