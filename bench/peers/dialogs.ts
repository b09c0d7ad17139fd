/** (d) botbuilder-dialogs: a waterfall of one step for each question, its place kept in conversation state. */
import {
  type AdaptiveCardInvokeResponse,
  CloudAdapter,
  ConversationState,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import {
  Dialog,
  type DialogContext,
  DialogReason,
  DialogSet,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import { authenticationOf, cardAnswer, cardMessage } from './bot-framework';
import { templatedCards } from './cards';
import { settings } from './peer';
import { servePlainly } from './plain-server';
import { TableState } from './table-state';
import { answered, beginWalk, type Press, type Walk } from './walk';

const given = settings();
const card = templatedCards(given.work);
const answers = Symbol('the card to answer with');

/** A waterfall goes on at messages only; here it does at presses. */
class PressedWaterfall extends WaterfallDialog {
  override continueDialog(dc: DialogContext) {
    return this.resumeDialog(dc, DialogReason.continueCalled, dc.context.activity.value?.action?.data);
  }
}

const dialog = new PressedWaterfall('walk', [
  async (step) => {
    const walk = beginWalk();
    Object.assign(step.values, { walk });
    await step.context.sendActivity(cardMessage(card(walk)));
    return Dialog.EndOfTurn;
  },
  ...given.work.answers.map((_answer, at) => async (step: WaterfallStepContext) => {
    const { walk: before } = step.values as unknown as { walk: Walk };
    const walk = answered(before, step.result as Press);
    Object.assign(step.values, { walk });
    step.context.turnState.set(answers, card(walk));
    return at === given.work.answers.length - 1 ? step.endDialog() : Dialog.EndOfTurn;
  }),
]);

class Walks extends TeamsActivityHandler {
  private readonly dialogs: DialogSet;

  constructor(private readonly state: ConversationState) {
    super();
    this.dialogs = new DialogSet(state.createProperty('dialogs')).add(dialog);
    this.onMessage(async (context, next) => {
      const dc = await this.dialogs.createContext(context);
      await dc.cancelAllDialogs();
      await dc.beginDialog('walk');
      await next();
    });
  }

  override async run(context: TurnContext): Promise<void> {
    await super.run(context);
    await this.state.saveChanges(context);
  }

  protected override async onAdaptiveCardInvoke(context: TurnContext): Promise<AdaptiveCardInvokeResponse> {
    const dc = await this.dialogs.createContext(context);
    await dc.continueDialog();
    return cardAnswer(context.turnState.get(answers));
  }
}

const storage = new TableState(given.connectionString, given.table);
const walks = new Walks(new ConversationState(storage));
const adapter = new CloudAdapter(authenticationOf(given));
void storage
  .prepare()
  .then(() => servePlainly((req, res) => adapter.process(req, res, (context) => walks.run(context))));
