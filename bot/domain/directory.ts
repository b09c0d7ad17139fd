/**
 * The directory: units, their contacts and the themes they answer for. Data that the international affairs team edits
 * while the bot runs; `bot/directory/` holds its first content.
 */
import { z } from 'zod/v4';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const localizedName = z.strictObject({ fi: z.string().min(1), sv: z.string().min(1), en: z.string().min(1) });
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const unit = z.strictObject({
  id,
  name: localizedName,
  /** The person or mailbox that the source names. Without an address, mail goes to the international affairs team. */
  contact: z.strictObject({ name: z.string().min(1).optional(), address: z.email().optional() }),
  organisation: z.enum(['group-administration', 'espoo-marketing', 'sector']),
  source: z.string().min(1),
  /** The day on which somebody last confirmed this entry. */
  lastChecked: isoDate,
});

const theme = z.strictObject({ id, name: localizedName, unit: id, source: z.string().min(1) });

/** Who takes part in, or is informed of, the visit of a dignitary of each kind (M 3.3, an unlabelled matrix). */
const dignitaryMatrix = z.strictObject({
  source: z.string().min(1),
  roles: z.array(z.strictObject({ id, name: localizedName })),
  /**
   * For each kind of dignitary: how many of the roles the source marks, and each role as `yes` where it says so or
   * `confirm` where the source has lost which ones they are and the international affairs team tells.
   */
  kinds: z.record(id, z.strictObject({ marked: z.number().int(), roles: z.record(id, z.enum(['yes', 'confirm'])) })),
});

export const directorySchema = z.strictObject({
  units: z.array(unit),
  themes: z.array(theme),
  dignitaryMatrix,
});

export type DirectoryContent = z.infer<typeof directorySchema>;
export type Unit = DirectoryContent['units'][number];
export type Theme = DirectoryContent['themes'][number];
export type DignitaryMatrix = DirectoryContent['dignitaryMatrix'];

/** The team that coordinates everything and gets what nobody else can be reached for (M 2.1, 3.3). */
export const INTERNATIONAL_AFFAIRS = 'international-affairs';

/** The unit with this id, or undefined. */
export function findUnit(directory: DirectoryContent, unitId: string): Unit | undefined {
  return directory.units.find((candidate) => candidate.id === unitId);
}

/** The unit that answers for a theme (M 3.4, division of responsibility), or undefined for a theme that is unknown. */
export function unitOfTheme(directory: DirectoryContent, themeId: string): Unit | undefined {
  const found = directory.themes.find((candidate) => candidate.id === themeId);
  return found && findUnit(directory, found.unit);
}
