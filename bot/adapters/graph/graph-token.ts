import {
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity';
import type { BotIdentity } from '../../bot-identity';
import type { GraphToken } from './graph-client';

const SCOPE = 'https://graph.microsoft.com/.default';

/**
 * Tokens for the bot's own identity, proved as the settings say. They are kept in memory and renewed by the credential.
 */
export function createGraphToken(identity: BotIdentity): GraphToken {
  const credential = credentialOf(identity);
  return async (abortSignal) => {
    const token = await credential.getToken(SCOPE, { abortSignal });
    if (!token) throw new Error('No token for Microsoft Graph was issued.');
    return token.token;
  };
}

function credentialOf({ appId, tenantId, credential }: BotIdentity): TokenCredential {
  switch (credential.kind) {
    case 'managed-identity':
      return new ManagedIdentityCredential({ clientId: appId });
    case 'secret':
      return new ClientSecretCredential(tenantId, appId, credential.secret);
    case 'certificate':
      return new ClientCertificateCredential(tenantId, appId, {
        certificate: `${credential.certificate}\n${credential.privateKey}`,
      });
  }
}
