import { notifyCard, notifySetCard } from '../../cards/person/preferences';
import type { Payload } from '../../cards/verbs';
import type { Message } from '../../domain/message';
import type { Asked } from '../asked';
import { toldBy } from './acquaintance';

/** Offers how often the assistant writes of its own accord. */
export async function chooseNotify({ assistant, turn, speak }: Asked): Promise<Message> {
  const known = await assistant.people.find(turn.who);
  return notifyCard(speak, known?.notify ?? 'at-once');
}

/** Remembers the choice; it holds from the next message on. */
export async function setNotify(
  { assistant, turn, speak }: Asked,
  { notify }: Payload<'set-notify'>,
): Promise<Message> {
  const { language } = speak.words;
  await assistant.people.learn(turn.who, { ...toldBy(turn), language, by: 'supposition', notify });
  return notifySetCard(speak, notify);
}
