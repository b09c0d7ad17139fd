import type { Language } from '../../../bot/domain/language/language';
import { isObject } from '../../fixtures/json';
import { type ActionChoice, actionsOn, type TeamsPerson } from '../../fixtures/teams-person';
import { memberOf } from '../../fixtures/unit-members';
import { mailsIn } from '../../playing/mails';
import { entryStates, storedRows } from '../../playing/stored-rows';
import {
  answers,
  cardText,
  fills,
  LOCALES,
  PROGRAMME,
  unitName,
  VISITOR,
  WHAT_AND_WHEN,
  walkToReceipt,
  wordsIn,
} from '../../playing/visit-walk';
import { withAssistant, withSomebodyNew } from '../../playing/with-assistant';

const words = wordsIn('en');
const own = words.own;
const section = (id: string, language: Language = 'en') => wordsIn(language).process('visit-request', `sections.${id}`);

let marketer: TeamsPerson;
let server: TeamsPerson;
let number: string;

const assistant = withAssistant();
beforeAll(async () => {
  marketer = assistant.person('Matti Markkinoija');
  server = assistant.person('Sanna Palvelija');
  for (const member of [marketer, server]) await member.says('hi');
  await assistant.setMembers('espoo-marketing-business', { members: [memberOf(marketer)] });
  await assistant.setMembers('service-development', { members: [memberOf(server)] });
  await assistant.restart();
});
const person = withSomebodyNew(assistant);
beforeEach(async () => {
  number = await walkToReceipt(person);
  await assistant.settled(number);
});

const stored = () => storedRows(assistant.tables).cases.find((row) => row.number === number);
const answersOf = () => JSON.parse(String(stored()?.answers));
const events = () => storedRows(assistant.tables).events.filter((row) => row.case === number);
const edits = () => storedRows(assistant.tables).drafts.filter((row) => row.edits === number);
const ofCase: ActionChoice = ({ verb, data }) => verb === 'show-case' && isObject(data) && data.case === number;

/** Looks at the case as whoever it is, by its number. */
async function opens(who: TeamsPerson, verb?: string): Promise<void> {
  await who.says(number);
  if (verb !== undefined) await who.press(verb);
}

/** On the summary: presses "Change" beside a form or an answer. */
function change(step: string): Promise<unknown> {
  return person.press(({ verb, data }) => verb === 'change' && isObject(data) && data.step === step);
}

/** Changes what stands in a form of the case, up to the summary. */
async function changes(step: 'visitor' | 'what-and-when', inputs: Readonly<Record<string, string>>): Promise<void> {
  await opens(person, 'edit-case');
  await change(step);
  await person.press('fill', { ...(step === 'visitor' ? VISITOR : WHAT_AND_WHEN), ...inputs });
}

/** Changes the answer that the recommendation rested on, up to the summary. */
async function changesOutcome(): Promise<void> {
  await opens(person, 'edit-case');
  await change('criteria');
  await fills(person, { interesting: 'false' });
  await person.press('acknowledge');
  await answers(person, 'networks', false);
  await answers(person, 'technical-visit', true);
}

describe('a sent case', () => {
  it('is opened at the summary with all its answers, and says what it changes', async () => {
    await opens(person, 'edit-case');
    const card = cardText(person);
    expect(card).toContain(own('edit.title'));
    expect(card).toContain(number);
    expect(card).toContain('Sample City Council');
    expect(person.action('submit').title).toBe(own('edit.submit'));
    expect(edits()).toHaveLength(1);
    expect(events()).toHaveLength(2);
  });

  it('has another organisation once that is saved; whoever has the case is told, and nothing else changes', async () => {
    const before = stored();
    await changes('visitor', { organisation: 'Another Council' });
    expect(cardText(person)).toContain('Another Council');
    expect(answersOf().organisation).toBe('Sample City Council');
    await person.press('submit');
    expect(cardText(person)).toContain(own('edit.saved'));
    expect(cardText(person)).toContain(own('edit.told', { unit: unitName('espoo-marketing-business') }));
    expect(answersOf()).toMatchObject({ organisation: 'Another Council', country: 'KR' });
    const { state, responsibleUnit, routing, outcome } = before ?? {};
    expect(stored()).toMatchObject({ state, responsibleUnit, routing, outcome, a_organisation: 'Another Council' });
    expect(events().at(-1)).toMatchObject({ type: 'edited', data: '{"items":["organisation"]}' });
    await assistant.settled(number);
    expect(entryStates(storedRows(assistant.tables), number)).toMatchObject({
      'news-3.responsible.teams': 'sent',
      'update-3.teams': 'sent',
    });
    marketer.looksAt('newest');
    expect(cardText(marketer)).toContain(own('life.event.edited', { name: person.member.name }));
    expect(edits()).toMatchObject([{ status: 'over', case: number, state: '{"answers":{}}' }]);
  });

  it('goes to the unit of its new main theme: card and mail there, and the card of the unit that had it is brought up to date', async () => {
    await opens(marketer, own('life.do.accept'));
    expect(stored()).toMatchObject({ state: 'accepted' });
    await assistant.settled(number);
    const held = marketer.cards().find(({ card }) => JSON.stringify(card).includes(`"case":"${number}"`));
    await changes('what-and-when', { 'main-theme': 'open-data' });
    await person.press('submit');
    expect(cardText(person)).toContain(own('edit.moved', { unit: unitName('service-development') }));
    await assistant.settled(number);
    expect(stored()).toMatchObject({ state: 'submitted', responsibleUnit: 'service-development' });
    expect(stored()).not.toHaveProperty('holderId');
    server.looksAt('newest');
    expect(cardText(server)).toContain(number);
    expect(server.action(own('life.do.accept'))).toBeDefined();
    expect(
      mailsIn(assistant.mailFolder)
        .map(({ file }) => file)
        .join(),
    ).toContain('request-4.service-development');
    const told = marketer.cards().filter(({ card }) => JSON.stringify(card).includes(number));
    expect(JSON.stringify(told.at(-1)?.card)).toContain(own('life.event.edited', { name: person.member.name }));
    marketer.reloads();
    const now = marketer.cards().find(({ messageId }) => messageId === held?.messageId);
    expect(JSON.stringify(now?.card)).toContain(unitName('service-development'));
    expect(JSON.stringify(now?.card)).not.toContain('"verb":"act"');
    await opens(person, 'show-history');
    expect(cardText(person)).toContain(own('life.event.edited', { name: person.member.name }));
    const to = own('life.to-person', { unit: unitName('service-development'), name: server.member.name });
    expect(cardText(person)).toContain(own('life.event.edited-unit', { unit: to }));
  });

  it('has another recommendation when an answer that decided is changed', async () => {
    await changesOutcome();
    await person.press('submit');
    const title = words.process('visit-request', 'outcomes.not-free.title');
    expect(cardText(person)).toContain(own('edit.new-outcome', { outcome: title }));
    expect(stored()).toMatchObject({ outcome: 'not-free', a_interesting: false });
    expect(events().at(-1)).toMatchObject({ data: expect.stringContaining('"outcome":"not-free"') });
    await opens(person, 'show-history');
    expect(cardText(person)).toContain(own('life.event.edited-outcome', { name: person.member.name }));
  });

  it('is saved once, however often that is pressed, at once and later; the answer is the case', async () => {
    await changes('visitor', { organisation: 'Another Council' });
    const save = person.action('submit');
    const given = await Promise.all([person.presses(save), person.presses(save), person.presses(save)]);
    for (const { card } of given) expect(JSON.stringify(card)).toContain('edit-case');
    await assistant.settled(number);
    const before = assistant.tables.snapshot();
    await person.repeatLast({ newId: true });
    expect(cardText(person)).toContain('Another Council');
    expect(assistant.tables.snapshot()).toBe(before);
    expect(events()).toHaveLength(3);
  });

  it('that nothing was changed in has no new event, and can be changed afterwards', async () => {
    await opens(person, 'edit-case');
    const old = person.action('submit');
    await person.press('submit');
    expect(cardText(person)).toContain(own('edit.unchanged'));
    expect(events()).toHaveLength(2);
    await changes('visitor', { organisation: 'Another Council' });
    await person.presses(old);
    expect(events()).toHaveLength(2);
    await person.press('submit');
    expect(answersOf().organisation).toBe('Another Council');
  });

  it('stays as it was when the changes are thrown away', async () => {
    await changes('visitor', { organisation: 'Another Council' });
    const before = stored();
    await person.press('cancel');
    expect(cardText(person)).toContain(own('edit.cancel-title'));
    await person.press('discard');
    expect(cardText(person)).toContain(own('edit.discarded'));
    expect(cardText(person)).toContain('Sample City Council');
    await person.repeatLast({ newId: true });
    expect(cardText(person)).toContain('Sample City Council');
    expect(stored()).toEqual(before);
    expect(JSON.stringify(edits())).not.toContain('Another Council');
  });

  it('has one draft of changes: opened again, from my cases or after a restart, it is the same one', async () => {
    await changes('visitor', { organisation: 'Another Council' });
    await opens(person, 'edit-case');
    expect(cardText(person)).toContain('Another Council');
    await person.press('save');
    await assistant.restart();
    await person.says('my cases');
    const rows = actionsOn(person.card()).filter(({ action }) => ['resume', 'show-case'].includes(String(action.verb)));
    expect(rows).toHaveLength(2);
    expect(cardText(person)).toContain(
      own('work.edit', {
        number,
        process: words.process('visit-request', 'name'),
        day: words.dayOf('2026-03-02T09:00:00Z'),
      }),
    );
    await person.press('resume');
    expect(cardText(person)).toContain('Another Council');
    await person.press('submit');
    expect(answersOf().organisation).toBe('Another Council');
    await person.says('my cases');
    expect(() => person.action('resume')).toThrow();
    expect(person.action(ofCase)).toBeDefined();
  });

  it('does not stand in the way of a new walk', async () => {
    await opens(person, 'edit-case');
    await person.says('new visit request');
    expect(cardText(person)).not.toContain(number);
    expect(storedRows(assistant.tables).drafts.filter((row) => row.ownerName === person.member.name)).toHaveLength(3);
  });

  it('is saved upon what became of it meanwhile', async () => {
    await changes('visitor', { organisation: 'Another Council' });
    await opens(marketer, own('life.do.accept'));
    await person.press('submit');
    expect(stored()).toMatchObject({ state: 'accepted', a_organisation: 'Another Council' });
  });

  it('is saved even if it is taken on at that very moment: one of the two is first, and nothing is lost', async () => {
    await changes('visitor', { organisation: 'Another Council' });
    await opens(marketer);
    // Both have read the case before either has written it.
    assistant.tables.fault(({ kind }) => (kind === 'transaction' ? { delayMs: 50 } : 'pass'));
    await Promise.all([person.press('submit'), marketer.press(own('life.do.accept'))]);
    assistant.tables.fault();
    expect(answersOf().organisation).toBe('Another Council');
    const types = events().map(({ type }) => type);
    expect(types.filter((type) => type === 'edited')).toHaveLength(1);
    expect(stored()).toMatchObject({ state: types.includes('moved') ? 'accepted' : 'submitted' });
  });

  it('that was withdrawn or declined meanwhile is not changed any more, and says so', async () => {
    await changes('visitor', { organisation: 'Another Council' });
    const summary = person.seen();
    await opens(marketer, own('life.do.decline'));
    await marketer.press('act', { text: 'No time' });
    await person.press('submit', {}, { card: summary.card, messageId: summary.messageId });
    expect(cardText(person)).toContain(own('edit.too-late', { state: own('life.short.declined') }));
    expect(answersOf().organisation).toBe('Sample City Council');
    expect(() => person.action('edit-case')).toThrow();
    await person.presses({ type: 'Action.Execute', verb: 'edit-case', data: { case: number } });
    expect(cardText(person)).toContain(own('edit.too-late', { state: own('life.short.declined') }));
    expect(edits()).toMatchObject([{ status: 'over' }]);
  });
});

describe('somebody else', () => {
  it('cannot change it, with whatever button: neither a stranger nor the unit that has it', async () => {
    await changes('visitor', { organisation: 'Another Council' });
    const presses = [
      { type: 'Action.Execute', verb: 'edit-case', data: { case: number } },
      person.action('submit'),
      person.action('cancel'),
    ];
    const stranger = assistant.person('Stranger to this case');
    await stranger.says('hi');
    await marketer.says('hi');
    await assistant.settled(number);
    const before = assistant.tables.snapshot();
    for (const who of [stranger, marketer]) {
      for (const press of presses) {
        await who.presses(press);
        expect(cardText(who)).not.toContain('Another Council');
      }
    }
    expect(assistant.tables.snapshot()).toBe(before);
  });
});

describe('in other languages', () => {
  it.each(['fi', 'sv'] as const)(
    '%s: the summary, the question before throwing away, and what was saved',
    async (language) => {
      const own = wordsIn(language).own;
      const speaker = assistant.person(`Speaks ${language}`, { locale: LOCALES[language] });
      const theirs = await walkToReceipt(speaker, { language });
      await assistant.settled(theirs);
      await speaker.says(theirs);
      await speaker.press('edit-case');
      expect(cardText(speaker)).toContain(own('edit.title'));
      expect(cardText(speaker)).toContain(own('edit.responsible'));
      await speaker.press('cancel');
      expect(cardText(speaker)).toContain(own('edit.cancel-text', { number: theirs }));
      await speaker.press('keep');
      await speaker.press(({ verb, data }) => verb === 'change' && isObject(data) && data.step === 'programme');
      expect(cardText(speaker)).toContain(section('programme', language));
      await speaker.press('fill', { ...PROGRAMME, interests: 'Parks' });
      await speaker.press('submit');
      expect(cardText(speaker)).toContain(own('edit.saved'));
    },
  );
});
