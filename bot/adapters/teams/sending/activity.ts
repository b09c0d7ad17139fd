import { type Activity, CardFactory } from 'botbuilder';
import type { Message } from '../../../domain/message';

/** A message as an activity: one card, and its summary for notifications. */
export function activityOf({ card, summary }: Message): Partial<Activity> {
  return { type: 'message', summary, attachments: [CardFactory.adaptiveCard(card)] };
}
