import { type Activity, TurnContext } from 'botbuilder';
import { z } from 'zod/v4';
import { onOneLine } from '../../../domain/language/visible-text';
import type { Turn } from '../../../ports/turn';
import { chatText } from '../sending/chat-reference';

/**
 * The turn that an activity stands for. In Teams a person is known by their Entra object id; the Agents Playground's
 * users have one too. Returns undefined for an activity that names nobody.
 */
export function turnOf(activity: Activity): Turn | undefined {
  const id = activity.from?.aadObjectId ?? activity.from?.id;
  if (!id) return undefined;
  const personal =
    activity.conversation.conversationType === undefined || activity.conversation.conversationType === 'personal';
  const sender = senderOf(activity);
  const guest = isMarkedAsGuest(sender);
  return {
    who: { id, tenant: tenantOf(activity), name: shownName(activity.from.name) },
    place: personal ? 'personal' : 'shared',
    ...(isFromOutside(activity, sender) && { outside: true }),
    ...(guest && { guest }),
    ...(activity.locale !== undefined && { locale: activity.locale }),
    ...(personal ? { chat: chatOf(activity) } : { introduction: chatOf(activity) }),
    ...(activity.replyToId !== undefined && { message: activity.replyToId }),
  };
}

/** The tenant an activity says it comes from, or '' where it says none. */
function tenantOf(activity: Activity): string {
  return activity.conversation.tenantId ?? activity.channelData?.tenant?.id ?? '';
}

/** What Teams knows of a member of a conversation, and puts beside some senders. */
const senderForm = z.object({
  tenantId: z.string().optional().catch(undefined),
  userRole: z.string().optional().catch(undefined),
});
type Sender = z.infer<typeof senderForm> | undefined;

const senderOf = ({ from }: Activity): Sender => senderForm.safeParse(from).data;

/**
 * Whether an activity names more than one tenant: the chat's, the channel's, the sender's own. Somebody of another
 * organisation in a chat of ours has a tenant of their own, where Teams tells it.
 */
function isFromOutside({ conversation, channelData }: Activity, sender: Sender): boolean {
  const named = [conversation.tenantId, channelData?.tenant?.id, sender?.tenantId];
  const tenants = named.flatMap((tenant) => (typeof tenant === 'string' ? [tenant.toLowerCase()] : []));
  return new Set(tenants).size > 1;
}

function isMarkedAsGuest(sender: Sender): boolean {
  const role = sender?.userRole?.toLowerCase();
  return role === 'guest' || role === 'anonymous';
}

/** Names are theirs to choose, and can be endless. */
const LONGEST_NAME = 200;

function shownName(name: unknown): string {
  return typeof name === 'string' ? onOneLine(name, LONGEST_NAME) : '';
}

function chatOf(activity: Activity): string {
  return chatText(TurnContext.getConversationReference(activity));
}
