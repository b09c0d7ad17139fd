import { isObject } from '../../fixtures/json';

/**
 * Whether an activity was sent by the worker and not as an answer in a turn. Both go out as replies; but a stored chat keeps
 * the bot's id alone (`chat-reference.ts`), while an answer carries the name that Teams gave with the activity.
 */
export function isDelivered(activity: unknown): boolean {
  return isObject(activity) && isObject(activity.from) && activity.from.name === undefined;
}
