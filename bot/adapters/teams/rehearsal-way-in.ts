/** How the rehearsal before the bot is ready comes in: by the door that Teams comes by, with a key that nobody else has. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { PasswordServiceClientCredentialFactory } from 'botframework-connector';
import type { Clock, Log } from '../../ports';
import { CHANNEL, createDoor, ISSUER } from './door/door';
import { TeamsAuthentication } from './door/teams-authentication';
import { loopbackConnectorUrls } from './sending/connector-urls';
import { TeamsAdapter } from './turns/cloud-adapter';

const APP_ID = 'rehearsal';
/** Short, because the key is made at each start, opens a door of its own, and is gone with it. */
const KEY_BITS = 512;
const MINUTE = 60_000;

export interface WayIn {
  readonly adapter: TeamsAdapter;
  /** What the door of this adapter, and no other, wants to be shown for a minute. */
  readonly authorization: string;
}

/** Makes an adapter that is like the bot's, and the token for it. `serviceUrl`, on this machine, is where activities say they come from. */
export function rehearsalWayIn(from: {
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly clock: Clock;
  readonly log: Log;
}): WayIn {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: KEY_BITS });
  const key = { publicKey, endorsements: [CHANNEL] };
  const door = createDoor({ ...from, appId: APP_ID, connectorUrls: loopbackConnectorUrls, keys: async () => key });
  const exp = Math.floor((from.clock.now().getTime() + MINUTE) / 1000);
  const claims = { iss: ISSUER, aud: APP_ID, exp, serviceurl: from.serviceUrl };
  const signed = `${segment({ alg: 'RS256', kid: APP_ID })}.${segment(claims)}`;
  const signature = sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url');
  const noSecret = new PasswordServiceClientCredentialFactory(APP_ID, '', from.tenantId);
  const authentication = new TeamsAuthentication(door, loopbackConnectorUrls, noSecret);
  return { adapter: new TeamsAdapter(authentication, undefined), authorization: `Bearer ${signed}.${signature}` };
}

function segment(content: object): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}
