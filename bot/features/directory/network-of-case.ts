/** What a case leaves in the register of networks and partnerships once it is in force, or the city is a member. */
import type { Case } from '../../domain/case/case';
import { stateIn } from '../../domain/case/lives/life-of';
import { isResting } from '../../domain/case-state';
import type { DirectoryContent, Network } from '../../domain/directory/directory';
import {
  addEntry,
  changeEntry,
  type DirectoryEntry,
  type Edited,
  type EntryChange,
} from '../../domain/directory/entry';
import { entryId } from '../../domain/directory/entry-id';
import { spelledId } from '../../domain/directory/entry-input';
import { foldedWords } from '../../domain/language/spelling';
import { subjectOf } from '../../domain/process/naming';
import type { Model } from '../../domain/rules/model';
import type { Assistant } from '../assistant';

type Registering = Pick<Assistant, 'calendar' | 'cases' | 'clock' | 'directory' | 'directoryEditor' | 'log'>;

/**
 * Adds the network or partnership of a case to the register, or names the case in its entry. Twice is as good as once; an
 * entry stays with a case that came into force later, and one that the team took out of use stays so. `conflict` where
 * somebody edited the entry meanwhile: to be tried again.
 */
export async function registerNetwork(
  registering: Registering,
  { process }: Pick<Model, 'process'>,
  made: Case,
): Promise<'kept' | 'conflict'> {
  const { calendar, clock, directory, directoryEditor, log } = registering;
  const name = subjectOf(process, made.answers).organisation;
  if (!isResting(stateIn(process, made.state)) || name === '') return 'kept';
  const id = networkNamed(await directory.content(), name)?.id ?? entryId('networks', name);
  const stored = (await directoryEditor.entry('networks', id)) ?? (await retiredFirst(directoryEditor, name));
  const { holder } = made;
  const edited = {
    by: holder ? { id: holder.id, name: holder.name } : ('assistant' as const),
    at: clock.now().toISOString(),
  };
  let change: EntryChange<'networks'> | undefined;
  if (stored === undefined) {
    change = addEntry('networks', networkOf(id, name, made, process.life, calendar.dayOf(clock.now())), edited);
  } else if (!stored.value.retired && (await isLater(registering, made, stored.value.content))) {
    change = namingCase(stored.value, made.number, edited);
  }
  if (change === undefined) return 'kept';
  if ((await directoryEditor.write(stored, change)) === 'conflict') return 'conflict';
  log.info('directory.edited', { list: 'networks', id, edit: change.event.edit });
  return 'kept';
}

/**
 * The entry with the number of a case. Nobody has looked at the rest of it for that: who edited and who confirmed it last
 * stays, so that first content still waits for the team.
 */
function namingCase(
  before: DirectoryEntry<'networks'>,
  number: string,
  by: Edited,
): EntryChange<'networks'> | undefined {
  const change = changeEntry(before, { content: { ...before.content, case: number } }, { ...by, edit: 'changed' });
  if (!change) return undefined;
  const { content, events } = change.entry;
  return { ...change, entry: { ...before, content, events } };
}

function networkOf(id: string, name: string, { number }: Case, life: Model['process']['life'], today: string): Network {
  return {
    id,
    name: { fi: name, sv: name, en: name },
    spellings: [],
    kind: life === 'membership' ? 'network' : 'partnership',
    contact: {},
    case: number,
    source: 'product',
    lastChecked: today,
  };
}

/** The network or partnership that a text means, however it is spelt. */
function networkNamed({ networks }: DirectoryContent, text: string): Network | undefined {
  const meant = foldedWords(text).join(' ');
  const isMeant = (written: string) => foldedWords(written).join(' ') === meant;
  return networks.find(({ name, spellings }) => [...Object.values(name), ...spellings].some(isMeant));
}

/** An entry of the first content that the team took out of use: its id is no hash of its name, as those of added ones are. */
async function retiredFirst(editor: Registering['directoryEditor'], name: string) {
  const id = spelledId({ fi: name, sv: name, en: name });
  const first = id === '' ? undefined : await editor.entry('networks', id);
  return first?.value.retired ? first : undefined;
}

/**
 * Whether a case is in force when the one that the entry names is so no more, or came into its state after it: a late word of
 * an old one changes nothing.
 */
async function isLater({ cases }: Registering, made: Case, { case: number }: Network): Promise<boolean> {
  if (number === undefined || number === made.number) return number === undefined;
  const other = await cases.read(number);
  return other === undefined || !isResting(other.value.state) || other.value.since.at < made.since.at;
}
