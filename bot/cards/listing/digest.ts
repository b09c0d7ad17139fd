import type { CaseLine } from '../../domain/listing/line';
import type { Message } from '../../domain/message';
import type { Model } from '../../domain/rules/model';
import { press } from '../actions';
import { type Kit, message } from '../kit';
import { fitted } from '../parts/room';
import { lineRow } from './case-line';

/** Once a day, for those who want it so: everything that waits for a person. */
export function digestCard(
  kit: Kit,
  modelOf: (process: string) => Model | undefined,
  waiting: readonly CaseLine[],
): Message {
  const { words } = kit;
  const title = words.own('digest.title');
  const card = (shown: number) => ({
    title,
    empty: waiting.length === 0 ? words.own('digest.empty') : '',
    rows: waiting.map((line) => lineRow(kit, modelOf(line.process), line, { shown })),
    actions: [press(words.own('actions.inbox'), 'inbox', {}), press(words.own('actions.notify'), 'choose-notify', {})],
  });
  return fitted((shown) => message(kit, 'work-list', card(shown), title));
}
