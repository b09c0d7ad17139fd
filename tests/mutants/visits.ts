import type { Mutant } from './mutant';

const PREDICATES = {
  file: 'bot/domain/rules/predicates.ts',
  test: 'tests/processes/routing-by-the-source.test.ts',
};
const VISIT = { file: 'bot/city/espoo/processes/visit-request/process.json' };
const HAND_OVER = { file: 'bot/domain/walk/hand-over.ts', test: 'tests/domain/walk/hand-over.test.ts' };
const PLAYED = { test: 'tests/features/walk/hand-over.test.ts' };

/** What the model says of visits, and what carries a walk that turns out to be another. */
export const mutants: readonly Mutant[] = [
  {
    without: 'the question which of two answers is right, before a matter is sent',
    file: 'bot/domain/walk/checklist.ts',
    search: ' && contradictionsIn(model, position).length === 0',
    replacement: '',
    test: 'tests/domain/walk/contradictions.test.ts',
  },
  {
    without: 'a summary that says what contradicts itself instead of offering to send it',
    file: 'bot/cards/walk/summary.ts',
    search: '...(unsettled.length > 0',
    replacement: '...(false',
    test: 'tests/features/walk/contradictions.test.ts',
  },
  {
    ...HAND_OVER,
    without: 'what the answer that turned the walk dropped',
    search: '{ ...before.answers, ...state.answers }',
    replacement: '{ ...state.answers }',
  },
  {
    ...HAND_OVER,
    without: 'what the other process does not ask, kept beside its answers',
    search: '...(Object.keys(aside).length > 0 && { aside })',
    replacement: '',
  },
  {
    ...HAND_OVER,
    without: 'the care that the answer which led away does not lead back',
    search: '!leadsAway.includes(id) && ',
    replacement: '',
  },
  {
    ...HAND_OVER,
    without: 'the question for what may not be left empty there',
    search: " || (answer === null && 'required' in item && item.required)",
    replacement: '',
  },
  {
    ...PLAYED,
    without: 'the hand-over itself',
    file: 'bot/features/walk/carry-out.ts',
    search: "happened('discarded') ? undefined : handOverOf(asked, model, draft, state)",
    replacement: 'undefined',
  },
  {
    ...PLAYED,
    without: 'the sentence that says that the path has changed',
    file: 'bot/cards/walk/walk.ts',
    search: 'return view.cameFrom\n',
    replacement: 'return false && view.cameFrom\n',
  },
  {
    ...PLAYED,
    without: 'a draft of an earlier version that goes on where it belongs when it is opened',
    file: 'bot/features/walk/resume-draft.ts',
    search: 'if (handOverOf(asked, model, draft)) return',
    replacement: 'if (false) return',
  },
  {
    ...PREDICATES,
    without: 'wide visits that stay in Espoo Marketing’s own fields',
    search: 'return !organisation?.receivesWideVisits;',
    replacement: "return unit?.organisation !== 'group-administration';",
  },
  {
    ...VISIT,
    without: 'the kind of visitor among what routes',
    search: '"in": ["sister-or-partner-city", "international-organisation", "media"]',
    replacement: '"in": ["sister-or-partner-city"]',
    test: 'tests/processes/routing-by-the-source.test.ts',
  },
  {
    ...VISIT,
    without: 'networks among what speaks against a fee',
    search: '"answer": "networks",\n                "is": false',
    replacement: '"answer": "interesting",\n                "is": false',
    test: 'tests/processes/visit-request.test.ts',
  },
  {
    without: 'the fee of a visit that was not planned as a paid one',
    file: 'bot/domain/listing/figures.ts',
    search: 'visits.invoiced += facts.invoiced;',
    replacement: 'if (facts.made.answers["technical-visit"] === true) visits.invoiced += facts.invoiced;',
    test: 'tests/domain/listing/figures.test.ts',
  },
  {
    without: 'a visit that was invoiced among the paid ones',
    file: 'bot/domain/listing/counted-facts.ts',
    search: ' || invoiced > 0',
    replacement: '',
    test: 'tests/domain/listing/figures.test.ts',
  },
];
