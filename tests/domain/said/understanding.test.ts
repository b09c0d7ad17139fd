import { LANGUAGES } from '../../../bot/domain/language/language';
import { COMMANDS } from '../../../bot/domain/said/phrases';
import { createUnderstanding } from '../../../bot/domain/said/understanding';
import { testContent } from '../../fixtures/content';

const { phrases } = testContent().content;
const understand = createUnderstanding(phrases);

/** What a text means, in short: the command, or the process that it begins. */
function meaning(text: string, language: 'fi' | 'sv' | 'en' = 'en'): string | undefined {
  const found = understand(text, language);
  return found?.kind === 'start' ? found.process : found?.command;
}

/** So short that it may be anything in another language. */
const isParticle = (phrase: string) => phrase.length <= 2 && !['ei', 'ja', 'no', 'hi', 'ok'].includes(phrase);

describe('what a person means', () => {
  it.each(LANGUAGES)(
    'every phrase of the %s files means what it stands under, to speakers of any language',
    (spoken) => {
      for (const reader of LANGUAGES) {
        for (const command of COMMANDS) {
          for (const phrase of phrases.commands[spoken][command]) {
            if (reader !== spoken && isParticle(phrase)) continue;
            expect([phrase, reader, meaning(phrase, reader)]).toEqual([phrase, reader, command]);
            expect([phrase, reader, meaning(phrase.toUpperCase(), reader)]).toEqual([phrase, reader, command]);
          }
        }
        for (const [process, starts] of Object.entries(phrases.starts)) {
          for (const phrase of starts[spoken]) {
            expect([phrase, reader, meaning(phrase, reader)]).toEqual([phrase, reader, process]);
          }
        }
      }
    },
  );

  it('tells the language that a phrase is in', () => {
    expect(understand('ny besöksförfrågan', 'fi')).toMatchObject({ language: 'sv' });
    expect(understand('uusi vierailupyyntö', 'en')).toMatchObject({ language: 'fi' });
    expect(understand('new visit request', 'sv')).toMatchObject({ language: 'en' });
  });

  it.each([
    ['kyllä', 'yes'],
    ['Joo!', 'yes'],
    ['ja', 'yes'],
    ['yes', 'yes'],
    ['ei', 'no'],
    ['nej', 'no'],
    ['No.', 'no'],
    ['  ei  ', 'no'],
  ])('yes and no of one language are understood in the others: "%s"', (text, command) => {
    for (const language of LANGUAGES) expect(meaning(text, language)).toBe(command);
  });

  it.each(['Nora', 'nothing', 'not yet, yes?', 'yesterday', 'eilen', 'jaha', 'Ei kiitos Nora', 'non', 'jag'])(
    'a word that only contains yes or no is neither: "%s"',
    (text) => {
      for (const language of LANGUAGES) expect(['yes', 'no']).not.toContain(meaning(text, language));
    },
  );

  it.each([
    ['new vist request', 'visit-request'],
    ['new visit reqest', 'visit-request'],
    ['uusi vierailupyynto', 'visit-request'],
    ['uusi vieraulupyyntö', 'visit-request'],
    ['ny besöksförfragan', 'visit-request'],
    ['ny besöksförfråga', 'visit-request'],
    ['langauge', 'language'],
    ['helpp', 'help'],
    ['contineu', 'continue'],
    ['my casse', 'my-work'],
  ])('one slip of the finger does no harm: "%s"', (text, means) => {
    expect(meaning(text)).toBe(means);
  });

  it.each([
    ['tack', 'sv'],
    ['tack', 'en'],
    ['sent', 'sv'],
    ['sent', 'en'],
    ['skickat?', 'sv'],
    ['poistu', 'fi'],
    ['Peru', 'fi'],
    ['Peru', 'en'],
    ['takasin', 'fi'],
    ['cancle', 'en'],
    ['sbumit', 'en'],
    ['engelsk', 'sv'],
  ] as const)(
    '"%s" said in %s is never taken for a command that sends, throws away, turns back or changes language',
    (text, language) => {
      expect(meaning(text, language)).toBeUndefined();
    },
  );

  it.each([
    ['langauge', 'fi'],
    ['kielli', 'sv'],
    ['hjalpp', 'en'],
  ] as const)('a slip counts in the own language alone: "%s" said in %s', (text, language) => {
    expect(meaning(text, language)).toBeUndefined();
  });

  it.each([
    ['on', 'fi', 'yes'],
    ['on', 'en', undefined],
    ['jo', 'sv', 'yes'],
    ['jo', 'fi', undefined],
  ] as const)('the very shortest words, too: "%s" said in %s is %s', (text, language, means) => {
    expect(meaning(text, language)).toBe(means);
  });

  it.each([
    ['yes please', 'yes'],
    ['nej tack', 'no'],
    ['kyllä kiitos', 'yes'],
    ['en tiedä', 'not-sure'],
    ["I don't know", 'not-sure'],
    ['undo', 'back'],
    ['kumoa', 'back'],
    ['ångra', 'back'],
  ])('people are polite, unsure, or change their mind: "%s"', (text, command) => {
    for (const language of LANGUAGES) expect(meaning(text, language)).toBe(command);
  });

  it.each([
    'V-2026-0042',
    'V‐2026‐0042',
    'V‑2026‑0042',
    'V‒2026‒0042',
    'V–2026–0042',
    'V−2026−0042',
    'Ｖ－２０２６－００４２',
  ])('a case number is one with any dash, alone or in a sentence: "%s"', (number) => {
    for (const text of [number, `asia ${number}`, `How is ${number} going?`]) {
      expect(understand(text, 'en')).toMatchObject({ command: 'case', rest: 'V-2026-0042' });
    }
  });

  it.each(['Ⅴ2026-0042x', 'V-2026-0042-1', 'x–V-2026-0042'])('"%s" is no case number', (text) => {
    expect(understand(text, 'en')).toBeUndefined();
  });

  it('tells whether the words that begin a process are all that was said', () => {
    expect(understand('new visit request', 'en')).toMatchObject({ whole: true });
    expect(understand('a new visit request, please', 'en')).toMatchObject({ whole: false });
  });

  it.each(['on', 'o', 'n0', 'jq', 'xylophone', 'takasinn'])('"%s" is not guessed at', (text) => {
    expect(['no', 'back']).not.toContain(meaning(text, 'en'));
  });

  it('accents, punctuation and spaces do not matter', () => {
    expect(meaning('  KYLLA!!! ')).toBe('yes');
    expect(meaning('ny  besoksforfragan?')).toBe('visit-request');
    expect(meaning('my\ncases')).toBe('my-work');
  });

  it('a command must be the whole message, the words that begin a process need not', () => {
    expect(meaning('please stop the bus')).toBeUndefined();
    expect(meaning('Hi! I have a new visit request from a city in Korea, can you help?')).toBe('visit-request');
  });

  it('nothing is understood in an empty message, in one of signs, or beyond the fortieth word', () => {
    for (const text of ['', '   ', '?!', '👍', '<at></at>']) expect(meaning(text)).not.toBe('visit-request');
    expect(meaning(`${'word '.repeat(40)}new visit request`)).toBeUndefined();
  });

  it('only the beginning of a very long message is read', () => {
    expect(meaning('visit '.repeat(20_000))).toBeUndefined();
    expect(meaning('v'.repeat(100_000))).toBeUndefined();
    expect(meaning(`${'x '.repeat(60)} new visit request`)).toBeUndefined();
  });
});
