/** How a case is numbered: the digits name the bucket too, so that no counter is shared by all (see `docs/data.md`). */
export function caseNumber(prefix: string, year: number, serial: number): string {
  return `${prefix}-${year}-${String(serial).padStart(4, '0')}`;
}

/** The parts of a case number as a person may write it (`v-2026-42`, with any kind of dash), or undefined when it is not one. */
export function parseCaseNumber(text: string): { prefix: string; year: number; serial: number } | undefined {
  const match = /^\s*([a-zA-Z])\s*[\p{Pd}\u2212]?\s*(\d{4})\s*[\p{Pd}\u2212]?\s*0*(\d{1,9})\s*$/u.exec(text);
  if (!match?.[1] || !match[2] || !match[3]) return undefined;
  return { prefix: match[1].toUpperCase(), year: Number(match[2]), serial: Number(match[3]) };
}
