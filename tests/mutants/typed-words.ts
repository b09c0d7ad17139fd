import type { Mutant } from './mutant';

const SAID = 'tests/adapters/teams/turns/said-text.test.ts';
const SEEN = 'tests/domain/language/visible-text.test.ts';
const PLACES = 'tests/domain/language/places.test.ts';
const SPELLING = 'tests/contracts/register-spelling.test.ts';
const UNDERSTANDING = 'tests/domain/said/understanding.test.ts';
const OTHER_LANGUAGES = 'tests/words/other-languages.test.ts';
const TYPED = 'tests/features/walk/typed-words.test.ts';
const PICKED = 'tests/features/directory/picked-people.test.ts';

/** What is read of the words that people type and paste, and of whom they pick. */
export const mutants: readonly Mutant[] = [
  {
    without: 'mentions stay in a message',
    file: 'bot/adapters/teams/turns/said-text.ts',
    search: "marked.replace(MENTION, ' ')",
    replacement: 'marked',
    test: SAID,
  },
  {
    without: 'entities are not read',
    file: 'bot/adapters/teams/turns/said-text.ts',
    search: 'return ENTITIES.get(name) ?? entity;',
    replacement: 'return entity;',
    test: SAID,
  },
  {
    without: 'the SDK takes mentions out, and fails at one that names nobody',
    file: 'bot/adapters/teams/turns/application.ts',
    search: 'removeRecipientMention: false',
    replacement: 'removeRecipientMention: true',
    test: TYPED,
    named: 'a message as Teams sends it',
  },
  {
    without: 'what cannot be seen counts as filled in',
    file: 'bot/domain/process/typed.ts',
    search: 'if (isBlank(text))',
    replacement: "if (text === '')",
    test: SEEN,
  },
  {
    without: 'line breaks of Unicode are kept',
    file: 'bot/domain/language/visible-text.ts',
    search: "text.replace(/\\r\\n?|[\\u0085\\u2028\\u2029]/g, '\\n')",
    replacement: "text.replace(/\\r\\n?/g, '\\n')",
    test: SEEN,
  },
  {
    without: 'other names of countries are unknown',
    file: 'bot/domain/language/places.ts',
    search: '[name, ...others].some(fits)',
    replacement: '[name].some(fits)',
    test: PLACES,
  },
  {
    without: 'other names of countries are not in the field',
    file: 'bot/domain/language/places.ts',
    search: 'return more.length === 0 ? name :',
    replacement: 'return more.length >= 0 ? name :',
    test: PLACES,
  },
  {
    without: 'letters of their own are not folded',
    file: 'bot/domain/language/spelling.ts',
    search: "  ŋ: 'n',\n",
    replacement: '',
    test: SPELLING,
  },
  {
    without: 'an apostrophe divides a word',
    file: 'bot/domain/language/spelling.ts',
    search: ".replace(APOSTROPHE_INSIDE, '')",
    replacement: '',
    test: SPELLING,
  },
  {
    without: 'what the first folding has kept is not looked for',
    file: 'bot/domain/language/spelling.ts',
    search: ', keptWords(text)];',
    replacement: '];',
    test: SPELLING,
  },
  {
    without: 'earlier cases of the first folding are not found',
    file: 'bot/adapters/tables/register/register-keys.ts',
    search: "[keptWords(name).join(' '), nameKey(name)]",
    replacement: '[nameKey(name)]',
    test: SPELLING,
  },
  {
    without: 'a case number has one kind of dash',
    file: 'bot/domain/case/number.ts',
    search: '[\\p{Pd}\\u2212]?\\s*0*',
    replacement: '-?\\s*0*',
    test: UNDERSTANDING,
  },
  {
    without: 'a number that nobody has is an old card',
    file: 'bot/features/case/show-case.ts',
    search: "plainNotice(speak, 'no-such-case')",
    replacement: "plainNotice(speak, 'gone')",
    test: TYPED,
    named: 'a case by its number',
  },
  {
    without: 'cities have one name',
    file: 'bot/features/listing/search.ts',
    search: 'namesOfCity(assistant.cities, text)',
    replacement: '[]',
    test: TYPED,
    named: 'a city is found',
  },
  {
    without: 'a slip is read in any language',
    file: 'bot/domain/said/understanding.ts',
    search: 'const reads = isExact || own(meaning) === 0 ? isSaid : isMeant;',
    replacement: 'const reads = isExact ? isSaid : isMeant;',
    test: OTHER_LANGUAGES,
  },
  {
    without: 'sending and throwing away are guessed at',
    file: 'bot/domain/said/understanding.ts',
    search: ' || EXACT.includes(command)',
    replacement: '',
    test: UNDERSTANDING,
  },
  {
    without: 'the words of a choice choose nothing',
    file: 'bot/features/walk/say-in-walk.ts',
    search: 'const event = choiceEvent() ?? commandEvent();',
    replacement: 'const event = commandEvent();',
    test: TYPED,
    named: 'the label of a choice',
  },
  {
    without: 'an answer in the chat begins something else',
    file: 'bot/features/walk/say-in-walk.ts',
    search: '!isWrittenOn(assistant, model, items, said.text)',
    replacement: '!false',
    test: TYPED,
    named: 'the label of a choice',
  },
  {
    without: 'what is not understood in a walk leads out of it',
    file: 'bot/features/walk/say-in-walk.ts',
    search: 'if (meaning === undefined) return true;',
    replacement: 'if (meaning === undefined) return false;',
    test: TYPED,
    named: 'in a walk',
  },
  {
    without: 'an attachment gets no sentence',
    file: 'bot/adapters/teams/turns/application.ts',
    search: 'if (attached) await',
    replacement: 'if (attached && said === undefined) await',
    test: TYPED,
    named: 'an attachment',
  },
  {
    without: 'an account finds nobody',
    file: 'bot/features/sought-person.ts',
    search: 'messenger.accountIn(chat) === picked',
    replacement: 'messenger.accountIn(chat) === undefined',
    test: PICKED,
  },
];
