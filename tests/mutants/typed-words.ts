import type { Mutant } from './mutant';

const SAID = 'tests/adapters/said-text.test.ts';
const SEEN = 'tests/domain/visible-text.test.ts';
const PLACES = 'tests/domain/places.test.ts';
const SPELLING = 'tests/contracts/register-spelling.test.ts';
const UNDERSTANDING = 'tests/understanding.test.ts';
const OTHER_LANGUAGES = 'tests/words/other-languages.test.ts';
const TYPED = 'tests/features/typed-words.test.ts';
const PICKED = 'tests/features/picked-people.test.ts';

/** What is read of the words that people type and paste, and of whom they pick. */
export const mutants: readonly Mutant[] = [
  {
    without: 'mentions stay in a message',
    file: 'bot/adapters/teams/said-text.ts',
    search: "marked.replace(MENTION, ' ')",
    replacement: 'marked',
    test: SAID,
  },
  {
    without: 'entities are not read',
    file: 'bot/adapters/teams/said-text.ts',
    search: 'return ENTITIES.get(name) ?? entity;',
    replacement: 'return entity;',
    test: SAID,
  },
  {
    without: 'the SDK takes mentions out, and fails at one that names nobody',
    file: 'bot/adapters/teams/application.ts',
    search: 'removeRecipientMention: false',
    replacement: 'removeRecipientMention: true',
    test: TYPED,
    named: 'a message as Teams sends it',
  },
  {
    without: 'what cannot be seen counts as filled in',
    file: 'bot/domain/answer-input.ts',
    search: 'if (isBlank(text))',
    replacement: "if (text === '')",
    test: SEEN,
  },
  {
    without: 'line breaks of Unicode are kept',
    file: 'bot/domain/visible-text.ts',
    search: "text.replace(/\\r\\n?|[\\u0085\\u2028\\u2029]/g, '\\n')",
    replacement: "text.replace(/\\r\\n?/g, '\\n')",
    test: SEEN,
  },
  {
    without: 'other names of countries are unknown',
    file: 'bot/domain/places.ts',
    search: '[name, ...others].some(fits)',
    replacement: '[name].some(fits)',
    test: PLACES,
  },
  {
    without: 'other names of countries are not in the field',
    file: 'bot/domain/places.ts',
    search: 'return more.length === 0 ? name :',
    replacement: 'return more.length >= 0 ? name :',
    test: PLACES,
  },
  {
    without: 'letters of their own are not folded',
    file: 'bot/domain/spelling.ts',
    search: "  ı: 'i',\n",
    replacement: '',
    test: SPELLING,
  },
  {
    without: 'an apostrophe divides a word',
    file: 'bot/domain/spelling.ts',
    search: ".replace(APOSTROPHE_INSIDE, '')",
    replacement: '',
    test: SPELLING,
  },
  {
    without: 'what the first folding has kept is not looked for',
    file: 'bot/domain/spelling.ts',
    search: ', keptWords(text)];',
    replacement: '];',
    test: SPELLING,
  },
  {
    without: 'earlier cases of the first folding are not found',
    file: 'bot/adapters/tables/register-keys.ts',
    search: "[keptWords(name).join(' '), nameKey(name)]",
    replacement: '[nameKey(name)]',
    test: SPELLING,
  },
  {
    without: 'a case number has one kind of dash',
    file: 'bot/domain/case.ts',
    search: '[\\p{Pd}\\u2212]?\\s*0*',
    replacement: '-?\\s*0*',
    test: UNDERSTANDING,
  },
  {
    without: 'a number that nobody has is an old card',
    file: 'bot/features/show-case.ts',
    search: "plainNotice(speak, 'no-such-case')",
    replacement: "plainNotice(speak, 'gone')",
    test: TYPED,
    named: 'a case by its number',
  },
  {
    without: 'cities have one name',
    file: 'bot/features/search.ts',
    search: 'namesOfCity(assistant.cities, text)',
    replacement: '[]',
    test: TYPED,
    named: 'a city is found',
  },
  {
    without: 'a slip is read in any language',
    file: 'bot/understanding.ts',
    search: 'const reads = isExact || own(meaning) === 0 ? isSaid : isMeant;',
    replacement: 'const reads = isExact ? isSaid : isMeant;',
    test: OTHER_LANGUAGES,
  },
  {
    without: 'sending and throwing away are guessed at',
    file: 'bot/understanding.ts',
    search: ' || EXACT.includes(command)',
    replacement: '',
    test: UNDERSTANDING,
  },
  {
    without: 'the words of a choice choose nothing',
    file: 'bot/features/say-in-walk.ts',
    search: 'const event = choiceEvent() ?? commandEvent();',
    replacement: 'const event = commandEvent();',
    test: TYPED,
    named: 'the label of a choice',
  },
  {
    without: 'an answer in the chat begins something else',
    file: 'bot/features/say-in-walk.ts',
    search: '!isWrittenOn(assistant, model, items, said.text)',
    replacement: '!false',
    test: TYPED,
    named: 'the label of a choice',
  },
  {
    without: 'what is not understood in a walk leads out of it',
    file: 'bot/features/say-in-walk.ts',
    search: 'if (meaning === undefined) return true;',
    replacement: 'if (meaning === undefined) return false;',
    test: TYPED,
    named: 'in a walk',
  },
  {
    without: 'an attachment gets no sentence',
    file: 'bot/adapters/teams/application.ts',
    search: 'if (attached) await',
    replacement: 'if (attached && said === undefined) await',
    test: TYPED,
    named: 'an attachment',
  },
  {
    without: 'an account finds nobody',
    file: 'bot/features/edit-members.ts',
    search: 'messenger.accountIn(chat) === picked',
    replacement: 'messenger.accountIn(chat) === undefined',
    test: PICKED,
  },
];
