import type { Kit } from '../../cards/kit';
import { explanationView } from '../../cards/parts/explanation';
import { caseTitle, factGroups } from '../../cards/parts/facts';
import { noAddressNote, unitOfCase } from '../../cards/parts/routing';
import type { Case } from '../../domain/case/case';
import { stateKey } from '../../domain/case/familiar';
import type { Words } from '../../domain/language/words';
import type { Model } from '../../domain/rules/model';
import type { Mail } from '../../ports';
import { subject } from './mail-subject';

/** To whom a mail goes, and why. */
export interface MailTo {
  readonly key: string;
  readonly purpose: 'request' | 'appointment' | 'information' | 'news' | 'reminder';
  readonly name: string;
  readonly address: string;
  /** The unit that is spoken to, where it is one, and the unit whose mailbox it is. */
  readonly unit?: string;
  readonly deliverTo?: string;
  /** Opens the assistant in Teams at this case. */
  readonly link?: string;
}

/** What a mail says in one language. */
export interface Letter {
  readonly language: string;
  readonly paragraphs: readonly string[];
  readonly link: string;
  readonly groups: readonly { readonly title: string; readonly facts: readonly { label: string; value: string }[] }[];
}

/**
 * The mail that tells of a case, as plain text and as HTML, both saying the same. With several languages, each has its
 * letter one below the other, and the details stand in the first.
 */
export function caseMail(kits: readonly Kit[], model: Model, made: Case, to: MailTo): Mail {
  const [first] = kits;
  if (!first) throw new Error(`The mail ${to.key} needs a language.`);
  const letters = kits.map((kit) => letter(kit, model, made, to, kit === first));
  const about = caseTitle(model, made.answers, first.words);
  return mailOf(kits, letters, to, (words) =>
    subject((part) => headerText(words.own(`mail.subject-${to.purpose}`, { number: made.number, about: part })), about),
  );
}

/** Letters in several languages as one mail, its subject in the first of them. */
export function mailOf(
  kits: readonly Kit[],
  letters: readonly Letter[],
  to: Pick<MailTo, 'key' | 'name' | 'address' | 'link'>,
  subjectIn: (words: Words) => string,
): Mail {
  const [first] = kits;
  if (!first) throw new Error(`The mail ${to.key} needs a language.`);
  const closing = kits.map(({ words }) => words.own('mail.closing')).join(' · ');
  return {
    key: to.key,
    to: { name: headerText(to.name), address: to.address },
    subject: subjectIn(first.words),
    text: [...letters.map((each) => asText(each, to.link)), closing].join('\n\n———\n\n'),
    html: [
      `<html lang="${first.words.language}"><body>`,
      letters.map((each) => asHtml(each, to.link)).join('\n<hr>\n'),
      `<hr><p>${escapeHtml(closing)}</p></body></html>`,
    ].join('\n'),
  };
}

function letter(kit: Kit, model: Model, made: Case, to: MailTo, withDetails: boolean): Letter {
  const { words } = kit;
  const { unit, deliverTo = unit } = to;
  const about = caseTitle(model, made.answers, words);
  const { rule } = explanationView(kit, model, made.explanation, 'other');
  const outcome = words.process(model.process.id, `outcomes.${made.explanation.outcome}.title`);
  const isFirst = to.purpose !== 'news' && to.purpose !== 'reminder';
  const paragraphs = [
    words.own('mail.greeting', { unit: unit === undefined ? to.name : unitOfCase(words, model, made.answers, unit) }),
    words.own(`mail.${to.purpose}`, { name: made.requester.name }),
    unit === undefined || deliverTo === undefined ? '' : noAddressNote(kit, model, { unit, deliverTo }),
    `${words.process(model.process.id, 'name')} ${made.number}: ${about}`,
    words.own('mail.state', { state: words.own(`life.short.${stateKey(model.process, made)}`) }),
    isFirst ? words.own('mail.recommendation', { outcome }) : '',
    isFirst ? String(rule) : '',
    // In a chat with the assistant the number opens the case, with or without a link.
    words.own('mail.open', { number: made.number }),
  ].filter((paragraph) => paragraph !== '');
  // What the matter is comes first; what was answered for the recommendation stands behind it.
  const groups = withDetails && isFirst ? [...factGroups(model, made.answers, words)] : [];
  return {
    language: words.language,
    paragraphs,
    link: words.own('mail.link', { number: made.number }),
    groups: groups.sort((one, other) => Number(one.forOutcome) - Number(other.forOutcome)),
  };
}

function asText({ paragraphs, link, groups }: Letter, address: string | undefined): string {
  return [
    ...paragraphs,
    ...(address === undefined ? [] : [`${link}: ${address}`]),
    ...groups.map(({ title, facts }) => [title, ...facts.map(({ label, value }) => `- ${label}: ${value}`)].join('\n')),
  ].join('\n\n');
}

function asHtml({ language, paragraphs, link, groups }: Letter, address: string | undefined): string {
  return [
    `<div lang="${language}">`,
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...(address === undefined ? [] : [`<p><a href="${escapeHtml(address)}">${escapeHtml(link)}</a></p>`]),
    ...groups.map(({ title, facts }) => {
      const rows = facts.map(({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`);
      return `<h2>${escapeHtml(title)}</h2><dl>${rows.join('')}</dl>`;
    }),
    '</div>',
  ].join('\n');
}

/**
 * Text as a header holds it. A line break would begin a header of its own; what looks like an encoded word would be read
 * as one by whoever gets the mail, so a space without width goes between.
 */
export function headerText(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('=?', '=\u200b?');
}

/** Text as HTML that shows it and does nothing: typed tags stay visible as text. */
function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '').replaceAll('\n', '<br>');
}
