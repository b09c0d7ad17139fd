import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A mail as a mail program shows it. */
export interface ReadMail {
  readonly file: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** All mails in a folder, in the order of their file names. */
export function mailsIn(folder: string): readonly ReadMail[] {
  return readdirSync(folder)
    .sort()
    .map((file) => ({ file, ...readMail(readFileSync(join(folder, file), 'utf8')) }));
}

/** Decodes a multipart/alternative message: headers with encoded words, parts in quoted-printable or base64. */
function readMail(source: string): Omit<ReadMail, 'file'> {
  const [head = '', body = ''] = halves(source);
  const headers = readHeaders(head);
  const boundary = /boundary="?([^";]+)"?/.exec(headers['content-type'] ?? '')?.[1] ?? 'no boundary';
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [partHead = '', content = ''] = halves(part.replace(/^\r?\n/, ''));
      const { 'content-type': type = '', 'content-transfer-encoding': encoding = '' } = readHeaders(partHead);
      return { type: type.split(';')[0], content: decode(content, encoding) };
    });
  const partOf = (type: string) => parts.find((part) => part.type === type)?.content.trim() ?? '';
  return {
    to: decodeWords(headers.to ?? ''),
    subject: decodeWords(headers.subject ?? ''),
    text: partOf('text/plain'),
    html: partOf('text/html'),
  };
}

function halves(text: string): readonly string[] {
  const gap = /\r?\n\r?\n/.exec(text);
  return gap ? [text.slice(0, gap.index), text.slice(gap.index + gap[0].length)] : [text];
}

function readHeaders(head: string): Readonly<Record<string, string>> {
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

function decode(content: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(content, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? unquote(content.replaceAll(/=\r?\n/g, '')) : content;
}

function decodeWords(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString('utf8') : unquote(word.replaceAll('_', ' ')),
    );
}

function unquote(text: string): string {
  const bytes = text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  // Raw UTF-8 does not occur beside quoted bytes: nodemailer quotes everything that is not ASCII.
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
