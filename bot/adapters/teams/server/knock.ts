/** The rehearsal's other half: connections, requests and answers, of which V8 and Node make something the first time too. */
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';

/** What Teams calls its activities, to the letter. */
export const JSON_TEXT = { 'content-type': 'application/json; charset=utf-8' };

/** More would make the start longer and the first press no shorter. */
const KNOCKS = 5;

/**
 * Knocks at the bot's own door, where it listens, with a body that is no activity: that is refused before anybody looks
 * further, but connections, requests and answers have been met. Never rejects: nobody needs it.
 */
export async function knock(url: string): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const asked = { agent, method: 'POST', headers: JSON_TEXT };
  try {
    for (let knocks = 0; knocks < KNOCKS; knocks += 1) {
      const sent = request(new URL('/api/messages', url), asked).end('{}');
      const [answer]: IncomingMessage[] = await once(sent, 'response');
      if (answer) await once(answer.resume(), 'end');
    }
  } catch {
    // Such as an address that the bot itself is not let through to.
  } finally {
    agent.destroy();
  }
}
