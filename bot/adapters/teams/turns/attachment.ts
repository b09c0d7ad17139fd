import { z } from 'zod/v4';

/** What Teams puts beside the text of a message to show it with its formatting; a card is what a bot has sent. */
const NOT_ATTACHED = /^(text\/html|application\/vnd\.microsoft\.card\.)/i;

const attachments = z.array(z.object({ contentType: z.string() }));

/** Whether somebody has attached something to a message: a file, a picture, a link to one. */
export function hasAttachment(activity: { readonly attachments?: unknown }): boolean {
  const { data = [] } = attachments.safeParse(activity.attachments);
  return data.some(({ contentType }) => !NOT_ATTACHED.test(contentType));
}
