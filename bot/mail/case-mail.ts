import { caseTitle, factGroups } from '../cards/facts';
import type { Kit } from '../cards/kit';
import { explanationView } from '../cards/outcome';
import { noAddressNote, unitName } from '../cards/routing';
import type { Case } from '../domain/case';
import type { Model } from '../domain/model';
import type { Mail } from '../ports';

export interface MailTo {
  readonly key: string;
  readonly purpose: 'request' | 'information';
  readonly unit: string;
  readonly deliverTo: string;
  readonly address: string;
}

/** The mail that tells a unit of a case: as plain text and as HTML, both saying the same. */
export function caseMail(kit: Kit, model: Model, made: Case, to: MailTo): Mail {
  const { words } = kit;
  const unit = unitName(kit, model, to.unit);
  const about = caseTitle(model, made.answers, words);
  const { rule } = explanationView(kit, model, made.explanation);
  const outcome = words.process(model.process.id, `outcomes.${made.explanation.outcome}.title`);
  const paragraphs = [
    words.own('mail.greeting', { unit }),
    words.own(`mail.${to.purpose}`, { name: made.requester.name }),
    noAddressNote(kit, model, to),
    `${words.process(model.process.id, 'name')} ${made.number}: ${about}`,
    words.own('mail.recommendation', { outcome }),
    String(rule),
  ].filter((paragraph) => paragraph !== '');
  // What the matter is comes first; what was answered for the recommendation stands behind it.
  const groups = [...factGroups(model, made.answers, words)].sort(
    (one, other) => Number(one.forOutcome) - Number(other.forOutcome),
  );
  const closing = words.own('mail.closing');
  return {
    key: to.key,
    to: { name: unitName(kit, model, to.deliverTo), address: to.address },
    // A line break in a subject would begin a header of its own.
    subject: words.own(`mail.subject-${to.purpose}`, { number: made.number, about }).replace(/\s+/g, ' '),
    text: [
      ...paragraphs,
      ...groups.map(({ title, facts }) =>
        [title, ...facts.map(({ label, value }) => `- ${label}: ${value}`)].join('\n'),
      ),
      closing,
    ].join('\n\n'),
    html: [
      `<html lang="${words.language}"><body>`,
      ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
      ...groups.map(({ title, facts }) => {
        const rows = facts.map(({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`);
        return `<h2>${escapeHtml(title)}</h2><dl>${rows.join('')}</dl>`;
      }),
      `<p>${escapeHtml(closing)}</p></body></html>`,
    ].join('\n'),
  };
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
