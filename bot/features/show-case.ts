import { caseCard } from '../cards/case';
import { plainNotice } from '../cards/notice';
import type { Language } from '../domain/language';
import type { Message } from '../domain/message';
import type { Turn } from '../turn';
import { type Assistant, kit, modelOf } from './assistant';

/** One of the person's own cases. Somebody else's is not told apart from one that does not exist. */
export async function showCase(assistant: Assistant, turn: Turn, number: string, language: Language): Promise<Message> {
  const speak = kit(assistant, language);
  const found = (await assistant.cases.read(number))?.value;
  if (!found || found.requester.id !== turn.who.id || found.requester.tenant !== turn.who.tenant) {
    return plainNotice(speak, 'gone');
  }
  return caseCard(speak, await modelOf(assistant, found.process), found, { as: 'requester' });
}
