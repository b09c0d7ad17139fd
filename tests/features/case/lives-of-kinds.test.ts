/** Each kind of case through its own life, over the bot: what is agreed, decided, given, and what earlier cases become. */
import { TableClient } from '@azure/data-tables';
import type { CaseAction } from '../../../bot/domain/case/lives/life-of';
import type { CaseState } from '../../../bot/domain/case-state';
import { LANGUAGES, type Language } from '../../../bot/domain/language/language';
import type { Inputs, TeamsPerson } from '../../fixtures/teams-person';
import { mailsIn } from '../../playing/mails';
import { actsOn, offered } from '../../playing/on-case';
import { busiestCase, casesByOutcome, finalAnswers, walkProcess } from '../../playing/process-walk';
import { storedRows } from '../../playing/stored-rows';
import { cardText, LOCALES, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const assistant = withAssistant({ now: '2026-03-02T09:00:00Z' });

const stored = (number: string) => storedRows(assistant.tables).cases.find((row) => row.number === number);
const recorded = (number: string) => JSON.parse(String(stored(number)?.recorded ?? '{}'));
const timersOf = (number: string) =>
  storedRows(assistant.tables).entries.filter(({ case: of, channel }) => of === number && channel === 'timer');

/** Somebody who sent a case of a process, of an outcome or the one with most to do, and acts for its unit, of which nobody else is known. */
async function sends(
  process: string,
  language: Language,
  outcome?: string,
): Promise<{ person: TeamsPerson; number: string }> {
  const person = assistant.person(`${process} ${language} ${expect.getState().currentTestName}`, {
    locale: LOCALES[language],
  });
  const golden = casesByOutcome(process).find((each) => each.outcome === outcome) ?? busiestCase(process);
  const answers = finalAnswers(golden);
  const number = await walkProcess(person, { process, language, answers });
  await assistant.settled(number);
  return { person, number };
}

describe.each(['fi', 'sv', 'en'] as const)('a partnership, in %s', (language) => {
  const words = wordsIn(language);

  it('comes into force, waits for nobody, is warned of before its end, renewed, ended and told of', async () => {
    assistant.setNow('2026-03-02T09:00:00Z');
    const { person, number } = await sends('partnership-evaluation', language);
    const agreed = { 'agreed-how': 'in-writing', 'in-force-from': '2026-03-02', 'in-force-until': '2026-06-30' };
    await actsOn(person, number, 'accept');
    await actsOn(person, number, 'negotiate');
    await actsOn(person, number, 'agree', { ...agreed, 'in-force-until': '2026-03-01' });
    expect(cardText(person)).toContain(words.own('problems.too-early'));
    await actsOn(person, number, 'agree', agreed);
    const until = (day: string) => words.own('life.in-force-until', { day: words.day(day), name: person.member.name });
    expect(cardText(person)).toContain(until('2026-06-30'));
    expect(offered(person)).toEqual(['renew', 'end']);
    expect(stored(number)).toMatchObject({ state: 'in-force' });
    await assistant.settled(number);
    await person.says({ fi: 'työjono', sv: 'inkorg', en: 'inbox' }[language]);
    expect(cardText(person)).not.toContain(number);

    const [warning] = timersOf(number).filter(({ about }) => about === 'holder-before-end');
    assistant.setNow(String(warning?.due));
    await assistant.bot.worker.drain();
    await assistant.bot.worker.drain();
    person.looksAt('newest');
    expect(cardText(person)).toContain(words.own('reminder.before-end', { day: words.day('2026-06-30') }));
    expect(offered(person)).toEqual(['renew', 'end']);

    await actsOn(person, number, 'renew', { ...agreed, 'in-force-until': '2029-06-29' });
    expect(cardText(person)).toContain(until('2029-06-29'));
    expect(recorded(number)).toMatchObject({ 'in-force-until': '2029-06-29' });
    await actsOn(person, number, 'end', { text: 'The project is over' });
    expect(cardText(person)).toContain('The project is over');
    await actsOn(person, number, 'follow-up', { 'goals-reached': 'partly', 'what-came-of-it': 'Two exchanges' });
    expect(cardText(person)).toContain('Two exchanges');
    await actsOn(person, number, 'close');
    expect(stored(number)).toMatchObject({ state: 'closed' });
    await person.press(words.own('life.history'));
    for (const action of ['negotiate', 'agree', 'renew', 'end'] as const) {
      expect(cardText(person)).toContain(words.own(`life.event.${action}`, { name: person.member.name }));
    }
  });
});

it.each(LANGUAGES)(
  'a network is decided about in %s, and evaluated anew twice; what was found before stays',
  async (language) => {
    const { person, number } = await sends('network-evaluation', language);
    const joins = {
      'membership-decision': 'join',
      'membership-class': 'thematic',
      'membership-contact': 'Eero Malliperhe',
    };
    await actsOn(person, number, 'accept');
    await actsOn(person, number, 'be-member', joins);
    expect(offered(person)).toEqual(['evaluate', 'leave']);
    for (const [kind, gave] of [
      ['strategic', 'A joint project'],
      ['passive', 'Nothing more'],
    ] as const) {
      const found = { 'membership-decision': 'stay', 'membership-class': kind, 'traits-now': 'in-line,active' };
      await actsOn(person, number, 'evaluate', { ...joins, ...found, 'gave-so-far': gave });
      expect(cardText(person)).toContain(gave);
      expect(stored(number)).toMatchObject({ state: 'member' });
    }
    const classes = storedRows(assistant.tables)
      .events.filter((row) => row.case === number && row.type === 'moved')
      .flatMap((row) => JSON.parse(String(row.data)).recorded?.['membership-class'] ?? []);
    expect(classes).toEqual(['thematic', 'strategic', 'passive']);
  },
);

it.each(LANGUAGES)(
  'an opinion is prepared in %s, decided, given and told to the team; then what became of it',
  async (language) => {
    const words = wordsIn(language);
    const { person, number } = await sends('advocacy', language, 'opinion');
    await actsOn(person, number, 'accept');
    await actsOn(person, number, 'prepare');
    await actsOn(person, number, 'decide', { 'decision-by': 'board', 'decision-on': '2026-03-01' });
    await actsOn(person, number, 'give', { 'given-on': '2026-03-02', 'where-to-read': 'Decision 12/2026' });
    expect(cardText(person)).toContain('Decision 12/2026');
    await assistant.settled(number);
    const told = mailsIn(assistant.mailFolder).filter(({ subject }) => subject.includes(number));
    expect(
      told.some(({ to, text }) => to.includes('international@') && text.includes(words.own('life.short.given'))),
    ).toBe(true);
    await actsOn(person, number, 'follow-up', { 'what-became-of-it': 'The ministry took it up' });
    await actsOn(person, number, 'close');
    expect(stored(number)).toMatchObject({ state: 'closed' });
  },
);

it.each(LANGUAGES)(
  'an event is decided against in %s: the requester reads why, and only closing it is left',
  async (language) => {
    const { person, number } = await sends('event-proposal', language);
    await actsOn(person, number, 'accept');
    await actsOn(person, number, 'prepare');
    const decision = { 'decision-by': 'mayor', 'decision-on': '2026-03-02' };
    await actsOn(person, number, 'decide-against', decision);
    expect(cardText(person)).toContain(wordsIn(language).own('problems.missing'));
    await actsOn(person, number, 'decide-against', { ...decision, text: 'Toinen kaupunki sopii paremmin' });
    expect(cardText(person)).toContain('Toinen kaupunki sopii paremmin');
    expect(stored(number)).toMatchObject({ state: 'decided-against' });
    expect(offered(person)).toEqual(['close']);
    await assistant.settled(number);
    const waiting = timersOf(number).filter(
      ({ purpose, event }) => purpose === 'reminder' && event === stored(number)?.sinceEvent,
    );
    expect(waiting).toEqual([]);
  },
);

describe('a case that a version before brought into a state in which no case of its kind is any more', () => {
  const AGREED = { 'agreed-how': 'otherwise', 'in-force-from': '2026-03-02' };
  const ENDS: Inputs = { text: 'It is over' };
  type Way = readonly (readonly [CaseAction, Inputs?])[];
  const ends = (action: CaseAction, report: Inputs = {}): Way => [[action, ENDS], ['follow-up', report], ['close']];
  const AGREEMENT: Readonly<Partial<Record<CaseState, Way>>> = {
    planned: [['agree', AGREED], ...ends('end', { 'goals-reached': 'reached' })],
    held: [['agree', AGREED], ...ends('end', { 'goals-reached': 'reached' })],
    'not-held': [['close']],
    'followed-up': [['close']],
  };
  const MEMBER = { 'membership-decision': 'stay', 'membership-class': 'open' };
  const WAYS: Readonly<Record<string, typeof AGREEMENT>> = {
    'event-proposal': {
      planned: [['hold'], ['follow-up', { 'head-count': 9 }], ['close']],
      'followed-up': [['close']],
    },
    'partnership-evaluation': AGREEMENT,
    'city-partner-proposal': AGREEMENT,
    'network-evaluation': {
      planned: [['be-member', MEMBER], ...ends('leave')],
      held: [['be-member', MEMBER], ...ends('leave')],
      'not-held': [['follow-up', {}], ['close']],
      'followed-up': [['close']],
    },
    advocacy: {
      planned: [['give', { 'given-on': '2026-03-02' }], ['follow-up', {}], ['close']],
      held: [['follow-up', {}], ['close']],
      'not-held': [['close']],
      'followed-up': [['close']],
    },
  };

  it.each(Object.keys(WAYS))('%s: it is opened, told in words of its kind, acted on and ended', async (process) => {
    const words = wordsIn('en');
    const { person, number } = await sends(process, 'en');
    await actsOn(person, number, 'accept');
    await assistant.settled(number);
    const client = TableClient.fromConnectionString(assistant.tables.connectionString, 'casework', {
      allowInsecureConnection: true,
    });
    for (const [state, way] of Object.entries(WAYS[process] ?? {})) {
      const { PartitionKey, RowKey } = stored(number) ?? {};
      await client.updateEntity({ partitionKey: String(PartitionKey), rowKey: String(RowKey), state }, 'Merge');
      await person.says(number);
      const visit = ['Held', 'Not held', words.own('life.state.planned', { name: person.member.name })];
      if (process !== 'event-proposal') expect(person.texts().filter((text) => visit.includes(text))).toEqual([]);
      for (const [action, inputs] of way) await actsOn(person, number, action, inputs);
      expect([state, stored(number)?.state]).toEqual([state, 'closed']);
      await assistant.settled(number);
    }
  });
});
