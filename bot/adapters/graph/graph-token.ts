import type { TokenCredential } from '@azure/identity';
import type { GraphToken } from './graph-client';

const SCOPE = 'https://graph.microsoft.com/.default';

/** Tokens for Microsoft Graph. */
export function createGraphToken(credential: TokenCredential): GraphToken {
  return async (abortSignal) => {
    const token = await credential.getToken(SCOPE, { abortSignal });
    if (!token) throw new Error('No token for Microsoft Graph was issued.');
    return token.token;
  };
}
