import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { ConnectorClient, ConnectorFactory } from 'botframework-connector';

/**
 * The SDK's authentication, except that what it sends goes out once. Left to itself its connector client sends a
 * message up to four times when the answer is 5xx or 429 or does not come, and Teams shows each of them; a repeat is
 * the outbox's business, which knows what may be repeated.
 */
export class SendOnceAuthentication extends ConfigurationBotFrameworkAuthentication {
  override createConnectorFactory(
    ...identity: Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>
  ): ConnectorFactory {
    return sendingOnce(super.createConnectorFactory(...identity));
  }

  override async authenticateRequest(
    ...request: Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>
  ): ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']> {
    const result = await super.authenticateRequest(...request);
    return { ...result, ...(result.connectorFactory && { connectorFactory: sendingOnce(result.connectorFactory) }) };
  }
}

function sendingOnce(factory: ConnectorFactory): ConnectorFactory {
  return {
    async create(serviceUrl, audience) {
      const client = await factory.create(serviceUrl, audience);
      removeRetries(client);
      return client;
    },
  };
}

/** The client of @azure/core-client, in a private field of botframework-connector 4.23.3: no option reaches it. */
interface WithPipeline {
  readonly client: { readonly pipeline: { removePolicy(policy: { readonly name: string }): unknown } };
}

function removeRetries(client: ConnectorClient): void {
  const { pipeline } = (client as unknown as WithPipeline).client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
}
