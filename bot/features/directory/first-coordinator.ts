import { changeEntry } from '../../domain/directory/entry';
import { addMember } from '../../domain/directory/unit-members';
import { Unreadable } from '../../domain/errors';
import type { Named } from '../../domain/person';
import type { Clock, DirectoryEditor, Log } from '../../ports';

/**
 * Makes somebody the first member of the international affairs team, if it has none: somebody has to be able to add the
 * others. Where it has members, or nobody can read whether it has, nothing changes.
 */
export async function appointFirstCoordinator(
  { directoryEditor, clock, log }: { directoryEditor: DirectoryEditor; clock: Clock; log: Log },
  coordinator: string,
  person: Named | undefined,
): Promise<void> {
  if (person === undefined) return;
  const team = await directoryEditor.entry('units', coordinator).catch((cause) => {
    if (!(cause instanceof Unreadable)) throw cause;
    log.error('directory.no-first-coordinator', cause);
    return undefined;
  });
  if (!team || team.value.content.members.length > 0) return;
  const content = addMember(team.value.content, { ...person, absences: [] });
  const event = { by: 'assistant', at: clock.now().toISOString(), edit: 'member-added', about: person.name } as const;
  const change = changeEntry(team.value, { content }, event);
  // A conflict is another instance that started at the same moment, and appointed the same person.
  const written = change && (await directoryEditor.write(team, change));
  if (written && written !== 'conflict') log.info('directory.first-coordinator');
}
