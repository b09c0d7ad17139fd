import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { ConnectorClient, ConnectorFactory, UserTokenClient } from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import type { ConnectorUrls } from './connector-urls';

/** Teams' own patience with a bot is fifteen seconds; a worker must not wait for an answer that never comes. */
const ANSWER_WITHIN_MS = 10_000;

/** Teams has an address for each region of the world. */
const MOST_ADDRESSES = 100;

/** A message was to go to an address that is not Teams'. Nothing has been sent, and no token was asked for. */
export class ForeignServiceUrl extends Error {
  override readonly name = 'ForeignServiceUrl';
}

/**
 * The SDK's authentication, except that what it sends goes out once, to Teams' own addresses only, and is given up when
 * no answer comes. Left to itself its connector client hands the bot's token to whatever address an activity or a stored
 * chat names, and sends a message up to four times when the answer is 5xx or 429 or does not come, and Teams shows each
 * of them; a repeat is the outbox's business, which knows what may be repeated.
 *
 * Its clients are kept, one for each address: they hold no state but the bot's own token, and the SDK would build two
 * with a pipeline each for every activity, which is an eighth of what a press takes.
 */
export class SendOnceAuthentication extends ConfigurationBotFrameworkAuthentication {
  protected readonly answerWithinMs: number = ANSWER_WITHIN_MS;
  private readonly clients = new LRUCache<string, ConnectorClient>({ max: MOST_ADDRESSES });
  private userTokenClient: UserTokenClient | undefined;

  constructor(
    private readonly connectorUrls: ConnectorUrls,
    ...sdk: ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>
  ) {
    super(...sdk);
  }

  override createConnectorFactory(
    ...identity: Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>
  ): ConnectorFactory {
    return this.guarded(super.createConnectorFactory(...identity));
  }

  override async authenticateRequest(
    ...request: Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>
  ): ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']> {
    const result = await super.authenticateRequest(...request);
    const { connectorFactory } = result;
    return { ...result, ...(connectorFactory && { connectorFactory: this.guarded(connectorFactory) }) };
  }

  /** For sign-in, which this bot has none of: the SDK wants one in every turn, and none is ever asked anything. */
  override async createUserTokenClient(
    ...identity: Parameters<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>
  ): Promise<UserTokenClient> {
    this.userTokenClient ??= await super.createUserTokenClient(...identity);
    return this.userTokenClient;
  }

  private guarded(factory: ConnectorFactory): ConnectorFactory {
    return {
      create: async (serviceUrl, audience) => {
        if (!this.connectorUrls(serviceUrl)) throw new ForeignServiceUrl("An address that is not Teams' connector's.");
        const whereFor = `${serviceUrl} ${audience}`;
        const known = this.clients.get(whereFor);
        if (known) return known;
        const client = await factory.create(serviceUrl, audience);
        sendOnce(client, this.answerWithinMs);
        this.clients.set(whereFor, client);
        return client;
      },
    };
  }
}

interface Policy {
  readonly name: string;
  sendRequest<Answer>(
    request: { timeout: number },
    next: (request: { timeout: number }) => Promise<Answer>,
  ): Promise<Answer>;
}

/** The client of @azure/core-client, in a private field of botframework-connector 4.23.3: no option reaches it. */
interface WithPipeline {
  readonly client: {
    readonly pipeline: { removePolicy(policy: Pick<Policy, 'name'>): unknown; addPolicy(policy: Policy): void };
  };
}

/** What would send a message again, or elsewhere. */
const UNWANTED = ['defaultRetryPolicy', 'redirectPolicy'];

function sendOnce(client: ConnectorClient, answerWithinMs: number): void {
  const { pipeline } = (client as unknown as WithPipeline).client;
  for (const name of UNWANTED) pipeline.removePolicy({ name });
  pipeline.addPolicy({
    name: 'answer-within',
    sendRequest: (request, next) => {
      request.timeout = answerWithinMs;
      return next(request);
    },
  });
}
