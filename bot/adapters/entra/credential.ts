import {
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity';
import type { BotIdentity } from '../../settings/bot-identity';

/**
 * What the bot proves itself with towards Azure and Microsoft Graph, as the settings say. Tokens are kept in memory and
 * renewed by the credential; one for everything, so that nothing is asked for twice.
 */
export function createCredential({ appId, tenantId, credential }: BotIdentity): TokenCredential {
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
