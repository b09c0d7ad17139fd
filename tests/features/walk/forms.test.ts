import { isObject, type JsonObject } from '../../fixtures/json';
import { CARD_LIMIT_BYTES } from '../../fixtures/judge-card';
import { inputsOn } from '../../fixtures/person/read-card';
import type { Inputs } from '../../fixtures/teams-person';
import { storedRows } from '../../playing/stored-rows';
import {
  BEGIN,
  cardText,
  PROGRAMME,
  question,
  RECEIVED,
  THEME,
  VISITOR,
  WHAT_AND_WHEN,
  walkToForm,
  walkToSummary,
  wordsIn,
} from '../../playing/visit-walk';
import { withAssistant, withSomebodyNew } from '../../playing/with-assistant';

const words = wordsIn('en');

const assistant = withAssistant();
const person = withSomebodyNew(assistant);
beforeEach(async () => {
  await walkToForm(person);
});

/** What stands in each input of the form seen. */
function values(): Inputs {
  const filled = inputsOn(person.card()).filter(({ value }) => value !== undefined && value !== '');
  return Object.fromEntries(filled.map(({ id, value }) => [String(id), String(value)]));
}

/** Sends inputs that the client itself would not let through, as another client or an old one does. */
function sends(inputs: JsonObject, verb = 'fill') {
  const action = person.action(verb);
  const data = isObject(action.data) ? action.data : {};
  return person.presses({ ...action, data: { ...data, ...inputs } });
}

/** At the form that comes before the criteria. */
async function onDays() {
  await person.press('Cancel');
  await person.press('Throw away');
  await person.says(BEGIN.en);
  await person.press('No');
}

describe('a form that cannot be taken as it is', () => {
  it('says so above and at each field, and keeps everything that was typed', async () => {
    const typed = { ...VISITOR, organisation: '', 'group-size': '2001' };
    await sends(typed);
    const card = cardText(person);
    expect(card).toContain(words.own('form.problems'));
    expect(card).toContain(words.own('problems.missing'));
    expect(card).toContain(words.own('problems.out-of-range', { min: 1, max: 2000 }));
    const { organisation: _, ...rest } = typed;
    expect(values()).toEqual(rest);
    await person.press('Continue', { organisation: 'Sample', 'group-size': '20' });
    expect(cardText(person)).toContain(question('interests'));
  });

  it.each([
    ['group-size', '', 'missing-number'],
    ['group-size', '0', 'out-of-range'],
    ['group-size', '-5', 'out-of-range'],
    ['group-size', '2.5', 'not-a-number'],
    ['group-size', 'about twenty', 'not-a-number'],
    ['group-size', '1e9', 'not-a-number'],
    ['group-size', '0x10', 'not-a-number'],
    ['group-size', '20 000', 'out-of-range'],
    ['organisation', 'x'.repeat(201), 'too-long'],
    ['organisation', '   ', 'missing'],
    ['organisation', 'a\u0000b', 'not-readable'],
    ['country', 'XX', 'not-a-choice'],
    ['country', 'South Korea', 'not-a-choice'],
    ['visitor-kind', 'toString', 'not-a-choice'],
    ['visitor-contact', 'y'.repeat(301), 'too-long'],
  ] as const)('%s as "%.20s" is a problem: %s', async (item, value, problem) => {
    await sends({ ...VISITOR, [item]: value });
    const limits = { 'too-long': { max: item === 'organisation' ? 200 : 300 }, 'out-of-range': { min: 1, max: 2000 } };
    const parameters = problem === 'too-long' || problem === 'out-of-range' ? limits[problem] : {};
    expect(person.texts()).toContain(words.own(`problems.${problem}`, parameters));
  });

  it('refuses a last day before the first, and dates that no calendar has', async () => {
    await onDays();
    await sends({ ...WHAT_AND_WHEN, arrival: '2026-05-05', departure: '2026-05-04' });
    expect(person.texts()).toContain(words.own('problems.too-early'));
    expect(values()).toMatchObject({ arrival: '2026-05-05', departure: '2026-05-04' });
    await sends({ ...WHAT_AND_WHEN, arrival: '2026-02-30', departure: 'tomorrow' });
    expect(person.texts().filter((text) => text === words.own('problems.not-a-date'))).toHaveLength(2);
  });

  it('changes nothing in storage', async () => {
    const before = assistant.tables.snapshot();
    await sends({ ...VISITOR, organisation: 'x'.repeat(10_000) });
    await sends({ ...VISITOR, 'group-size': { $gt: 0 }, organisation: ['a'] });
    expect(assistant.tables.snapshot()).toBe(before);
  });

  it('stays small enough for Teams, however much was sent', async () => {
    const answer = await sends({ ...VISITOR, guests: '語'.repeat(30_000), organisation: '🙂'.repeat(20_000) });
    expect(Buffer.byteLength(JSON.stringify(answer.card))).toBeLessThan(CARD_LIMIT_BYTES);
    expect(person.texts()).toContain(words.own('problems.too-long', { max: 2000 }));
  });
});

describe('a form filled to its limits', () => {
  it('is taken, and every card that shows it is small enough for Teams', async () => {
    const most = { organisation: '語'.repeat(200), guests: '語'.repeat(2000), 'visitor-contact': '語'.repeat(300) };
    await person.press('Continue', { ...VISITOR, ...most });
    await person.press('Back');
    expect(values()).toMatchObject(most);
    await person.press('Continue');
    await person.press('Continue', { ...PROGRAMME, interests: '語'.repeat(2000), learn: '語'.repeat(2000) });
    await person.press('Back');
    await person.press('Continue');
    await person.press('Continue', THEME);
    await person.press('No');
    await person.press('Send');
    expect(person.texts()).toContain(words.own('receipt.title'));
    await person.press('My cases');
  });

  it('says each limit before it is reached', () => {
    expect(cardText(person)).toContain('At most 200 characters');
    expect(inputsOn(person.card()).find(({ id }) => id === 'organisation')).toMatchObject({ maxLength: 200 });
    expect(inputsOn(person.card()).find(({ id }) => id === 'group-size')).toMatchObject({ min: 1, max: 2000 });
  });
});

describe('leaving a form half filled', () => {
  const HALF = { organisation: 'Half a name', 'group-size': '7', guests: 'Line 1\nLine 2' };

  it('by Back keeps what was typed', async () => {
    await sends(HALF, 'back');
    expect(cardText(person)).toContain(words.process('visit-request', 'outcomes.receive.title'));
    await person.press('acknowledge');
    expect(values()).toEqual(HALF);
  });

  it('by Save and leave keeps what was typed, also for a bot that has been started anew', async () => {
    await sends(HALF, 'save');
    expect(person.texts()).toContain(words.own('saved.title'));
    await assistant.restart();
    await person.press('Continue');
    expect(values()).toEqual(HALF);
  });

  it('by Cancel, and then thinking better of it, keeps what was typed', async () => {
    await sends(HALF, 'cancel');
    await person.press('Keep it');
    expect(values()).toEqual(HALF);
  });

  it('leaves out only what could not be right', async () => {
    await sends({ ...HALF, 'group-size': 'many' }, 'back');
    await person.press('acknowledge');
    const { 'group-size': _, ...rest } = HALF;
    expect(values()).toEqual(rest);
  });
});

describe('optional fields', () => {
  it('may stay empty, and the summary says that they do', async () => {
    const { guests: _g, ...visitor } = VISITOR;
    const programme = { ...PROGRAMME, arrival: '', departure: '', learn: '' };
    await person.press('Cancel');
    await person.press('Throw away');
    await walkToSummary(person, { visitor, programme, theme: { 'main-theme': 'innovation', level: 'one-sector' } });
    const empty = person.texts().filter((text) => text.endsWith(words.own('answers.empty')));
    expect(empty.map((text) => text.split(':')[0])).toEqual(
      ['arrival', 'departure', 'guests', 'learn', 'other-themes', 'goals'].map((item) =>
        words.process('visit-request', `items.${item}.label`),
      ),
    );
  });

  it('emptied again are empty', async () => {
    await person.press('Continue', VISITOR);
    await person.press('Back');
    await person.press('Continue', { guests: '' });
    await person.press('Back');
    expect(values()).not.toHaveProperty('guests');
    const [draft] = storedRows(assistant.tables).drafts.filter(({ ownerName }) => ownerName === person.member.name);
    expect(JSON.parse(String(draft?.state)).answers).toMatchObject({ ...RECEIVED, guests: null });
  });
});
