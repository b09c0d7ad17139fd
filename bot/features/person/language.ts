import { languageCard } from '../../cards/person/preferences';
import type { Payload } from '../../cards/verbs';
import type { Message } from '../../domain/message';
import { type Asked, askedIn } from '../asked';
import { showHome } from '../home';
import { toldBy } from './acquaintance';

/** Offers the languages that the city speaks. */
export function chooseLanguage({ speak }: Asked): Message {
  return languageCard(speak);
}

/** Remembers the person's choice and goes on in that language; offers those that there are where the city does not speak it. */
export async function setLanguage(asked: Asked, { language }: Payload<'set-language'>): Promise<Message> {
  const { assistant, turn } = asked;
  if (!assistant.languages.spoken.includes(language)) return chooseLanguage(asked);
  await assistant.people.learn(turn.who, { ...toldBy(turn), language, by: 'choice' });
  return showHome(askedIn(language, asked), 'help');
}
