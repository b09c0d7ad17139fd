/** No card of a case speaks of what only another kind of case goes through: nobody asks of a partnership whether it was held. */
import { caseActionCard } from '../../../bot/cards/case/action';
import { type CaseReader, caseCard } from '../../../bot/cards/case/case';
import { historyCard } from '../../../bot/cards/case/history';
import { newsCard, reminderCard } from '../../../bot/cards/case/news';
import { openActions } from '../../../bot/domain/case/life';
import { actionsOf, CASE_ACTIONS, lifeOf, statesOf, waitsAs } from '../../../bot/domain/case/lives/life-of';
import type { WholeCase } from '../../../bot/domain/case/whole-case';
import { CASE_STATES } from '../../../bot/domain/case-state';
import { LANGUAGES, type Language } from '../../../bot/domain/language/language';
import type { Message } from '../../../bot/domain/message';
import type { LifeId } from '../../../bot/domain/process/process';
import type { Model } from '../../../bot/domain/rules/model';
import { goldenOf, HANDLER, LIVES, lived, MODELS } from '../../domain/lived-cases';
import { testContent } from '../../fixtures/content';
import { readJson } from '../../fixtures/model';
import { ROOT } from '../../fixtures/root';
import { leavesOf } from '../../words/word-keys';

const CONTENT = testContent();
const READERS = [
  { as: 'responsible', unit: 'international-affairs', deliverTo: 'international-affairs', also: 'requester' },
  { as: 'requester', also: 'responsible' },
] as const satisfies readonly CaseReader[];

/** By which words one knows what a kind goes through, in each language; those of visits and events are the same. */
const STEMS: Readonly<Record<string, Readonly<Record<Language, RegExp>>>> = {
  'held, as a visit or event': {
    fi: /toteutu(?!.*yhteis)/i,
    sv: /genomför|blev det här av|blev inte av/i,
    en: /\bheld\b/i,
  },
  'agreed and in force': {
    fi: /sovit|voimassa|neuvot/i,
    sv: /överens|i kraft|förhandl/i,
    en: /agreed|in force|negotiat/i,
  },
  'a member': { fi: /\bmukana\b/i, sv: /vi är (inte )?med\b|^(inte )?med\b/i, en: /\bmember\b|are (not )?in it/i },
  given: { fi: /annet|annettu/i, sv: /giv(et|en)\b|gavs/i, en: /\bgiven\b/i },
};
const OF: Readonly<Record<LifeId, readonly (keyof typeof STEMS)[]>> = {
  visit: ['held, as a visit or event'],
  event: ['held, as a visit or event'],
  agreement: ['agreed and in force'],
  membership: ['a member'],
  view: ['given'],
};
const foreignStems = (life: LifeId, language: Language) =>
  Object.entries(STEMS)
    .filter(([name]) => !OF[life].includes(name))
    .map(([, stems]) => stems[language]);

describe.each(LANGUAGES)('in %s', (language) => {
  const kit = CONTENT.kit(language);
  const words = leavesOf(readJson(`${ROOT}/bot/locales/${language}.json`));

  it.each(MODELS)('the words for the states and steps of $process.id are of its own kind', ({ process }) => {
    const states = [...statesOf(process)].flatMap((id) => [`life.state.${id}`, `life.short.${id}`]);
    const steps = actionsOf(process).flatMap((id) =>
      ['life.do', 'life.prompt', 'life.hint', 'life.said', 'life.event', 'news'].map((group) => `${group}.${id}`),
    );
    const spoken = [...states, ...steps].flatMap((key) => words.get(key) ?? []);
    expect(spoken.length).toBeGreaterThan(states.length);
    for (const stem of foreignStems(process.life, language)) {
      expect(spoken.filter((text) => stem.test(text))).toEqual([]);
    }
  });

  it.each(MODELS)('no card of $process.id says what only another kind says, earlier cases neither', (model) => {
    const foreign = foreignTexts(model, words);
    for (const card of cardsOf(model, kit)) {
      const said = textsIn(card.card).filter((text) => foreign.some((pattern) => pattern.test(text)));
      expect(said).toEqual([]);
    }
  });
});

/** What the house says of states and steps that a kind of case has not, whoever's name stands in it. */
function foreignTexts({ process }: Model, words: ReadonlyMap<string, string>): readonly RegExp[] {
  const actions = new Set<string>(actionsOf(process));
  const own = statesOf(process);
  const keysOf = (state: string) => [`life.state.${state}`, `life.short.${state}`];
  const keysOfStep = (action: string) =>
    ['life.do', 'life.prompt', 'life.said', 'life.event', 'news'].map((group) => `${group}.${action}`);
  const textsOf = (keys: readonly string[]) => keys.flatMap((key) => words.get(key) ?? []);
  const spoken = new Set(textsOf([...[...own].flatMap(keysOf), ...[...actions].flatMap(keysOfStep)]));
  const others = textsOf([
    ...CASE_STATES.filter((state) => !own.has(state)).flatMap(keysOf),
    ...CASE_ACTIONS.filter((action) => !actions.has(action)).flatMap(keysOfStep),
    ...(lifeOf(process).afterItsDay.includes('hold') ? [] : ['reminder.was-it-held']),
  ]);
  return others
    .filter((text) => !spoken.has(text))
    .map((text) => new RegExp(`^${text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\{\w+\}\}/g, '.*')}$`));
}

/** Every card of cases of this kind, in every state of every life that we tell of; and in those of earlier cases. */
function cardsOf(model: Model, kit: ReturnType<typeof CONTENT.kit>): readonly Message[] {
  const [golden] = goldenOf(model);
  if (!golden) throw new Error(`"${model.process.id}" has no golden case.`);
  const lives = LIVES[model.process.life].flatMap((life) => life.map((_, end) => life.slice(0, end + 1)));
  const all = lives.map((life) => lived(model, golden, { life, day: 0, figure: 1, lines: 1 }));
  const cases = [...new Map(all.map((whole) => [whole.case.state, whole])).values()];
  const taken = all.find((whole) => whole.case.state === 'accepted');
  const earlier = taken ? (['planned', 'held', 'not-held'] as const).map((state) => asEarlier(taken, state)) : [];
  return [...cases, ...earlier].flatMap(({ case: made, events }) => {
    const matter = { model, case: made };
    const { reminders } = model.directory;
    return READERS.flatMap((reader) => [
      caseCard(kit, matter, reader),
      historyCard(kit, matter, { items: events.slice(-15) }, reader.as),
      ...events.slice(-1).flatMap((event) => newsCard(kit, matter, reader, event) ?? []),
      ...openActions(model.process, made, [reader.as]).map((action) =>
        caseActionCard(kit, matter, { action, as: reader.as }),
      ),
      ...reminders
        .filter(({ waitsIn }) => waitsIn.includes(waitsAs(model.process, made.state)))
        .map(({ id }) => reminderCard(kit, matter, reader, { about: id })),
    ]);
  });
}

/** A case that a version before brought into a state, when cases of all kinds lived as a visit does. */
function asEarlier(whole: WholeCase, state: 'planned' | 'held' | 'not-held'): WholeCase {
  const action = { planned: 'plan', held: 'hold', 'not-held': 'not-hold' }[state];
  const { case: made, events } = whole;
  const sequence = made.lastEvent + 1;
  const at = '2026-02-02T09:00:00.000Z';
  const said = { action: 'not-hold', text: 'They were ill', by: HANDLER.name, at } as const;
  return {
    ...whole,
    case: {
      ...made,
      state,
      since: { event: sequence, at },
      lastEvent: sequence,
      ...(state === 'not-held' && { said }),
    },
    events: [...events, { sequence, type: 'moved', at, by: HANDLER, data: { action, from: 'accepted', to: state } }],
  };
}

/** Every text in a card. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
