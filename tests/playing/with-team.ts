import { type RunningAssistant, startAssistant } from '../fixtures/running-assistant';
import type { TeamsPerson } from '../fixtures/teams-person';
import { memberOf } from '../fixtures/unit-members';

/** The whole bot, and somebody of the international affairs team who has a chat with it. The caller closes the bot. */
export async function startWithTeam(): Promise<{ readonly assistant: RunningAssistant; readonly team: TeamsPerson }> {
  const assistant = await startAssistant();
  const team = assistant.person('Grace Placeholder');
  await assistant.setMembers('international-affairs', { members: [memberOf(team)] });
  await assistant.restart();
  await team.says('hi');
  return { assistant, team };
}
