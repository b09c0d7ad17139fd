/** The keys that the Bot Framework signs with, fetched from where it publishes them and kept for when it cannot be reached. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod/v4';
import type { Clock, Log } from '../../ports';
import { fetchJson } from './fetch-json';
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
const ANSWER_WITHIN_MS = 5_000;

const metadata = z.object({ jwks_uri: z.url() });
const keySet = z.object({
  keys: z.array(
    z.object({
      kid: z.string(),
      kty: z.string(),
      n: z.string().optional(),
      e: z.string().optional(),
      endorsements: z.array(z.string()).default([]),
    }),
  ),
});

/** Makes the one store of keys that a bot has. Nothing is fetched before the first activity. */
export function createSigningKeys({ metadataUrl, clock, log }: SigningKeysOptions): SigningKeys {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let failedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | undefined;
  const now = () => clock.now().getTime();

  async function refresh(): Promise<void> {
    if (now() - failedAt < FAILURE_PAUSE) return;
    try {
      keys = await fetchKeys(metadataUrl);
      fetchedAt = now();
      failedAt = Number.NEGATIVE_INFINITY;
    } catch (cause) {
      failedAt = now();
      log.error('door.keys-not-fetched', cause);
    }
  }

  return async (id) => {
    const age = now() - fetchedAt;
    if (age > FRESH_FOR || (!keys.has(id) && age > UNKNOWN_ID_PAUSE)) {
      // Of many activities at once one fetches, and all wait for it.
      fetching ??= refresh().finally(() => {
        fetching = undefined;
      });
      await fetching;
    }
    const key = now() - fetchedAt > USABLE_FOR ? undefined : keys.get(id);
    if (!key && failedAt > fetchedAt) throw new Refusal(503, 'keys-unavailable');
    return key;
  };
}

async function fetchKeys(metadataUrl: string): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri } = metadata.parse(await fetchJson(metadataUrl, ANSWER_WITHIN_MS));
  const { keys } = keySet.parse(await fetchJson(jwks_uri, ANSWER_WITHIN_MS));
  return new Map(
    keys.flatMap(({ kid, kty, n, e, endorsements }) => {
      if (kty !== 'RSA' || n === undefined || e === undefined) return [];
      return [[kid, { publicKey: createPublicKey({ key: { kty, n, e }, format: 'jwk' }), endorsements }]] as const;
    }),
  );
}
