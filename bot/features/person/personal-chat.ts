import { plainNotice } from '../../cards/notice';
import type { Message } from '../../domain/message';
import type { Delivery } from '../../domain/outbox/attempts';
import type { Asked } from '../asked';

/**
 * What was asked in a group chat or channel goes on in the personal chat, where nobody reads along; the shared place
 * gets a word that it does. Where the person has no chat with the assistant yet, one is opened.
 */
export async function continueInPersonalChat(asked: Asked, answer: Message): Promise<Message> {
  const { assistant, turn, speak } = asked;
  const result = await sendToPersonalChat(asked, answer);
  if (result !== 'shut-out') return plainNotice(speak, told(result));
  // They have removed or blocked the assistant since: a chat that is opened anew may be let in.
  await assistant.people.loseChat(turn.who);
  return plainNotice(speak, told(await sendToPersonalChat(asked, answer)));
}

async function sendToPersonalChat(asked: Asked, answer: Message): Promise<Delivery['result'] | undefined> {
  const chat = await personalChatOf(asked);
  return chat === undefined ? undefined : (await asked.assistant.messenger.send({ chat }, answer)).result;
}

function told(result: Delivery['result'] | undefined): 'in-personal-chat' | 'no-personal-chat' {
  return result === 'sent' || result === 'unsure' ? 'in-personal-chat' : 'no-personal-chat';
}

/** The person's chat. One that is opened here is remembered: the receipt, too, has to find the way there. */
async function personalChatOf({ assistant, turn, speak }: Asked): Promise<string | undefined> {
  const known = await assistant.people.find(turn.who);
  if (known?.chat !== undefined || turn.introduction === undefined) return known?.chat;
  const chat = await assistant.messenger.open(turn.introduction);
  if (chat !== undefined) {
    await assistant.people.learn(turn.who, { language: speak.words.language, by: 'supposition', chat });
  }
  return chat;
}
