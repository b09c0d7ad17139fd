/**
 * Who gets a matter, told once more from the source alone (M 3.1–3.5, "division of responsibility") and compared with the
 * data of the processes over everything that it depends on. Nothing here is read from a `process.json`.
 */

import { route } from '../../bot/domain/case/routing';
import type { Answers } from '../../bot/domain/process/answers';
import type { Model } from '../../bot/domain/rules/model';
import { replay } from '../../bot/domain/walk/replay';
import { loadDirectory, loadModel, RECEIVED, walk } from '../fixtures/model';
import { goldenCases } from '../playing/process-walk';

const TEAM = 'international-affairs';
const DEVELOPMENT = 'economic-and-urban-development';

/** The group administration's units and their themes, as M 3.4 divides them. */
const GROUP_ADMINISTRATION: Readonly<Record<string, readonly string[]>> = {
  [DEVELOPMENT]: [
    ...['high-ranking-guests', 'sister-cities', 'international-media', 'visit-coordination'],
    ...['international-organisations', 'economic-vitality', 'immigration', 'university-cooperation'],
    'city-level-cooperation',
  ],
  'service-development': ['city-as-a-service', 'make-with-espoo', 'data-analytics', 'open-data', 'experiments'],
  'sustainable-development': ['sustainable-development'],
  'group-administration-team': ['group-administration-substance'],
};
const ESPOO_MARKETING: Readonly<Record<string, readonly string[]>> = {
  'espoo-marketing-business': ['innovation', 'entrepreneurship', 'business', 'research-and-development'],
  'espoo-marketing-leisure': ['leisure-travel'],
  'espoo-marketing-congresses': ['congresses'],
};

const directory = loadDirectory();
const THEMES = directory.themes.map(({ id }) => id);
const KINDS_OF_VISITOR = [
  ...['city', 'sister-or-partner-city', 'state-or-embassy', 'international-organisation', 'university-or-research'],
  ...['company', 'media', 'association', 'other'],
];
const KINDS_OF_DIGNITARY = [
  ...['royalty', 'head-of-state', 'ambassador', 'minister', 'international-organisation', 'other-dignitary'],
];
/** Whose visits belong to Economic and urban development whatever their theme. */
const BY_KIND = ['sister-or-partner-city', 'international-organisation', 'media'];

interface Goes {
  readonly responsible: string;
  readonly informed: readonly string[];
}

/** The unit of a theme, and where in the city it stands; what is named nowhere is a sector's or a unit's. */
function home(theme: string): { readonly unit: string; readonly of: 'group' | 'marketing' | 'sector' } {
  const within = (units: typeof ESPOO_MARKETING) => Object.keys(units).find((unit) => units[unit]?.includes(theme));
  const [group, marketing] = [within(GROUP_ADMINISTRATION), within(ESPOO_MARKETING)];
  if (group !== undefined) return { unit: group, of: 'group' };
  if (marketing !== undefined) return { unit: marketing, of: 'marketing' };
  const unit = directory.themes.find(({ id }) => id === theme)?.unit;
  if (unit === undefined) throw new Error(`Nobody answers for "${theme}".`);
  return { unit, of: 'sector' };
}

function goes(responsible: string, ...informed: readonly string[]): Goes {
  return { responsible, informed: [...new Set(informed)].filter((unit) => unit !== responsible).sort() };
}

function visitGoes(theme: string, kind: string, level: string, dignitary: boolean): Goes {
  const { unit, of } = home(theme);
  const wide = level === 'city-wide' || level === 'state-level';
  // Representation and hospitality of what is wide are agreed with the team.
  const told = [unit, ...(wide ? [TEAM] : []), ...(wide && of === 'marketing' ? [DEVELOPMENT] : [])];
  if (dignitary) return goes(TEAM, DEVELOPMENT, unit);
  if (BY_KIND.includes(kind) || (wide && of === 'sector')) return goes(DEVELOPMENT, ...told);
  return goes(unit, ...told);
}

/** Where the process sends complete answers. */
function sent(model: Model, answers: Answers): Goes {
  const { responsible, informed } = route(model, answers);
  return goes(responsible.unit, ...informed.map(({ unit }) => unit));
}

/** Some complete answers of a process, without any other theme, of which each combination is made. */
function someAnswers(model: Model, found: (answers: Answers) => boolean = () => true): Answers {
  const golden = goldenCases(model.process.id).find(
    ({ answers, change, contradictions }) => !change && !contradictions && !answers['other-themes'] && found(answers),
  );
  if (!golden) throw new Error(`"${model.process.id}" has no golden case to begin with.`);
  return walk(model).finish(golden.answers).answers;
}

describe('A visit', () => {
  const model = loadModel('visit-request');
  const begun = {
    true: someAnswers(model, ({ dignitary }) => dignitary === true),
    false: walk(model).finish({ ...RECEIVED, partner: false }).answers,
  };

  it('goes where the source says, in every combination of theme, kind of visitor, level and dignitary', () => {
    let combinations = 0;
    for (const theme of THEMES) {
      for (const kind of KINDS_OF_VISITOR) {
        for (const level of ['one-sector', 'city-wide', 'state-level']) {
          for (const dignitary of [true, false]) {
            const answers = { ...begun[`${dignitary}`], 'main-theme': theme, 'visitor-kind': kind, level };
            const where = sent(model, answers);
            const expected = visitGoes(theme, kind, level, dignitary);
            expect([theme, kind, level, dignitary, where]).toEqual([theme, kind, level, dignitary, expected]);
            combinations += 1;
          }
        }
      }
    }
    expect(combinations).toBe(THEMES.length * 9 * 3 * 2);
  });

  it('tells the units of all other themes too', () => {
    for (const other of THEMES) {
      const answers = { ...begun.false, 'main-theme': 'innovation', 'other-themes': [other], level: 'one-sector' };
      const expected = goes('espoo-marketing-business', home(other).unit);
      expect([other, sent(model, answers)]).toEqual([other, expected]);
    }
  });
});

it('A dignitary goes to the team whatever the theme and the kind; the unit of high-ranking guests and of the theme are told', () => {
  const model = loadModel('dignitary-visit');
  const begun = someAnswers(model, ({ kind }) => kind === 'minister');
  for (const theme of THEMES) {
    for (const kind of KINDS_OF_DIGNITARY) {
      const { responsible, informed } = sent(model, { ...begun, kind, 'main-theme': theme, 'state-visit': false });
      expect([theme, kind, responsible]).toEqual([theme, kind, TEAM]);
      expect(informed).toEqual(expect.arrayContaining([DEVELOPMENT, home(theme).unit]));
    }
  }
});

describe('Of the other processes', () => {
  it.each([
    ['partnership-evaluation', 'level', 'city'],
    ['network-evaluation', 'coordination', 'city-wide'],
  ])(
    '%s goes to Economic and urban development with the team told at city level, else to the theme’s unit',
    (id, item, city) => {
      const model = loadModel(id);
      const begun = someAnswers(model, (answers) => answers[item] !== city);
      for (const theme of THEMES) {
        const own = sent(model, { ...begun, 'main-theme': theme });
        expect([theme, own.responsible]).toEqual([theme, home(theme).unit]);
        const wide = sent(model, { ...begun, 'main-theme': theme, [item]: city });
        expect([theme, wide.responsible, wide.informed.includes(TEAM)]).toEqual([theme, DEVELOPMENT, true]);
      }
    },
  );

  it.each(['event-proposal', 'advocacy'])('%s goes to the unit of the theme', (id) => {
    const model = loadModel(id);
    const begun = someAnswers(model);
    for (const theme of THEMES) {
      const answers = { ...begun, 'main-theme': theme };
      expect(replay(model, answers).outcome).toBeDefined();
      expect([theme, sent(model, answers).responsible]).toEqual([theme, home(theme).unit]);
    }
  });

  it('city-partner-proposal goes to Economic and urban development, and the team is told', () => {
    const model = loadModel('city-partner-proposal');
    const { responsible, informed } = sent(model, someAnswers(model));
    expect([responsible, informed.includes(TEAM)]).toEqual([DEVELOPMENT, true]);
  });
});
