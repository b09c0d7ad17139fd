import type { Activity } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import type { Clock, Log } from '../../../ports';
import type { ConnectorUrls } from '../sending/connector-urls';
import { type ChannelClaims, checkClaims, readToken, type UnverifiedToken } from './channel-token';
import { Refusal } from './refusal';
import { createRefusalLog } from './refusal-log';
import type { SigningKey, SigningKeys } from './signing-keys';

/** Lets an activity in: resolves with what its token says, rejects with `Refusal`. */
export type Door = (activity: Partial<Activity>, authorization: string) => Promise<ChannelClaims>;

export interface DoorOptions {
  readonly appId: string;
  readonly tenantId: string;
  readonly connectorUrls: ConnectorUrls;
  readonly keys: SigningKeys;
  readonly clock: Clock;
  readonly log: Log;
}

/** Who issues the tokens of channels. The SDK would also take those that Entra ID issues for the emulator and for skills. */
const ISSUER = 'https://api.botframework.com';
const CHANNEL = 'msteams';

/** Teams shows the same token for about an hour, to each of its addresses another. */
const MOST_TOKENS = 1_000;

/** A token, and the key that has signed it. */
interface Signed {
  readonly token: UnverifiedToken;
  readonly by: SigningKey;
}

/**
 * What stands between the internet and the bot. It takes the place of the SDK's own checks, which believe an activity
 * without an address, a key that is endorsed for nobody, the emulator's tokens of any tenant, and whatever calls itself
 * `AseChannel`. What costs nothing is looked at first; the keys are asked for only for a token that could be right.
 *
 * Of a token that comes again, only the signature is not computed again (it takes a tenth of a press), and only while the
 * very key that it was checked with is the published one: keys that are fetched anew are others, also under an old id.
 */
export function createDoor({ appId, tenantId, connectorUrls, keys, clock, log }: DoorOptions): Door {
  const signed = new LRUCache<string, Signed>({ max: MOST_TOKENS });
  const tell = createRefusalLog(log);

  async function admit(activity: Partial<Activity>, authorization: string): Promise<ChannelClaims> {
    const known = signed.get(authorization);
    const token = known?.token ?? readToken(authorization);
    if (activity.channelId !== CHANNEL) throw new Refusal(403, 'channel');
    const { serviceUrl } = activity;
    if (typeof serviceUrl !== 'string' || serviceUrl === '') throw new Refusal(400, 'no-service-url');
    if (!connectorUrls(serviceUrl)) throw new Refusal(403, 'service-url');
    if (!isFrom(activity, tenantId)) throw new Refusal(403, 'tenant');
    checkClaims(token.claims, { issuer: ISSUER, audience: appId, serviceUrl, now: clock.now() });
    const key = await keys(token.keyId);
    if (!key) throw new Refusal(401, 'unknown-key');
    if (!key.endorsements.includes(CHANNEL)) throw new Refusal(401, 'endorsement');
    if (known?.by !== key) {
      token.checkSignature(key);
      signed.set(authorization, { token, by: key });
    }
    return token.claims;
  }

  return async (activity, authorization) => {
    try {
      return await admit(activity, authorization);
    } catch (cause) {
      if (cause instanceof Refusal) tell(cause);
      throw cause;
    }
  };
}

/** Teams names the tenant in two places. Whichever is there must say ours, and one must be there. */
function isFrom({ conversation, channelData }: Partial<Activity>, tenantId: string): boolean {
  const named = [conversation?.tenantId, channelData?.tenant?.id].filter((tenant) => tenant !== undefined);
  return named.length > 0 && named.every((tenant) => tenant === tenantId);
}
