/** Teams as the rest of the bot knows it. What is behind this file, the SDK's side, is known to nobody else. */
import type { Person } from '../../domain/person';
import { withPatience } from '../../pace/patience';
import type { Clock, FolderPages, Log, Messenger, Telemetry } from '../../ports';
import type { Router } from '../../ports/turn';
import type { BotIdentity } from '../../settings/bot-identity';
import { isOfOwnMachine } from './door/own-machine';
import { referenceText } from './sending/chat-reference';
import { createMessenger } from './sending/messenger';
import type { HttpLimits } from './server/http-limits';
import { createHttpServer } from './server/http-server';
import { createApplication } from './turns/application';
import { type BotFramework, createCloudAdapter } from './turns/cloud-adapter';

/** What a test puts in the place of Microsoft's, or cannot wait for. */
export interface TeamsStandIns {
  /** Another Bot Framework than Microsoft's. */
  readonly botFramework?: BotFramework;
  /** Another Bot Connector than Microsoft's. */
  readonly serviceUrl?: string;
  /** Other limits of the web server than its own. */
  readonly httpLimits?: Partial<HttpLimits>;
}

export interface TeamsOptions extends TeamsStandIns {
  /** Undefined in local mode, where everybody is believed, and only this machine answered. */
  readonly identity: BotIdentity | undefined;
  /** Hosts of Teams' connector besides the documented ones. */
  readonly serviceHosts: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry: Telemetry;
}

export interface Teams {
  readonly messenger: Messenger;
  /** A chat of which only the id is known, as the messenger takes it: Teams has made it, and nothing has been said in it. */
  chatText(conversationId: string, person: Pick<Person, 'id' | 'tenant'>): string;
  /** The address that opens the chat with the assistant, the case's number already written; undefined in local mode. */
  readonly linkTo: ((caseNumber: string) => string) | undefined;
  /** Listens, and hands what people say and press to the router. Waits a moment for the keys that activities are checked by. */
  listen(answering: Answering): Promise<Listening>;
}

export interface Answering {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly router: Router;
  /** Whether everything behind the bot can be reached. */
  readonly isReady: () => Promise<boolean>;
  /** Whether it is about to be closed: then it is not ready, and connections end with their next answer. */
  readonly isStopping: () => boolean;
  /** The folders of cases as pages; shown in local mode alone, since nobody proves who looks. */
  readonly pages?: FolderPages;
}

export interface Listening {
  readonly url: string;
  /** Waits for the requests that are under way. */
  close(): Promise<void>;
}

/** How long the start waits for keys: it can do without, because the first activity would fetch them. In milliseconds. */
const KEYS_WITHIN_MS = 300;

/** Opens both ways, in and out. Nothing is sent or listened to yet. */
export function openTeams(options: TeamsOptions): Teams {
  const { identity, log, telemetry, serviceUrl, httpLimits } = options;
  const appId = identity?.appId ?? '';
  const adapter = createCloudAdapter(options);
  return {
    messenger: createMessenger(adapter, appId, log),
    chatText: (conversationId, person) =>
      referenceText({ appId, conversationId, person, ...(serviceUrl !== undefined && { serviceUrl }) }),
    linkTo: identity && chatLink(appId),
    async listen({ host, port, router, isReady, isStopping, pages }) {
      const server = createHttpServer({
        adapter,
        application: createApplication(router),
        log,
        telemetry,
        isReady,
        isStopping,
        ...(!identity && { isAnswered: isOfOwnMachine }),
        ...(!identity && pages && { pages }),
        ...(httpLimits && { limits: httpLimits }),
      });
      await withPatience(KEYS_WITHIN_MS, adapter.prepare(), undefined);
      return { url: await server.listen({ host, port }), close: () => server.close() };
    },
  };
}

function chatLink(appId: string): (caseNumber: string) => string {
  return (caseNumber) =>
    `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}&message=${encodeURIComponent(caseNumber)}`;
}
