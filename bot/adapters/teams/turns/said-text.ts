/**
 * What somebody wrote, out of what Teams makes of it. Here, and nowhere else, mentions and tags are taken out, entities
 * read, and the text brought into one form. The SDK's own way takes out one mention of the bot, as it was written.
 */
import { z } from 'zod/v4';
import { withPlainLineBreaks } from '../../../domain/language/visible-text';
import entities from './html-entities.json';

/** Enough for all that anybody reads of a message; what is pasted can be endless. */
const LONGEST_TEXT = 20_000;
const MOST_MENTIONS = 50;
const LONGEST_NAME = 500;

/** An entity of the kind `mention`, as far as it says which text stands for it. Clients leave out either. */
const mention = z.object({
  type: z.literal('mention'),
  text: z.string().optional().catch(undefined),
  mentioned: z
    .object({ name: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** The words of a message alone. Whatever does not look like a message is one without words. */
export function saidText({ text, entities: beside }: { readonly text?: unknown; readonly entities?: unknown }): string {
  if (typeof text !== 'string') return '';
  const mentions = mentionsIn(beside);
  const marked = withoutTags(inOneForm(withoutEntities(text.slice(0, LONGEST_TEXT))));
  const isMarked = (marked.match(MENTION) ?? []).length >= mentions.length;
  const words = marked.replace(MENTION, ' ').replace(HALF_A_MENTION, ' ');
  // A name that stands there without its tag; with it, the same words elsewhere are somebody's own.
  const own = isMarked ? words : mentions.reduce(withoutName, words);
  return own.replace(/[^\S\n]+/g, ' ').trim();
}

/** For each mention what it may be written as, the longest first: a name may be part of another. */
function mentionsIn(beside: unknown): readonly string[] {
  if (!Array.isArray(beside)) return [];
  const names = beside.slice(0, MOST_MENTIONS).flatMap((entity) => {
    const { data } = mention.safeParse(entity);
    return data ? [data.text ?? data.mentioned?.name ?? ''] : [];
  });
  return names
    .map((name) =>
      withoutTags(inOneForm(withoutEntities(name.slice(0, LONGEST_NAME))))
        .replace(HALF_A_MENTION, '')
        .trim(),
    )
    .sort((one, other) => other.length - one.length);
}

/** Takes a name out where it stands as words of its own: wherever an `@` is before it, else once. */
function withoutName(text: string, name: string): string {
  const literal = name.replace(/^@+/, '').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  if (literal === '') return text;
  const found = [...text.matchAll(new RegExp(`@?${literal}`, 'giu'))].filter((match) => standsAlone(text, match));
  const called = found.filter(([match]) => match.startsWith('@'));
  return (called.length > 0 ? called : found.slice(0, 1)).reduceRight(
    (rest, { 0: match, index }) => `${rest.slice(0, index)} ${rest.slice(index + match.length)}`,
    text,
  );
}

/** The letters before and behind are not asked for in the pattern: made anew for each name, that takes a millisecond. */
function standsAlone(text: string, { 0: match, index }: RegExpExecArray): boolean {
  const end = index + match.length;
  return (
    !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, index - 2), index)) &&
    !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
  );
}

/** A mention as Teams writes it, the name in it included: whoever it names. */
const MENTION = /<at(?:\s[^<>]*)?>[^<>]*<\/at\s*>/gi;
const HALF_A_MENTION = /<\/?at(?:\s[^<>]*)?>/gi;
/** Tags that begin or end a line, and all others of HTML or (with a colon) of Office. "<Company>" is no tag. */
const BLOCKS =
  /<\/?(?:p|div|br|hr|li|ul|ol|dl|dt|dd|tr|table|thead|tbody|tfoot|blockquote|pre|h[1-6]|section|article)(?:\s[^<>]*)?\/?>/gi;
const OTHER_TAGS =
  /<!--[^<>]*-->|<\/?(?:a|abbr|attachment|b|big|body|caption|center|cite|code|col|colgroup|del|em|emoji|figure|font|head|html|i|img|ins|kbd|label|link|mark|meta|q|s|samp|script|small|span|strike|strong|style|sub|sup|td|th|title|tt|u|var|[a-z]\w{0,20}:\w{1,20})(?:\s[^<>]*)?\/?>/gi;

function withoutTags(text: string): string {
  return text.replace(BLOCKS, '\n').replace(OTHER_TAGS, '');
}

/** Unicode's form NFC, every kind of space as one, and without the invisible marks that pasting brings along. */
function inOneForm(text: string): string {
  return withPlainLineBreaks(text)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Zs}\t]/gu, ' ')
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, '');
}

/** The named ones that text has: HTML's for the letters of western Europe, for quotation marks, dashes and spaces. */
const ENTITIES = new Map(Object.entries(entities));
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]\w{1,9}));/gi;

/** Each entity as its character, once: one that nobody knows stays as it is written. */
function withoutEntities(text: string): string {
  return text.replace(ENTITY, (entity, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES.get(name) ?? entity;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}
