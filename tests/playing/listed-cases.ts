import { TableClient } from '@azure/data-tables';
import { type CaseLine, placeOf } from '../../bot/domain/listing/line';
import { openProcess } from '../contracts/casework-fixtures';
import { type RunningAssistant, TENANT } from '../fixtures/running-assistant';
import { actionsOn, type TeamsPerson } from '../fixtures/teams-person';

let serial = 500;

/** A line of a case that nobody sent: listings are made of lines alone. */
export function newLine(more: Partial<CaseLine> = {}, year = 2026): CaseLine {
  serial += 1;
  const submittedAt = more.submittedAt ?? new Date(Date.UTC(year, 0, 1, 0, serial)).toISOString();
  const organisation = more.organisation ?? `Organisation ${serial}`;
  const country = more.country ?? '';
  return {
    number: `V-${year}-${String(serial).padStart(4, '0')}`,
    process: 'visit-request',
    state: 'submitted',
    since: submittedAt,
    outcome: 'receive',
    unit: 'service-development',
    informed: [],
    requester: { id: 'somebody', name: 'Somebody Else' },
    tenant: TENANT,
    isTakenOn: false,
    waitsFor: 'responsible',
    named: { organisation, ...(country !== '' && { country }) },
    organisation,
    city: '',
    country,
    theme: '',
    openTodos: 0,
    submittedAt,
    changedAt: submittedAt,
    revision: 2,
    ...more,
  };
}

/** Puts lines into the register of a running assistant. */
export async function list(assistant: RunningAssistant, lines: readonly CaseLine[]): Promise<void> {
  const { register } = await openProcess(assistant.tables.connectionString);
  await Promise.all(lines.map((line) => register.put(line)));
}

/** The numbers of lines, as listings show them: the newest first. */
export function newestFirst(lines: readonly CaseLine[]): readonly string[] {
  return [...lines].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1)).map(({ number }) => number);
}

/** The numbers of the cases on the listing seen, in order. */
export function listed(person: TeamsPerson): readonly string[] {
  return actionsOn(person.card())
    .filter(({ action }) => action.verb === 'show-case')
    .map(({ action }) => String(Object(action.data).case));
}

/** Makes people members of units, by unit, in the order in which they are asked; the assistant starts again with it. */
export async function makeMembers(
  assistant: RunningAssistant,
  members: Readonly<Record<string, readonly TeamsPerson[]>>,
): Promise<void> {
  const directory = TableClient.fromConnectionString(assistant.tables.connectionString, 'directory', {
    allowInsecureConnection: true,
  });
  for (const [unit, people] of Object.entries(members)) {
    const row = await directory.getEntity<{ content: string }>('units', unit);
    const named = people.map(({ member: { aadObjectId, name } }) => ({ id: aadObjectId, name }));
    const content = JSON.stringify({ ...JSON.parse(row.content), members: named });
    await directory.updateEntity({ partitionKey: 'units', rowKey: unit, content }, 'Merge');
  }
  await assistant.restart();
}
