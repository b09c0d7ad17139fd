/** A bounded part of `npm run accessibility`: the kinds of cards, each in one language, and proof that it finds barriers. */
import { type Barrier, describeBarrier, findBarriers } from './accessibility-checks';
import { findChromium, withChromium } from './chromium';
import type { GalleryCard } from './gallery-card';
import { galleryCards } from './gallery-cards';

/** One card of each layout that differs in what one can do on it, in the language with the longest words for it. */
const KINDS = ['question-yes-no', 'form-visitor-problems', 'summary', 'case-own', 'inbox', 'directory-member'];

function bad(name: string, ...body: readonly object[]): GalleryCard {
  const heading = { type: 'TextBlock', style: 'heading', text: 'Otsikko', wrap: true };
  return { name, language: 'fi', card: { type: 'AdaptiveCard', version: '1.5', lang: 'fi', body: [heading, ...body] } };
}

const press = (title: string, verb: string) => ({ type: 'Action.Execute', title, verb });
const BAD: readonly GalleryCard[] = [
  bad('unlabelled', { type: 'Input.Text', id: 'visitor' }),
  bad('same-names', { type: 'ActionSet', actions: [press('Avaa', 'one'), press('Avaa', 'other')] }),
  bad('other-name', {
    type: 'Container',
    selectAction: press('Jatka', 'one'),
    items: [{ type: 'TextBlock', text: 'Vierailupyyntö', wrap: true }],
  }),
  bad('out-of-reach', { type: 'ActionSet', actions: [{ ...press('Lähetä', 'send'), isEnabled: false }] }),
  bad('tight', {
    type: 'TextBlock',
    text: 'Kansainvälisten asioiden yhteyshenkilöverkosto',
    wrap: false,
  }),
  { ...bad('no-language'), card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Hei' }] } },
];

const found = findChromium(process.env);
const inChromium = 'path' in found ? describe : describe.skip;

inChromium(`cards without barriers${'missing' in found ? ` (skipped: ${found.missing})` : ''}`, () => {
  let barriers: readonly Barrier[] = [];
  const of = (wanted: string) => barriers.filter(({ name }) => name === wanted);

  beforeAll(async () => {
    if (!('path' in found)) return;
    const cards = (await galleryCards()).filter(({ name, language }) => language === 'fi' && KINDS.includes(name));
    barriers = await withChromium(found.path, async (browser) =>
      findBarriers(await browser.newPage(), [...cards, ...BAD]),
    );
  });

  test.each(KINDS)('%s has none', (name) => {
    expect(of(name).map(describeBarrier)).toEqual([]);
  });

  test.each([
    ['unlabelled', ['label', 'no-name']],
    ['same-names', ['same-name']],
    ['other-name', ['label-in-name']],
    ['out-of-reach', ['tab-order']],
    ['tight', ['text-spacing']],
    ['no-language', ['language', 'heading']],
  ])('finds what is wrong with %s', (name, rules) => {
    expect(of(name).map(({ rule }) => rule)).toEqual(expect.arrayContaining(rules));
  });
});
