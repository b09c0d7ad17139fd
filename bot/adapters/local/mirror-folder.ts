import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v4';
import {
  differingColumns,
  type ListNames,
  type MirroredCase,
  type MirrorItem,
  mirrored,
  type Provisioned,
} from '../../domain/listing/mirror';
import type { Delivery } from '../../domain/outbox/attempts';
import type { CaseMirror } from '../../ports';
import { fileNameOf } from './file-name';
import { mirrorPage } from './mirror-page';
import { orMissing } from './or-missing';
import { writeWhole } from './written-whole';

const LINE = '.json';
/** A process may hold about a thousand files open, and there are others. */
const READ_AT_ONCE = 64;

/** A field that is no text or number was put there by hand, and counts as missing. */
const text = z.string().optional().catch(undefined);
const count = z.number().nullish().catch(undefined);
const line = z
  .object({
    number: text,
    title: text,
    process: text,
    state: text,
    outcome: text,
    unit: text,
    requester: text,
    holder: text,
    organisation: text,
    city: text,
    country: text,
    theme: text,
    headCount: count,
    submittedAt: text,
    revision: z.number().optional().catch(undefined),
  } satisfies Record<keyof MirrorItem['shown'], z.ZodType>)
  .transform((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));

/**
 * What SharePoint would show, in a folder of the own machine: a file of JSON for each case, and all of them as a table in
 * `index.html`. It keeps the promises of the list in SharePoint among the writers of one process; two processes at the
 * same moment can overwrite each other, which local mode does not do.
 */
export function createMirrorFolder(folder: string, names: ListNames): CaseMirror {
  let last: Promise<unknown> = Promise.resolve();
  let lines: { readonly asOf: number; readonly items: ReadonlyMap<string, MirrorItem['shown']> } = {
    asOf: 0,
    items: new Map(),
  };

  /** One after another, so that nobody writes between another one's look and its write. */
  function inTurn(work: () => Promise<Delivery>): Promise<Delivery> {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  }

  async function read(id: string): Promise<MirrorItem | undefined> {
    const content = await readFile(join(folder, id), 'utf8').catch(orMissing);
    if (content === undefined) return undefined;
    const tag = createHash('sha256').update(content).digest('hex');
    return { id, tag, shown: lineIn(content) };
  }

  async function readAll(): Promise<readonly MirrorItem[]> {
    const names = (await readdir(folder).catch(orMissing)) ?? [];
    const ids = names.filter((name) => name.endsWith(LINE));
    const items: MirrorItem[] = [];
    for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
      const some = await Promise.all(ids.slice(from, from + READ_AT_ONCE).map(read));
      items.push(...some.filter((item) => item !== undefined));
    }
    return items;
  }

  /**
   * Shows the line on the page, then changes it. In this order a write that fails is made up for: the line itself is not
   * right yet, so whoever tries again, or compares the list with the cases, does both. The page needs the other lines too,
   * which are read again only if somebody changed them.
   */
  async function change(id: string, shown: MirroredCase | undefined): Promise<void> {
    await mkdir(folder, { recursive: true });
    const known = lines.asOf === (await changedAt());
    const items = new Map(known ? lines.items : (await readAll()).map(({ id, shown }) => [id, shown]));
    const { people: _, ...columns } = shown ?? {};
    if (shown) items.set(id, columns);
    else items.delete(id);
    await writeWhole(join(folder, 'index.html'), mirrorPage([...items.values()], names));
    if (shown) await writeWhole(join(folder, id), `${JSON.stringify(columns, undefined, 2)}\n`);
    else await rm(join(folder, id));
    lines = { asOf: await changedAt(), items };
  }

  /** Moves with every file that comes, goes or is replaced, whoever did it. */
  async function changedAt(): Promise<number> {
    return (await stat(folder)).mtimeMs;
  }

  /** Does it only while the line is as it was read. */
  async function ifUnchanged({ id, tag }: MirrorItem, work: () => Promise<void>): Promise<Delivery> {
    const item = await read(id);
    if (item?.tag !== tag) return { result: 'failed', failure: item ? 'line-changed' : 'line-gone' };
    await work();
    return { result: 'sent' };
  }

  return {
    put: (given) =>
      inTurn(async () => {
        const shown = mirrored(given);
        const id = fileNameOf(shown.number) + LINE;
        const item = await read(id);
        const isLater = (item?.shown.revision ?? 0) > shown.revision;
        const isRight = item !== undefined && differingColumns(item.shown, shown).length === 0;
        if (!isLater && !isRight) await change(id, shown);
        return { result: 'sent' };
      }),
    items: readAll,
    overwrite: (item, given) => inTurn(() => ifUnchanged(item, () => change(item.id, mirrored(given)))),
    remove: (item) => inTurn(() => ifUnchanged(item, () => change(item.id, undefined))),
  };
}

/** Makes the folder. There are no columns to add to it. */
export async function provisionMirrorFolder(folder: string): Promise<Provisioned> {
  return { created: (await mkdir(folder, { recursive: true })) !== undefined, added: [], changed: [] };
}

/** A file that holds something else is a line of no case. */
function lineIn(content: string): MirrorItem['shown'] {
  try {
    const read = line.safeParse(JSON.parse(content));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}
