import { X509Certificate } from 'node:crypto';
import {
  CertificateServiceClientCredentialsFactory,
  JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { BotIdentity } from '../../../settings/bot-identity';

/** What the bot asks Entra ID for its own tokens with, as the settings say. Throws where a certificate cannot be read. */
export function createCredentials({ appId, tenantId, credential }: BotIdentity): ServiceClientCredentialsFactory {
  switch (credential.kind) {
    case 'managed-identity':
      return new ManagedIdentityServiceClientCredentialsFactory(appId, new JwtTokenProviderFactory());
    case 'secret':
      return new PasswordServiceClientCredentialFactory(appId, credential.secret, tenantId);
    case 'certificate': {
      const { certificate, privateKey } = credential;
      // Left to itself the SDK would ask a program named openssl for it, at every token.
      const thumbprint = new X509Certificate(certificate).fingerprint.replaceAll(':', '');
      return new CertificateServiceClientCredentialsFactory(appId, thumbprint, privateKey, tenantId, certificate);
    }
  }
}
