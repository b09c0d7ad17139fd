import { join } from 'node:path';
import type { Kit } from '../../bot/cards/kit';
import { TEMPLATES, type TemplateName } from '../../bot/cards/layout/render';
import { knownVerb, verbs } from '../../bot/cards/verbs';
import { LANGUAGES, type Language } from '../../bot/domain/language/language';
import { sourcesBelow } from '../architecture/imports';
import { testContent } from '../fixtures/content';
import { isObject } from '../fixtures/json';
import { CARD_LIMIT_BYTES } from '../fixtures/judge-card';
import { cardViolations } from '../fixtures/published-schemas';
import { ROOT } from '../fixtures/root';
import { PROCESS_IDS } from '../playing/process-walk';
import { cardsOfCase, cardsOfCity, type Drawn } from './largest-cards';
import { largestCity } from './largest-city';

const { content, kit } = testContent();

/** What takes the most bytes for a character that the limits count, and for one that is shown. */
const FILLERS = ['語', '🙂'] as const;

interface Largest {
  readonly size: number;
  readonly where: string;
  readonly card: unknown;
}
const largest = new Map<string, Largest>();
const pressed = new Set<string>();
const given = new Map<TemplateName, Set<string>>();

/** What the cards are made with; notes what each layout is given. */
function notingKit(language: Language): Kit {
  const own = kit(language);
  return {
    ...own,
    render(layout, view) {
      const names = given.get(layout) ?? new Set();
      given.set(layout, names);
      for (const name of Object.keys(view)) names.add(name);
      return own.render(layout, view);
    },
  };
}

function measure(drawn: Drawn, where: string): void {
  for (const [name, messages] of Object.entries(drawn)) {
    for (const { card } of messages) {
      const json = JSON.stringify(card);
      const size = Buffer.byteLength(json);
      if (size > (largest.get(name)?.size ?? 0)) largest.set(name, { size, where, card });
      for (const [, verb] of json.matchAll(/"verb":"([a-z-]+)"/g)) if (verb) pressed.add(verb);
    }
  }
}

/** The functions of `bot/cards/` that make a message: every card of the assistant comes from one of them. */
function everyCard(): readonly string[] {
  const folder = join(ROOT, 'bot/cards');
  return sourcesBelow(folder)
    .flatMap((file) => Object.entries(jest.requireActual<object>(join(folder, file))))
    .flatMap(([name, made]) => (typeof made === 'function' && /(Card|Notice)$/.test(name) ? [name] : []))
    .sort();
}

describe('the largest city, and cases with all that can be written', () => {
  it.each(FILLERS)('of %s, in each language', (filler) => {
    const city = largestCity(filler);
    for (const language of LANGUAGES) measure(cardsOfCity(notingKit(language), city), `${language}, ${filler}`);
    for (const process of PROCESS_IDS) {
      for (const full of city.casesOf(process)) {
        for (const language of LANGUAGES) {
          measure(cardsOfCase(notingKit(language), city, full), `${process}, ${language}, ${filler}`);
        }
      }
    }
  });
});

it('every card was measured: add a new one to largest-cards.ts', () => {
  expect([...largest.keys()].sort()).toEqual(everyCard());
});

it('every verb stands on one of these cards: add the card of a new one to largest-cards.ts', () => {
  expect(Object.keys(verbs).filter((verb) => !pressed.has(verb))).toEqual([]);
  expect([...pressed].filter((verb) => knownVerb(verb) === undefined)).toEqual([]);
});

it('every layout reads all that it is given: what it does not read, nobody sees', () => {
  const unread = [...given].flatMap(([layout, names]) => {
    const reads = (JSON.stringify(content.layouts.get(layout)).match(/\$\{[^}]*\}/g) ?? []).join(' ');
    return [...names].filter((name) => !new RegExp(`\\b${name}\\b`).test(reads)).map((name) => `${layout}: ${name}`);
  });
  expect(given.size).toBe(TEMPLATES.length);
  expect(unread).toEqual([]);
});

it('every card is smaller than Teams takes, and is one that Teams shows', () => {
  const bySize = [...largest].sort(([, one], [, other]) => other.size - one.size);
  const lines = bySize.slice(0, 10).map(([name, { size, where }]) => `${String(size).padStart(7)}  ${name} (${where})`);
  process.stdout.write(`The ten largest cards, of ${CARD_LIMIT_BYTES} bytes that Teams takes:\n${lines.join('\n')}\n`);
  expect(
    bySize.filter(([, { size }]) => size >= CARD_LIMIT_BYTES).map(([name, { size, where }]) => [name, size, where]),
  ).toEqual([]);
  expect(
    bySize.flatMap(([name, { card }]) => (isObject(card) ? cardViolations(card).map((fault) => [name, fault]) : [])),
  ).toEqual([]);
});
