import { z } from 'zod/v4';
import type { Delivery, Earlier } from '../../domain/outbox/attempts';
import type { Log, Mail, Mailer } from '../../ports';
import type { Graph } from './graph-client';
import { deliveryAfter, deliveryAfterRepeatable } from './graph-failure';
import { readPages } from './graph-pages';

/** The property on a mail that holds its outbox key, in a set of our own so that nobody else's name can be the same. */
export const KEY_PROPERTY = 'String {8f6f2a52-6c0e-4b3e-9d0b-51a6c6f8c7d4} Name EspooInternationalOutboxKey';

/** Below the minute of a claim: another worker must not begin while this one still sends. */
const ATTEMPT_MS = 45_000;

const created = z.object({ id: z.string().min(1) });
const listed = z.object({ id: z.string().min(1), isDraft: z.boolean() });

type Found = 'nothing' | 'sent' | 'on-its-way' | { readonly draft: string };

/**
 * Sends mails from a mailbox of the city through Microsoft Graph: makes a draft that carries the outbox key, and sends the
 * draft. An ambiguous failure can so be cleared up by looking for the key, and a draft that was sent is gone, so that the
 * mailbox itself refuses to send it again.
 *
 * A mail in Graph has one body, the HTML; Exchange writes the plain-text part itself when the mail leaves. (Graph takes
 * MIME too, but not together with the property, and without the property a mail could not be found again.)
 */
export function createGraphMailer({ graph, mailbox, log }: { graph: Graph; mailbox: string; log: Log }): Mailer {
  const user = `/users/${encodeURIComponent(mailbox)}`;

  function list(folder: string, key: string, signal: AbortSignal) {
    // A quote in an OData text is doubled.
    const value = key.replaceAll("'", "''");
    const query = {
      $filter: `singleValueExtendedProperties/Any(ep: ep/id eq '${KEY_PROPERTY}' and ep/value eq '${value}')`,
      $select: 'id,isDraft',
    };
    return readPages(graph, { path: `${user}${folder}/messages`, query, signal }, listed);
  }

  async function find(key: string, signal: AbortSignal): Promise<Found> {
    // In all folders: a rule or a person may have moved the copy, and on its way a mail is in none of the usual ones.
    const everywhere = await list('', key, signal);
    if (everywhere.length === 0) return 'nothing';
    if (everywhere.some(({ isDraft }) => !isDraft)) return 'sent';
    const [draft] = await list('/mailFolders/drafts', key, signal);
    return draft ? { draft: draft.id } : 'on-its-way';
  }

  async function createDraft(mail: Mail, signal: AbortSignal): Promise<string> {
    const answer = await graph({ method: 'POST', path: `${user}/messages`, body: messageOf(mail), signal });
    return created.parse(answer).id;
  }

  /** What a failed step means, told to the log. */
  const after = (step: string, key: string, cause: unknown, meaning: (cause: unknown) => Delivery): Delivery => {
    log.error('mail.failed', cause, { step, entry: key });
    return meaning(cause);
  };

  return {
    async send(mail, earlier: Earlier) {
      const signal = AbortSignal.timeout(ATTEMPT_MS);
      let found: Found = 'nothing';
      try {
        if (earlier !== 'none') found = await find(mail.key, signal);
      } catch (cause) {
        const delivery = after('look', mail.key, cause, deliveryAfterRepeatable);
        // Still nobody knows; a refusal to look does not say that nothing was sent.
        return earlier === 'unsure' && 'failure' in delivery ? { ...delivery, result: 'unsure' } : delivery;
      }
      if (found === 'sent') return { result: 'sent' };
      if (found === 'on-its-way') return { result: 'unsure', failure: 'mail-on-its-way' };
      let draft: string;
      try {
        draft = found === 'nothing' ? await createDraft(mail, signal) : found.draft;
      } catch (cause) {
        // A draft perhaps, a mail certainly not.
        return after('draft', mail.key, cause, deliveryAfterRepeatable);
      }
      try {
        await graph({ method: 'POST', path: `${user}/messages/${encodeURIComponent(draft)}/send`, signal });
        return { result: 'sent' };
      } catch (cause) {
        return after('send', mail.key, cause, deliveryAfterSend);
      }
    },
  };
}

/** A draft that is not there any more has been sent by somebody else, or thrown away: looking will tell. */
function deliveryAfterSend(cause: unknown): Delivery {
  const delivery = deliveryAfter(cause);
  return delivery.result === 'refused' && delivery.failure === 'graph-404'
    ? { ...delivery, result: 'unsure' }
    : delivery;
}

function messageOf({ key, to, subject, html }: Mail) {
  return {
    subject,
    body: { contentType: 'html', content: html },
    toRecipients: [{ emailAddress: to }],
    singleValueExtendedProperties: [{ id: KEY_PROPERTY, value: key }],
  };
}
