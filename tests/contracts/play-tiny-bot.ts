import type { TurnContext } from 'botbuilder';
import { startConnector } from '../fixtures/connector/start-connector';
import { startTinyBot, type TinyLogic, withCard } from '../fixtures/connector/tiny-bot';
import type { JsonObject } from '../fixtures/json';
import { teamsPerson } from '../fixtures/teams-person';

export const TENANT = '11111111-2222-4333-8444-555555555555';

/** Closes what a test opened, the newest first, also when the test fails. */
export const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const thing of opened.splice(0).reverse()) await thing.close();
});

/** Starts a connector and a tiny bot, closed after the test, and lets Aino and others use them. */
export async function play(logic: TinyLogic) {
  const connector = await startConnector();
  opened.push(connector);
  const bot = await startTinyBot(logic);
  opened.push(bot);
  const person = (name: string, aadObjectId: string) =>
    teamsPerson({ bot: bot.url, connector, name, aadObjectId, tenantId: TENANT });
  const aino = person('Aino Esimerkki', 'aaaaaaaa-0000-4000-8000-000000000001');
  return { connector, bot, aino, person };
}

/** A card that asks something, with a filled-in input and two answers. */
export function question(text: string, more: JsonObject = {}): JsonObject {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text, wrap: true },
      { type: 'Input.Text', id: 'note', label: 'Lisätieto', value: 'ennallaan' },
    ],
    actions: [
      { type: 'Action.Execute', title: 'Kyllä', verb: 'answer', data: { yes: true } },
      {
        type: 'Action.Execute',
        title: 'Ei',
        verb: 'answer',
        data: { yes: false },
        fallback: { type: 'Action.Submit', title: 'Ei', data: { verb: 'answer', yes: false } },
      },
    ],
    ...more,
  };
}

/** Says a card to a message, and answers a press with a card that tells what the press carried. */
export const asking: TinyLogic = async (context: TurnContext) => {
  const { type, value, text, locale } = context.activity;
  if (type === 'invoke') return question(`${value.action.verb}: ${JSON.stringify(value.action.data)}`);
  if (type === 'message') await context.sendActivity(withCard(question(text ?? `${JSON.stringify(value)} ${locale}`)));
  return undefined;
};
