/** What the forms of the directory have in common. What was typed stays, whatever comes of it. */

import type { Doubt } from '../../domain/directory/doubtful-edit';
import { type EntryProblem, LONGEST } from '../../domain/directory/entry-fields';
import type { Message } from '../../domain/message';
import type { Meant } from '../../domain/process/typed';
import { type Kit, message } from '../kit';
import type { Json } from '../layout/json';
import { fitted, shortened } from '../parts/room';
import { problemText } from '../parts/sought-person';

/** What was sent and not kept: as it was typed, with what is wrong, and a word of what happened meanwhile. */
export interface RejectedEntry {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly problems: Readonly<Record<string, EntryProblem>>;
  readonly meant?: Readonly<Record<string, Meant>>;
  /** Who was faster; then each field also says what stands there now. */
  readonly overtaken?: string;
  /** What has to be asked first: nothing is wrong, but it may be a slip. */
  readonly doubt?: Doubt;
}

/** The longest name on a form besides those that are typed, in characters. */
export const SHOWN = 120;
/** The first half of a surrogate pair, left at the end of a text that was cut. */
const HALF_A_CHARACTER = /[\uD800-\uDBFF]$/;

/** Fills the layout of forms, with a word above of what went wrong or happened meanwhile. */
export function form(
  kit: Kit,
  {
    heading,
    title,
    fields,
    rejected,
    actions,
  }: {
    readonly heading: string;
    readonly title: string;
    /** Given how many characters of a name to show. */
    readonly fields: (room: number) => readonly Json[];
    readonly rejected: RejectedEntry | undefined;
    readonly actions: readonly Json[];
  },
): Message {
  const { words } = kit;
  const isWrong = rejected !== undefined && Object.keys(rejected.problems).length > 0;
  const overtaken = rejected?.overtaken === undefined ? [] : [rejected.overtaken, words.own('directory.again')];
  const doubt = rejected?.doubt ? [doubtText(kit, rejected.doubt)] : [];
  const note = [...overtaken, ...(isWrong ? [words.own('form.problems')] : []), ...doubt].join(' ');
  const style = { note, noteStyle: isWrong ? 'attention' : 'warning' };
  return fitted((room) =>
    message(kit, 'form', { heading, ...style, title, fields: fields(Math.min(room, SHOWN)), actions }, title),
  );
}

function doubtText({ words }: Kit, doubt: Doubt): string {
  return doubt.about === 'shorter'
    ? words.own('directory.doubt.shorter')
    : words.own('directory.doubt.other-count', { count: doubt.marked, yes: doubt.yes });
}

/** A field that belongs to no entry's part: its words, its limit, what is wrong. */
export function field(kit: Kit, id: 'address' | 'from' | 'to', rejected: RejectedEntry | undefined) {
  const { words } = kit;
  const label = words.own(`directory.field.${id}`);
  const why = words.own(`directory.hint.${id}`);
  return {
    id,
    type: 'text',
    label: words.own('form.optional', { question: label }),
    hint: id === 'address' ? words.own('form.limit', { why, count: LONGEST.address }) : words.own('form.hint', { why }),
    problem: problemText(kit, rejected?.problems[id], { max: LONGEST.address }),
    maxLength: LONGEST.address,
    multiline: false,
    choices: [],
    style: 'compact',
  };
}

/** What stands in a field now, where somebody else changed it while this was being typed. */
export function nowText(
  { words }: Kit,
  rejected: RejectedEntry | undefined,
  id: string,
  stored: string,
  text = stored,
): { readonly now?: string } {
  if (rejected?.overtaken === undefined || (typed(rejected, id, stored.length + 1) ?? '') === stored) return {};
  return {
    now: text === '' ? words.own('directory.now-empty') : words.own('directory.now', { value: shortened(text, SHOWN) }),
  };
}

/** What was typed into a field, as far as it may hold it; an input that was left empty is not sent at all. */
export function typed(rejected: RejectedEntry | undefined, id: string, maxLength: number): string | undefined {
  if (rejected === undefined) return undefined;
  const value = rejected.inputs[id];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return text.slice(0, maxLength).replace(HALF_A_CHARACTER, '');
}
