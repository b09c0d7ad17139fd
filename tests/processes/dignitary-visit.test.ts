/** The visit of a foreign dignitary (M 3.3), played as an employee walks through it. */

import { route } from '../../bot/domain/case/routing';
import { changeTodo, dayAfter, firstTodos } from '../../bot/domain/case/todo';
import { dignitaryRow } from '../../bot/domain/directory/dignitary-matrix';
import { LANGUAGES, type Language } from '../../bot/domain/language/language';
import type { Answers } from '../../bot/domain/process/answers';
import { explain } from '../../bot/domain/walk/explanation';
import { loadModel, walk } from '../fixtures/model';
import { carried, unlisted } from './carried-by';
import { startWords, understandingOf } from './start-words';

const visit = loadModel('dignitary-visit');
const KINDS = ['royalty', 'head-of-state', 'ambassador', 'minister', 'international-organisation', 'other-dignitary'];
const SENDERS = ['office-of-the-president', 'foreign-ministry-protocol', 'ministry', 'embassy', 'other'];
const MINISTER: Answers = {
  foreign: true,
  kind: 'minister',
  'requested-by': 'ministry',
  'main-theme': 'sustainable-development',
};
const STATE_VISIT: Answers = { ...MINISTER, kind: 'head-of-state', 'state-visit': true };
const WHO = { id: 'somebody', name: 'Aino Esimerkki' };
const NOW = new Date('2026-01-15T10:00:00Z');

function ended(answers: Answers): Answers {
  return walk(visit).finish(answers).answers;
}

function cards(answers: Answers): readonly string[] {
  return walk(visit)
    .finish(answers)
    .position.steps.map((step) => step.id);
}

function keys(answers: Answers, list: string): readonly string[] {
  return firstTodos(visit, ended(answers))
    .map(({ key }) => key)
    .filter((key) => key.startsWith(`${list}.`));
}

describe('Every foreign dignitary', () => {
  it('is received, whatever kind of guest, whoever sends the request, on a state visit or not', () => {
    for (const kind of KINDS) {
      for (const sender of SENDERS) {
        for (const stateVisit of ['royalty', 'head-of-state'].includes(kind) ? [true, false] : [undefined]) {
          const guest = { ...MINISTER, kind, 'requested-by': sender };
          const answers = stateVisit === undefined ? guest : { ...guest, 'state-visit': stateVisit };
          const end = walk(visit).finish(answers);
          expect([answers, end.outcome]).toEqual([answers, 'receive']);
          expect(route(visit, end.answers).responsible.unit).toBe('international-affairs');
        }
      }
    }
  });

  it.each([
    ['royalty', 5],
    ['head-of-state', 5],
    ['ambassador', 4],
    ['minister', 3],
    ['international-organisation', 3],
    ['other-dignitary', 3],
  ])(
    'of the kind %s is shown with %i of five roles marked, and only what the source tells is a yes',
    (kind, marked) => {
      const rule = visit.process.outcomes.find(({ id }) => id === 'receive');
      expect(rule?.shows).toEqual({ dignitaryMatrix: 'kind' });
      const row = dignitaryRow(visit.directory, kind);
      expect(row?.marked).toBe(marked);
      const told = Object.entries(row?.parties ?? {}).filter(([, part]) => part === 'yes');
      expect(told.map(([unit]) => unit)).toEqual(
        marked === 5 ? Object.keys(row?.parties ?? {}) : ['international-affairs'],
      );
    },
  );

  it('is met with one recommendation before any form is filled in', () => {
    const asked = walk(visit).answer('foreign', true).answer('kind', 'ambassador').answer('requested-by', 'embassy');
    expect(asked.at).toBe('result');
    expect(asked.outcome).toBe('receive');
    expect(asked.acknowledge().at).toBe('responsibility');
  });

  it('has one responsible person: without one, the walk does not go on', () => {
    const form = walk(visit).play({ foreign: true, kind: 'minister', 'requested-by': 'ministry' });
    expect(form.at).toBe('responsibility');
    expect(() => form.fill('responsibility', { 'responsible-person': '' })).toThrow('missing');
    expect(form.fill('responsibility', { 'responsible-person': 'Aino Esimerkki' }).at).toBe('visitor');
  });

  it('is asked about in this order', () => {
    expect(cards(MINISTER)).toEqual([
      'foreign',
      'kind',
      'requested-by',
      'result',
      'responsibility',
      'visitor',
      'programme',
      'theme',
      'summary',
    ]);
  });
});

describe('A state visit', () => {
  it.each(['royalty', 'head-of-state'])('is asked about when the guest is of the kind %s', (kind) => {
    const asked = walk(visit).play({ foreign: true, kind, 'requested-by': 'embassy' });
    expect(asked.at).toBe('state-visit');
    for (const answer of [true, false]) expect(asked.answer('state-visit', answer).at).toBe('result');
  });

  it.each(['ambassador', 'minister', 'international-organisation', 'other-dignitary'])(
    'is not asked about when the guest is of the kind %s',
    (kind) => {
      expect(cards({ ...MINISTER, kind })).not.toContain('state-visit');
    },
  );

  it('has all twelve points to find out, and any other visit eleven: no delegation to ask about', () => {
    const state = keys(STATE_VISIT, 'to-find-out');
    const other = keys({ ...STATE_VISIT, 'state-visit': false }, 'to-find-out');
    expect(state).toHaveLength(12);
    expect(other).toEqual(state.filter((key) => key !== 'to-find-out.state-delegation'));
    expect(keys(MINISTER, 'to-find-out')).toEqual(other);
  });

  it('is ticked off only when it is known which delegation comes', () => {
    const key = 'to-find-out.state-delegation';
    const todos = firstTodos(visit, ended(STATE_VISIT));
    expect(changeTodo({ process: visit.process, todos }, key, { type: 'tick' }, { who: WHO, now: NOW })).toEqual({
      reason: 'incomplete',
      needs: ['form'],
    });
  });
});

describe('A Finnish guest', () => {
  const finnish = walk(visit).finish({ foreign: false });

  it('is outside the guidance, which is said at once', () => {
    const asked = walk(visit).answer('foreign', false);
    expect(asked.at).toBe('result');
    expect(asked.outcome).toBe('finnish-guest');
  });

  it('can still be recorded, with the international affairs team and no to-dos', () => {
    expect(finnish.position.steps.map(({ id }) => id)).toEqual([
      'foreign',
      'result',
      'visitor',
      'programme',
      'summary',
    ]);
    const { responsible, informed } = route(visit, finnish.answers);
    expect([responsible.unit, informed]).toEqual(['international-affairs', []]);
    expect(firstTodos(visit, finnish.answers)).toEqual([]);
    expect(finnish.submit().effects).toEqual([{ type: 'submitted' }]);
  });

  it('who is foreign after all is asked everything else, and keeps what was written', () => {
    const changed = finnish.change('foreign').answer('foreign', true);
    expect(changed.at).toBe('kind');
    expect(changed.dropped).toEqual([]);
    const on = changed.answer('kind', 'minister').answer('requested-by', 'embassy').acknowledge();
    expect([on.at, on.answers.organisation]).toEqual(['responsibility', finnish.answers.organisation]);
  });

  it('or being none of the kinds is all that would change the recommendation of a dignitary, and the other way round', () => {
    expect(explain(visit, ended(MINISTER))?.flips).toEqual([
      { item: 'foreign', to: false, outcome: 'finnish-guest' },
      { item: 'kind', to: 'none-of-these', outcome: 'not-a-dignitary' },
    ]);
    expect(explain(visit, finnish.answers)?.flips).toEqual([{ item: 'foreign', to: true, outcome: 'open' }]);
  });
});

describe('Who gets to know', () => {
  it('are the unit of high-ranking guests, the unit of the main theme and those of the other themes', () => {
    const { informed } = route(visit, ended({ ...MINISTER, 'other-themes': ['business', 'innovation', 'congresses'] }));
    expect(informed.map(({ rule, unit }) => [rule, unit])).toEqual([
      ['high-ranking-guests', 'economic-and-urban-development'],
      ['main-theme', 'sustainable-development'],
      ['other-theme', 'espoo-marketing-business'],
      ['other-theme', 'espoo-marketing-congresses'],
    ]);
  });

  it.each(['royalty', 'head-of-state', 'ambassador', 'minister', 'international-organisation', 'other-dignitary'])(
    'are all parties that the matrix marks for the kind %s, and nobody who is to be confirmed',
    (kind) => {
      const answers = walk(visit).finish({ ...MINISTER, kind, 'state-visit': true }).answers;
      const row = dignitaryRow(visit.directory, kind);
      const told = (directory: typeof visit.directory) =>
        route({ ...visit, directory }, answers)
          .informed.filter(({ rule }) => rule.startsWith('matrix-'))
          .map(({ unit }) => unit);
      const marked = Object.keys(row?.parties ?? {}).filter((unit) => row?.parties[unit] === 'yes');
      expect(told(visit.directory)).toEqual(marked.filter((unit) => unit !== 'international-affairs'));
      // Whatever the team settles, each party alone.
      for (const unit of ['mayor', 'communications', 'kajo-kh', 'security']) {
        const parties = {
          ...Object.fromEntries(Object.keys(row?.parties ?? {}).map((id) => [id, 'no'])),
          [unit]: 'yes',
        };
        const dignitaryMatrix = visit.directory.dignitaryMatrix.map((one) =>
          one.id === row?.id ? { ...one, parties: parties as typeof one.parties } : one,
        );
        expect(told({ ...visit.directory, dignitaryMatrix })).toEqual([unit]);
      }
    },
  );

  it('is the sector by its name when the theme is its own field, forgotten when it is not', () => {
    const own = walk(visit).finish({ ...MINISTER, 'main-theme': 'sector-substance', sector: 'Growth and learning' });
    expect(own.position.steps.map(({ id }) => id)).toContain('owner');
    expect(own.change('theme').fill('theme', { 'main-theme': 'open-data' }).dropped).toEqual(['sector']);
  });
});

describe('The lists', () => {
  it('hold twelve points to find out, four to agree and four for afterwards', () => {
    expect(['to-find-out', 'to-agree', 'after'].map((list) => keys(STATE_VISIT, list).length)).toEqual([12, 4, 4]);
  });

  it('begin with telling the arranging party who is responsible, where that has not been done', () => {
    const not = keys({ ...MINISTER, 'arranger-told': 'not-yet' }, 'first-steps');
    expect(not).toContain('first-steps.tell-arranger');
    expect(keys({ ...MINISTER, 'arranger-told': 'told' }, 'first-steps')).toEqual(not.slice(1));
  });

  it('are dated backwards from the arrival and onwards from the departure, gifts before flags', () => {
    const dates = { arrival: '2026-06-10', departure: '2026-06-12' };
    const todos = firstTodos(visit, ended({ ...STATE_VISIT, ...dates }));
    for (const { key, due = '' } of todos) {
      const dated = key.startsWith('after.') ? due > dates.departure : due < dates.arrival;
      expect([key, dated]).toEqual([key, true]);
    }
    const due = (key: string) => todos.find((todo) => todo.key === key)?.due ?? '';
    expect(due('to-find-out.gifts')).toBe(dayAfter(dates.arrival, -42));
    expect(due('to-find-out.gifts') < due('to-find-out.flags')).toBe(true);
  });

  it('have no dates while the visit has none', () => {
    expect(firstTodos(visit, ended(MINISTER)).filter(({ due }) => due !== undefined)).toEqual([]);
  });

  it.each(['to-agree.material', 'to-agree.speeches'])('name who owns it before %s counts as done', (key) => {
    const todos = firstTodos(visit, ended(MINISTER));
    const tick = (list: typeof todos) =>
      changeTodo({ process: visit.process, todos: list }, key, { type: 'tick' }, { who: WHO, now: NOW });
    expect(tick(todos)).toEqual({ reason: 'incomplete', needs: ['person'] });
    const named = todos.map((todo) => (todo.key === key ? { ...todo, person: 'Aino Esimerkki' } : todo));
    expect(tick(named)).toMatchObject({ key, done: { by: WHO } });
  });
});

describe('The words that begin it', () => {
  const understand = understandingOf('visit-request', 'dignitary-visit', 'event-proposal');

  it.each<readonly [Language, string, string]>([
    ['fi', 'Arvovieras tulossa, mitä teen?', 'dignitary-visit'],
    ['fi', 'uusi arvovierailu', 'dignitary-visit'],
    ['fi', 'Viron suurlähettiläs haluaa tulla vierailulle', 'dignitary-visit'],
    ['fi', 'uusi vierailupyyntö', 'visit-request'],
    ['fi', 'japanilainen ryhmä haluaa tulla vierailulle', 'visit-request'],
    ['sv', 'vi väntar en högt uppsatt gäst', 'dignitary-visit'],
    ['sv', 'En minister från Norge vill komma på besök', 'dignitary-visit'],
    ['sv', 'någon vill komma på besök', 'visit-request'],
    ['en', 'I have a dignitary visit', 'dignitary-visit'],
    ['en', 'a visit request from a dignitary', 'dignitary-visit'],
    ['en', "The ambassador's visit in May", 'dignitary-visit'],
    ['en', 'a delegation from Korea wants to visit us', 'visit-request'],
    ['en', 'new visit request', 'visit-request'],
  ])('in %s: "%s" begins %s', (language, text, process) => {
    expect(understand(text, language)).toMatchObject({ kind: 'start', process });
  });

  it('each begin it and nothing else', () => {
    for (const language of LANGUAGES) {
      for (const phrase of startWords('dignitary-visit', language)) {
        expect([phrase, understand(phrase, language)]).toMatchObject([
          phrase,
          { process: 'dignitary-visit', language },
        ]);
      }
    }
  });
});

/** What M 3.3 says, sentence by sentence, where the folder carries it, and its source there. */
const SECTION: readonly (readonly [rule: string, place: string, source: string])[] = [
  ['dignitaries are always received where at all possible', 'outcome receive', 'M 3.3'],
  ['royalty', 'choice kind.royalty', 'M 3.3'],
  ['heads of state', 'choice kind.head-of-state', 'M 3.3'],
  ['ambassadors', 'choice kind.ambassador', 'M 3.3'],
  ['ministers', 'choice kind.minister', 'M 3.3'],
  ['senior people of international organisations', 'choice kind.international-organisation', 'M 3.3'],
  ['others important to the city or key stakeholders', 'choice kind.other-dignitary', 'M 3.3'],
  ['the request comes from the Office of the President', 'choice requested-by.office-of-the-president', 'M 3.3'],
  ['or the protocol department', 'choice requested-by.foreign-ministry-protocol', 'M 3.3'],
  ['or a ministry', 'choice requested-by.ministry', 'M 3.3'],
  ['or an embassy', 'choice requested-by.embassy', 'M 3.3'],
  ['foreign guests only', 'item foreign', 'M 3.3'],
  ['not Finnish ambassadors, ministers and so on', 'outcome finnish-guest', 'M 3.3'],
  ['whom to ask then: not said', 'advice finnish-guest.ask-international-affairs', 'product'],
  ['one responsible person is named', 'item responsible-person', 'M 3.3'],
  ['one responsible person is named: as advice', 'advice receive.one-responsible-person', 'M 3.3'],
  ['the arranging party is told who it is', 'item arranger-told', 'M 3.3'],
  ['the arranging party is told who it is: to do', 'todo first-steps.tell-arranger', 'M 3.3'],
  ['the team is always informed', 'routing dignitary-to-international-affairs', 'M 3.3; product'],
  ['who coordinates is agreed with it', 'todo first-steps.agree-coordinator', 'M 3.3'],
  ['who coordinates is agreed with it: the answer', 'field first-steps.agree-coordinator.coordinator', 'M 3.3'],
  ['the responsible person keeps everybody informed', 'advice receive.keep-informed', 'M 3.3'],
  ['planned with the sector of the substance', 'todo first-steps.plan-with-sector', 'M 3.3'],
  ['planned with the sector of the substance: it is told', 'routing main-theme', 'M 3.3'],
  ['matrix: who takes part', 'todo first-steps.participants', 'M 3.3; product'],
  ['find out 1: guest list, or main guest and group size', 'todo to-find-out.guest-list', 'M 3.3'],
  ['find out 1: asked for at once, too', 'item guests', 'M 3.3'],
  ['find out 1: group size', 'item group-size', 'M 3.3'],
  ['find out 2: delegation of a state visit', 'todo to-find-out.state-delegation', 'M 3.3'],
  ['find out 2: official, business or both', 'field to-find-out.state-delegation.delegation', 'M 3.3'],
  ['find out 3: interests and expectations', 'todo to-find-out.interests', 'M 3.3'],
  ['find out 3: they decide who is contacted', 'item interests', 'M 3.3'],
  ['find out 4: language and interpretation', 'todo to-find-out.language', 'M 3.3'],
  ['find out 4: language', 'item visit-language', 'M 3.3'],
  ['find out 4: simultaneous or consecutive', 'item interpretation', 'M 3.3'],
  ['find out 5: whether city leadership is needed', 'todo to-find-out.leadership', 'M 3.3'],
  ['find out 6: forms of address', 'todo to-find-out.addressing', 'M 3.3'],
  ['find out 7: communication', 'todo to-find-out.communication', 'M 3.3'],
  ['find out 8: spouse', 'todo to-find-out.spouse', 'M 3.3'],
  ['find out 9: gifts', 'todo to-find-out.gifts', 'M 3.3'],
  ['find out 10: dietary limits', 'todo to-find-out.dietary', 'M 3.3'],
  ['find out 11: flags', 'todo to-find-out.flags', 'M 3.3'],
  ['find out 12: sharing of costs', 'todo to-find-out.cost-sharing', 'M 3.3'],
  ['agree 1: what we show and tell beyond wishes', 'todo to-agree.show', 'M 3.3'],
  ['agree 2: presentation material', 'todo to-agree.material', 'M 3.3'],
  ['agree 3: speeches', 'todo to-agree.speeches', 'M 3.3'],
  ['agree 4: split of costs', 'todo to-agree.internal-costs', 'M 3.3'],
  ['agree 4: security and the rest', 'advice receive.security-costs', 'M 3.3'],
  ['agree 4: security works with that of the state', 'field to-agree.internal-costs.security-with', 'M 3.3'],
  ['after 1: social media and other communication', 'todo after.social-media', 'M 3.3'],
  ['after 2: media hits with communications', 'todo after.media-hits', 'M 3.3'],
  ['after 3: joint projects and initiatives', 'todo after.initiatives', 'M 3.3'],
  ['after 4: lessons with the arranging team', 'todo after.lessons', 'M 3.3'],
  ['M 1.4: the goals', 'item goals', 'M 1.4'],
  ['who is none of the kinds named is no dignitary', 'outcome not-a-dignitary', 'M 3.3; product'],
  ['M 3.4: who represents Espoo', 'item representatives', 'M 3.4'],
  ['M 3.4: representation and hospitality are agreed', 'todo first-steps.representation', 'M 3.4'],
  ['M 3.4: requests to represent Espoo elsewhere', 'advice receive.represent-elsewhere', 'M 3.4'],
  ['M 3.4: visits go both ways', 'item learn', 'M 3.4'],
];

describe('Compared with M 3.3', () => {
  it('every rule of the section is carried, with its source', () => {
    expect(carried(visit.process, SECTION)).toEqual(SECTION);
  });

  it('every to-do, outcome and piece of advice is a rule of the section, or says that it is ours', () => {
    expect(unlisted(visit.process, SECTION)).toEqual([
      'advice receive.international-affairs-coordinates',
      'advice receive.plan-with-sector',
    ]);
  });
});
