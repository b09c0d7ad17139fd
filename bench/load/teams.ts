/** Teams as a bot sees it: people's activities with a signed token come in, cards go out to a connector. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { channelKey, signedToken } from '../../tests/fixtures/openid/channel-key';
import { startOpenId } from '../../tests/fixtures/openid/start-openid';

export const APP_ID = '0f1e2d3c-4b5a-4697-8877-665544332211';
export const TENANT = '5e3f0c1a-7b42-4d8e-9a61-2c0d4f7b9e10';

/** Where a walk stands, as the card says that its person sees. */
export interface Place {
  readonly draft: string;
  readonly revision: number;
}

export interface Teams {
  readonly metadataUrl: string;
  /** What an activity is signed with; the Agents SDK is handed that of another issuer (see its peer). */
  token(issuer: 'bot-framework' | 'entra'): string;
  /** What Teams sends when somebody presses Yes or No on a walk's card. */
  press(person: string, place: Place, item: string, value: boolean): string;
  /** What it sends when somebody fills in a form of a walk. */
  fill(person: string, place: Place, step: string, inputs: Readonly<Record<string, string>>): string;
  /** What Teams sends when somebody writes. */
  message(person: string, text: string): string;
  /** The card that this person was sent last, as JSON. */
  cardSent(person: string): string;
  /** How many calls have come to the connector. */
  readonly calls: number;
  close(): Promise<void>;
}

const CARD = /"draft":"([^"]+)","revision":(\d+)/;

/** Reads from a card, as JSON, where its walk stands. */
export function placeOn(card: string): Place | undefined {
  const [, draft, revision] = CARD.exec(card) ?? [];
  return draft === undefined ? undefined : { draft, revision: Number(revision) };
}

/** Starts connector and OpenID endpoint on loopback. */
export async function startTeams(): Promise<Teams> {
  const key = channelKey('bench');
  const openId = await startOpenId(key);
  const sent = new Map<string, string>();
  let calls = 0;
  const connector = createServer(async (request, response) => {
    calls += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const person = decodeURIComponent(/conversations\/([^/]+)/.exec(request.url ?? '')?.[1] ?? '');
    sent.set(person, Buffer.concat(chunks).toString('utf8'));
    const body = JSON.stringify({ id: String(Date.now()) });
    response.writeHead(201, { 'content-type': 'application/json; charset=utf-8' }).end(body);
  });
  await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${(connector.address() as AddressInfo).port}`;
  const issuers = {
    'bot-framework': 'https://api.botframework.com',
    entra: `https://login.microsoftonline.com/${TENANT}/v2.0`,
  };

  const activity = (person: string, more: object) =>
    JSON.stringify({
      timestamp: new Date().toISOString(),
      localTimezone: 'Europe/Helsinki',
      channelId: 'msteams',
      serviceUrl,
      from: { id: `29:1${person}`, name: 'Aino Esimerkki', aadObjectId: person },
      recipient: { id: `28:${APP_ID}`, name: 'Bot' },
      conversation: { id: person, conversationType: 'personal', tenantId: TENANT },
      locale: 'en-GB',
      entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/Helsinki' }],
      channelData: { tenant: { id: TENANT } },
      ...more,
    });

  const invoke = (person: string, action: object) =>
    activity(person, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: `f:${randomUUID()}`,
      replyToId: '1',
      value: { action: { type: 'Action.Execute', ...action }, trigger: 'manual' },
    });

  return {
    metadataUrl: openId.metadataUrl,
    token(issuer) {
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: issuers[issuer], aud: APP_ID, nbf: now - 60, exp: now + 3600, serviceurl: serviceUrl };
      return signedToken(key, claims);
    },
    press: (person, place, item, value) =>
      invoke(person, { title: value ? 'Yes' : 'No', verb: 'answer', data: { ...place, item, value } }),
    fill: (person, place, step, inputs) =>
      invoke(person, { title: 'Continue', verb: 'fill', data: { ...place, step, ...inputs } }),
    message: (person, text) => activity(person, { type: 'message', id: '2', text, textFormat: 'plain' }),
    cardSent(person) {
      const card = sent.get(person) ?? 'nothing';
      sent.delete(person);
      return card;
    },
    get calls() {
      return calls;
    },
    async close() {
      connector.closeAllConnections();
      await new Promise((resolve) => connector.close(resolve));
      await openId.close();
    },
  };
}
