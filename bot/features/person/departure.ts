import type { Turn } from '../../ports/turn';
import type { Assistant } from '../assistant';

/**
 * The person has removed the assistant from their chat. Teams may go on taking messages to it, which nobody would read:
 * so they count as somebody without a chat, until they are heard of again.
 */
export async function departs({ people }: Assistant, { who }: Turn): Promise<void> {
  await people.loseChat(who);
}
