import { type Activity, TurnContext } from 'botbuilder';
import type { Turn } from '../../turn';
import { chatText } from './chat-reference';

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

function chatOf(activity: Activity): string {
  return chatText(TurnContext.getConversationReference(activity));
}
