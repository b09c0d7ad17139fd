/** `npm run mirror`: makes the list outside, compares it with the cases, or mends it, and says so to an operator. */
import type { MirrorDifferences, MirroredCase, MirrorItem, Provisioned } from '../domain/listing/mirror';
import type { Unread } from '../domain/page';
import type { CaseMirror, Log } from '../ports';
import { type Reconciliation, reconcile } from './reconciliation';

export interface MirrorCommand {
  readonly mirror: CaseMirror;
  /** Makes the list, or adds what it lacks. */
  readonly provision: () => Promise<Provisioned>;
  /** Every case, read when it is called. */
  readonly cases: () => AsyncIterable<MirroredCase | Unread> | Iterable<MirroredCase | Unread>;
  readonly log: Log;
  /** Writes a line for the operator. */
  readonly print: (line: string) => void;
}

const IN_ORDER = 0;
const NOT_IN_ORDER = 1;
const WRONG_ARGUMENT = 2;

const USAGE = `Usage: npm run mirror -- <what>
  provision  makes the list, or adds the columns and indexes that it lacks; takes nothing away
  compare    says where the list differs from the cases; changes nothing
  mend       writes what is missing or different, and takes out lines of no case`;

/**
 * Does what `args` ask for and resolves with the exit code: 0 when the list is in order, 1 when it is not (or could not be
 * reached), 2 when the arguments are wrong.
 */
export async function runMirrorCommand(args: readonly string[], command: MirrorCommand): Promise<number> {
  const [what, ...more] = args;
  const run = more.length === 0 ? COMMANDS.get(what ?? '') : undefined;
  if (!run) {
    command.print(USAGE);
    return WRONG_ARGUMENT;
  }
  try {
    return await run(command);
  } catch (cause) {
    command.log.error('mirror.command-failed', cause, { command: what });
    command.print(`It could not be done: ${cause instanceof Error ? cause.message : String(cause)}.`);
    command.print(
      'If the list has not been made yet, run "npm run mirror -- provision" first. The log has the details.',
    );
    return NOT_IN_ORDER;
  }
}

const COMMANDS: ReadonlyMap<string, (command: MirrorCommand) => Promise<number>> = new Map([
  ['provision', provision],
  ['compare', compare],
  ['mend', mend],
]);

async function provision({ provision, print }: MirrorCommand): Promise<number> {
  const { created, added, changed } = await provision();
  if (created) print('The list was made, with all its columns.');
  if (added.length > 0) print(`Columns were added: ${added.join(', ')}.`);
  if (changed.length > 0) print(`Columns got their index, or became unique: ${changed.join(', ')}.`);
  if (!created && added.length + changed.length === 0) print('The list was in order already.');
  return IN_ORDER;
}

async function compare({ mirror, cases, log, print }: MirrorCommand): Promise<number> {
  const found = await reconcile({ mirror, cases, log, mend: false });
  tell(found, print);
  return countOf(found) + found.failed === 0 ? IN_ORDER : NOT_IN_ORDER;
}

async function mend({ mirror, cases, log, print }: MirrorCommand): Promise<number> {
  const found: Reconciliation = await reconcile({ mirror, cases, log, mend: true });
  tell(found, print);
  const notMended = found.failed - found.unread.length;
  if (countOf(found) > 0) print(`Mended: ${found.mended}. Could not be mended: ${notMended}.`);
  if (notMended > 0) print('The log says why. Run it again: what was mended stays mended.');
  return found.failed === 0 ? IN_ORDER : NOT_IN_ORDER;
}

/** Numbers, ids and names of columns only: what a line shows is nobody's business here. */
function tell({ missing, different, surplus, unread }: Reconciliation, print: (line: string) => void): void {
  for (const { number } of missing) print(`${number} is missing from the list.`);
  for (const { shouldShow, columns } of different)
    print(`${shouldShow.number} shows something else in ${columns.join(', ')}.`);
  for (const item of surplus) print(`${nameOf(item)} belongs to no case.`);
  for (const number of unread) print(`${number} cannot be read; its line was left alone, and the log says why.`);
  if (missing.length + different.length + surplus.length + unread.length === 0)
    print('The list shows every case as it is.');
}

/** Lines of no case have no number, or one that another line has. */
function nameOf({ id, shown }: MirrorItem): string {
  return shown.number === undefined ? `Line ${id}` : `Line ${id} (${shown.number})`;
}

function countOf({ missing, different, surplus }: MirrorDifferences): number {
  return missing.length + different.length + surplus.length;
}
