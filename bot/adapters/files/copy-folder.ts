import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod/v4';
import type { CopiedRow, CopyFolder } from '../../ports';

/** Who may read what is in it: nobody but who made it, as it holds personal data. */
const OWNER_ONLY = { folder: 0o700, file: 0o600 };
const ACCOUNT = 'copy.json';
/** How many characters are written at once. */
const CHUNK = 1_000_000;

const accountSchema = z.object({
  format: z.literal(1),
  begunAt: z.iso.datetime(),
  rows: z.record(z.string(), z.number()),
  sha256: z.record(z.string(), z.string()),
});

const rowSchema = z.object({
  partitionKey: z.string(),
  rowKey: z.string(),
  columns: z.record(
    z.string(),
    z.union([
      z.string(),
      z.number(),
      z.boolean(),
      z.object({
        type: z.enum(['Binary', 'DateTime', 'Double', 'Guid', 'Int64']),
        value: z.union([z.string(), z.number()]),
      }),
    ]),
  ),
});

/**
 * A new, empty folder for a copy.
 * @throws Error where something is in it.
 */
export async function newCopyFolder(path: string): Promise<CopyFolder> {
  await mkdir(path, { recursive: true, mode: OWNER_ONLY.folder });
  if ((await readdir(path)).length > 0) {
    throw new Error(`The folder "${path}" is not empty: name one that is not there yet, so that no copy is mixed up.`);
  }
  return copyFolder(path);
}

/**
 * A folder that holds a copy: a file of JSON lines for each table, a row on each, and `copy.json`, which is written last
 * and says how many rows there are and what the files' SHA-256 is. One row is in memory at a time.
 */
export function copyFolder(path: string): CopyFolder {
  const fileOf = (table: string) => join(path, `${table}.jsonl`);
  const sha256: Record<string, string> = {};

  return {
    async write(table, rows) {
      const file = await open(fileOf(table), 'wx', OWNER_ONLY.file);
      const hash = createHash('sha256');
      let count = 0;
      let chunk = '';
      const flush = async () => {
        hash.update(chunk);
        await file.appendFile(chunk);
        chunk = '';
      };
      try {
        for await (const row of rows) {
          chunk += `${lineOf(row)}\n`;
          count += 1;
          if (chunk.length >= CHUNK) await flush();
        }
        await flush();
        await file.sync();
      } finally {
        await file.close();
      }
      sha256[table] = hash.digest('hex');
      return count;
    },

    async finish(account) {
      const text = JSON.stringify({ format: 1, ...account, sha256 }, null, 2);
      await writeFile(join(path, ACCOUNT), `${text}\n`, { flag: 'wx', mode: OWNER_ONLY.file });
    },

    async account(tables) {
      if (!existsSync(join(path, ACCOUNT))) {
        throw new Error(`"${path}" holds no ${ACCOUNT}: it is no copy, or its making broke off. Take another one.`);
      }
      const account = accountSchema.parse(JSON.parse(await readFile(join(path, ACCOUNT), 'utf8')));
      const unknown = Object.keys({ ...account.rows, ...account.sha256 }).find((table) => !tables.includes(table));
      if (unknown !== undefined) {
        throw new Error(
          `"${path}" holds a table "${unknown}", which this version does not know and would leave out: use the version that made the copy, or a later one.`,
        );
      }
      for (const table of tables) {
        const count = account.rows[table];
        const sha256 = account.sha256[table];
        if (count === undefined || sha256 === undefined) {
          throw new Error(`${ACCOUNT} in "${path}" says nothing of the table "${table}": take another copy.`);
        }
        const found = await contentOf(fileOf(table));
        if (found.sha256 !== sha256 || found.rows !== count) {
          throw new Error(
            `${table}.jsonl in "${path}" is not as it was written: take another copy, or fetch it again.`,
          );
        }
      }
      return { begunAt: account.begunAt, rows: account.rows };
    },

    async *rows(table) {
      const lines = createInterface({ input: createReadStream(fileOf(table)), crlfDelay: Number.POSITIVE_INFINITY });
      for await (const line of lines) yield rowSchema.parse(JSON.parse(line)) satisfies CopiedRow;
    },
  };
}

/** One line, also for whoever takes U+2028 and U+2029 for the end of one: Node's readline does. */
function lineOf(row: CopiedRow): string {
  return JSON.stringify(row).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

const LINE_FEED = '\n'.charCodeAt(0);

/** A row for each end of a line, and the hash of them all. */
async function contentOf(file: string): Promise<{ readonly rows: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) rows += 1;
  }
  return { rows, sha256: hash.digest('hex') };
}
