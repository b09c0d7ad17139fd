/** For whom an answer is. Each makes an answer to a press of a feature, and lets nobody else to it. */
import { type Notice, plainNotice } from '../cards/notice';
import type { Message } from '../domain/message';
import { type Asked, type Asking, asked } from '../features/asked';
import { type AskedByTeam, askedByTeam } from '../features/coordinator';
import { withNames } from '../features/sought-person';
import type { AtStep, MeantByPress } from '../features/walk/meant-by-press';
import { pressInWalk, type WalkPlace } from '../features/walk/press-in-walk';

/** What answers a press with such a payload. */
export type Answer<Payload> = (asking: Asking, payload: Payload) => Promise<Message>;

type FeatureOf<WhoAsks, Payload> = (asked: WhoAsks, payload: Payload) => Message | Promise<Message>;

/** For whoever presses; the feature looks what the person is to what they ask for. */
export function forAnybody<Payload>(feature: FeatureOf<Asked, Payload>): Answer<Payload> {
  return async (asking, payload) => feature(await asked(asking), payload);
}

/** For the owner of the draft, on the card that is current. */
export function inWalk<Payload extends WalkPlace>(
  read: (at: AtStep, payload: Payload) => MeantByPress,
): Answer<Payload> {
  return (asking, payload) => pressInWalk(asking, payload, (at) => read(at, payload));
}

/** The same for a form on which people can be picked: it is read with their names. */
export function withPeople<Form extends object>(answer: Answer<Form>): Answer<Form> {
  return async (asking, form) => answer(asking, await withNames(asking, form));
}

/** For the international affairs team; to everybody else there is no such card. */
export const forTeam = forTeamElse('gone');

/** For the team too; everybody else is told politely whom to write to. */
export const forEditors = forTeamElse('not-coordinator');

/** Who is of the team is looked up at each press, and nothing is read for others. */
function forTeamElse(otherwise: Notice) {
  return <Payload>(feature: FeatureOf<AskedByTeam, Payload>): Answer<Payload> =>
    async (asking, payload) => {
      const anybody = await asked(asking);
      const team = await askedByTeam(anybody);
      return team ? feature(team, payload) : plainNotice(anybody.speak, otherwise);
    };
}
