/** `npm run tables`: copies everything that is kept into a folder, and back into a storage. */
import type { Clock, CopiedRow, CopyFolder, RawTables } from '../ports';

export interface TablesCommand {
  readonly tables: RawTables;
  readonly clock: Clock;
  /** An empty folder, made for a copy. Rejects where something is in it. */
  readonly newFolder: (path: string) => Promise<CopyFolder>;
  /** A folder that holds a copy. */
  readonly folder: (path: string) => CopyFolder;
  /** Writes a line for the operator. */
  readonly print: (line: string) => void;
}

const DONE = 0;
const NOT_DONE = 1;
const WRONG_ARGUMENT = 2;

const USAGE = `Usage: npm run tables -- <what>
  export <folder>         copies all tables into a new folder
  import <folder> [--add] puts a copy into a storage that is empty; with --add into one that is not, and to go on
                          where it broke off: what is there stays as it is
A copy holds personal data: keep it where nobody else reads it, for 30 days at most, and delete it when it has served.
Whoever is put back by it and was erased since has to be erased again: docs/operate.md says how they are found.`;

/** Characters of rows in one transaction, of which the service takes 4 MiB; a row has 1 MiB at most. */
const MOST_CHARACTERS = 1_000_000;
/** How many keys are named of rows that differ. */
const MOST_NAMED = 10;

/** Does what `args` ask for and resolves with the exit code: 0 when it is done, 1 when not, 2 for wrong arguments. */
export async function runTablesCommand(args: readonly string[], command: TablesCommand): Promise<number> {
  const [what, path, flag, ...more] = args;
  const run =
    what === 'export' && flag === undefined
      ? exportTables
      : what === 'import' && (flag === undefined || flag === '--add')
        ? importTables
        : undefined;
  if (!run || path === undefined || more.length > 0) {
    command.print(USAGE);
    return WRONG_ARGUMENT;
  }
  try {
    return await run(command, path, flag !== undefined);
  } catch (cause) {
    command.print(`It could not be done: ${messageOf(cause)}`);
    return NOT_DONE;
  }
}

async function exportTables({ tables, clock, newFolder, print }: TablesCommand, path: string): Promise<number> {
  const folder = await newFolder(path);
  const begunAt = clock.now().toISOString();
  const rows: Record<string, number> = {};
  for (const table of tables.names) {
    const count = await folder.write(table, tables.rows(table)).catch((cause) => {
      print(`It broke off in "${table}": what is in "${path}" is no copy. Delete that folder and begin again.`);
      throw cause;
    });
    rows[table] = count;
    print(`${table}: ${count} rows.`);
  }
  await folder.finish({ begunAt, rows });
  print(`Copied as of ${begunAt}. It holds personal data: docs/operate.md says what that asks of you.`);
  return DONE;
}

async function importTables(command: TablesCommand, path: string, mayAdd: boolean): Promise<number> {
  const { tables, print } = command;
  const folder = command.folder(path);
  const { begunAt, rows } = await folder.account(tables.names);
  await tables.prepare();
  const inUse = mayAdd ? undefined : await firstInUse(tables);
  if (inUse !== undefined) {
    print(`There is something in "${inUse}" already: nothing was written. If that is right, use --add.`);
    return NOT_DONE;
  }
  let different = 0;
  for (const table of tables.names) {
    const wanted = { table, expected: rows[table], isInUse: mayAdd };
    different += await importTable(command, folder, wanted).catch((cause) => {
      print(`It broke off in "${table}". Run it again with --add: what is there stays, and the rest is added.`);
      throw cause;
    });
  }
  print(`The copy is of ${begunAt}.`);
  if (different === 0) return DONE;
  print(
    `Rows that say something else than the copy: ${different}. Somebody has used this storage; they were left alone.`,
  );
  return NOT_DONE;
}

async function firstInUse(tables: RawTables): Promise<string | undefined> {
  for (const table of tables.names) {
    for await (const _ of tables.rows(table)) return table;
  }
  return undefined;
}

/** Resolves to how many rows are there that say something else. @throws Error where the copy held other rows than it says. */
async function importTable(
  { tables, print }: TablesCommand,
  folder: CopyFolder,
  { table, expected, isInUse }: { table: string; expected: number | undefined; isInUse: boolean },
): Promise<number> {
  const counts = { added: 0, there: 0, different: 0, overtaken: 0 };
  for await (const rows of together(folder.rows(table), tables.mostTogether)) {
    const { added, there, different, overtaken } = await tables.add(table, rows, { isInUse });
    for (const { partitionKey, rowKey } of different.slice(0, Math.max(0, MOST_NAMED - counts.different))) {
      print(`  stays as it is: ${partitionKey} ${rowKey}`);
    }
    counts.added += added;
    counts.there += there;
    counts.different += different.length;
    counts.overtaken += overtaken;
  }
  print(`${table}: ${counts.added} rows added, ${counts.there} there already.`);
  if (counts.overtaken > 0) {
    print(`  left out: ${counts.overtaken} that wait in the copy, and were sent or begun here since.`);
  }
  const seen = counts.added + counts.there + counts.different + counts.overtaken;
  if (seen !== expected) throw new Error(`The copy of "${table}" says ${expected} rows, and ${seen} were read.`);
  return counts.different;
}

/** Rows that follow each other in one partition, so many of them as one transaction takes. */
async function* together(rows: AsyncIterable<CopiedRow>, most: number): AsyncIterable<readonly CopiedRow[]> {
  let batch: CopiedRow[] = [];
  let characters = 0;
  for await (const row of rows) {
    const size = JSON.stringify(row).length;
    const isFull = batch.length === most || characters + size > MOST_CHARACTERS;
    if (batch.length > 0 && (isFull || batch[0]?.partitionKey !== row.partitionKey)) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(row);
    characters += size;
  }
  if (batch.length > 0) yield batch;
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
