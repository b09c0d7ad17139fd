import { ROOT } from '../fixtures/root';
import { cardTexts, differences } from './card-texts';

const CARDS = new Map([
  ['home-hello.fi', '{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Hei"}]}'],
  ['home-hello.sv', '{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Hej"}]}'],
]);

it('the cards are the same when they are made twice', async () => {
  const once = await cardTexts(ROOT);
  expect(once.size).toBeGreaterThan(300);
  expect(differences(once, await cardTexts(ROOT))).toEqual([]);
});

it('a card that differs in one letter, one that is gone and one that is new are named', () => {
  const other = new Map([...CARDS, ['home-hello.en', '{}']]);
  other.set('home-hello.fi', `${CARDS.get('home-hello.fi')} `);
  other.delete('home-hello.sv');
  expect(differences(CARDS, CARDS)).toEqual([]);
  expect(differences(CARDS, other)).toEqual([
    'home-hello.en is new',
    expect.stringMatching(/^home-hello\.fi differs: …/),
    'home-hello.sv is gone',
  ]);
});
