import { testContent } from '../../fixtures/content';
import { isObject } from '../../fixtures/json';

/**
 * A card takes the place of the one before it in the same bubble. Teams keeps a list that stands where a list stood, with
 * the choices of the form before, unless the two have different keys.
 */
it('gives each field of a form the key of its item, so that no list keeps the choices of the form before', () => {
  const field = { type: 'choice', label: 'Which?', value: '', hint: '', problem: '', style: 'compact', choices: [] };
  const fields = ['visitor-kind', 'visit-language'].map((id) => ({ ...field, id }));
  const form = { heading: '', note: '', noteStyle: 'default', title: 'A form', fields, actions: [] };
  const { body } = testContent().render('form', form);
  const keys = Array.isArray(body) ? body.filter(isObject).flatMap(({ key }) => (key === undefined ? [] : [key])) : [];
  expect(keys).toEqual(['visitor-kind', 'visit-language']);
});
