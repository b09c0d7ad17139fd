/** A name for a file or folder that is different for different texts and leads to no other place. */
export function fileNameOf(text: string): string {
  return encodeURIComponent(text).replace(/^\.+$/, (dots) => '%2E'.repeat(dots.length));
}
