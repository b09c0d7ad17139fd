import { findUnit } from '../../domain/directory/directory';
import type { Message } from '../../domain/message';
import type { OutboxEntry } from '../../domain/outbox/entry';
import type { Found } from '../../domain/page';
import type { Model } from '../../domain/rules/model';
import { press } from '../actions';
import { type Kit, message } from '../kit';
import type { Json } from '../layout/json';
import { together, unreadableNote } from '../parts/unreadable';

/** What the card has to know of the entries on it. */
export interface AboutEntries {
  nameOf(personId: string): string;
  /** Whether this version knows what an entry is. */
  isFamiliar(entry: OutboxEntry): boolean;
  /** The button that opens what it belongs to, where there is one. */
  opening(entry: OutboxEntry): Json | undefined;
}

/** Messages that the assistant has given up, or of which nobody knows whether they arrived; what to do with each. */
export function undeliveredCard(
  kit: Kit,
  directory: Model['directory'],
  found: Found<OutboxEntry>,
  about: AboutEntries,
): Message {
  const { words } = kit;
  const { items: entries } = found;
  const title = words.own('undelivered.title');
  const all = found.unreadable ? '' : words.own('undelivered.none');
  const card = {
    title,
    text: together(entries.length === 0 ? all : words.own('undelivered.text'), unreadableNote(kit, found)),
    rows: entries.map((entry) => ({
      what: [
        entry.case,
        words.own(`undelivered.purpose.${about.isFamiliar(entry) ? entry.purpose : 'newer'}`),
        targetName(kit, directory, entry, about),
      ].join(' · '),
      state: stateOf(kit, entry, about),
      actions: actions(kit, entry, about),
    })),
    actions: [
      ...(entries.some((entry) => entry.state === 'dead' && about.isFamiliar(entry))
        ? [press(words.own('undelivered.send-all'), 'revive-all', {})]
        : []),
      press(words.own('actions.inbox'), 'inbox', {}),
      press(words.own('actions.home'), 'home', {}),
    ],
  };
  return message(kit, 'undelivered', card, title);
}

function stateOf({ words }: Kit, entry: OutboxEntry, { isFamiliar }: AboutEntries): string {
  if (!isFamiliar(entry)) return words.own('undelivered.newer');
  return words.own(entry.state === 'dead' ? 'undelivered.dead' : 'undelivered.unknown', {
    when: words.momentOf(entry.due),
    failure: entry.failure ?? '',
  });
}

function actions({ words }: Kit, entry: OutboxEntry, { isFamiliar, opening }: AboutEntries): readonly Json[] {
  const { key, state } = entry;
  const opens = opening(entry);
  const open = opens ? [opens] : [];
  if (!isFamiliar(entry)) return open;
  const again = press(words.own('undelivered.send'), 'revive', { entry: key, wish: 'send' });
  return [
    again,
    ...(state === 'unknown'
      ? [press(words.own('undelivered.arrived'), 'revive', { entry: key, wish: 'arrived' })]
      : []),
    ...open,
  ];
}

function targetName(
  { words }: Kit,
  directory: Model['directory'],
  { target, channel }: OutboxEntry,
  { nameOf }: AboutEntries,
): string {
  if (target.kind === 'person') return nameOf(target.person.id);
  if (target.kind === 'case') return words.own(channel === 'sharepoint' ? 'undelivered.list' : 'undelivered.cards');
  if (target.kind === 'units') return words.own('undelivered.units');
  if (target.kind !== 'unit') return words.own('undelivered.somebody');
  const unit = findUnit(directory, target.unit);
  return unit ? words.name(unit.name) : target.unit;
}
