import { ClientSecretCredential, ManagedIdentityCredential, type TokenCredential } from '@azure/identity';
import type { GraphToken } from './graph-client';

const SCOPE = 'https://graph.microsoft.com/.default';

/**
 * Tokens for the bot's own identity: its client secret, or the user-assigned managed identity it runs under. They are kept
 * in memory and renewed by the credential.
 */
export function createGraphToken(identity: {
  readonly appId: string;
  readonly tenantId: string;
  readonly secret?: string;
}): GraphToken {
  const { appId, tenantId, secret } = identity;
  const credential: TokenCredential =
    secret === undefined
      ? new ManagedIdentityCredential({ clientId: appId })
      : new ClientSecretCredential(tenantId, appId, secret);
  return async (abortSignal) => {
    const token = await credential.getToken(SCOPE, { abortSignal });
    if (!token) throw new Error('No token for Microsoft Graph was issued.');
    return token.token;
  };
}
