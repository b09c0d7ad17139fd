import type { Json } from './layout/json';
import type { Payload, Verb } from './verbs';

export interface ActionOptions {
  readonly style?: 'positive' | 'destructive';
  /** `none` where what stands in the inputs does not matter to the button. */
  readonly inputs?: 'none';
}

/** A button. `Action.Execute` for today's clients, and the same as `Action.Submit` for those that do not know it. */
export function press<V extends Verb>(title: string, verb: V, payload: Payload<V>, options: ActionOptions = {}): Json {
  const shared = {
    title,
    ...(options.style && { style: options.style }),
    ...(options.inputs && { associatedInputs: options.inputs }),
  };
  return {
    type: 'Action.Execute',
    verb,
    data: payload,
    ...shared,
    fallback: { type: 'Action.Submit', data: { ...payload, verb }, ...shared },
  };
}

/** A link that the client opens by itself. */
export function openUrl(title: string, url: string): Json {
  return { type: 'Action.OpenUrl', title, url };
}

/**
 * The name of a row that can be pressed: what a press does and everything that stands in it, because a screen reader says
 * the name instead of the row.
 */
export function rowName(press: string, ...texts: readonly string[]): string {
  return [press, ...texts].filter((text) => text !== '').join(' · ');
}

/** A press for a whole row: the same without a look of its own. `tooltip` is its name, from {@link rowName}. */
export function select<V extends Verb>(tooltip: string, verb: V, payload: Payload<V>): Json {
  return {
    type: 'Action.Execute',
    title: tooltip,
    verb,
    data: payload,
    fallback: { type: 'Action.Submit', title: tooltip, data: { ...payload, verb } },
  };
}
