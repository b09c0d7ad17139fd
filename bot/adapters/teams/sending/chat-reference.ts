import type { ChannelAccount, ConversationAccount, ConversationReference } from 'botbuilder';
import type { Person } from '../../../domain/person';

/**
 * Where Teams' connector takes messages to a chat of which no activity has come yet: Microsoft's documented address for
 * that, which is right for every tenant of the public cloud. The first activity from the chat brings its own.
 */
const FIRST_SERVICE_URL = 'https://smba.trafficmanager.net/teams/';

/** What names a chat and the two in it; a reference of the SDK's is one. */
interface ChatReference {
  readonly bot?: Pick<ChannelAccount, 'id'> | undefined;
  readonly user?: Pick<ChannelAccount, 'id' | 'aadObjectId'> | undefined;
  readonly conversation?: Pick<ConversationAccount, 'id' | 'conversationType'> & {
    readonly tenantId?: string | undefined;
  };
  readonly channelId?: string | undefined;
  readonly serviceUrl?: string | undefined;
}

/**
 * A conversation reference as text: what everybody outside this folder keeps as a chat. Only what names chat and person,
 * so that it stays the same from one message to the next and need not be written again.
 */
export function chatText({ bot, user, conversation, channelId, serviceUrl }: ChatReference): string {
  return JSON.stringify({
    bot: bot && { id: bot.id },
    // Their name is theirs to choose, can be endless, and changes.
    user: user && { id: user.id, ...(user.aadObjectId !== undefined && { aadObjectId: user.aadObjectId }) },
    conversation,
    channelId,
    serviceUrl,
  });
}

/** The id by which Teams itself knows the person of a stored chat (`29:…`), or undefined where it tells none. */
export function accountIn(chat: string): string | undefined {
  try {
    return referenceOf(chat).user?.id;
  } catch {
    // A row that was spoiled names nobody.
    return undefined;
  }
}

/** A stored chat as the reference that the SDK continues. */
export function referenceOf(chat: string): Partial<ConversationReference> {
  return JSON.parse(chat);
}

/** The same where it names a chat and the way to it; undefined for a row that was spoiled. */
export function wholeReferenceOf(chat: string): Partial<ConversationReference> | undefined {
  try {
    const reference: Partial<ConversationReference> | null = referenceOf(chat);
    return reference?.conversation?.id && reference.serviceUrl ? reference : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The text of a personal chat that is known by its id only: Teams has made it, and nothing has been said in it. Teams
 * knows bots by their app id behind `28:`, and takes a person's Entra object id where it has not told its own yet.
 *
 * @example referenceText({ appId, conversationId: '19:…@unq.gbl.spaces', person: { id, tenant } })
 */
export function referenceText({
  appId,
  conversationId,
  person,
  serviceUrl = FIRST_SERVICE_URL,
}: {
  readonly appId: string;
  readonly conversationId: string;
  readonly person: Pick<Person, 'id' | 'tenant'>;
  readonly serviceUrl?: string;
}): string {
  return chatText({
    bot: { id: `28:${appId}` },
    user: { id: person.id, aadObjectId: person.id },
    conversation: { id: conversationId, tenantId: person.tenant, conversationType: 'personal' },
    channelId: 'msteams',
    serviceUrl,
  });
}
