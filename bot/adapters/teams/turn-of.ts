import { type Activity, type ConversationReference, TurnContext } from 'botbuilder';
import type { Turn } from '../../turn';

/**
 * The turn that an activity stands for. In Teams a person is known by their Entra object id; the Agents Playground's
 * users have one too. Returns undefined for an activity that names nobody.
 */
export function turnOf(activity: Activity): Turn | undefined {
  const id = activity.from?.aadObjectId ?? activity.from?.id;
  if (!id) return undefined;
  const personal =
    activity.conversation.conversationType === undefined || activity.conversation.conversationType === 'personal';
  return {
    who: { id, tenant: tenantOf(activity), name: activity.from.name ?? '' },
    place: personal ? 'personal' : 'shared',
    ...(activity.locale !== undefined && { locale: activity.locale }),
    ...(personal ? { chat: chatOf(activity) } : { introduction: chatOf(activity) }),
    ...(activity.replyToId !== undefined && { message: activity.replyToId }),
  };
}

/** The tenant an activity says it comes from, or '' where it says none. */
export function tenantOf(activity: Activity): string {
  return activity.conversation.tenantId ?? activity.channelData?.tenant?.id ?? '';
}

/**
 * The conversation reference as text. Only what names chat and person, so that it stays the same from one message to
 * the next and need not be written again.
 */
function chatOf(activity: Activity): string {
  const { bot, user, conversation, channelId, serviceUrl } = TurnContext.getConversationReference(activity);
  return JSON.stringify({ bot, user, conversation, channelId, serviceUrl });
}

/** A stored chat as the reference that the SDK continues. */
export function referenceOf(chat: string): Partial<ConversationReference> {
  return JSON.parse(chat);
}
