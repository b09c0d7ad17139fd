import { Application } from '@microsoft/teams-ai/lib/Application';
import type { TurnContext } from 'botbuilder';
import type { Message } from '../../../domain/message';
import type { Router, Turn } from '../../../ports/turn';
import { activityOf } from '../sending/activity';
import { hasAttachment } from './attachment';
import { saidText } from './said-text';
import { turnOf } from './turn-of';

/**
 * The Teams AI application: sorts activities and hands them to the router as turns. It has no storage of its own
 * (drafts keep their own ETags), no typing timer (it is one for all conversations), and leaves mentions where they are
 * (`said-text.ts` reads them); selectors are functions, because its string selectors match substrings.
 */
export function createApplication(router: Router): Application {
  const application = new Application({ startTypingTimer: false, removeRecipientMention: false });

  application.adaptiveCards.actionExecute(is('invoke', 'adaptiveCard/action'), async (context, _state, data) => {
    const turn = turnOf(context.activity);
    const message = turn && (await router.pressed(turn, context.activity.value?.action?.verb, data));
    return message ? { ...message.card, type: 'AdaptiveCard' } : '';
  });

  application.activity(is('installationUpdate'), async (context) => {
    const { action } = context.activity;
    if (action === 'add') await reply(context, (turn) => router.installed(turn), 'personal');
    const turn = action === 'remove' ? turnOf(context.activity) : undefined;
    if (turn?.place === 'personal') await router.removed(turn);
  });

  application.activity(is('message'), async (context) => {
    const { text, value } = context.activity;
    // A client that does not know Action.Execute sends the button's data as a message without text.
    if (!text && value && typeof value === 'object') return pressedInOldClient(context, router, value);
    const said = saidText(context.activity);
    const attached = hasAttachment(context.activity);
    if (attached) await reply(context, (turn) => router.attached(turn));
    if (said !== '' || !attached) await reply(context, (turn) => router.said(turn, said));
  });

  return application;
}

function is(type: string, name?: string) {
  return async ({ activity }: TurnContext) => activity.type === type && (name === undefined || activity.name === name);
}

async function reply(
  context: TurnContext,
  answer: (turn: Turn) => Promise<Message>,
  only?: Turn['place'],
): Promise<void> {
  const turn = turnOf(context.activity);
  if (!turn || (only && turn.place !== only)) return;
  await context.sendActivity(activityOf(await answer(turn)));
}

async function pressedInOldClient(context: TurnContext, router: Router, value: Record<string, unknown>): Promise<void> {
  const turn = turnOf(context.activity);
  if (!turn) return;
  const { verb, ...data } = value;
  const answer = activityOf(await router.pressed(turn, verb, data));
  // Without an invoke there is no answer to replace the card with, so the stored message is updated.
  if (turn.message === undefined) await context.sendActivity(answer);
  else await context.updateActivity({ ...answer, id: turn.message });
}
