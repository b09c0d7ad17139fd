import { answerText } from '../../../bot/cards/parts/facts';
import { field } from '../../../bot/cards/parts/field';
import { findItem } from '../../../bot/domain/process/process';
import { replay } from '../../../bot/domain/walk/replay';
import { modelOf } from '../../domain/lived-cases';
import { testContent } from '../../fixtures/content';

const model = modelOf('visit-request');

/** What is offered for an item, by what it stands for. */
function offered(id: string, language: 'fi' | 'sv' | 'en'): ReadonlyMap<string, string> {
  const item = findItem(model.process, id);
  if (!item) throw new Error(`There is no "${id}".`);
  const { choices } = field(testContent().kit(language), model, replay(model, {}).facts, item) as {
    readonly choices: readonly { readonly title: string; readonly value: string }[];
  };
  return new Map(choices.map(({ title, value }) => [value, title]));
}

describe.each(['main-theme', 'other-themes'])('a theme in the choice of %s', (id) => {
  it.each([
    ['fi', 'basic-education', 'Kasvu ja oppiminen: Koulut ja perusopetus'],
    ['sv', 'basic-education', 'Fostran och lärande: Skolor och grundläggande utbildning'],
    ['en', 'basic-education', 'Growth and learning: Schools and basic education'],
    ['fi', 'congresses', 'Espoo Marketing: Kongressit'],
    ['fi', 'sector-substance', 'Yhden toimialan tai yksikön oma ala'],
  ] as const)('has its part of the city in front (%s, %s)', (language, theme, title) => {
    expect(offered(id, language).get(theme)).toBe(title);
  });

  it.each([
    ['koulut', 'basic-education'],
    ['päiväkodit', 'early-childhood-education'],
    ['kirjastot', 'culture'],
    ['liikunta', 'sports'],
    ['lukiot', 'upper-secondary-and-youth'],
    ['nuoriso', 'upper-secondary-and-youth'],
    ['työllisyys', 'employment'],
    ['kaavoitus', 'city-planning'],
    ['kadut', 'public-works-and-premises'],
  ])('is found by typing "%s"', (typed, theme) => {
    expect(offered(id, 'fi').get(theme)?.toLowerCase()).toContain(typed);
  });
});

it('a theme has its name alone wherever it is not chosen', () => {
  const item = findItem(model.process, 'main-theme');
  if (!item) throw new Error('There is no theme.');
  expect(answerText(model, item, 'basic-education', testContent().kit('en').words)).toBe('Schools and basic education');
});
