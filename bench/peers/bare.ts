/** What is left of a press when no package stands between: parse, read, write, answer. Tokens are not looked at. */
import { isDeepStrictEqual } from 'node:util';
import { readyCards } from './cards';
import type { PeerSettings } from './peer';
import { type PlainRequest, type PlainResponse, servePlainly } from './plain-server';
import { answered, beginWalk, type Press, type Walk } from './walk';
import type { StoredWalk } from './walks-table';

export interface BareStore {
  insert(walk: Walk): Promise<void>;
  read(draft: string): Promise<StoredWalk | undefined>;
  replace(walk: Walk, etag: string): Promise<void>;
}

/** Serves walks from a store, with cards that are ready but for the walk's draft and revision. */
export function serveBarely({ work }: PeerSettings, store: BareStore, sendCard: SendCard): void {
  const card = readyCards(work);

  async function press(data: Press, response: PlainResponse): Promise<void> {
    const stored = await store.read(data.draft);
    const before = stored?.walk ?? { ...beginWalk(), draft: data.draft };
    const after = answered(before, data);
    if (stored && !isDeepStrictEqual(before, after)) await store.replace(after, stored.etag);
    const answer = `{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":${card(after)}}`;
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
    response.end(answer);
  }

  async function begin({ body }: PlainRequest, response: PlainResponse): Promise<void> {
    const walk = beginWalk();
    await store.insert(walk);
    await sendCard(body as unknown as Incoming, card(walk));
    response.status(200).end();
  }

  servePlainly((request, response) => {
    const { type, value } = request.body as { type?: string; value?: { action: { data: Press } } };
    return type === 'invoke' && value ? press(value.action.data, response) : begin(request, response);
  });
}

interface Incoming {
  readonly id: string;
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string };
}

export type SendCard = (incoming: Incoming, card: string) => Promise<void>;

/** Sends a card to the chat that an activity came from. */
export const sendByFetch: SendCard = async ({ id, serviceUrl, conversation }, card) => {
  const attachment = `{"contentType":"application/vnd.microsoft.card.adaptive","content":${card}}`;
  const answer = await fetch(`${serviceUrl}/v3/conversations/${conversation.id}/activities/${id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"type":"message","attachments":[${attachment}]}`,
  });
  await answer.arrayBuffer();
};
