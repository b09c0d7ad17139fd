import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Clock, Log } from '../../../ports';
import type { BotIdentity } from '../../../settings/bot-identity';
import { createDoor } from '../door/door';
import { createSigningKeys, type SigningKeys } from '../door/signing-keys';
import { TeamsAuthentication } from '../door/teams-authentication';
import { type ConnectorUrls, loopbackConnectorUrls, teamsConnectorUrls } from '../sending/connector-urls';
import { createCredentials } from '../sending/credentials';
import { SendOnceAuthentication } from '../sending/send-once';

/** Where the Bot Framework publishes the keys that it signs with. */
const METADATA_URL = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** Another Bot Framework than Microsoft's, for tests: its keys, where its connector may be, and the bot's tokens for it. */
export interface BotFramework {
  readonly metadataUrl: string;
  readonly connectorUrls: ConnectorUrls;
  readonly credentials: ServiceClientCredentialsFactory;
}

export interface CloudAdapterOptions {
  /** Undefined in local mode. */
  readonly identity: BotIdentity | undefined;
  /** Hosts of Teams' connector besides the documented ones. */
  readonly serviceHosts: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
  readonly botFramework?: BotFramework;
}

/** The SDK's adapter, which takes activities as they come over HTTP and sends messages by itself. */
export class TeamsAdapter extends CloudAdapter {
  constructor(
    authentication: SendOnceAuthentication,
    private readonly keys: SigningKeys | undefined,
  ) {
    super(authentication);
  }

  /** Fetches the keys that activities are checked by, so that the first need not wait. Never rejects: the log says why not. */
  async prepare(): Promise<void> {
    // They are all fetched together, whichever is asked for.
    await this.keys?.('').catch(() => undefined);
  }

  /**
   * Takes an activity in: resolves with what an invoke is answered with, undefined for anything else. Rejects with
   * `Refusal` where it is not let in. (`process`, which the SDK has for this, knows two statuses for all that can be
   * wrong, and prints and answers with what went wrong.)
   */
  receive(
    activity: Activity,
    authorization: string,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}

/**
 * Without an identity (local mode) every activity is believed, so the bot must only listen on loopback, and it talks to
 * this machine alone; with one, only what the Bot Framework has signed for this bot and this tenant.
 */
export function createCloudAdapter(options: CloudAdapterOptions): TeamsAdapter {
  const adapter = guardedAdapter(options);
  adapter.onTurnError = async (_context, cause) => options.log.error('turn.broke', cause);
  return adapter;
}

function guardedAdapter({ identity, serviceHosts, clock, log, botFramework }: CloudAdapterOptions): TeamsAdapter {
  if (!identity) return new TeamsAdapter(new SendOnceAuthentication(loopbackConnectorUrls), undefined);
  const { appId, tenantId } = identity;
  const connectorUrls = botFramework?.connectorUrls ?? teamsConnectorUrls(serviceHosts);
  const keys = createSigningKeys({ metadataUrl: botFramework?.metadataUrl ?? METADATA_URL, clock, log });
  const door = createDoor({ appId, tenantId, connectorUrls, keys, clock, log });
  const credentials = botFramework?.credentials ?? createCredentials(identity);
  return new TeamsAdapter(new TeamsAuthentication(door, connectorUrls, credentials), keys);
}
