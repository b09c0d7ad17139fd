import type { CaseLine } from '../../domain/listing/line';
import type { Message } from '../../domain/message';
import type { Named } from '../../domain/person';
import type { Model } from '../../domain/rules/model';
import { press } from '../actions';
import { type Kit, message } from '../kit';
import { fitted } from '../parts/room';
import { lineRow } from './case-line';
import { givenRows } from './given-rows';

/** What waits for somebody, and what they were given to do. */
export interface Day {
  readonly reader: Pick<Named, 'id'>;
  readonly waiting: readonly CaseLine[];
  readonly given: readonly CaseLine[];
}

/** Once a day, for those who want it so: everything that waits for a person. */
export function digestCard(
  kit: Kit,
  modelOf: (process: string) => Model | undefined,
  { reader, waiting, given }: Day,
): Message {
  const { words } = kit;
  const title = words.own('digest.title');
  // A visit that they carry out and that waits stands there already.
  const others = given.map((line) =>
    waiting.some(({ number }) => number === line.number) ? withoutAppointee(line) : line,
  );
  const card = (shown: number) => ({
    title,
    note: waiting.length + given.length === 0 ? words.own('digest.empty') : '',
    rows: [
      ...waiting.map((line) => lineRow(kit, modelOf(line.process), line, { shown })),
      ...givenRows(kit, modelOf, others, reader, shown),
    ],
    actions: [press(words.own('actions.inbox'), 'inbox', {}), press(words.own('actions.notify'), 'choose-notify', {})],
  });
  return fitted((shown) => message(kit, 'work-list', card(shown), title));
}

function withoutAppointee({ appointee: _, ...line }: CaseLine): CaseLine {
  return line;
}
