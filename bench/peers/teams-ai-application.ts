/** teams-ai's `Application` with the walk in its conversation state. */
import { Application, type TeamsAdapter, type TurnState } from '@microsoft/teams-ai';
import type { Storage } from 'botbuilder';
import { cardMessage } from './bot-framework';
import { templatedCards } from './cards';
import type { PeerSettings } from './peer';
import { servePlainly } from './plain-server';
import { answered, beginWalk, type Press, type Walk } from './walk';

type State = TurnState<{ walk?: Walk }>;

/** Serves walks through it. */
export function serveApplication({ work }: PeerSettings, adapter: TeamsAdapter, storage: Storage): void {
  const card = templatedCards(work);
  const application = new Application<State>({ storage });

  application.adaptiveCards.actionExecute<Press>('answer', async (_context, state, press) => {
    const walk = answered(state.conversation.walk ?? beginWalk(), press);
    state.conversation.walk = walk;
    return { ...card(walk), type: 'AdaptiveCard' };
  });

  application.activity('message', async (context, state) => {
    const walk = beginWalk();
    state.conversation.walk = walk;
    await context.sendActivity(cardMessage(card(walk)));
  });

  servePlainly((request, response) =>
    adapter.process(request, response, async (context) => {
      await application.run(context);
    }),
  );
}
