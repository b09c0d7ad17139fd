import { failFirst } from '../../fixtures/connector/failure';
import { walkProcess } from '../../playing/process-walk';
import { type Row, storedRows } from '../../playing/stored-rows';
import { LOCALES, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const NOW = '2026-03-02T09:00:00Z';
const A_YEAR_LATER = '2027-03-02T09:00:00.000Z';

/** A strategic network that the whole city coordinates. */
const EUROCITIES = {
  'network-name': 'Eurocities',
  kind: 'network',
  coordination: 'city-wide',
  'in-line': true,
  'several-goals': true,
  'several-sectors': true,
  'many-actors': true,
  active: true,
  ownership: true,
  potential: true,
};

const assistant = withAssistant({ now: NOW }, { forEachTest: true });

/** The timers of a case. */
const timers = (number: string): readonly Row[] =>
  storedRows(assistant.tables).entries.filter((row) => row.case === number && row.purpose === 'review');

describe.each(['fi', 'sv', 'en'] as const)('the yearly review of a network of the whole city, in %s', (language) => {
  const words = wordsIn(language);

  it('is due a year after, brings the case back to its requester, and is due again a year after that', async () => {
    const person = assistant.person(`Reviewer ${language}`, { locale: LOCALES[language] });
    const number = await walkProcess(person, { process: 'network-evaluation', language, answers: EUROCITIES });
    await assistant.settled(number);
    expect(timers(number)).toMatchObject([{ purpose: 'review', state: 'due', due: A_YEAR_LATER }]);
    const cards = person.cards().length;
    assistant.setNow('2027-03-02T08:59:59Z');
    await assistant.bot.worker.drain();
    expect(person.cards()).toHaveLength(cards);

    for (const [year, next] of [
      [2027, 2028],
      [2028, 2029],
    ]) {
      assistant.setNow(`${year}-03-02T09:00:00Z`);
      await assistant.bot.worker.drain();
      await assistant.bot.worker.drain();
      person.looksAt('newest');
      expect(person.texts()).toContain(words.own('reminder.review'));
      expect(person.texts().join('\n')).toContain(number);
      expect(timers(number)).toMatchObject([{ state: 'due', attempts: 0, due: `${next}-03-02T09:00:00.000Z` }]);
    }
    expect(person.cards()).toHaveLength(cards + 2);
  });
});

it('a network that a sector coordinates has no review', async () => {
  const person = assistant.person('Sector');
  const answers = { ...EUROCITIES, coordination: 'sector', 'main-theme': 'open-data' };
  const number = await walkProcess(person, { process: 'network-evaluation', answers });
  expect(timers(number)).toEqual([]);
});

it('a review that Teams does not take now is tried again, and the next one is a year away all the same', async () => {
  const person = assistant.person('Patient');
  const number = await walkProcess(person, { process: 'network-evaluation', answers: EUROCITIES });
  await assistant.settled(number);
  // Taken on, so that nobody is reminded of anything else.
  person.looksAt('newest');
  await person.press('act');
  await assistant.bot.worker.drain();
  const cards = person.cards().length;
  assistant.setNow('2027-03-02T09:00:00Z');
  assistant.connector.fail(failFirst(1, { status: 429 }, (call) => call.method === 'POST'));
  await assistant.bot.worker.drain();
  expect(person.cards()).toHaveLength(cards);
  const next = [{ state: 'due', attempts: 0, due: '2028-03-02T09:00:00.000Z' }];
  expect(timers(number)).toMatchObject(next);
  assistant.setNow('2027-03-02T10:00:00Z');
  await assistant.bot.worker.drain();
  expect(person.cards()).toHaveLength(cards + 1);
  expect(timers(number)).toMatchObject(next);
});
