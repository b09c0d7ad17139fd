/** (f) The Microsoft 365 Agents SDK: `AgentApplication` with the walk in its conversation state. */
import {
  AgentApplication,
  authorizeJWT,
  CardFactory,
  CloudAdapter,
  type Connections,
  getAuthConfigWithDefaults,
  MessageFactory,
  MsalTokenProvider,
  type TurnState,
} from '@microsoft/agents-hosting';
import { templatedCards } from './cards';
import { BOT_TOKEN, settings } from './peer';
import { servePlainly } from './plain-server';
import { TableState } from './table-state';
import { answered, beginWalk, type Press, type Walk } from './walk';

type State = TurnState<{ walk?: Walk }>;

const given = settings();
const card = templatedCards(given.work);

// It knows no other place for the keys of the Bot Framework, but it has a setting for those of Entra ID. So here the
// token names that issuer: what is checked is the same.
const config = getAuthConfigWithDefaults({
  clientId: given.appId,
  clientSecret: 'unused',
  tenantId: given.tenantId,
  authority: new URL(given.metadataUrl).origin,
});

/** Gives the bot its token at once, as MSAL does from its memory once it has one. */
class TokenAtHand extends MsalTokenProvider {
  override getAccessToken(): Promise<string> {
    return Promise.resolve(BOT_TOKEN);
  }
}

const provider = new TokenAtHand(config);
const connections: Connections = {
  getConnection: () => provider,
  getDefaultConnection: () => provider,
  getTokenProvider: () => provider,
  getTokenProviderFromActivity: () => provider,
  getDefaultConnectionConfiguration: () => config,
};

const storage = new TableState(given.connectionString, given.table);
const adapter = new CloudAdapter(config);
adapter.connectionManager = connections;
const application = new AgentApplication<State>({ adapter, storage });

application.adaptiveCards.actionExecute('answer', async (_context, state, { data }: { data?: unknown }) => {
  const walk = answered(state.conversation.walk ?? beginWalk(), data as Press);
  state.conversation.walk = walk;
  return { ...card(walk), type: 'AdaptiveCard' as const };
});

application.onActivity('message', async (context, state) => {
  const walk = beginWalk();
  state.conversation.walk = walk;
  await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(card(walk))));
});

// It keeps what has changed only where somebody says after the turn that it may.
application.onTurn('afterTurn', async () => true);

const authorize = authorizeJWT(config);
void storage
  .prepare()
  .then(() =>
    servePlainly((request, response) =>
      authorize(request, response, () => adapter.process(request, response, (context) => application.run(context))),
    ),
  );
