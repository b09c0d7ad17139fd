/** Once a month the team is told what of the directory nobody has checked for a year; checking takes it off the list. */
import { directoryListCard } from '../../cards/directory/directory';
import { findUnit } from '../../domain/directory/directory';
import { staleEntries } from '../../domain/directory/stale-entries';
import { staleEntriesOf } from '../../domain/notify';
import { type Assistant, kit } from '../assistant';
import { directoryView } from './desk';

/**
 * Tells everybody of the team who has not been told this month and lets the assistant write to them; nobody on a day off. Who
 * could not be reached is told another morning of the month. Resolves to how many could not be.
 */
export async function tellStaleEntries(assistant: Assistant, stop?: AbortSignal): Promise<{ readonly failed: number }> {
  const { calendar, claims, clock, directory, messenger, people, tenant } = assistant;
  const today = calendar.dayOf(clock.now());
  const content = await directory.content();
  const isAllChecked = Object.values(staleEntries(content, today)).every((entries) => entries.length === 0);
  if (tenant === undefined || !calendar.isWorkingDay(today) || isAllChecked) return { failed: 0 };
  const month = today.slice(0, 'YYYY-MM'.length);
  let failed = 0;
  for (const { id } of findUnit(content, content.standing.coordinator)?.members ?? []) {
    if (stop?.aborted) break;
    const known = await people.find({ id, tenant });
    if (known?.chat === undefined || known.notify === 'quiet') continue;
    const told = staleEntriesOf(known.person);
    if (!(await claims.claim(told, month, `${process.pid}-${clock.now().getTime()}`))) continue;
    const speak = kit(assistant, known.language);
    const card = directoryListCard(speak, await directoryView(assistant, today), 'stale', {
      note: speak.words.own('directory.monthly'),
    });
    const { result } = await messenger.send({ chat: known.chat }, card);
    if (result === 'sent') continue;
    failed += 1;
    await claims.forget(told);
  }
  return { failed };
}
