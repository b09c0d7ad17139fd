import type { Item, ProcessFile } from '../../bot/domain/process/process';
import { loadDirectory, loadModel, TOY_PROCESSES } from '../fixtures/model';
import { checked, file, itemOf, partOf, TOY, type ToyProcess } from './broken-toy';
import { checkProcess } from './check-process';
import { exploreWalks } from './explore-walks';

const directory = loadDirectory();
const nothing = () => {};
/** Something that is written down with a step. */
const NOTED: Item = { id: 'noted', type: 'text', source: 'product', personal: true, required: false, maxLength: 100 };

it('the toy process as it is has no problem', () => {
  expect(checked(nothing)).toEqual([]);
});

it('every problem says where it is, what it is, why it matters and how to mend it', () => {
  const problems = checked((process) => {
    itemOf(process, 'towing-licence').when = { answer: 'tol', is: 'trailer' };
  });
  expect(problems).toEqual([
    'lending-library: Item "towing-licence" looks at "tol", which is not an item of the process. ' +
      'Why it matters: the comparison would never hold. To mend it: correct the id, or add the item.',
  ]);
});

describe('What does not fit the schema is told with its place:', () => {
  it('a process that is no process', () => {
    expect(checked(nothing, { process: [] })[0]).toContain('process.json does not fit its schema at its top');
  });

  it('a source that names no section of the model', () => {
    const problems = checked((process) => {
      itemOf(process, 'member').source = 'somewhere';
    });
    expect(problems[0]).toContain('does not fit its schema at sections.0.items.0.source');
  });

  it('a source that is empty', () => {
    const problems = checked((process) => {
      partOf(process.outcomes, 'lend').source = '';
    });
    expect(problems[0]).toContain('does not fit its schema at outcomes.1.source');
  });

  it('an outcome that holds by nothing, or in two ways', () => {
    const either = 'an outcome holds by "when" or by its "traits"';
    const broken = (change: object) => checked((process) => Object.assign(partOf(process.outcomes, 'lend'), change));
    expect(broken({ when: undefined })[0]).toContain(either);
    expect(broken({ traits: [{ all: [] }] })[0]).toContain(either);
  });

  it('a day with no first or last year', () => {
    const problems = checked((process) => {
      Object.assign(itemOf(process, 'from'), { years: { back: -1 } });
    });
    expect(problems[0]).toContain('does not fit its schema');
    expect(problems[0]).toContain('years');
  });

  it('golden cases that are missing', () => {
    expect(checked(nothing, { golden: undefined })[0]).toContain('golden.json is missing or not readable at its top');
  });
});

const DEFECTS: readonly [string, (process: ToyProcess) => void, string][] = [
  [
    'a folder that is not called like its process',
    (process) => {
      process.id = 'library';
    },
    'The folder is called "lending-library", the process in it "library"',
  ],
  [
    'an item id that is used twice',
    (process) => {
      itemOf(process, 'helper').id = 'trained';
    },
    'The id "trained" is used twice as item',
  ],
  [
    'a section id that is used twice',
    (process) => {
      partOf(process.sections, 'long-loan').id = 'loan';
    },
    'The id "loan" is used twice as section',
  ],
  [
    'an outcome id that is used twice',
    (process) => {
      partOf(process.outcomes, 'not-yet').id = 'lend';
    },
    'The id "lend" is used twice as outcome',
  ],
  [
    'a routing rule id that is used twice',
    (process) => {
      partOf(process.routing.informed, 'trailer-keeper').id = 'main-theme';
    },
    'The id "main-theme" is used twice as routing rule',
  ],
  [
    'a choice id that is used twice',
    (process) => {
      const tool = itemOf(process, 'tool');
      if (tool.type === 'choice' && Array.isArray(tool.choices)) tool.choices.push({ id: 'drill' });
    },
    'The id "drill" is used twice as choice of item "tool"',
  ],
  [
    'a contradiction between answers that nobody gives',
    (process) => {
      const when = { answer: 'member', is: false } as const;
      process.contradictions = [{ id: 'stranger', source: 'product', when, between: ['member', 'card'] }];
    },
    'Contradiction "stranger" is between "card" and others, which is not an item of the process',
  ],
  [
    'a hand-over that leads nowhere',
    (process) => {
      const when = { answer: 'member', is: false } as const;
      process.handsOver = [{ id: 'stranger', source: 'product', to: 'joining', when, answers: {} }];
    },
    'Hand-over "stranger" leads to "joining", which is no other process of the city',
  ],
  [
    'a form that is called like an item',
    (process) => {
      partOf(process.sections, 'loan').id = 'member';
    },
    '"member" is the id of an item and of another card of the walk',
  ],
  [
    'a yes-no item in a form',
    (process) => {
      partOf(process.sections, 'safety').show = 'form';
    },
    'Item "trained" (yes-no) cannot stand in section "safety" (form)',
  ],
  [
    'a choice that need not be made, and is to be made by one press',
    (process) => {
      const tool = itemOf(process, 'tool');
      if (tool.type === 'choice') tool.required = false;
    },
    'Item "tool" (choice) cannot stand in section "wish" (one-by-one)',
  ],
  [
    'a condition on an item that is asked only later',
    (process) => {
      itemOf(process, 'tool').when = { answer: 'trained', is: true };
    },
    'Item "tool" looks at "trained", which is asked only later',
  ],
  [
    'what follows from an answer that is given later',
    (process) => {
      Object.assign(itemOf(process, 'member'), { follows: { answer: 'tool', in: ['drill'], value: true } });
    },
    'What item "member" follows from looks at "tool", which is asked only later',
  ],
  [
    'what follows from an answer that nobody gives',
    (process) => {
      Object.assign(itemOf(process, 'trained'), { follows: { answer: 'tool', in: ['spade'], value: true } });
    },
    'What item "trained" follows from compares "tool" with "spade", which is never its answer',
  ],
  [
    'an outcome that depends on what is asked after it was shown',
    (process) => {
      partOf(process.outcomes, 'lend').when = { answer: 'days', is: 3 };
    },
    'Outcome "lend" looks at "days", which is asked only later',
  ],
  [
    'advice that depends on what is asked after it was shown',
    (process) => {
      partOf(partOf(process.outcomes, 'lend').advice, 'charge-battery').when = { answer: 'days', is: 3 };
    },
    'Advice "charge-battery" of outcome "lend" looks at "days", which is asked only later',
  ],
  [
    'a condition on a choice that does not exist, inside other conditions',
    (process) => {
      partOf(process.sections, 'safety').when = { not: { any: [{ all: [{ answer: 'tool', in: ['spade'] }] }] } };
    },
    'Section "safety" compares "tool" with "spade", which is never its answer',
  ],
  [
    'a count of what is no yes-no',
    (process) => {
      partOf(process.outcomes, 'lend').when = { count: ['trained', 'tool'], is: true, atLeast: 2 };
    },
    'Outcome "lend" compares "tool" with true, which is never its answer',
  ],
  [
    'a condition on a theme that the directory does not have',
    (process) => {
      partOf(process.routing.responsible, 'refusals-to-desk').when = { answer: 'main-theme', is: 'gardening' };
    },
    'Routing rule "refusals-to-desk" compares "main-theme" with "gardening", which is never its answer',
  ],
  [
    'a condition on an outcome that does not exist',
    (process) => {
      itemOf(process, 'instead').when = { answer: 'verdict', is: 'refused' };
    },
    'Item "instead" compares "verdict" with "refused", which is never its answer',
  ],
  [
    'a condition on a number out of its range',
    (process) => {
      partOf(process.sections, 'long-loan').when = { answer: 'days', in: [28, 29] };
    },
    'Section "long-loan" compares "days" with 29, which is never its answer',
  ],
  [
    'a condition on several choices, for which the vocabulary has no word',
    (process) => {
      partOf(process.sections, 'long-loan').when = { answer: 'extras', is: 'oil' };
    },
    'Section "long-loan" compares "extras" with "oil", which is never its answer',
  ],
  [
    'a predicate that does not exist',
    (process) => {
      partOf(process.routing.responsible, 'outside-group').when = { predicate: 'full-moon' };
    },
    'Routing rule "outside-group" uses the predicate "full-moon", which does not exist',
  ],
  [
    'a title from an item that does not exist',
    (process) => {
      process.title.from = 'home';
    },
    'The title takes "from" from "home", which is not an item of the process',
  ],
  [
    'a day of a title, of several, that does not exist',
    (process) => {
      process.title.date = ['other-day', 'from'];
    },
    'The title takes "date" from "other-day", which is not an item of the process',
  ],
  [
    'a week beside a question that is asked before its theme and day',
    (process) => {
      const member = itemOf(process, 'member');
      if (member.type === 'yes-no') member.beside = { unitOfTheme: 'main-theme', day: 'from' };
    },
    'Beside item "member" stands the week of "main-theme" and "from", which are not asked before it',
  ],
  [
    'a choice for sister cities that there is not',
    (process) => {
      const tool = itemOf(process, 'tool');
      if (tool.type === 'choice') tool.sisterCity = { choose: 'ladder', insteadOf: ['spade'] };
    },
    'Item "tool" fills in "spade" for a sister city, or in the place of it, which is not one of its choices',
  ],
  [
    'a date that may not lie before what is no date',
    (process) => {
      const until = itemOf(process, 'until');
      if (until.type === 'date') until.notBefore = 'days';
    },
    'Item "until" may not lie before "days", which is not an earlier date of the process',
  ],
  [
    'a number that nothing fits',
    (process) => {
      const days = itemOf(process, 'days');
      if (days.type === 'number') days.min = 40;
    },
    'No whole number fits item "days"',
  ],
  [
    'a rule that asks the matrix about no kind of guest',
    (process) => {
      partOf(process.routing.informed, 'trailer-keeper').to = { unit: 'sustainable-development', markedFor: 'extras' };
    },
    'Routing rule "trailer-keeper" asks the matrix about "extras", which is not an item with one choice',
  ],
  [
    'a matrix of what has no rows in it',
    (process) => {
      partOf(process.outcomes, 'lend').shows = { dignitaryMatrix: 'tool' };
    },
    'Outcome "lend" shows the matrix of "tool", whose choices do not all have a row in it',
  ],
  [
    'a class without another one to compare it with',
    (process) => {
      const { when, ...lend } = partOf(process.outcomes, 'lend');
      const outcomes: ProcessFile['outcomes'] = process.outcomes;
      outcomes[process.outcomes.findIndex(({ id }) => id === 'lend')] = { ...lend, traits: [when] };
    },
    'Only one outcome is described by its traits',
  ],
  [
    'a routing rule to a unit that does not exist',
    (process) => {
      partOf(process.routing.informed, 'trailer-keeper').to = { unit: 'garage' };
    },
    'Routing rule "trailer-keeper" names unit "garage", which the directory does not have',
  ],
  [
    'a routing rule by the theme of what is no theme',
    (process) => {
      partOf(process.routing.responsible, 'main-theme').to = { unitOfTheme: 'tool' };
    },
    'Routing rule "main-theme" takes the unit of the theme in "tool", which is not an item that asks for themes',
  ],
  [
    'more text than a draft can hold',
    (process) => {
      const more = (id: string): Item => ({
        id,
        type: 'text',
        personal: true,
        source: 'product',
        required: false,
        maxLength: 4000,
      });
      partOf(process.sections, 'loan').items.push(more('a'), more('b'), more('c'), more('d'), more('e'));
    },
    'The texts of the process may hold 20600 characters in all, more than 20000',
  ],
  [
    'an item that nobody is asked',
    (process) => {
      const never = {
        all: [
          { answer: 'tool', is: 'drill' },
          { answer: 'tool', is: 'ladder' },
        ],
      };
      itemOf(process, 'instead').when = never;
    },
    'No walk reaches item "instead"',
  ],
  [
    'a choice that nobody can choose',
    (process) => {
      const extras = itemOf(process, 'extras');
      if (extras.type !== 'choices' || !Array.isArray(extras.choices)) return;
      partOf(extras.choices, 'oil').when = { not: { any: [{ answer: 'member', in: [true, false] }] } };
    },
    'No walk reaches choice "extras.oil"',
  ],
  [
    'an outcome that never comes out',
    (process) => {
      partOf(process.outcomes, 'lend').when = { all: [] };
      itemOf(process, 'instead').when = { answer: 'verdict', is: 'lend' };
    },
    'No walk reaches outcome "not-yet"',
  ],
  [
    'a routing rule that never holds',
    (process) => {
      partOf(process.routing.responsible, 'refusals-to-desk').when = { all: [] };
    },
    'No walk reaches routing rule "outside-group"',
  ],
  [
    'a walk without an outcome',
    (process) => {
      partOf(process.outcomes, 'not-yet').when = { answer: 'tool', is: 'chainsaw' };
    },
    'Nobody gets past "verdict"',
  ],
  [
    'a walk without a responsible unit',
    (process) => {
      partOf(process.routing.responsible, 'main-theme').when = { answer: 'tool', is: 'drill' };
    },
    'A walk ends without a responsible unit',
  ],
  [
    'a responsible unit by a theme that need not be chosen',
    (process) => {
      const theme = itemOf(process, 'main-theme');
      if (theme.type === 'choice') theme.required = false;
      partOf(process.routing.responsible, 'outside-group').when = { answer: 'tool', is: 'trailer' };
    },
    'A walk ends without a responsible unit',
  ],
  [
    'a question whose choices are all gone',
    (process) => {
      const tool = itemOf(process, 'tool');
      if (tool.type !== 'choice' || !Array.isArray(tool.choices)) return;
      for (const choice of tool.choices) choice.when = { answer: 'member', is: true };
    },
    'Nobody gets past "tool" with the answers {"member":false}',
  ],
];

it.each(DEFECTS)('the check finds %s', (_, breakIt, told) => {
  expect(checked(breakIt).join('\n')).toContain(told);
});

describe('Of the words, the check finds', () => {
  const words = { fi: { name: 'Nimi', start: ['a'] }, sv: { name: 'Namn', start: ['a', 'b'] }, en: { name: 'Name' } };

  it('a key that one language lacks', () => {
    expect(checked(nothing, { words })).toEqual([
      'lending-library: en.json has no "start", which another language has. ' +
        'Why it matters: a person who reads this language would see no words there. ' +
        'To mend it: add it to en.json, or take it away from the others.',
    ]);
  });

  it('a language that is missing', () => {
    const problems = checked(nothing, { words: { ...words, sv: undefined } }).join('\n');
    expect(problems).toContain('sv.json has no "name"');
  });

  it('nothing while none is written', () => {
    expect(checked(nothing, { words: { fi: undefined, sv: undefined, en: undefined } })).toEqual([]);
  });
});

it('a follow-up list that asks nothing is found', () => {
  const problems = checked((process) => {
    process.followUp = 'nothing';
  });
  expect(problems).toEqual([expect.stringContaining('The follow-up list "nothing" does not exist, or asks nothing')]);
});

it('a responsible person who is named where no person is asked for is found', () => {
  const problems = checked((process) => {
    process.appoints = { item: 'nothing', source: 'M 3.3' };
  });
  expect(problems).toEqual([expect.stringContaining('named in "nothing", which asks for no person')]);
});

it.each<[string, Partial<ToyProcess['forms'][number]>, string]>([
  ['at a step of another life', { at: ['agree'] }, 'asked at "agree", which is no step of the life "visit"'],
  ['until a day that it does not ask for', { until: 'some-day' }, 'in force until "some-day", which is no date of it'],
  ['with the name of what a press carries', { items: [{ ...NOTED, id: 'unit' }] }, 'has the name of something else'],
])('a form that is asked %s is found', (_, broken, found) => {
  const problems = checked(
    (process) => {
      process.forms = [{ id: 'report', source: 'product', at: ['plan'], items: [NOTED], ...broken }];
    },
    { words: { fi: undefined, sv: undefined, en: undefined } },
  );
  expect(problems).toEqual([expect.stringContaining(found)]);
});

it('a theme whose unit is not in the directory is found', () => {
  const process = file('process');
  const units = directory.units.filter((unit) => unit.id !== 'espoo-marketing-leisure');
  const words = { fi: undefined, sv: undefined, en: undefined };
  const problems = checkProcess({ folder: TOY, process, golden: file('golden'), words }, { ...directory, units });
  expect(problems.join('\n')).toContain('Theme "leisure-travel" belongs to unit "espoo-marketing-leisure"');
});

it('a search that grows beyond its cap says so instead of passing', () => {
  expect(exploreWalks(loadModel(TOY, TOY_PROCESSES), 10).problems.join('\n')).toContain(
    'The search through the process was given up after 10 different moments',
  );
});
