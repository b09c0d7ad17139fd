import { findUnit } from '../domain/directory';
import type { Message } from '../domain/message';
import type { Model } from '../domain/model';
import type { OutboxEntry } from '../domain/outbox';
import { type Json, press } from './actions';
import { type Kit, message } from './kit';

/** Messages that the assistant has given up, or of which nobody knows whether they arrived; what to do with each. */
export function undeliveredCard(
  kit: Kit,
  directory: Model['directory'],
  entries: readonly OutboxEntry[],
  nameOf: (personId: string) => string,
): Message {
  const { words } = kit;
  const title = words.own('undelivered.title');
  const card = {
    title,
    text: words.own(entries.length === 0 ? 'undelivered.none' : 'undelivered.text'),
    rows: entries.map((entry) => ({
      what: [
        entry.case,
        words.own(`undelivered.purpose.${entry.purpose}`),
        targetName(kit, directory, entry, nameOf),
      ].join(' · '),
      state: words.own(entry.state === 'dead' ? 'undelivered.dead' : 'undelivered.unknown', {
        when: words.momentOf(entry.due),
        failure: entry.failure ?? '',
      }),
      actions: actions(kit, entry),
    })),
    actions: [
      ...(entries.some(({ state }) => state === 'dead')
        ? [press(words.own('undelivered.send-all'), 'revive-all', {})]
        : []),
      press(words.own('actions.inbox'), 'inbox', {}),
      press(words.own('actions.home'), 'home', {}),
    ],
  };
  return message(kit, 'undelivered', card, title);
}

function actions({ words }: Kit, { key, case: number, state }: OutboxEntry): readonly Json[] {
  const again = press(words.own('undelivered.send'), 'revive', { entry: key, wish: 'send' });
  return [
    again,
    ...(state === 'unknown'
      ? [press(words.own('undelivered.arrived'), 'revive', { entry: key, wish: 'arrived' })]
      : []),
    press(words.own('news.open'), 'show-case', { case: number, as: 'responsible' }),
  ];
}

function targetName(
  { words }: Kit,
  directory: Model['directory'],
  { target, channel }: OutboxEntry,
  nameOf: (personId: string) => string,
): string {
  if (target.kind === 'person') return nameOf(target.person.id);
  if (target.kind === 'case') return words.own(channel === 'sharepoint' ? 'undelivered.list' : 'undelivered.cards');
  if (target.kind === 'units') return words.own('undelivered.units');
  const unit = findUnit(directory, target.unit);
  return unit ? words.name(unit.name) : target.unit;
}
