/** The token that comes with an activity: what it says, and whether that can be believed. */
import { verify } from 'node:crypto';
import { z } from 'zod/v4';
import { Refusal } from './refusal';
import type { SigningKey } from './signing-keys';

/** What a channel's token says, once it is believed. */
export interface ChannelClaims {
  readonly iss: string;
  readonly aud: string;
  readonly exp: number;
  readonly nbf?: number | undefined;
  readonly serviceurl: string;
}

/** A token as it came; nothing of it is believed yet. */
export interface UnverifiedToken {
  readonly keyId: string;
  readonly claims: ChannelClaims;
  /** Throws `Refusal` unless the key has signed this very token. */
  checkSignature(key: SigningKey): void;
}

export interface Expected {
  readonly issuer: string;
  readonly audience: string;
  /** The activity's address, which the token must name too. */
  readonly serviceUrl: string;
  readonly now: Date;
}

/** Only signatures that need the issuer's private key: `none` has no signature, and HS256 would take the public key for a password. */
const DIGESTS = { RS256: 'RSA-SHA256', RS384: 'RSA-SHA384', RS512: 'RSA-SHA512' } as const;

/** How far clocks may be apart, as Bot Framework's documentation has it, in seconds. */
const CLOCK_SKEW = 5 * 60;

const tokenHeader = z.object({
  alg: z.string(),
  kid: z.string(),
  // An extension that must be understood, and none is.
  crit: z.undefined().optional(),
});

const tokenClaims = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  // A token that is bound to no address cannot be the activity's; the empty text equals none.
  serviceurl: z.string().default(''),
});

/** Reads an `Authorization` header. Throws `Refusal` for anything but a signed token of the form that channels send. */
export function readToken(authorization: string): UnverifiedToken {
  const [scheme, token, ...more] = authorization.split(' ');
  if (scheme !== 'Bearer' || !token || more.length > 0) throw new Refusal(401, 'no-token');
  const [head = '', body = '', signature = '', ...further] = token.split('.');
  const header = tokenHeader.safeParse(parsed(head)).data;
  const claims = tokenClaims.safeParse(parsed(body)).data;
  if (!header || !claims || further.length > 0) throw new Refusal(401, 'no-jwt');
  const { alg } = header;
  if (!isSupported(alg)) throw new Refusal(401, 'algorithm');
  return {
    keyId: header.kid,
    claims,
    checkSignature({ publicKey }) {
      const signed = verify(
        DIGESTS[alg],
        Buffer.from(`${head}.${body}`),
        publicKey,
        Buffer.from(signature, 'base64url'),
      );
      if (!signed) throw new Refusal(401, 'signature');
    },
  };
}

/** Throws `Refusal` unless the token is the Bot Framework's, for this bot, for now, and for this activity's address. */
export function checkClaims({ iss, aud, exp, nbf, serviceurl }: ChannelClaims, expected: Expected): void {
  const now = expected.now.getTime() / 1000;
  if (iss !== expected.issuer) throw new Refusal(401, 'issuer');
  if (aud.toLowerCase() !== expected.audience) throw new Refusal(401, 'audience');
  if (exp + CLOCK_SKEW <= now) throw new Refusal(401, 'expired');
  if (nbf !== undefined && nbf - CLOCK_SKEW > now) throw new Refusal(401, 'not-yet-valid');
  if (serviceurl !== expected.serviceUrl) throw new Refusal(401, 'service-url-claim');
}

function isSupported(algorithm: string): algorithm is keyof typeof DIGESTS {
  return Object.hasOwn(DIGESTS, algorithm);
}

function parsed(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
