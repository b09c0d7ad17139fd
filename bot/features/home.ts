import { type Greeting, homeCard } from '../cards/home';
import { unitsOf } from '../domain/listing/may-see';
import type { Message } from '../domain/message';
import type { Asked } from './asked';
import { isCoordinator } from './coordinator';

/** Shows what one can do here: the inbox too, for members of a unit, and what has to be confirmed, for the team. */
export async function showHome({ assistant, turn: { who }, speak }: Asked, greeting: Greeting): Promise<Message> {
  const directory = await assistant.directory.content();
  const isOfTeam = isCoordinator(assistant, directory, who);
  const inbox = unitsOf(directory, who.id).length > 0 || isOfTeam;
  const unconfirmed = isOfTeam ? assistant.directory.unconfirmed().length : 0;
  return homeCard(speak, [...assistant.processes.values()], greeting, { inbox, unconfirmed });
}
