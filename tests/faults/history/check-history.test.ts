import { checkHistory } from './check-history';
import { type Done, type History, RULES, type Rule } from './history';

const NUMBER = 'V-2026-0042';
const KEY = `${NUMBER}.request.sector.teams`;
const press: Done = { who: 'Aino', what: 'submit', tookMs: 20, status: 200, said: true, acknowledged: NUMBER };
const entry = { entry: KEY, case: NUMBER, channel: 'teams', purpose: 'request', state: 'sent', message: '17' };
/** What every case tells besides; that it was sent is not seen outside. */
const others = ['receipt', 'line'].map((purpose) => ({
  ...{ entry: `${NUMBER}.${purpose}`, case: NUMBER, channel: 'sharepoint', purpose, state: 'sent' },
}));
const effect = { channel: 'teams', entry: KEY, case: NUMBER } as const;
const event = { case: NUMBER, sequence: 1 };
const good: History = {
  name: 'good',
  done: [press],
  effects: [effect],
  rows: {
    drafts: [{ status: 'closed', case: NUMBER, RowKey: 'draft|1' }],
    cases: [{ number: NUMBER, draft: '1', lastEvent: 1 }],
    events: [event],
    entries: [entry, ...others],
    aside: [],
  },
  newer: [],
  drained: true,
  unhandled: [],
  left: [{ who: 'Grace', heard: 0, heardInstead: 1 }],
};
const withRows = (rows: Partial<History['rows']>): History => ({ ...good, rows: { ...good.rows, ...rows } });
const [stored] = good.rows.cases;

it('a good history has no violation', () => {
  expect(checkHistory(good)).toEqual([]);
});

it.each<[Rule, string, History]>([
  ['one-case', 'a receipt without a case', { ...withRows({ cases: [], events: [], drafts: [] }) }],
  [
    'one-case',
    'two cases of one draft',
    withRows({
      cases: [{ ...stored }, { ...stored, number: 'V-2026-0074', lastEvent: 0 }],
      entries: [
        entry,
        ...others,
        ...others.map((other) => ({ ...other, case: 'V-2026-0074', entry: `V-2026-0074.${other.purpose}` })),
        { ...entry, case: 'V-2026-0074', entry: 'V-2026-0074.request', state: 'due', channel: 'timer' },
      ],
    }),
  ],
  ['one-case', 'a closed draft without a case', { ...withRows({ cases: [], events: [] }), done: [] }],
  ['one-entry', 'an entry twice', withRows({ entries: [entry, { ...entry }, ...others] })],
  ['one-entry', 'a case that nobody has to be told of', { ...withRows({ entries: [entry, ...others.slice(1)] }) }],
  ['one-effect', 'a message twice', { ...good, effects: [effect, effect] }],
  ['one-effect', 'a message of nobody', { ...good, effects: [effect, { ...effect, entry: undefined }] }],
  ['one-effect', 'a message without its entry', { ...good, effects: [effect, { ...effect, entry: 'other' }] }],
  ['sent-is-one', 'sent, and never seen', { ...good, effects: [] }],
  [
    'newer-left',
    'a column that is lost',
    { ...withRows({ drafts: [] }), newer: [{ RowKey: 'case|1', priority: 'high' }] },
  ],
  ['one-event', 'a change without an event', withRows({ cases: [{ ...stored, lastEvent: 2 }] })],
  ['one-event', 'an event without a change', withRows({ events: [event, { ...event, sequence: 2 }] })],
  ['one-event', 'a change with two events', withRows({ events: [event, event] })],
  [
    'refused-nothing',
    'a refusal that wrote',
    { ...good, done: [press, { ...press, refused: { storageSame: false } }] },
  ],
  [
    'drained',
    'something still waits',
    withRows({ entries: [entry, ...others, { ...entry, entry: 'x', state: 'due' }] }),
  ],
  ['out-is-out', 'a word to who has left', { ...good, left: [{ who: 'Grace', heard: 1, heardInstead: 1 }] }],
  ['out-is-out', 'a word that nobody gets', { ...good, left: [{ who: 'Grace', heard: 0, heardInstead: 0 }] }],
  ['unhandled', 'an unhandled rejection', { ...good, unhandled: ['Error: nobody cared'] }],
  ['in-time', 'a slow answer', { ...good, done: [{ ...press, tookMs: 3_001 }] }],
  ['in-time', 'a slow answer to words', { ...good, done: [press, { ...press, what: 'says', tookMs: 10_001 }] }],
  ['in-time', 'an answer that is no answer', { ...good, done: [{ ...press, said: false }] }],
  ['in-time', 'another status', { ...good, done: [{ ...press, status: 500 }] }],
])('%s catches %s', (rule, _what, history) => {
  expect(checkHistory(history).map((violation) => violation.rule)).toEqual([rule]);
});

it('every rule is caught by one of them', () => {
  expect(Object.keys(RULES)).toHaveLength(11);
});
