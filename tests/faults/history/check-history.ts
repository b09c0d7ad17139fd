import type { Row } from '../../playing/stored-rows';
import type { History, Rule, Violation } from './history';

/** What the product promises. The bot itself answers within 2.5 s (`features/in-time.ts`), whatever storage does. */
const PRESS_WITHIN_MS = 3_000;
/** Words are no invoke: Teams gives a bot fifteen seconds for a message, and shows nothing amiss meanwhile. */
const WORDS_WITHIN_MS = 10_000;

/** What every case has among its entries from the transaction on that made it. */
const TOLD = ['receipt', 'request', 'line'];

type Check = (history: History) => readonly string[];

const CHECKS: Readonly<Record<Rule, Check>> = {
  'one-case': ({ done, rows }) => [
    ...done.flatMap(({ acknowledged, who }) =>
      acknowledged === undefined || rows.cases.filter(({ number }) => number === acknowledged).length === 1
        ? []
        : [`${who} was shown ${acknowledged}, and it is not stored once`],
    ),
    ...twice(rows.cases.map(({ draft }) => String(draft))).map((draft) => `draft ${draft} became several cases`),
    ...rows.drafts.flatMap(({ status, case: number, RowKey }) =>
      status === 'closed' && !rows.cases.some((made) => made.number === number)
        ? [`${RowKey} is closed for case ${number}, which is not there`]
        : [],
    ),
  ],
  'one-entry': ({ rows }) => [
    ...twice(rows.entries.map(({ entry }) => String(entry))),
    ...rows.cases.flatMap(({ number }) => {
      const purposes = [...rows.entries, ...rows.aside]
        .filter(({ entry }) => String(entry).startsWith(`${number}.`))
        .map(({ purpose }) => purpose);
      return TOLD.filter((purpose) => !purposes.includes(purpose)).map((purpose) => `${number} has no ${purpose}`);
    }),
  ],
  'one-effect': ({ effects, rows }) => {
    const known = new Set(rows.entries.map(({ entry }) => entry));
    const orphans = effects.filter(({ entry }) => entry === undefined || !known.has(entry));
    return [
      ...twice(effects.flatMap(({ entry, channel }) => (entry === undefined ? [] : [`${channel} ${entry}`]))),
      ...orphans.map(({ channel, case: number, entry }) => `${channel} of case ${number} without an entry: ${entry}`),
    ];
  },
  'sent-is-one': ({ effects, rows }) =>
    rows.entries
      .filter((entry) => entry.state === 'sent' && isSeenOutside(entry))
      .filter(({ entry }) => !effects.some((effect) => effect.entry === entry))
      .map(({ entry }) => `${entry} was never seen`),
  'one-event': ({ rows }) =>
    rows.cases.flatMap((made) => {
      const sequences = rows.events.filter(({ case: number }) => number === made.number).map((row) => row.sequence);
      const wanted = Array.from({ length: Number(made.lastEvent) }, (_, at) => at + 1);
      return sameNumbers(sequences, wanted)
        ? []
        : [`${made.number} is at event ${made.lastEvent}, and has ${sequences}`];
    }),
  'refused-nothing': ({ done }) =>
    done.flatMap(({ refused, who, what }) =>
      refused && !refused.storageSame ? [`${what} of ${who} was refused, and something changed`] : [],
    ),
  'newer-left': ({ newer, rows }) =>
    newer.flatMap((wanted) => {
      const found = Object.values(rows)
        .flat()
        .find(({ RowKey }) => RowKey === wanted.RowKey);
      const changed = Object.keys(wanted).filter((column) => found?.[column] !== wanted[column]);
      return changed.length === 0 ? [] : [`${wanted.RowKey} has lost or changed ${changed}`];
    }),
  drained: ({ drained, rows, newer }) =>
    drained
      ? rows.entries
          .filter(({ RowKey }) => !newer.some((row) => row.RowKey === RowKey))
          .filter(({ state, channel }) => channel !== 'timer' && (state === 'due' || state === 'claimed'))
          .map(({ entry, state, failure }) => `${entry} is ${state} ${failure ?? ''}`)
      : [],
  'out-is-out': ({ left }) =>
    left.flatMap(({ who, heard, heardInstead }) => [
      ...(heard > 0 ? [`${who} is out, and got ${heard} messages or updates`] : []),
      ...(heardInstead === 0 ? [`what was for ${who} came to nobody`] : []),
    ]),
  unhandled: ({ unhandled }) => unhandled,
  'in-time': ({ done }) =>
    done.flatMap(({ who, what, tookMs, status, said, broke }) => {
      if (tookMs === undefined) return [];
      if (tookMs > (what === 'says' ? WORDS_WITHIN_MS : PRESS_WITHIN_MS))
        return [`${what} of ${who} took ${Math.round(tookMs)} ms`];
      return status === 200 && said
        ? []
        : [`${what} of ${who} was answered ${status} without a sentence: ${broke ?? ''}`];
    }),
};

/** Everything in a history that must never happen. */
export function checkHistory(history: History): readonly Violation[] {
  return Object.entries(CHECKS).flatMap(([rule, check]) =>
    check(history).map((what) => ({ rule: rule as Rule, what })),
  );
}

/** A message of its own in a chat, or a mail; updates in place and lines elsewhere can be repeated. */
function isSeenOutside({ channel, purpose, replaces, message }: Row): boolean {
  if (channel === 'mail') return true;
  return channel === 'teams' && purpose !== 'update' && replaces === undefined && message !== undefined;
}

function twice(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}

function sameNumbers(one: readonly unknown[], other: readonly number[]): boolean {
  const sorted = one.map(Number).sort((a, b) => a - b);
  return sorted.length === other.length && sorted.every((value, at) => value === other[at]);
}
