import { LANGUAGES } from '../../../bot/domain/language/language';
import type { CaseLine } from '../../../bot/domain/listing/line';
import { type RunningAssistant, startAssistant } from '../../fixtures/running-assistant';
import { list, newLine } from '../../playing/listed-cases';
import {
  cardText,
  comingProgramme,
  fillForms,
  LOCALES,
  unitName,
  VISITOR,
  walkToForm,
  walkToReceipt,
  walkToSummary,
  wordsIn,
} from '../../playing/visit-walk';

const words = wordsIn('en');

let assistant: RunningAssistant;

beforeEach(async () => {
  assistant = await startAssistant();
});
afterEach(async () => {
  assistant.tables.fault();
  expect(assistant.violations()).toEqual([]);
  await assistant.close();
});

const earlier = (submittedAt: string, more: Partial<CaseLine> = {}) =>
  newLine(
    {
      submittedAt,
      since: submittedAt,
      organisation: 'Sample City Council',
      country: 'KR',
      handler: { id: 'handler', name: 'Handling Person' },
      ...more,
    },
    Number(submittedAt.slice(0, 4)),
  );

describe('the summary', () => {
  it('says nothing where there was nothing before', async () => {
    const person = assistant.person('First Ever');
    await walkToSummary(person);
    expect(person.texts()).toContain(words.own('summary.title'));
    expect(cardText(person)).not.toContain(words.own('relations.title'));
  });

  it('tells of earlier cases with the organisation, however it is spelt, and of the country', async () => {
    const held = earlier('2025-05-04T09:00:00Z', {
      state: 'followed-up',
      openTodos: 2,
      unit: 'service-development',
      organisation: 'SAMPLE city-council',
    });
    const old = earlier('2019-05-04T09:00:00Z', { state: 'closed', theme: 'innovation' });
    const foreign = earlier('2025-06-04T09:00:00Z', { tenant: 'another', theme: 'innovation' });
    await list(assistant, [held, old, foreign, earlier('2025-01-01T09:00:00Z', { organisation: 'Another' })]);
    const person = assistant.person('Deciding Person');
    await walkToSummary(person);
    const text = cardText(person);
    const outcome = words.process('visit-request', 'outcomes.receive.title');
    for (const line of [
      `${held.number} · Visit request, sent on 4 May 2025 · ${outcome} · Followed up · ${unitName('service-development')} · 2 to-dos open`,
      `${old.number} · Visit request, sent on 4 May 2019 · ${outcome} · Closed`,
      words.own('relations.organisation'),
      words.own('relations.country', { country: 'South Korea', count: 3 }),
    ]) {
      expect(text).toContain(line);
    }
    for (const secret of [foreign.number, 'Handling Person', 'Somebody Else', 'less than two years']) {
      expect(text).not.toContain(secret);
    }
  });

  it('points a theme out that repeats within two years, and goes on all the same', async () => {
    const person = assistant.person('Returning Person');
    const first = await walkToReceipt(person);
    await assistant.bot.worker.drain();
    assistant.setNow('2028-03-01T09:00:00Z');
    const other = assistant.person('Other Person');
    const programme = comingProgramme(new Date('2028-03-01'));
    await walkToSummary(other, { programme });
    const repeats = words.own('relations.repeats', {
      number: first,
      day: '2 March 2026',
      unit: unitName('espoo-marketing-business'),
    });
    expect(cardText(other)).toContain(repeats);
    await other.press(words.own('actions.submit'));
    expect(other.texts()).toContain(words.own('receipt.title'));
    assistant.setNow('2028-03-03T09:00:00Z');
    const late = assistant.person('Late Person');
    await walkToSummary(late, { programme, theme: { 'main-theme': 'open-data', level: 'one-sector' } });
    expect(cardText(late)).toContain(first);
    expect(cardText(late)).not.toContain(repeats);
  });

  it.each(LANGUAGES)('tells who takes a request that somebody has sent already, in %s', async (language) => {
    const first = await walkToReceipt(assistant.person('First Person'));
    await assistant.bot.worker.drain();
    const second = assistant.person('Second Person', { locale: LOCALES[language] });
    await walkToSummary(second, { language });
    const speak = wordsIn(language);
    expect(cardText(second)).toContain(
      speak.own('relations.same', {
        number: first,
        day: speak.dayOf('2026-03-02T09:00:00Z'),
        unit: unitName('espoo-marketing-business', language),
      }),
    );
    expect(cardText(second)).not.toContain('First Person');
    await second.press('submit');
    expect(second.texts()).toContain(speak.own('receipt.title'));
  });

  it('of a case that is being changed does not tell of itself', async () => {
    const person = assistant.person('Editing Person');
    const number = await walkToReceipt(person);
    await assistant.bot.worker.drain();
    await person.says(number);
    await person.press('edit-case');
    await person.press(({ verb, data }) => verb === 'change' && Object(data).step === 'visitor');
    await person.press(words.own('actions.continue'), { ...VISITOR, 'group-size': '19' });
    expect(person.texts()).toContain(words.own('edit.title'));
    expect(cardText(person)).not.toContain(words.own('relations.title'));
  });

  it.each(['fi', 'sv'] as const)('tells it in %s', async (language) => {
    const line = earlier('2025-05-04T09:00:00Z', { theme: 'innovation', openTodos: 1 });
    await list(assistant, [line]);
    const person = assistant.person('Speaking Person', { locale: LOCALES[language] });
    await walkToSummary(person, { language });
    const speak = wordsIn(language);
    expect(cardText(person)).toContain(speak.own('relations.todos', { count: 1 }));
    expect(cardText(person)).toContain(unitName(line.unit, language));
  });

  it('tells it again when it is shown again, for the visitor that it has then', async () => {
    const line = earlier('2025-05-04T09:00:00Z');
    await list(assistant, [line]);
    const person = assistant.person('Changing Person');
    await walkToSummary(person, { visitor: { ...VISITOR, organisation: 'Nobody Before', country: 'EE' } });
    expect(cardText(person)).not.toContain(line.number);
    await person.press(({ verb, data }) => verb === 'change' && Object(data).step === 'visitor');
    await person.press(words.own('actions.continue'), VISITOR);
    expect(cardText(person)).toContain(line.number);
    await person.press(words.own('actions.save'));
    await person.press(words.own('actions.resume'));
    expect(cardText(person)).toContain(line.number);
  });

  it.each([
    ['does not answer', { delayMs: 20_000 }],
    ['is not there', { status: 503 }],
    ['breaks off', 'reset-before'],
  ] as const)('comes soon without it when the register %s', async (_, fault) => {
    await list(assistant, [earlier('2025-05-04T09:00:00Z')]);
    const person = assistant.person('Patient Person');
    await walkToForm(person);
    assistant.tables.fault(({ path }) => (path.startsWith('register') ? fault : 'pass'));
    const begun = Date.now();
    await fillForms(person);
    expect(Date.now() - begun).toBeLessThan(2_500);
    expect(person.texts()).toContain(words.own('summary.title'));
    expect(cardText(person)).not.toContain(words.own('relations.title'));
    await person.press(words.own('actions.submit'));
    expect(person.texts()).toContain(words.own('receipt.title'));
  });
});
