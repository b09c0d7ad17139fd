import type { Mutant } from './mutant';

const TABLES = 'tests/domain/case/lives.test.ts';
const KINDS = 'tests/cards/case/words-of-kinds.test.ts';
const PURGE = 'tests/domain/privacy/purge.test.ts';
const LIFE = 'bot/domain/case/life.ts';
const REMINDING = 'bot/domain/case/reminding.ts';

/** How each kind of case goes on, rests and ends, and what is read of cases from before that. */
export const mutants: readonly Mutant[] = [
  {
    without: 'a partnership that was recorded as held is held',
    file: 'bot/domain/case/lives/agreement.ts',
    search: "held: 'recorded-as-held', ",
    replacement: '',
    test: TABLES,
  },
  {
    without: 'what is in force waits for somebody',
    file: 'bot/domain/case-state.ts',
    search: "'in-force': { is: 'resting' }",
    replacement: "'in-force': { is: 'open' }",
    test: TABLES,
  },
  {
    without: 'what is in force is purged with the years',
    file: 'bot/domain/privacy/purge.ts',
    search: '  if (isResting(made.state)) return undefined;\n',
    replacement: '',
    test: PURGE,
  },
  {
    without: 'what was written down with a step outlives a purge',
    file: 'bot/domain/privacy/purge.ts',
    search: 'recorded: onlyKept(nameless.recorded, keptOf(process.forms.flatMap(({ items }) => items))),',
    replacement: 'recorded: nameless.recorded,',
    test: PURGE,
  },
  {
    without: 'a warning comes after the end',
    file: 'bot/domain/case/ladder.ts',
    search: "return since === 'before-end'\n    ? dueBeforeWorkingDays",
    replacement: "return since === 'before-end'\n    ? dueAfterWorkingDays",
    test: TABLES,
  },
  {
    without: 'nobody looks again at what is in force',
    file: LIFE,
    search: 'isResting(made.state) && !isResting(before.state) ?',
    replacement: 'isResting(made.state) && isResting(before.state) ?',
    test: TABLES,
  },
  {
    without: 'what has ended is reviewed for ever',
    file: REMINDING,
    search: 'isEnd(made.state) && !isHeldEarlier(model, events)',
    replacement: 'false',
    test: TABLES,
  },
  {
    without: 'what was closed before there was a state to rest in is forgotten',
    file: REMINDING,
    search: 'isEnd(made.state) && !isHeldEarlier(model, events)',
    replacement: 'isEnd(made.state)',
    test: TABLES,
  },
  {
    without: 'an answer leads back into a state of before',
    file: LIFE,
    search: "to === 'before' ? stateIn(process, askedIn ?? 'submitted') : to",
    replacement: "to === 'before' ? (askedIn ?? 'submitted') : to",
    test: TABLES,
  },
  {
    without: 'a later step forgets what an earlier one wrote down',
    file: LIFE,
    search: 'recorded: { ...before.recorded, ...recorded }',
    replacement: 'recorded',
    test: TABLES,
  },
  {
    without: 'who is named with a step stands in the event for good',
    file: LIFE,
    search: "type !== 'text' && type !== 'person' && ",
    replacement: "type !== 'text' && ",
    test: TABLES,
  },
  {
    without: 'the international affairs team does not hear what the city has said',
    file: 'bot/domain/case/lives/view.ts',
    search: "tells: ['requester', 'coordinator']",
    replacement: "tells: ['requester']",
    test: TABLES,
  },
  {
    without: 'the history of a partnership says that it was held',
    file: 'bot/cards/case/history.ts',
    search: 'if (action && to && !stepOf(model.process, action)) {',
    replacement: 'if (action && to && action.length === 0) {',
    test: KINDS,
  },
  {
    without: 'a partnership is asked whether it was held',
    file: 'bot/domain/case/lives/agreement.ts',
    search: 'afterItsDay: []',
    replacement: "afterItsDay: ['hold']",
    test: TABLES,
  },
  {
    without: 'what has ended is looked at again every year until somebody tells of it',
    file: REMINDING,
    search: 'if (!isCalledFor || isBeyondRest(model.process, made.state))',
    replacement: 'if (!isCalledFor)',
    test: TABLES,
  },
  {
    without: 'an end that is over already is warned of',
    file: 'bot/domain/case/ladder.ts',
    search: " || (since === 'before-end' && day < state)",
    replacement: '',
    test: TABLES,
  },
  {
    without: 'an earlier case that was not agreed is purged as one that nobody ended',
    file: 'bot/features/case/kept-cases.ts',
    search: 'purgeDue(retention, asRead(one))',
    replacement: 'purgeDue(retention, one)',
    test: 'tests/features/case/kept-cases.test.ts',
  },
  {
    without: 'nobody can go from an earlier case that was not agreed',
    file: 'bot/features/case/kept-cases.ts',
    search: 'isOver(asRead(whole.value.case))',
    replacement: 'isOver(whole.value.case)',
    test: 'tests/features/case/kept-cases.test.ts',
  },
  {
    without: 'a network that the team took out of use is entered a second time',
    file: 'bot/features/directory/network-of-case.ts',
    search: ' ?? (await retiredFirst(directoryEditor, name))',
    replacement: '',
    test: 'tests/features/directory/network-of-case.test.ts',
  },
  {
    without: 'whoever has a case confirms what the directory began with',
    file: 'bot/features/directory/network-of-case.ts',
    search: 'return { ...change, entry: { ...before, content, events } };',
    replacement: 'return change;',
    test: 'tests/features/directory/network-of-case.test.ts',
  },
  {
    without: 'a network stands on a case that has ended, though another one is in force',
    file: 'bot/features/directory/network-of-case.ts',
    search: '!isResting(other.value.state) || ',
    replacement: '',
    test: 'tests/features/directory/network-of-case.test.ts',
  },
  {
    without: 'a case that is being changed is one before itself',
    file: 'bot/features/walk/earlier.ts',
    search: 'if (line.number === draft.edits) return [];',
    replacement: '',
    test: 'tests/features/case/relations.test.ts',
  },
];
