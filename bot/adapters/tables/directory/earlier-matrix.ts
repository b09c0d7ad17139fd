import { z } from 'zod/v4';
import type { DignitaryRow, FirstDirectory } from '../../../domain/directory/directory';
import { Unreadable } from '../../../domain/errors';
import { jsonOf } from '../rows/columns';
import type { RowKey, StoredRow } from '../rows/table-rows';

/** Where earlier versions keep the matrix of dignitaries, whole. It stays there for them; nobody here writes it. */
const EARLIER: RowKey = { partitionKey: 'dignitary-matrix', rowKey: 'matrix' };
const earlierMatrix = z.looseObject({
  kinds: z.record(z.string(), z.looseObject({ roles: z.record(z.string(), z.enum(['yes', 'confirm'])) })),
});

/**
 * What the directory begins with, where somebody has settled rows of the matrix by hand while it was one row: with those. One
 * that cannot be read settles nothing: what it left open is asked.
 */
export function withEarlierMatrix(first: FirstDirectory, stored: readonly StoredRow[]): FirstDirectory {
  const row = stored.find((one) => one.partitionKey === EARLIER.partitionKey && one.rowKey === EARLIER.rowKey);
  const kinds = row ? kindsIn(row) : {};
  const settled = (known: DignitaryRow): DignitaryRow => {
    const roles = kinds[known.id]?.roles ?? {};
    const parties = Object.entries(known.parties).map(([unit, part]) => [unit, roles[unit] ?? part] as const);
    return { ...known, parties: Object.fromEntries(parties) };
  };
  return { ...first, dignitaryMatrix: first.dignitaryMatrix.map(settled) };
}

function kindsIn(row: StoredRow): z.infer<typeof earlierMatrix>['kinds'] {
  try {
    const read = earlierMatrix.safeParse(jsonOf(row, 'content'));
    return read.success ? read.data.kinds : {};
  } catch (cause) {
    if (cause instanceof Unreadable) return {};
    throw cause;
  }
}
