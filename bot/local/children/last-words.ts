import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ChildPlan } from './children';

const LONGEST = 300;

/**
 * The part of a sentence that says what a child printed last and where the rest stands, e.g.
 * `, saying "Error: no app id" (all of it in .local/logs/bot.log)`.
 */
export function whatItSaid(plan: ChildPlan): string {
  const words = lastWords(read(plan.logFile));
  const log = path.relative(plan.root, plan.logFile);
  return words === undefined ? ` (its log, ${log}, is empty)` : `, saying "${words}" (its log is ${log})`;
}

/**
 * Picks the most telling line out of what a process printed before it ended: the last one that names an error, else
 * the last one. Of a line of structured log (JSON) it takes the message.
 *
 * @returns undefined when nothing was printed
 */
export function lastWords(printed: string): string | undefined {
  const lines = printed
    .split('\n')
    .map((line) => line.trim())
    // Stack frames, and the version that Node prints below an uncaught error, say nothing to a reader.
    .filter((line) => line !== '' && !/^(at |Node\.js v)/.test(line))
    .map(messageOf);
  const telling =
    lines.findLast((line) => /\b\w*Error\b/.test(line)) ??
    lines.findLast((line) => /error|cannot|refuse|exiting/i.test(line)) ??
    lines.at(-1);
  return telling?.slice(0, LONGEST);
}

function messageOf(line: string): string {
  if (!line.startsWith('{')) return line;
  try {
    const entry: unknown = JSON.parse(line);
    const hasMessage = typeof entry === 'object' && entry !== null && 'msg' in entry && typeof entry.msg === 'string';
    return hasMessage ? String(entry.msg) : line;
  } catch {
    return line;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
