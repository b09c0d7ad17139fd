import { generateKeyPairSync } from 'node:crypto';
import { ClientCertificateCredential, ClientSecretCredential, ManagedIdentityCredential } from '@azure/identity';
import {
  CertificateAppCredentials,
  ManagedIdentityAppCredentials,
  MicrosoftAppCredentials,
} from 'botframework-connector';
import { createCredential } from '../../../../bot/adapters/entra/credential';
import { createCredentials } from '../../../../bot/adapters/teams/sending/credentials';
import type { Credential } from '../../../../bot/settings/bot-identity';

/** A certificate whose key nobody has. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIDQTCCAimgAwIBAgIUSosQVWRLxJO7Sh6ZzzCj8FcDYswwDQYJKoZIhvcNAQEL
BQAwLzEtMCsGA1UEAwwkZXNwb28taW50ZXJuYXRpb25hbC1hc3Npc3RhbnQgc2Ft
cGxlMCAXDTI2MTEyMTIzNTkzMloYDzIwODEwODI0MjM1OTMyWjAvMS0wKwYDVQQD
DCRlc3Bvby1pbnRlcm5hdGlvbmFsLWFzc2lzdGFudCBzYW1wbGUwggEiMA0GCSqG
SIb3DQEBAQUAA4IBDwAwggEKAoIBAQDCd/YLQftFuCOaaGGDDoJMXJeSWnVIehXY
PAOl+5gIBbT5+ZmTSb3tYZRRFD1X7PDbQsVRPARhm7tt2SkiCtfwSCiAT20/REg4
sZ9KEAXBsFPKX9UlPxWvlJREb0PWJQvcmE55DqkxJ9dqLgR0dvxQVaanYHfGKDWi
tsmt/bEyknG5YLT2G/s1QlC2TgDEBUyP+OUWVIWq/i0K+plDDeUxcSMGerh6ZXy2
307FZTnfb5qHj3Pku/ESeSpMn9NOKDRiUE3G2RV0gDBalO7/nMjQQm1ytTFaBHaj
yyIjJU+YAk7GwWQG4hTEYd90lzNMm+vHerEf4VrFaIGa2AOUeQNvAgMBAAGjUzBR
MB0GA1UdDgQWBBRgMK8aTcgHxKIK2ms6Gwiy1PypYDAfBgNVHSMEGDAWgBRgMK8a
TcgHxKIK2ms6Gwiy1PypYDAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUA
A4IBAQCdQzFnmESBhqS9cDhf1+vR8SdO59N/rHTmHsGalkBiN9fUnSJ3qrrjVZgB
CPIcF3GtSzK9ynUT23s+sPPOvFjE9fiL+NzRJjwYvVJBDozJpEa5WEjzMGjZ8SmO
De1Rl6SAA47nuo818EdH2xJtbQrEZ+S3Ga0jNvjMET4WUmFsSPgwVrdNVjmXKHEZ
v4WKL8g4vyC5iwrYNeNXxKUb/CPUSF+gEMgj8RRgkTUzH+MPYC3f9DEmFkdtli57
IjX5+0eW+wD1meUNq9JwQlIV1C3GWlh4hCvSCuEr+4RzN7TRmiJ3C27WNj4THsaQ
5EGrLZR6ZRNkbzNCW3NVcuqmKnau
-----END CERTIFICATE-----
`;
/** As `openssl x509 -fingerprint -sha1` says it. */
const THUMBPRINT = 'ECFE47C67A9249269B78882EA201A24042FA8E2B';

const APP_ID = '0f1e2d3c-4b5a-4697-8877-665544332211';
const TENANT = '5e3f0c1a-7b42-4d8e-9a61-2c0d4f7b9e10';
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

type Class = abstract new (...given: never[]) => object;

const CREDENTIALS: readonly [Credential['kind'], Credential, Class, object][] = [
  ['managed-identity', { kind: 'managed-identity' }, ManagedIdentityAppCredentials, {}],
  ['secret', { kind: 'secret', secret: 's3cret' }, MicrosoftAppCredentials, { appPassword: 's3cret' }],
  [
    'certificate',
    { kind: 'certificate', certificate: CERTIFICATE, privateKey },
    CertificateAppCredentials,
    { certificateThumbprint: THUMBPRINT, certificatePrivateKey: privateKey },
  ],
];

const identity = (credential: Credential) => ({ appId: APP_ID, tenantId: TENANT, credential });

describe('what the bot proves itself with', () => {
  it.each(CREDENTIALS)('towards Teams is what the settings say: %s', async (kind, credential, its, expected) => {
    const factory = createCredentials(identity(credential));
    const login = 'https://login.microsoftonline.com/';
    const made = await factory.createCredentials(APP_ID, 'https://api.botframework.com', login, true);
    expect(made).toBeInstanceOf(its);
    expect(made).toMatchObject({ ...expected, appId: APP_ID });
    // A managed identity belongs to a tenant by itself.
    if (kind !== 'managed-identity') expect(JSON.parse(JSON.stringify(made))).toMatchObject({ tenant: TENANT });
  });

  it.each(CREDENTIALS)('can be switched off by no other setting: %s', async (_kind, credential) => {
    const factory = createCredentials(identity(credential));
    expect(await factory.isAuthenticationDisabled()).toBeFalsy();
    expect([await factory.isValidAppId(APP_ID), await factory.isValidAppId('')]).toEqual([true, false]);
  });

  it.each<[Credential['kind'], Class]>([
    ['managed-identity', ManagedIdentityCredential],
    ['secret', ClientSecretCredential],
    ['certificate', ClientCertificateCredential],
  ])('towards Graph and storage is the same: %s', (kind, its) => {
    const credential = CREDENTIALS.find(([found]) => found === kind)?.[1];
    expect(credential && createCredential(identity(credential))).toBeInstanceOf(its);
  });

  it('stops the start where the certificate cannot be read', () => {
    const broken = CERTIFICATE.replace(/\n[^-]/, '\n*');
    expect(() => createCredentials(identity({ kind: 'certificate', certificate: broken, privateKey }))).toThrow();
  });
});
