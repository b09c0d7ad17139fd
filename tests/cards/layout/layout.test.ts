import { Template } from 'adaptivecards-templating';
import { readLayout } from '../../../bot/cards/layout/layout';
import { TEMPLATES, type TemplateName } from '../../../bot/cards/layout/render';
import { testContent } from '../../fixtures/content';
import { galleryCards } from '../../gallery/gallery-cards';

const filled = (layout: Record<string, unknown>, view: Record<string, unknown>) => readLayout(layout)(view);
const body = (...elements: readonly unknown[]) => ({ body: elements });

it('fills every card of the gallery just as adaptivecards-templating does', async () => {
  const own = testContent();
  const used = new Set<TemplateName>();
  const templates = new Map([...own.content.layouts].map(([name, layout]) => [name, new Template(layout)]));
  const reference = (name: TemplateName, view: object) => {
    used.add(name);
    return templates.get(name)?.expand({ $root: view });
  };
  const ours = await galleryCards(own);
  const theirs = await galleryCards({
    ...own,
    kit: (language) => ({ ...own.kit(language), render: reference }),
  });
  // As text: the order of what a card says counts for whoever reads it, and for its size.
  expect(ours.map(({ card }) => JSON.stringify(card))).toEqual(theirs.map(({ card }) => JSON.stringify(card)));
  expect([...used].sort()).toEqual([...TEMPLATES].sort());
});

describe('what a layout says', () => {
  it.each([
    ["${a == 'x'}", { a: 'x' }, { a: 'y' }],
    ["${a != ''}", { a: 'x' }, { a: '' }],
    ['${exists(a)}', { a: 0 }, {}],
    ['${!exists(a)}', { a: null }, { a: '' }],
    ['${count(a) > 0}', { a: [1] }, { a: [] }],
    ['${count(a) > 0}', { a: [1] }, {}],
    ["${a == 'x' && b != ''}", { a: 'x', b: '1' }, { a: 'x', b: '' }],
  ])('%s decides what is shown', ($when, shown, hidden) => {
    const layout = body({ $when, type: 'TextBlock' });
    for (const view of [shown, hidden])
      expect(filled(layout, view)).toEqual(new Template(layout).expand({ $root: view }));
    expect(filled(layout, shown)).toEqual(body({ type: 'TextBlock' }));
    expect(filled(layout, hidden)).toEqual(body());
  });

  it('takes a value alone as it is, and one within a text as text', () => {
    const view = { list: [{ a: 1 }], number: '3.5', open: '', left: 2 };
    const layout = { a: '${list}', b: '${float(number)}', c: "${open == ''}", d: '${left} of ${left}: ' };
    expect(filled(layout, view)).toEqual({ a: [{ a: 1 }], b: 3.5, c: true, d: '2 of 2: ' });
  });

  it('repeats what names its data, within it sees only that, and the whole as $root', () => {
    const layout = body({
      $data: '${rows}',
      $when: "${title != ''}",
      title: '${title}',
      line: '${$root.title} ${$data}',
    });
    const words = body({ $data: '${rows}', text: '${$data}' });
    expect(filled(layout, { title: 'whole', rows: [{ title: 'one' }, { title: '' }] })).toEqual(
      body({ title: 'one', line: 'whole [object Object]' }),
    );
    expect(filled(words, { rows: ['a', 'b'] })).toEqual(body({ text: 'a' }, { text: 'b' }));
  });

  it('stays as it is written where the view has no such value; what a person typed is never read', () => {
    expect(filled({ a: '${missing}', b: '<${missing}>', c: '${typed}' }, { typed: '${a}' })).toEqual({
      a: '${missing}',
      b: '<${missing}>',
      c: '${a}',
    });
  });

  it.each([
    [{ text: '${a + b}' }, '"${a + b}"'],
    [{ text: "${if(a, 'x', 'y')}" }, 'decide it in the view'],
    [body({ $when: '${a > 1}' }), '"${a > 1}"'],
    [body({ $when: 'a' }), 'write it as "${…}"'],
    [{ card: { $when: "${a != ''}" } }, 'only at what is in a list'],
  ])('is refused at the start where it cannot be filled: %j', (layout, why) => {
    expect(() => readLayout(layout)).toThrow(why);
  });
});
