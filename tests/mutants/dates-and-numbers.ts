import type { Mutant } from './mutant';

const NUMBER = { file: 'bot/domain/written-number.ts', test: 'tests/domain/written-number.test.ts' };
const DAY = { file: 'bot/domain/written-day.ts', test: 'tests/domain/written-day.test.ts' };
const LADDER = { file: 'bot/domain/ladder.ts', test: 'tests/domain/ladder.test.ts' };
const SUBJECT = { file: 'bot/mail/subject.ts', test: 'tests/mail/subject.test.ts' };
const PLAYED = 'tests/features/days-and-numbers.test.ts';

/** What keeps a day, a number, a reminder and a subject from being something else than was meant. */
export const mutants: readonly Mutant[] = [
  {
    without: 'a day has bounds',
    file: 'bot/domain/answer-input.ts',
    search: 'isWithin(read.day, bounds) ? { value',
    replacement: 'true ? { value',
    test: DAY.test,
  },
  {
    ...DAY,
    without: 'a year of two digits is asked about',
    search: 'days.length === 1 && meant.every(({ isWhole }) => isWhole)',
    replacement: 'days.length === 1',
  },
  {
    ...DAY,
    without: 'a month that could be the day is asked about',
    search: "'/': ['ymd', 'dmy', 'mdy'],",
    replacement: "'/': ['ymd', 'dmy'],",
  },
  {
    without: 'the card names the first day that can be chosen',
    file: 'bot/cards/day-input.ts',
    search: '    min: bounds.first,\n',
    replacement: '',
    test: PLAYED,
    named: 'within the limits',
  },
  {
    without: 'a stored day that has no place holds the card up',
    file: 'bot/cards/day-input.ts',
    search: "    ...(unclear && { value: '' }),\n",
    replacement: '',
    test: PLAYED,
    named: 'its requester is asked',
  },
  {
    ...LADDER,
    without: 'a day that cannot be reckoned stops a step',
    search: 'if (!(cause instanceof RangeError)) throw cause;',
    replacement: 'throw cause;',
  },
  {
    without: 'a to-do is due on a day that there is not',
    file: 'bot/domain/todo.ts',
    search: 'return isDay(found) ? found : undefined;',
    replacement: 'return found;',
    test: LADDER.test,
  },
  {
    without: 'the log tells of a reminder that is left out',
    file: 'bot/features/log-unreckoned.ts',
    search: 'for (const about of unreckoned)',
    replacement: 'for (const about of unreckoned.slice(9))',
    test: PLAYED,
    named: 'is taken on',
  },
  {
    without: 'a day that is over is pointed out',
    file: 'bot/features/press-in-walk.ts',
    search: 'over[id] !== now[id]',
    replacement: 'now[id] === undefined',
    test: PLAYED,
    named: 'that is over',
  },
  {
    without: 'a day that is over is pointed out once only',
    file: 'bot/domain/answer-input.ts',
    search: 'const isNew = position.facts.answers[id] !== day;',
    replacement: 'const isNew = position.facts.answers[id] !== null;',
    test: PLAYED,
    named: 'pointed out once',
  },
  {
    ...LADDER,
    without: 'nobody is reminded twice of the same',
    search: '.some(({ sequence }) => sequence > since)',
    replacement: '.some(({ sequence }) => sequence < since)',
  },
  {
    ...LADDER,
    without: 'another day is asked about anew',
    search: "rule.since === 'date' && changed ? changed.sequence : 0",
    replacement: '0',
  },
  {
    ...LADDER,
    without: 'what is recorded afterwards is not late',
    search: 'return day && latest(day, state);',
    replacement: 'return day;',
  },
  {
    ...LADDER,
    without: 'what was told late counts from when it was',
    search: "word?.state === 'sent' ? new Date(word.due) : undefined",
    replacement: 'undefined',
  },
  { ...LADDER, without: 'a lower rung goes first', search: '...(goesFirst ? [now] : [])', replacement: '' },
  {
    without: 'a worker that was down reminds one after the other',
    file: 'bot/domain/reminding.ts',
    search: 'return moment > now ? moment : reminded(',
    replacement: 'return reminded(',
    test: 'tests/features/reminders.test.ts',
    named: 'the worker, for weeks',
  },
  {
    without: 'a number that could be two is asked about',
    file: 'bot/domain/answer-input.ts',
    search: 'return written.length === 1 ? { value }',
    replacement: 'return written.length < 9 ? { value }',
    test: NUMBER.test,
  },
  {
    ...NUMBER,
    without: 'three decimals may be a group',
    search: 'decimals.length === GROUP && ',
    replacement: 'decimals.length > 99 && ',
  },
  {
    ...NUMBER,
    without: 'one sign does not group and point',
    search: ' || (between !== undefined && between === point)',
    replacement: '',
  },
  {
    without: 'a number from a client has no more decimals than asked for',
    file: 'bot/domain/answer-input.ts',
    search: 'Number.isInteger(value) ? 0 : ',
    replacement: 'Number.isFinite(value) ? 0 : ',
    test: NUMBER.test,
  },
  {
    without: 'no number is chosen for anybody',
    file: 'bot/cards/which.ts',
    search: 'value: ANOTHER,',
    replacement: 'value: String(first),',
    test: PLAYED,
    named: 'is not chosen for anybody',
  },
  {
    without: 'days of the directory are read like any number',
    file: 'bot/domain/entry-fields.ts',
    search: 'this.kept(field, readNumber(limits, written))',
    replacement: 'Number(written)',
    test: 'tests/domain/entry-input.test.ts',
  },
  {
    ...SUBJECT,
    without: 'a subject ends where Exchange ends it',
    search: 'surplus > 0',
    replacement: 'surplus > 9_999',
  },
  { ...SUBJECT, without: 'a subject is cut at a word', search: "room.replace(LAST_WORD, '')", replacement: 'room' },
  {
    ...SUBJECT,
    without: 'a subject is cut between characters',
    search: "words.replace(HALF_A_CHARACTER, '')",
    replacement: 'words',
  },
  {
    without: 'the mail of a case has such a subject',
    file: 'bot/mail/case-mail.ts',
    search: 'subject: subject(',
    replacement: 'subject: ((frame: (text: string) => string, text: string) => frame(text))(',
    test: 'tests/mail/case-mail.test.ts',
  },
];
