/** What Teams asks of the two icons of an app. */
import { PNG } from 'pngjs';

const COLOR_SIZE = 192;
const OUTLINE_SIZE = 32;

/** One line for each fault of the icons; none for one that is not there, which is told elsewhere. */
export function iconProblems(
  files: Readonly<Record<string, Uint8Array>>,
  { color, outline }: { readonly color: string; readonly outline: string },
): readonly string[] {
  return [
    ...problemsOf(files[color], color, COLOR_SIZE, fillsItsSquare),
    ...problemsOf(files[outline], outline, OUTLINE_SIZE, isWhite),
  ];
}

function problemsOf(
  bytes: Uint8Array | undefined,
  name: string,
  size: number,
  check: (icon: PNG) => string | undefined,
): string[] {
  if (!bytes) return [];
  const icon = read(bytes);
  if (!icon) return [`${name} is no PNG`];
  if (icon.width !== size || icon.height !== size)
    return [`${name} is ${icon.width}×${icon.height} pixels; it has to be ${size}×${size}`];
  const problem = check(icon);
  return problem ? [`${name} ${problem}`] : [];
}

function read(bytes: Uint8Array): PNG | undefined {
  try {
    return PNG.sync.read(Buffer.from(bytes));
  } catch {
    return undefined;
  }
}

/** Teams rounds the corners itself, so the square has to be full. */
function fillsItsSquare(icon: PNG): string | undefined {
  return count(icon, (_colour, alpha) => alpha < 255) === 0 ? undefined : 'has to fill its square without gaps';
}

/** White where anything is drawn, also on its soft edges; and something has to be drawn, and something left out. */
function isWhite(icon: PNG): string | undefined {
  const drawn = count(icon, (_colour, alpha) => alpha > 0);
  const white = count(icon, (colour, alpha) => alpha > 0 && colour === WHITE);
  if (white < drawn) return 'has to be white on transparent alone';
  return drawn > 0 && drawn < icon.width * icon.height ? undefined : 'has to be lines on a transparent ground';
}

const WHITE = 0xffffff;

/** How many pixels are so. */
function count(icon: PNG, isSo: (colour: number, alpha: number) => boolean): number {
  let found = 0;
  for (let at = 0; at < icon.data.length; at += 4) {
    if (isSo(icon.data.readUIntBE(at, 3), icon.data.readUInt8(at + 3))) found += 1;
  }
  return found;
}
