/** Words and turns that were taken out once stay out: one name for one thing, no calque, no agreement with nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../../bot/domain/language/language';
import { PROCESSES } from '../fixtures/model';
import { ROOT } from '../fixtures/root';
import { leavesOf } from './word-keys';

/** A pattern in one language, the keys that may have it all the same, and what to say in its place. */
type Rule = Partial<Record<Language, string>> & { readonly say: string; readonly except?: string };
type Kind = 'terms' | 'calques' | 'grammar' | 'choices';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const RULES = read(join(ROOT, 'tests/words/avoided.json')) as Readonly<Record<Kind, readonly Rule[]>>;
const folders = [join(ROOT, 'bot/locales'), ...readdirSync(PROCESSES).map((process) => join(PROCESSES, process))];

/** What a text breaks: the words to say instead. */
function avoidedIn(kind: Kind, language: Language, key: string, text: string): readonly string[] {
  if (kind === 'choices' && !key.includes('.choices.')) return [];
  return RULES[kind].flatMap((rule) => {
    const pattern = rule[language];
    const breaks = pattern !== undefined && rule.except !== key && new RegExp(pattern, 'iu').test(text);
    return breaks ? [rule.say] : [];
  });
}

describe.each(Object.keys(RULES) as readonly Kind[])('%s', (kind) => {
  it.each(LANGUAGES)('are as agreed in %s', (language) => {
    const found = folders.flatMap((folder) =>
      [...leavesOf(read(join(folder, `${language}.json`)))].flatMap(([key, text]) =>
        avoidedIn(kind, language, key, text).map((say) => `${key}: "${text}" – say: ${say}`),
      ),
    );
    expect(found).toEqual([]);
  });
});

it.each([
  ['terms', 'fi', 'Turva toimii yhdessä'],
  ['terms', 'fi', 'Myös osassa 2 on ratkaistavaa. Kirjaat sen seuraavaksi.'],
  ['terms', 'sv', 'Modellen ger ingen gräns för del 2, så inga poäng räknas.'],
  ['terms', 'en', 'Do you still want to answer part 2 (inputs and risks), for the record?'],
  ['terms', 'sv', 'Risker och skadat rykte'],
  ['terms', 'sv', 'Säkerhetsteamet deltar i bakgrundskontrollen.'],
  ['terms', 'sv', 'Ska utkastet kastas?'],
  ['terms', 'en', "What is the decider's name?"],
  ['calques', 'sv', 'Kriterierna frågas bara när tidtabellen är realistisk.'],
  ['calques', 'sv', 'Av det beror vem som beslutar om svaret.'],
  ['calques', 'sv', 'Du handlar för'],
  ['calques', 'sv', 'Be personen först hälsa på den.'],
  ['calques', 'sv', 'Börja ett nytt från början, eller se vad du har skickat.'],
  ['calques', 'sv', 'När ser du på partnerskapet på nytt?'],
  ['calques', 'fi', 'Kun suunnittelette seuraavaa, ottakaa mielellään yhteyttä hyvissä ajoin.'],
  ['calques', 'fi', 'Milloin katsot kumppanuutta uudelleen?'],
  ['calques', 'en', 'Nothing waits for you right now.'],
  ['calques', 'en', 'More information is asked'],
  ['grammar', 'sv', 'Registrerad som {{number}}'],
  ['grammar', 'sv', 'Det gläder oss att {{organisation}} är intresserad av vår stad.'],
  ['grammar', 'fi', 'Poissa oli {{names}}'],
  ['grammar', 'fi', 'Avoimet asiat, jotka jäävät ennalleen kunnes ne päätetään'],
  ['grammar', 'fi', 'Osassa on vielä ratkaistavaa ennen kuin etenet'],
  ['choices', 'fi', 'Yhtä toimialaa tai yksikköä'],
  ['choices', 'fi', 'Koko kaupunkia koskeva'],
  ['choices', 'sv', 'Bara en resultatenhets'],
] as const)('what was taken out would be found: %s, %s: "%s"', (kind, language, text) => {
  expect(avoidedIn(kind, language, 'items.level.choices.one', text)).not.toEqual([]);
});
