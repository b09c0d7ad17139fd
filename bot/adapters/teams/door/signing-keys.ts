/** The keys that the Bot Framework signs with, fetched from where it publishes them and kept for when it cannot be reached. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod/v4';
import type { Clock, Log } from '../../../ports';
import { type FetchLimits, fetchJson } from './fetch-json';
import { Refusal } from './refusal';

export interface SigningKey {
  readonly publicKey: KeyObject;
  /** The channels that the key may sign for. */
  readonly endorsements: readonly string[];
}

/**
 * Finds a key by its id; undefined where the published ones have none of that id. Rejects with `Refusal` (503, so that
 * Teams tries again) where they cannot be fetched and none that are kept will do.
 */
export type SigningKeys = (id: string) => Promise<SigningKey | undefined>;

export interface SigningKeysOptions {
  /** The OpenID metadata, which names where the keys are. */
  readonly metadataUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Microsoft asks for keys to be looked at once a day. */
const FRESH_FOR = 24 * HOUR;
/** And says that they may be kept so long: after that a withdrawn key could still be believed. */
const USABLE_FOR = 5 * 24 * HOUR;
/** An id that nobody has published may be a new key, or somebody's invention: it is looked for so often at most. */
const UNKNOWN_ID_PAUSE = 5 * MINUTE;
/** Where fetching has failed, it is not tried again at every activity. */
const FAILURE_PAUSE = 10_000;
/** What is published has some fifty kilobytes. */
const LIMITS: FetchLimits = { withinMs: 5_000, mostBytes: 1024 * 1024 };

/** What RFC 7518 asks of a key for RS256 and its like. */
const SHORTEST_BITS = 2_048;

const metadata = z.object({ jwks_uri: z.url() });
const keySet = z.object({ keys: z.array(z.unknown()) });
const rsaKey = z.object({
  kid: z.string(),
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).default([]),
});

/**
 * Makes the one store of keys that a bot has. Nothing is fetched before the first activity. Whoever's key is kept waits for
 * no fetching: it goes on behind them, and what it brings counts from the next activity on.
 */
export function createSigningKeys({ metadataUrl, clock, log }: SigningKeysOptions): SigningKeys {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let failedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | undefined;
  const now = () => clock.now().getTime();

  async function refresh(): Promise<void> {
    if (now() - failedAt < FAILURE_PAUSE) return;
    try {
      keys = await fetchKeys(metadataUrl, log);
      fetchedAt = now();
      failedAt = Number.NEGATIVE_INFINITY;
    } catch (cause) {
      failedAt = now();
      log.error('door.keys-not-fetched', cause);
    }
  }

  /** Of many activities at once one fetches; of the others those wait for it that have to. */
  function refreshed(): Promise<void> {
    fetching ??= refresh().finally(() => {
      fetching = undefined;
    });
    return fetching;
  }

  const kept = (id: string) => (now() - fetchedAt > USABLE_FOR ? undefined : keys.get(id));

  return async (id) => {
    const age = now() - fetchedAt;
    const known = kept(id);
    if (known) {
      if (age > FRESH_FOR) void refreshed();
      return known;
    }
    if (age > UNKNOWN_ID_PAUSE) await refreshed();
    const key = kept(id);
    if (!key && failedAt > fetchedAt) throw new Refusal(503, 'keys-unavailable');
    return key;
  };
}

/** Rejects where none of what is published is a key that can be used. */
async function fetchKeys(metadataUrl: string, log: Log): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri } = metadata.parse(await fetchJson(metadataUrl, LIMITS));
  const published = keySet.parse(await fetchJson(jwks_uri, LIMITS)).keys.map(signingKey);
  const usable = published.filter((key) => key !== undefined);
  if (usable.length === 0) throw new Error(`None of ${published.length} published keys can be used`);
  const leftOut = published.length - usable.length;
  if (leftOut > 0) log.warn('door.keys-left-out', { leftOut, of: published.length });
  return new Map(usable);
}

/** Each by itself: one that nobody can use (no id, another kind, too short) says nothing about the others. */
function signingKey(published: unknown): readonly [id: string, key: SigningKey] | undefined {
  const read = rsaKey.safeParse(published);
  if (!read.success) return undefined;
  const { kid, kty, n, e, endorsements } = read.data;
  const publicKey = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
  // What is no number at all is read as a key of no length.
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
  return bits < SHORTEST_BITS ? undefined : [kid, { publicKey, endorsements }];
}
