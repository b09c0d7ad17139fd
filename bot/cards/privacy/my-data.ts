import type { Language } from '../../domain/language/language';
import type { Message } from '../../domain/message';
import type { Notify } from '../../domain/notify';
import { press } from '../actions';
import { type Kit, message } from '../kit';
import { listed } from '../parts/room';
import { together, unreadableNote } from '../parts/unreadable';

/** So many units are named; all of them stand in the text. */
const MOST_UNITS = 12;

/** What is stored of a person, in numbers. */
export interface StoredAbout {
  /** Absent for a stranger. */
  readonly known?: { readonly language: Language; readonly notify: Notify; readonly hasChat: boolean };
  /** Names of units. */
  readonly units: readonly string[];
  readonly drafts: number;
  readonly sent: number;
  readonly listed: number;
  /** Open to-dos that they were given. */
  readonly given: number;
  /** Whether there are more of them than were counted. */
  readonly atLeast: boolean;
  /** What cannot be read, by its id. */
  readonly unreadable?: readonly string[];
  /** UTC, ISO 8601. */
  readonly since?: string;
}

/** Says in plain words what is stored, and offers all of it as text. */
export function myDataCard(kit: Kit, about: StoredAbout): Message {
  const { words } = kit;
  const { known } = about;
  const unreadable = unreadableNote(kit, about);
  const count = (number: number) => (about.atLeast ? words.own('my-data.at-least', { count: number }) : String(number));
  const lines: readonly (readonly [string, string])[] = [
    ...(known
      ? [
          [words.own('my-data.language'), words.own(`language.${known.language}`)] as const,
          [words.own('my-data.notify'), words.own(`notify.${known.notify}.title`)] as const,
          [words.own('my-data.chat'), words.own(known.hasChat ? 'my-data.known' : 'my-data.not-known')] as const,
        ]
      : unreadable === ''
        ? [[words.own('my-data.stranger'), ''] as const]
        : []),
    ...(unreadable === '' ? [] : [[unreadable, ''] as const]),
    [words.own('my-data.units'), listed(words, about.units, MOST_UNITS) || words.own('my-data.no-units')],
    [words.own('my-data.drafts'), count(about.drafts)],
    [words.own('my-data.sent'), count(about.sent)],
    [words.own('my-data.handled'), count(about.listed)],
    [words.own('my-data.given'), count(about.given)],
    ...(about.since === undefined ? [] : [[words.own('my-data.since'), words.dayOf(about.since)] as const]),
    [words.own('my-data.others'), ''],
    [words.own('my-data.kept'), ''],
  ];
  const title = words.own('my-data.title');
  const card = {
    heading: words.own('my-data.heading'),
    title,
    lines: lines.map(([label, value]) => ({ what: value === '' ? label : `${label}:`, when: value })),
    actions: [
      press(words.own('my-data.show'), 'my-data-text', { page: 0 }),
      press(words.own('actions.my-work'), 'my-work', {}),
      press(words.own('actions.home'), 'home', {}),
    ],
  };
  return message(kit, 'history', card, title);
}

/** A page of everything, ready to be copied: in an input, so that it can be selected on a phone too. */
export function myDataTextCard(
  kit: Kit,
  {
    pages,
    page,
    isCut,
    unreadable,
  }: {
    readonly pages: readonly string[];
    readonly page: number;
    readonly isCut: boolean;
    readonly unreadable?: readonly string[];
  },
): Message {
  const { words } = kit;
  const title = words.own('my-data.text');
  const text = pages[page] ?? '';
  const card = {
    heading: words.own('my-data.heading'),
    note: together(isCut ? words.own('my-data.more') : '', unreadableNote(kit, unreadable ? { unreadable } : {})),
    noteStyle: 'default',
    title,
    fields: [
      {
        id: 'text',
        type: 'text',
        label: words.own('my-data.copy', { page: page + 1, pages: pages.length }),
        hint: '',
        problem: '',
        value: text,
        maxLength: Math.max(text.length, 1),
        multiline: true,
        choices: [],
        style: 'compact',
      },
    ],
    actions: [
      ...(page + 1 < pages.length
        ? [press(words.own('my-data.next'), 'my-data-text', { page: page + 1 }, { inputs: 'none' })]
        : []),
      ...(page > 0
        ? [press(words.own('my-data.previous'), 'my-data-text', { page: page - 1 }, { inputs: 'none' })]
        : []),
      press(words.own('my-data.heading'), 'my-data', {}, { inputs: 'none' }),
    ],
  };
  return message(kit, 'form', card, title);
}

/** A card may have 28 KB; the rest of this one takes less than three. */
const LARGEST_PAGE = 20_000;

/** Cuts a text into pages by what they take in a card's JSON, never through half of a character. */
export function inPages(text: string): readonly string[] {
  const pages: string[] = [];
  let page: string[] = [];
  let size = 0;
  for (const character of text) {
    const bytes = Buffer.byteLength(JSON.stringify(character)) - 2;
    if (size + bytes > LARGEST_PAGE) {
      pages.push(page.join(''));
      page = [];
      size = 0;
    }
    page.push(character);
    size += bytes;
  }
  return [...pages, page.join('')];
}
