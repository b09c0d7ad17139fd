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
  return pixelsOf(icon).every(([, , , alpha]) => alpha === 255) ? undefined : 'has to fill its square without gaps';
}

/** White where anything is drawn, also on its soft edges; and something has to be drawn, and something left out. */
function isWhite(icon: PNG): string | undefined {
  const pixels = pixelsOf(icon);
  const drawn = pixels.filter(([, , , alpha]) => alpha > 0);
  if (drawn.some(([red, green, blue]) => red + green + blue !== 3 * 255)) return 'has to be white on transparent alone';
  return drawn.length > 0 && drawn.length < pixels.length ? undefined : 'has to be lines on a transparent ground';
}

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

function pixelsOf({ data }: PNG): readonly Pixel[] {
  return Array.from({ length: data.length / 4 }, (_, at): Pixel => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(4 * at, 4 * at + 4);
    return [red, green, blue, alpha];
  });
}
