import { createWords } from '../../../bot/adapters/content/words';

const own = {};
const toy = {
  greeting: '{{who}}, hello! {{who}} has {{things}}.',
  days_one: 'one day',
  days_other: '{{count}} days',
  limit: 'at most {{count}}',
};
const inToy = { own, processes: { toy } };
const words = createWords(
  { fi: inToy, en: { ...inToy, processes: { toy: { ...toy, greeting: 'Moi, {{who}}!' } } } },
  { languages: { spoken: ['fi', 'en'], default: 'en' }, timeZone: 'Asia/Tokyo', otherNames: [] },
);
const en = words('fi');
const say = (key: string, parameters?: Record<string, string | number>) => en.process('toy', key, parameters);

describe('words', () => {
  it('take each value at each of its places, other ones the next time', () => {
    expect(say('greeting', { who: 'Aino', things: 3 })).toBe('Aino, hello! Aino has 3.');
    expect(say('greeting', { who: 'Eino', things: 0 })).toBe('Eino, hello! Eino has 0.');
  });

  it('take the form that the count wants, where there are forms', () => {
    expect([1, 2, 1, 0].map((count) => say('days', { count }))).toEqual(['one day', '2 days', 'one day', '0 days']);
    expect([1, 2].map((count) => say('limit', { count }))).toEqual(['at most 1', 'at most 2']);
  });

  it('show what a person typed as it is, even if it looks like words of ours', () => {
    const who = '{{things}} $t(days) $& $1 <b>';
    expect(say('greeting', { who, things: 'x' })).toBe(`${who}, hello! ${who} has x.`);
  });

  it('show a place as it is written where nothing is given for it', () => {
    expect([say('greeting', { who: 'Aino' }), say('limit')]).toEqual([
      'Aino, hello! Aino has {{things}}.',
      'at most {{count}}',
    ]);
  });

  it('are never missing quietly', () => {
    for (const time of ['first', 'second']) expect(() => say('nowhere', { time })).toThrow('No words for "nowhere"');
  });
});
