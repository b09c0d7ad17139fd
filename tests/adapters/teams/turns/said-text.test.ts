import fc from 'fast-check';
import { saidText } from '../../../../bot/adapters/teams/turns/said-text';
import { LANGUAGES } from '../../../../bot/domain/language/language';
import { testContent } from '../../../fixtures/content';

const BOT = { id: '28:bot', name: 'Kansainvälinen Espoo' };
const AINO = { id: '29:aino', name: 'Aino Esimerkki' };

const mention = (mentioned: object | undefined, text?: string) => ({
  type: 'mention',
  ...(mentioned && { mentioned }),
  ...(text !== undefined && { text }),
});
const AT_BOT = `<at>${BOT.name}</at>`;

describe('what somebody wrote', () => {
  it.each<[string, string, readonly object[]]>([
    ['a mention before it', `${AT_BOT} omat asiat`, [mention(BOT, AT_BOT)]],
    ['a no-break space as an entity', `${AT_BOT}&nbsp;omat asiat`, [mention(BOT, AT_BOT)]],
    ['a no-break space', `${AT_BOT}\u00a0omat\u00a0asiat\u00a0`, [mention(BOT, AT_BOT)]],
    ['an entity behind it', 'omat asiat&nbsp;', []],
    ['an entity by its number', 'omat&#160;asiat&#xa0;', []],
    ['the bot mentioned twice', `${AT_BOT} ${AT_BOT} omat asiat`, [mention(BOT, AT_BOT), mention(BOT, AT_BOT)]],
    ['the bot mentioned twice, told once', `${AT_BOT} omat asiat ${AT_BOT}`, [mention(BOT, AT_BOT)]],
    ['another person mentioned', `${AT_BOT} <at>Aino Esimerkki</at> omat asiat`, [mention(BOT, AT_BOT), mention(AINO)]],
    ['the name split into two tags', '<at>Kansainvälinen</at> <at>Espoo</at> omat asiat', [mention(BOT, AT_BOT)]],
    ['a tag inside the mention', '<at>Kansainvälinen <b>Espoo</b></at> omat asiat', [mention(BOT, AT_BOT)]],
    ['an id in the tag', '<at id="0">Kansainvälinen Espoo</at> omat asiat', [mention(BOT, AT_BOT)]],
    ['an entity without text', `${AT_BOT} omat asiat`, [mention(BOT)]],
    ['an entity without whom', `${AT_BOT} omat asiat`, [mention(undefined, AT_BOT)]],
    ['an entity without anything', `${AT_BOT} omat asiat`, [mention(undefined)]],
    ['an entity of no kind', `${AT_BOT} omat asiat`, [{}, { type: 5 }]],
    ['the name decomposed', `${AT_BOT.normalize('NFD')} omat asiat`, [mention(BOT, AT_BOT)]],
    ['the name with an entity', '<at>Kansainv&auml;linen Espoo</at> omat asiat', [mention(BOT, AT_BOT)]],
    ['the tags as entities', '&lt;at&gt;Kansainvälinen Espoo&lt;/at&gt; omat asiat', [mention(BOT, AT_BOT)]],
    ['the name without a tag', 'Kansainvälinen Espoo omat asiat', [mention(BOT, BOT.name)]],
    ['the name without a tag, decomposed', `${BOT.name.normalize('NFD')} omat asiat`, [mention(BOT)]],
    ['the name behind an @', '@Kansainvälinen Espoo omat asiat @Kansainvälinen Espoo', [mention(BOT)]],
    ['a tag that does not end', '<at>Kansainvälinen Espoo omat asiat', [mention(BOT, AT_BOT)]],
    ['a paragraph', '<p>omat asiat</p>', []],
    ['formatting', '<div><b>omat</b> <i style="color:red">asiat</i></div>', []],
    ['what Word brings along', '<p class="MsoNormal">omat asiat<o:p></o:p></p>', []],
    ['a zero-width space and a mark of order', '\ufeffomat\u200b asiat\u200e', []],
    ['a name with a hyphen, a bracket and a dollar', 'Esa-Matti ($ omat asiat', [mention({ name: 'Esa-Matti ($' })]],
  ])('is read with %s', (_how, text, entities) => {
    expect(saidText({ text, entities })).toBe('omat asiat');
  });

  it.each([
    ['etsi 5 < 6 > 4', 'etsi 5 < 6 > 4'],
    ['etsi 5 &lt; 6 &amp; 7', 'etsi 5 < 6 & 7'],
    ['etsi <Company>', 'etsi <Company>'],
    ['etsi AT&T;', 'etsi AT&T;'],
    ['etsi &amp;auml;', 'etsi &auml;'],
    ['etsi &nothing; &#0; &#99999999;', 'etsi &nothing; &#0; &#99999999;'],
    ['etsi نمی\u200cخواهم', 'etsi نمی\u200cخواهم'],
    ['etsi 👩\u200d👧', 'etsi 👩\u200d👧'],
    ['one<br>two', 'one\ntwo'],
    ['<ul><li>one</li><li>two</li></ul>', 'one\n\ntwo'],
  ])('keeps what is somebody’s own: %j', (text, said) => {
    expect(saidText({ text })).toBe(said);
  });

  it('the name of the bot as one’s own word stays, beside a mention', () => {
    expect(saidText({ text: '<at>Espoo</at> search Espoo', entities: [mention({ name: 'Espoo' })] })).toBe(
      'search Espoo',
    );
    expect(saidText({ text: 'Espoo search Espoo', entities: [mention({ name: 'Espoo' })] })).toBe('search Espoo');
  });

  it.each([undefined, null, 5, {}, [], true])('is nothing where the text is %j', (text) => {
    expect(saidText({ text, entities: text })).toBe('');
  });
});

const { phrases } = testContent().content;
const own = LANGUAGES.flatMap((language) => [
  ...phrases.commands[language]['my-work'],
  ...phrases.commands[language].help,
]);

/** Around and inside a text what clients and pasting put there. */
const wrapped = fc
  .record({
    text: fc.constantFrom(...own),
    mentions: fc.array(fc.constantFrom(BOT, AINO, { id: 'x', name: '<&"$(*' }), { maxLength: 3 }),
    told: fc.constantFrom('both', 'text', 'mentioned', 'neither', 'nothing'),
    tag: fc.constantFrom('', 'p', 'div', 'b', 'span class="x"', 'li'),
    space: fc.constantFrom(' ', '\u00a0', '&nbsp;', '&#160;', '\u2003', '  '),
    form: fc.constantFrom('NFC', 'NFD'),
    after: fc.constantFrom('', ' ', '&nbsp;', '\u200b', '<br>', '\u2028'),
  })
  .map(({ text, mentions, told, tag, space, form, after }) => {
    const escaped = (name: string) => name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('ä', '&auml;');
    const at = mentions.map(({ name }) => `<at>${name.includes('<') ? 'x' : escaped(name)}</at>`);
    const inside = text.normalize(form).replaceAll(' ', space);
    const [name = ''] = tag.split(' ');
    const written = `${at.join(space)}${space}${tag ? `<${tag}>${inside}</${name}>` : inside}${after}`;
    const entities = mentions.map((mentioned, which) =>
      mention(
        told === 'both' || told === 'mentioned' ? mentioned : undefined,
        told === 'both' || told === 'text' ? at[which] : undefined,
      ),
    );
    return { text, written, entities: told === 'nothing' ? undefined : entities };
  });

it('10,000 phrases as clients and pasting wrap them are the phrase', () => {
  fc.assert(
    fc.property(wrapped, ({ text, written, entities }) => {
      expect(saidText({ text: written, entities }).replace(/\s+/g, ' ')).toBe(text);
    }),
    { numRuns: 10_000 },
  );
});

it('10,000 texts of anything end as a text without a mention, and as themselves where nothing was put in', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 5 }),
    fc.constantFrom(
      '<at>',
      '</at>',
      '<at',
      '&',
      '&#',
      ';',
      '<!--',
      '-->',
      '<p>',
      '&amp;',
      '&lt;',
      '@',
      'x',
      ' ',
      '\u202e',
      '\ud800',
    ),
  );
  const anything = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  const mentioned = fc.constantFrom<unknown>(undefined, null, 5, {}, { name: 5 }, { name: 'x' }, { name: '@' });
  const entities = fc.oneof(
    fc.constantFrom<unknown>(undefined, null, {}, [null, 5, {}], 'x'),
    fc.array(fc.record({ type: fc.constant('mention'), text: anything, mentioned }), { maxLength: 3 }),
  );
  fc.assert(
    fc.property(anything, entities, (text, beside) => {
      const said = saidText({ text, entities: beside });
      return said.isWellFormed() && !/<at>[^<>]*<\/at>/i.test(said);
    }),
    { numRuns: 10_000 },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const plain = text.normalize('NFC').replace(/[<>&\s\p{C}\p{Z}]/gu, '');
      expect(saidText({ text: plain })).toBe(plain);
    }),
    { numRuns: 2_000 },
  );
});

it('takes milliseconds for the worst that fits into a message', () => {
  const worst = [
    '<at '.repeat(5_000),
    '<!--'.repeat(5_000),
    '&#1'.repeat(7_000),
    '<p '.repeat(7_000),
    '@a'.repeat(10_000),
  ];
  const before = performance.now();
  for (const text of worst)
    saidText({ text, entities: Array.from({ length: 50 }, () => mention({ name: 'a'.repeat(400) })) });
  expect(performance.now() - before).toBeLessThan(1_000);
});
