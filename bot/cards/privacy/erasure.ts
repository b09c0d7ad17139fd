import type { Message } from '../../domain/message';
import type { Found } from '../../domain/page';
import type { Named } from '../../domain/person';
import { press } from '../actions';
import { type Kit, message } from '../kit';
import { listed } from '../parts/room';
import { unreadableNote } from '../parts/unreadable';

const LONGEST_NAME = 200;
/** So many units or cases are named; the others are counted. */
const MOST_NAMED = 12;

/** Asks whose data is to go; with `problem` once more. */
export function whoToEraseCard(kit: Kit, typed = '', problem = ''): Message {
  const { words } = kit;
  const title = words.own('erasure.title');
  const card = {
    heading: words.own('erasure.heading'),
    note: problem,
    noteStyle: 'attention',
    title,
    fields: [
      {
        id: 'who',
        type: 'text',
        label: words.own('erasure.who'),
        hint: '',
        problem: '',
        value: typed.slice(0, LONGEST_NAME),
        maxLength: LONGEST_NAME,
        multiline: false,
        choices: [],
        style: 'compact',
      },
    ],
    actions: [
      press(words.own('erasure.find'), 'find-erasure', {}),
      press(words.own('actions.home'), 'home', {}, { inputs: 'none' }),
    ],
  };
  return message(kit, 'form', card, title);
}

/** Several people answer to what was typed. */
export function whichToEraseCard(kit: Kit, found: Found<Named>): Message {
  const { words } = kit;
  const unreadable = unreadableNote(kit, found);
  const title = words.own('erasure.several');
  const card = {
    heading: words.own('erasure.heading'),
    title,
    lines: unreadable === '' ? [] : [{ what: unreadable, when: '' }],
    actions: [
      ...found.items.map(({ id, name }) => press(name, 'choose-erasure', { person: id })),
      press(words.own('actions.back'), 'open-erasure', {}),
    ],
  };
  return message(kit, 'history', card, title);
}

/** What would happen. `units` are those that somebody has to be taken out of first. */
export interface ErasurePlan {
  readonly person: Named;
  readonly address?: string;
  readonly units: readonly string[];
  readonly drafts: number;
  readonly over: number;
  /** Case numbers. */
  readonly open: readonly string[];
  /** What may be theirs and cannot be read, by its id. */
  readonly unreadable?: readonly string[];
}

/** Shows what would happen, and asks once more. */
export function confirmErasureCard(kit: Kit, plan: ErasurePlan): Message {
  const { words } = kit;
  const title = words.own('erasure.confirm');
  const line = (label: string, value: string) => ({ what: value === '' ? label : `${label}:`, when: value });
  const isMember = plan.units.length > 0;
  const unreadable = unreadableNote(kit, plan);
  const name = plan.address === undefined ? plan.person.name : `${plan.person.name} (${plan.address})`;
  const card = {
    heading: words.own('erasure.heading'),
    title,
    lines: [
      line(words.own('erasure.person'), name),
      ...(isMember
        ? [line(words.own('erasure.member', { units: listed(words, plan.units, MOST_NAMED) }), '')]
        : [
            line(words.own('erasure.settings'), ''),
            line(words.own('erasure.drafts'), String(plan.drafts)),
            line(words.own('erasure.over'), String(plan.over)),
            line(words.own('erasure.open'), listed(words, plan.open, MOST_NAMED) || '0'),
            line(words.own('erasure.also'), ''),
            ...(unreadable === '' ? [] : [line(unreadable, '')]),
          ]),
    ],
    actions: [
      ...(isMember
        ? []
        : [press(words.own('erasure.erase'), 'erase', { person: plan.person.id }, { style: 'destructive' })]),
      press(words.own('actions.back'), 'open-erasure', {}),
      press(words.own('actions.home'), 'home', {}),
    ],
  };
  return message(kit, 'history', card, title);
}

/** It has begun; what is left is named. */
export function erasingCard(kit: Kit, open: readonly string[]): Message {
  const { words } = kit;
  const title = words.own('erasure.done');
  const card = {
    heading: words.own('erasure.heading'),
    title,
    lines: [
      { what: words.own('erasure.done-text'), when: '' },
      ...(open.length > 0 ? [{ what: `${words.own('erasure.open')}:`, when: listed(words, open, MOST_NAMED) }] : []),
    ],
    actions: [press(words.own('actions.home'), 'home', {})],
  };
  return message(kit, 'history', card, title);
}
