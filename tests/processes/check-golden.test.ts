import { checked, found } from './broken-toy';
import type { GoldenCase } from './check-golden';

const DEFECTS: readonly [string, (golden: GoldenCase[]) => void, string][] = [
  [
    'a golden case with another outcome',
    (golden) => {
      partOfGolden(golden, 0).outcome = 'not-yet';
    },
    'the outcome: "not-yet" in the case, "lend" on the walk',
  ],
  [
    'a golden case with another responsible unit',
    (golden) => {
      partOfGolden(golden, 0).responsible = 'sector';
    },
    'the responsible unit: "sector" in the case, "service-development" on the walk',
  ],
  [
    'a golden case with other informed units',
    (golden) => {
      partOfGolden(golden, 0).informed = ['sector'];
    },
    'the informed units: ["sector"] in the case, [] on the walk',
  ],
  [
    'a golden case that is delivered elsewhere',
    (golden) => {
      partOfGolden(golden, 0).deliverTo = 'international-affairs';
    },
    'where it is delivered: "international-affairs" in the case, "service-development" on the walk',
  ],
  [
    'a golden case that forgets what is dropped',
    (golden) => {
      partOfGolden(golden, 5).dropped = ['tool'];
    },
    'what is dropped: ["tool"] in the case, ["tool","towing-licence"] on the walk',
  ],
  [
    'a golden case that is asked what it should not be',
    (golden) => {
      partOfGolden(golden, 0).notAsked = ['days'];
    },
    'what is asked though it should not be: [] in the case, ["days"] on the walk',
  ],
  [
    'a golden case with an answer to what is not asked',
    (golden) => {
      partOfGolden(golden, 0).answers.helper = true;
    },
    'what is answered though it is not asked: [] in the case, ["helper"] on the walk',
  ],
  [
    'a golden case with an answer to nothing',
    (golden) => {
      partOfGolden(golden, 0).answers.colour = 'red';
    },
    'It answers what the process does not have: colour',
  ],
  [
    'a golden case without an answer to a question',
    (golden) => {
      delete partOfGolden(golden, 0).answers.tool;
    },
    'The walk asks "tool", and no answer to it is given',
  ],
  [
    'a golden case without an answer that the routing looks at',
    (golden) => {
      delete partOfGolden(golden, 0).answers['main-theme'];
    },
    'It does not say what "main-theme" is answered',
  ],
  [
    'a golden case with an answer that its item does not take',
    (golden) => {
      partOfGolden(golden, 0).answers.days = 365;
    },
    '"loan" is not accepted: {"days":"out-of-range"}',
  ],
  [
    'an outcome without a golden case',
    (golden) => {
      golden.splice(3, 1);
    },
    'No golden case shows the outcome "not-yet"',
  ],
  [
    'a routing rule without a golden case',
    (golden) => {
      golden.splice(4, 1);
    },
    'No golden case shows the routing rule "trailer-keeper"',
  ],
];

function partOfGolden(golden: GoldenCase[], index: number): GoldenCase {
  return found(golden[index]);
}

it.each(DEFECTS)('the check finds %s', (_, breakIt, told) => {
  expect(checked((_process, golden) => breakIt(golden)).join('\n')).toContain(told);
});
