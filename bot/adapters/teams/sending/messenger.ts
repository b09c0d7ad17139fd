import type { CloudAdapter, ConversationParameters, ConversationReference, TurnContext } from 'botbuilder';
import { z } from 'zod/v4';
import type { Message } from '../../../domain/message';
import type { Delivery } from '../../../domain/outbox/attempts';
import { retryAfterSeconds } from '../../../pace/retry-after';
import type { Log, Messenger } from '../../../ports';
import { activityOf } from './activity';
import { accountIn, chatText, referenceOf, wholeReferenceOf } from './chat-reference';
import { ForeignServiceUrl } from './send-once';

/** For whom the token is that opens a conversation: the Bot Connector. */
const AUDIENCE = 'https://api.botframework.com';

/** A failed answer of the Bot Connector, as its client throws it. */
const connectorError = z.object({ statusCode: z.number().optional(), code: z.string().optional() });

/** The same with its headers, which are looked at where they are: their methods do not survive a copy. */
const withHeaders = z.object({ response: z.object({ headers: z.custom<Pick<Headers, 'get'>>() }) });

/** Sends proactively, outside the turn of the person who is written to. */
export function createMessenger(adapter: CloudAdapter, appId: string, log: Log): Messenger {
  /** Acts in a turn of the bot's own. What fails there the adapter would keep to itself, as it does in people's turns. */
  async function within(
    reference: Partial<ConversationReference>,
    act: (context: TurnContext) => Promise<unknown>,
  ): Promise<void> {
    let failure: { readonly cause: unknown } | undefined;
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      await act(context).catch((cause) => {
        failure = { cause };
      });
    });
    if (failure) throw failure.cause;
  }

  return {
    async open(introduction) {
      const { bot, user, conversation, channelId, serviceUrl } = referenceOf(introduction);
      if (!bot || !user || !serviceUrl) return undefined;
      const tenantId = conversation?.tenantId;
      const parameters = {
        isGroup: false,
        bot,
        members: [user],
        ...(tenantId !== undefined && { tenantId, channelData: { tenant: { id: tenantId } } }),
      } as ConversationParameters;
      let chat: string | undefined;
      try {
        await adapter.createConversationAsync(
          appId,
          channelId ?? 'msteams',
          serviceUrl,
          AUDIENCE,
          parameters,
          async (context) => {
            const { conversation: named } = context.activity;
            // Kept, a chat without its id would be known for good, and nobody reached in it.
            if (!named?.id) throw new Error('Teams opened a chat, and did not say which.');
            const opened = { ...named, conversationType: 'personal', tenantId };
            chat = chatText({ bot, user, conversation: opened, channelId, serviceUrl });
          },
        );
      } catch (cause) {
        log.error('messenger.not-opened', cause);
      }
      return chat;
    },

    accountIn,

    async send({ chat, replaces }, message: Message): Promise<Delivery> {
      const activity = activityOf(message);
      const reference = wholeReferenceOf(chat);
      // Nothing can be sent there: whoever it is for needs another chat, or a mail.
      if (!reference) return { result: 'shut-out', failure: 'chat-unreadable' };
      try {
        let sent: string | undefined;
        await within(reference, async (context) => {
          if (replaces !== undefined) await context.updateActivity({ ...activity, id: replaces });
          else sent = (await context.sendActivity(activity))?.id;
        });
        return { result: 'sent', ...(sent !== undefined && { message: sent }) };
      } catch (cause) {
        log.error('messenger.failed', cause);
        return deliveryAfter(cause, replaces !== undefined);
      }
    },
  };
}

/** Nothing was done, and the same may succeed later: 409 and 412 while another operation on the conversation is under way. */
const NOT_NOW: readonly (number | undefined)[] = [409, 412, 429];

/**
 * What a failure means. "Not now" and "never arrived" may be tried again. Whatever else Teams refuses, it will refuse
 * again; whom it shuts out of a chat (403), it lets in nowhere there. Anything else may have been carried out, also what
 * Teams itself has waited for in vain (408, 5xx): only an update in place can repeat it without saying it twice.
 */
export function deliveryAfter(cause: unknown, repeatable: boolean): Delivery {
  if (cause instanceof ForeignServiceUrl) return { result: 'refused', failure: 'foreign-service-url' };
  const read = connectorError.safeParse(cause);
  const { statusCode, code } = read.success ? read.data : {};
  const withoutAnswer = cause instanceof Error && cause.name === 'AbortError' ? 'no-answer' : 'unknown-failure';
  const failure = statusCode === undefined ? (code ?? withoutAnswer).toLowerCase() : `connector-${statusCode}`;
  const headers = withHeaders.safeParse(cause).data?.response.headers;
  const seconds = headers && retryAfterSeconds(headers);
  const what = { failure, ...(seconds !== undefined && { retryAfterSeconds: seconds }) };
  if (NOT_NOW.includes(statusCode)) return { result: 'failed', ...what };
  if (statusCode === 403) return { result: 'shut-out', failure };
  const isRefusal = statusCode !== undefined && statusCode >= 400 && statusCode < 500 && statusCode !== 408;
  if (isRefusal) return { result: 'refused', failure };
  if (repeatable || code === 'ECONNREFUSED') return { result: 'failed', ...what };
  return { result: 'unsure', ...what };
}
