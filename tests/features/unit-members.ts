import { TableClient } from '@azure/data-tables';
import type { RunningAssistant } from '../fixtures/running-assistant';
import type { TeamsPerson } from '../fixtures/teams-person';

/** Makes people the members of units, as the international affairs team does, and starts the bot again to know them. */
export async function nameMembers(
  assistant: RunningAssistant,
  members: Readonly<Record<string, readonly TeamsPerson[]>>,
): Promise<void> {
  const directory = TableClient.fromConnectionString(assistant.tables.connectionString, 'directory', {
    allowInsecureConnection: true,
  });
  for (const [unit, people] of Object.entries(members)) {
    const row = await directory.getEntity<{ content: string }>('units', unit);
    const content = {
      ...JSON.parse(row.content),
      members: people.map(({ member }) => ({ id: member.aadObjectId, name: member.name })),
    };
    await directory.updateEntity({ partitionKey: 'units', rowKey: unit, content: JSON.stringify(content) }, 'Merge');
  }
  await assistant.restart();
}
