import type { Mutant } from './mutant';

const VISIT = {
  file: 'bot/city/espoo/processes/visit-request/process.json',
  test: 'tests/processes/visit-request.test.ts',
};
const EDITED = 'tests/domain/case/filled-in/edit.test.ts';
const FIGURES = { file: 'bot/domain/listing/counted-facts.ts', test: 'tests/domain/listing/figures.test.ts' };
const KEYS = {
  file: 'bot/adapters/tables/register/register-keys.ts',
  test: 'tests/contracts/register-store.test.ts',
  named: 'a visit is found|no calendar has',
};
const WEEK = { test: 'tests/features/walk/unit-week.test.ts' };
const CITY = { test: 'tests/domain/directory/sister-city.test.ts' };
const FILLED_IN = 'tests/features/walk/sister-cities.test.ts';
const SECTORS = 'tests/processes/city-partner-proposal.test.ts';

/** What keeps a visit by the day that it was moved to, a unit's week counted, and a sister city known by its name. */
export const mutants: readonly Mutant[] = [
  {
    ...VISIT,
    without: 'a visit has the day that it was moved to',
    search: '"date": ["other-date", "arrival"]',
    replacement: '"date": "arrival"',
  },
  {
    ...VISIT,
    without: 'a visit that was moved does not end on the day on which it was to end first',
    search: '"until": ["other-departure", "other-date", "departure"]',
    replacement: '"until": "departure"',
  },
  {
    ...VISIT,
    without: 'another date is suggested with the date',
    search: '"id": "other-date",\n          "type": "date",\n          "required": true',
    replacement: '"id": "other-date",\n          "type": "date",\n          "required": false',
  },
  {
    ...VISIT,
    without: 'the criteria are asked for the other date',
    search: '"id": "criteria",\n      "show": "checklist",\n      "when": {\n        "any": [',
    replacement: '"id": "criteria",\n      "show": "checklist",\n      "when": {\n        "all": [',
    test: 'tests/processes/process-check.test.ts',
  },
  {
    file: 'bot/domain/process/answers.ts',
    without: 'a field left empty is no answer that counts',
    search: '(answers[item] ?? null) !== null',
    replacement: 'answers[item] !== undefined',
    test: VISIT.test,
  },
  {
    file: 'bot/domain/case/todo.ts',
    without: 'to-dos are due by the day that a visit was moved to',
    search: 'firstAnswered(due?.item, answers)',
    replacement: "firstAnswered([due?.item ?? []].flat().at(-1) ?? '', answers)",
    test: VISIT.test,
  },
  {
    ...FIGURES,
    without: 'figures count the year of the date that a visit was moved to',
    search: 'dayOf(process, answers) ?? calendar',
    replacement: "textOf(answers, 'arrival') || calendar",
    named: 'moved to',
  },
  {
    file: 'bot/domain/case/filled-in/reply.ts',
    without: 'a visit that was declined on its other date is not proposed for it',
    search: "made.state !== 'declined' || made",
    replacement: "made.state !== 'closed' || made",
    test: EDITED,
  },
  {
    file: 'bot/domain/case/filled-in/reply.ts',
    without: 'whoever declines the other date too writes a no',
    search: " && withoutFee !== 'decline' && isOffered",
    replacement: ' && isOffered',
    test: EDITED,
  },
  {
    file: 'bot/domain/case/filled-in/edit.ts',
    without: 'to-dos of a case from before follow the date that is suggested now',
    search: 'dueBefore.get(key) !== due',
    replacement: 'dueBefore.has(key) && dueBefore.get(key) !== due',
    test: EDITED,
  },
  {
    ...KEYS,
    without: 'the register has the visits of a unit by their day',
    search: 'partitionKey: dayPartition(line.unit)',
    replacement: "partitionKey: dayPartition('')",
  },
  {
    ...KEYS,
    without: 'the last day of a week is in it',
    search: 'to: `${to}${BEHIND_PLACES}`',
    replacement: 'to',
  },
  {
    ...KEYS,
    without: 'a day that no calendar has gets no place in the register',
    search: 'line.day === undefined || !isDay(line.day)',
    replacement: 'line.day === undefined',
  },
  {
    ...WEEK,
    file: 'bot/features/walk/unit-visits.ts',
    without: 'a visit that was called off is not counted',
    search: ' && mayTakePlace(state)',
    replacement: '',
  },
  {
    ...WEEK,
    file: 'bot/features/walk/unit-visits.ts',
    without: 'the visit that is being changed does not count itself',
    search: 'number !== draft.edits',
    replacement: "number !== ''",
  },
  {
    ...WEEK,
    file: 'bot/features/walk/soon.ts',
    without: 'a card does not wait for a register that does not answer',
    search: 'const PATIENCE_MS = 500',
    replacement: 'const PATIENCE_MS = 8_000',
    named: 'does not answer',
  },
  {
    ...WEEK,
    file: 'bot/features/walk/soon.ts',
    without: 'a card comes though the register is not there',
    search: 'return withPatience(PATIENCE_MS, orNothing, undefined)',
    replacement: 'return withPatience(PATIENCE_MS, told, undefined)',
    named: 'is not there',
  },
  {
    ...CITY,
    file: 'bot/domain/language/city-words.ts',
    without: 'a university of a sister city is not the city',
    search: 'phrase.every((word, at) => word === there[at])',
    replacement: 'phrase.some((word, at) => word === there[at] || true)',
  },
  {
    ...CITY,
    file: 'bot/domain/language/city-words.ts',
    without: 'a name has an ending only before a word that says that it is a city',
    search: 'inner.length < name.length &&',
    replacement: '',
  },
  {
    ...CITY,
    file: 'bot/domain/directory/sister-city.ts',
    without: 'a city of the same name in another country is no sister city',
    search: "country === '' || country === city.country",
    replacement: 'true',
  },
  {
    ...FIGURES,
    without: 'a sister city counts as one though its kind says city',
    search: 'kinds.sisterOrPartnerCity || isSister',
    replacement: 'kinds.sisterOrPartnerCity',
  },
  {
    ...FIGURES,
    without: 'who says that a visitor is something else than a city is believed',
    search: "(kind === '' || kind === kinds.city)",
    replacement: 'true',
  },
  {
    file: 'bot/features/walk/meant-by-press.ts',
    without: 'what follows from a name is pointed out once, and then left to the person',
    search: '...filled }, problems, meant, over: now',
    replacement: '...filled }, problems, meant, over: days',
    test: FILLED_IN,
  },
  {
    file: 'bot/domain/walk/answer-input.ts',
    without: 'a choice that says something else is not replaced',
    search: 'given === null || insteadOf.some((other) => other === given)',
    replacement: 'true',
    test: FILLED_IN,
  },
  {
    file: 'bot/domain/rules/predicates.ts',
    without: 'one sector is not several',
    search: 'sectors.length >= 2',
    replacement: 'sectors.length >= 1',
    test: SECTORS,
  },
  {
    file: 'bot/domain/walk/answer-input.ts',
    without: 'sectors that were written in words stay until somebody chooses',
    search: "typeof written === 'string' ? written : []",
    replacement: '[]',
    test: SECTORS,
  },
];
