/**
 * A number as people write it in Finnish, Swedish and English: `1 000`, `1.000,50`, `1,000.50`, `1’000`. The three do not
 * agree on comma and point, so some texts mean two numbers: those are left to whoever wrote them.
 */
import { withoutInvisible } from './visible-text';

export interface WrittenNumber {
  readonly value: number;
  /** How many decimals it is written with; zeros at the end do not count. */
  readonly decimals: number;
}

/** A longer text is no number that anybody needs. */
const LONGEST = 40;
/** Digits, or groups of three kept apart by one sign throughout; behind them decimals, perhaps. */
const WRITTEN = /^([-+]?)(\d+|[1-9]\d{0,2}(?:([ ',.])\d{3})(?:\3\d{3})*)(?:([,.])(\d+))?$/;
const GROUP = 3;

/** What a text can mean as a number: nothing, one number, or two. Hexadecimal and exponents are no numbers. */
export function numbersMeant(typed: string): readonly WrittenNumber[] {
  const text = plainly(typed);
  const [found, sign = '', whole = '', between, point, decimals = ''] = WRITTEN.exec(text) ?? [];
  if (found === undefined || text.length > LONGEST || (between !== undefined && between === point)) return [];
  const digits = `${sign}${whole.replace(/\D/g, '')}`;
  const meant = numberOf(digits, decimals);
  // "1,000" is a thousand to one reader and one to another. Before a lone zero nobody groups.
  const mayGroup = decimals.length === GROUP && Number(digits) !== 0;
  return mayGroup ? [numberOf(`${digits}${decimals}`, ''), meant] : [meant];
}

/** Every space that keeps groups apart as one; so every apostrophe, and every minus. */
function plainly(typed: string): string {
  return withoutInvisible(typed)
    .trim()
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/^[\u2212\u2013]/, '-');
}

function numberOf(digits: string, decimals: string): WrittenNumber {
  const kept = decimals.replace(/0+$/, '');
  return { value: Number(`${digits}.${kept}0`), decimals: kept.length };
}
