/** (c) botbuilder with conversation state, as its documentation has it. */
import {
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  CloudAdapter,
  ConversationState,
  type StatePropertyAccessor,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import { authenticationOf, cardAnswer, cardMessage } from './bot-framework';
import { templatedCards } from './cards';
import { settings } from './peer';
import { servePlainly } from './plain-server';
import { TableState } from './table-state';
import { answered, beginWalk, type Press, type Walk } from './walk';

const given = settings();
const card = templatedCards(given.work);

class Walks extends TeamsActivityHandler {
  private readonly walk: StatePropertyAccessor<Walk | undefined>;

  constructor(private readonly state: ConversationState) {
    super();
    this.walk = state.createProperty('walk');
    this.onMessage(async (context, next) => {
      const walk = beginWalk();
      await this.walk.set(context, walk);
      await context.sendActivity(cardMessage(card(walk)));
      await next();
    });
  }

  override async run(context: TurnContext): Promise<void> {
    await super.run(context);
    await this.state.saveChanges(context);
  }

  protected override async onAdaptiveCardInvoke(
    context: TurnContext,
    { action }: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    const press = action.data as unknown as Press;
    const walk = answered((await this.walk.get(context)) ?? beginWalk(), press);
    await this.walk.set(context, walk);
    return cardAnswer(card(walk));
  }
}

const storage = new TableState(given.connectionString, given.table);
const walks = new Walks(new ConversationState(storage));
const adapter = new CloudAdapter(authenticationOf(given));
void storage
  .prepare()
  .then(() => servePlainly((req, res) => adapter.process(req, res, (context) => walks.run(context))));
