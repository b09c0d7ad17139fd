import { CloudAdapter, ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { AuthenticationConfiguration, AuthenticationConstants, type Claim } from 'botframework-connector';
import type { Log } from '../../ports';
import { SendOnceAuthentication } from './send-once';

/** Who the bot is for Microsoft Entra ID. */
export interface BotIdentity {
  readonly appId: string;
  readonly tenantId: string;
  /** A client secret, or none for a user-assigned managed identity. */
  readonly secret?: string;
}

/**
 * The SDK's adapter. Without an identity (local mode) it believes every activity, so it must only listen on loopback;
 * with one, only tokens that the Bot Framework itself has issued are believed, and not those of its emulator.
 */
export function createCloudAdapter(identity: BotIdentity | undefined, log: Log): CloudAdapter {
  const adapter = new CloudAdapter(identity ? authentication(identity) : new SendOnceAuthentication({}));
  adapter.onTurnError = async (_context, cause) => log.error('turn.broke', cause);
  return adapter;
}

function authentication({ appId, tenantId, secret }: BotIdentity): SendOnceAuthentication {
  const credentials = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppType: secret === undefined ? 'UserAssignedMsi' : 'SingleTenant',
    ...(secret !== undefined && { MicrosoftAppPassword: secret }),
  });
  return new SendOnceAuthentication({}, credentials, new AuthenticationConfiguration([], refuseOtherIssuers));
}

async function refuseOtherIssuers(claims: readonly Claim[]): Promise<void> {
  const issuer = claims.find((claim) => claim.type === AuthenticationConstants.IssuerClaim)?.value;
  if (issuer !== AuthenticationConstants.ToBotFromChannelTokenIssuer) {
    throw new Error('Unauthorized. Token of another issuer than the Bot Framework.');
  }
}
