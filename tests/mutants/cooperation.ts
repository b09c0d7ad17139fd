/** Partnerships, networks, events and statements: what follows, what is nearest, who is told, what is compared. */
import type { Mutant } from './mutant';

const PROCESSES = 'bot/city/espoo/processes';

export const mutants: readonly Mutant[] = [
  {
    without: 'what follows from another answer is asked all the same',
    file: 'bot/domain/walk/replay.ts',
    search: '  return evaluate({ answer, in: values }, facts) === true ? value : undefined;',
    replacement: '  return undefined;',
    test: 'tests/domain/walk/follows.test.ts',
  },
  {
    without: 'what was filled in is kept as if somebody had said it, and stays when the answer behind it changes',
    file: 'bot/domain/walk/checklist.ts',
    search: 'goingOn(state, givenAnswers(position))',
    replacement: 'goingOn(state, { ...position.facts.answers })',
    test: 'tests/domain/walk/follows.test.ts',
  },
  {
    without: 'any answer can be changed from a card after it',
    file: 'bot/domain/walk/checklist.ts',
    search: 'return position.followed.has(item) && reached',
    replacement: 'return reached',
    test: 'tests/domain/walk/follows.test.ts',
  },
  {
    without: 'a case that is changed keeps what was filled in as said',
    file: 'bot/domain/case/filled-in/edit.ts',
    search: 'state: { answers: withoutFollowing(model, made.answers) },',
    replacement: 'state: { answers: made.answers },',
    test: 'tests/features/walk/filled-in.test.ts',
    named: 'in en',
  },
  {
    without: 'nobody is told what was filled in, nor why',
    file: 'bot/cards/walk/walk.ts',
    search: '...filledInBefore(view).map((item) => filledInText(kit, view, item))',
    replacement: '',
    test: 'tests/features/walk/filled-in.test.ts',
    named: 'in en',
  },
  {
    without: 'a company that is said not to be commercial is sent without a question',
    file: `${PROCESSES}/partnership-evaluation/process.json`,
    search: '"answer": "partner-kind",\n            "is": "company"',
    replacement: '"answer": "partner-kind",\n            "is": "city"',
    test: 'tests/domain/walk/follows.test.ts',
  },
  {
    without: 'the class with the most traits is nearest, however many it has',
    file: 'bot/domain/walk/nearness.ts',
    search: 'return met.length / rule.traits.length;',
    replacement: 'return met.length;',
    test: 'tests/processes/network-evaluation.test.ts',
  },
  {
    without: 'of two classes that are as near the first is proposed',
    file: 'bot/domain/walk/nearness.ts',
    search: 'most(own) <= least(other)',
    replacement: 'most(own) < least(other)',
    test: 'tests/processes/network-evaluation.test.ts',
  },
  {
    without: 'a class is certain while another can still catch up',
    file: 'bot/domain/walk/nearness.ts',
    search: 'return (met.length + open.length) / rule.traits.length;',
    replacement: 'return met.length / rule.traits.length;',
    test: 'tests/domain/walk/nearness.test.ts',
  },
  {
    without: 'what speaks against a class is not named',
    file: 'bot/domain/walk/explanation.ts',
    search: 'const unmet = isClass(outcome) ? nearest.flatMap((candidate) => candidate.unmet) : [];',
    replacement: 'const unmet: Condition[] = [];',
    test: 'tests/processes/network-evaluation.test.ts',
  },
  {
    without: 'that it is in line with the goals speaks against a network that serves one of them',
    file: 'bot/domain/walk/explanation.ts',
    search: '    facts.asked.get(item) === true\n      ? [item]\n',
    replacement:
      '    facts.asked.get(item) === true\n      ? [item, ...gatesOf(process, item, facts).flatMap((gate) => deciding(gate, facts))]\n',
    test: 'tests/processes/network-evaluation.test.ts',
  },
  {
    without: 'what speaks against a class stands among what speaks for it',
    file: 'bot/cards/parts/explanation.ts',
    search: 'const against = explanation.nearness?.against ?? [];',
    replacement: 'const against: readonly string[] = [];',
    test: 'tests/cards/case/nearest-class.test.ts',
  },
  {
    without: 'the team is not told of a wide partnership',
    file: `${PROCESSES}/partnership-evaluation/process.json`,
    search:
      '"id": "wide",\n        "source": "M 3.1; product",\n        "when": {\n          "answer": "wide",\n          "is": "yes"',
    replacement:
      '"id": "wide",\n        "source": "M 3.1; product",\n        "when": {\n          "answer": "wide",\n          "is": "no"',
    test: 'tests/processes/partnership-evaluation.test.ts',
  },
  {
    without: "the team is not told of a partnership in the city's name",
    file: `${PROCESSES}/partnership-evaluation/process.json`,
    search:
      '"id": "in-city-name",\n        "source": "M 3.1; product",\n        "when": {\n          "answer": "in-city-name",\n          "is": "yes"',
    replacement:
      '"id": "in-city-name",\n        "source": "M 3.1; product",\n        "when": {\n          "answer": "in-city-name",\n          "is": "no"',
    test: 'tests/processes/partnership-evaluation.test.ts',
  },
  {
    without: 'communications are not told of a statement',
    file: `${PROCESSES}/advocacy/process.json`,
    search: '"unit": "communications"',
    replacement: '"unit": "security"',
    test: 'tests/processes/advocacy.test.ts',
  },
  {
    without: 'every event is the mayor’s to decide',
    file: `${PROCESSES}/event-proposal/process.json`,
    search:
      '"id": "decision",\n          "source": "M 3, events",\n          "when": {\n            "answer": "significant",\n            "is": true\n          },\n',
    replacement: '"id": "decision",\n          "source": "M 3, events",\n',
    test: 'tests/processes/event-proposal.test.ts',
  },
  {
    without: 'an event is compared with itself',
    file: 'bot/domain/listing/comparison.ts',
    search: 'line.number !== number && ',
    replacement: '',
    test: 'tests/domain/listing/comparison.test.ts',
  },
  {
    without: 'an event is compared with one of another tenant',
    file: 'bot/domain/listing/comparison.ts',
    search: 'line.tenant === tenant && ',
    replacement: '',
    test: 'tests/domain/listing/comparison.test.ts',
  },
  {
    without: 'words that were recorded once pass for a figure',
    file: 'bot/domain/listing/comparison.ts',
    search: "return typeof figure === 'number' ? [[item, figure]] : [];",
    replacement: 'return figure === undefined ? [] : [[item, Number(figure)]];',
    test: 'tests/domain/listing/comparison.test.ts',
  },
  {
    without: 'a case with figures cannot be found by the next one',
    file: 'bot/adapters/tables/register/register-keys.ts',
    search: '...(line.figures === undefined ? [] : [figuresPartition(line.process)]),',
    replacement: '',
    test: 'tests/features/case/figures-beside.test.ts',
    named: 'beside the form',
  },
  {
    without: 'a form waits for the register, and fails with it',
    file: 'bot/features/case/comparable.ts',
    search: '      return undefined;\n    });',
    replacement: '      throw cause;\n    });',
    test: 'tests/features/case/figures-beside.test.ts',
    named: 'cannot be read',
  },
];
