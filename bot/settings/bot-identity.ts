/** Who the bot is for Microsoft Entra ID, and what it proves that with. */
import { z } from 'zod/v4';
import { ConfigError, type Environment, read } from './setting';

/** What the bot proves itself with: the identity it runs under, a client secret, or a certificate with its key (PEM). */
export type Credential =
  | { readonly kind: 'managed-identity' }
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly certificate: string; readonly privateKey: string };

export interface BotIdentity {
  readonly appId: string;
  /** The only tenant whose people are served. */
  readonly tenantId: string;
  readonly credential: Credential;
}

/** Reads a mounted file as text; throws where there is none. */
export type ReadFile = (path: string) => string;

const KINDS = ['managed-identity', 'secret', 'certificate'] as const;
const CHOICES = `managed-identity (no secret to keep: the identity that the app runs under in Azure), secret
(MicrosoftAppPassword or MicrosoftAppPasswordFile) or certificate (MicrosoftAppCertificateFile and
MicrosoftAppCertificateKeyFile)`.replaceAll('\n', ' ');

/** Entra ids come in lower case with everything that people send, and are compared as they are. */
const guid = z.guid().transform((id) => id.toLowerCase());

/** Reads who the bot is. Throws `ConfigError`, which never shows a secret. */
export function readIdentity(env: Environment, readFile: ReadFile): BotIdentity {
  return {
    appId: read(env, 'MicrosoftAppId', guid, "the bot's app id, a GUID (or BOT_MODE=local to try it here)"),
    tenantId: read(env, 'MicrosoftAppTenantId', guid, "the city's tenant id, a GUID"),
    credential: readCredential(env, readFile),
  };
}

function readCredential(env: Environment, readFile: ReadFile): Credential {
  const kind = read(env, 'BOT_CREDENTIAL', z.enum(KINDS), CHOICES);
  switch (kind) {
    case 'managed-identity':
      return { kind };
    case 'secret':
      return { kind, secret: readSecret(env, readFile) };
    case 'certificate':
      return {
        kind,
        certificate: readPem(env, 'MicrosoftAppCertificateFile', 'CERTIFICATE', readFile),
        privateKey: readPem(env, 'MicrosoftAppCertificateKeyFile', 'PRIVATE KEY', readFile),
      };
  }
}

function readSecret(env: Environment, readFile: ReadFile): string {
  const { MicrosoftAppPassword: secret, MicrosoftAppPasswordFile: file } = env;
  if (secret && file) {
    throw new ConfigError('MicrosoftAppPassword and MicrosoftAppPasswordFile are both set: leave one of them out.');
  }
  if (secret) return secret;
  if (!file) {
    throw new ConfigError(
      'MicrosoftAppPassword is not set: set it to the client secret, or MicrosoftAppPasswordFile to the path of a file that holds it.',
    );
  }
  const text = readMounted('MicrosoftAppPasswordFile', file, readFile).trim();
  if (text === '')
    throw new ConfigError(`MicrosoftAppPasswordFile is "${file}", which is empty: put the secret into it.`);
  return text;
}

function readPem(env: Environment, name: string, label: string, readFile: ReadFile): string {
  const path = read(env, name, z.string(), `the path of a PEM file with a ${label} in it`);
  const text = readMounted(name, path, readFile);
  if (new RegExp(`-----BEGIN (?:[A-Z]+ )?${label}-----`).test(text)) return text;
  throw new ConfigError(
    `${name} is "${path}", which holds no ${label}: set it to the path of a PEM file with one in it.`,
  );
}

function readMounted(name: string, path: string, readFile: ReadFile): string {
  try {
    return readFile(path);
  } catch {
    throw new ConfigError(
      `${name} is "${path}", which cannot be read: set it to the path of a file that the bot may read.`,
    );
  }
}
