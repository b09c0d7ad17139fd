import { randomUUID } from 'node:crypto';
import { isObject, type JsonObject } from '../fixtures/json';
import { type ActionChoice, findAction } from '../fixtures/person/read-card';

/**
 * Somebody else in the Playground's chat. The page belongs to one person; what others do is posted to the bot as the
 * Playground would post it, and what the bot sends them appears on the page.
 */
export interface MockPerson {
  readonly id: string;
  readonly name: string;
  says(text: string): Promise<void>;
  /** Presses a button with this verb and data, and resolves with the card that answers. */
  sends(verb: string, data: JsonObject): Promise<JsonObject>;
  /** Presses a button on a card that they have seen. */
  presses(card: JsonObject, choice: ActionChoice, inputs?: JsonObject): Promise<JsonObject>;
}

/** A person of `.m365agentsplayground.yml` who takes part in the chat that is stored as `chat`. */
export function mockPerson(
  botUrl: string,
  chat: string,
  { name, id, locale }: { readonly name: string; readonly id: string; readonly locale: string },
): MockPerson {
  const { bot, conversation, channelId, serviceUrl } = JSON.parse(chat);
  const post = async (type: string, more: JsonObject): Promise<JsonObject> => {
    const from = { id: `29:${id}`, name, aadObjectId: id };
    const activity = {
      type,
      id: randomUUID(),
      from,
      recipient: bot,
      conversation,
      channelId,
      serviceUrl,
      locale,
      ...more,
    };
    const response = await fetch(`${botUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`the bot answers ${response.status} to ${name}: ${text}`);
    const answer: unknown = text === '' ? {} : JSON.parse(text);
    return isObject(answer) && isObject(answer.value) ? answer.value : {};
  };
  const sends = (verb: string, data: JsonObject) =>
    post('invoke', {
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    });
  return {
    id,
    name,
    says: async (text) => void (await post('message', { text, textFormat: 'plain' })),
    sends,
    presses(card, choice, inputs = {}) {
      const { action } = findAction(card, choice);
      return sends(String(action.verb), { ...(isObject(action.data) ? action.data : {}), ...inputs });
    },
  };
}
