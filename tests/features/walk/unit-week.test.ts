/** What stands beside "early enough?": what the unit wishes, how soon it would be, and what else it has in that week. */
import { isObject } from '../../fixtures/json';
import { list, newLine } from '../../playing/listed-cases';
import {
  answers,
  cardText,
  fills,
  LOCALES,
  question,
  unitName,
  WHAT_AND_WHEN,
  walkToOutcome,
  walkToReceipt,
  wordsIn,
} from '../../playing/visit-walk';
import { withAssistant, withSomebodyNew } from '../../playing/with-assistant';

const UNIT = 'espoo-marketing-business';
const WEEK = { from: '2026-05-04', to: '2026-05-10' };
const words = wordsIn('en');
const unit = unitName(UNIT);
const days = { from: words.day(WEEK.from), to: words.day(WEEK.to) };

const assistant = withAssistant({}, { forEachTest: true });
const person = withSomebodyNew(assistant);
afterEach(() => assistant.tables.fault());

/** A visit of the unit that begins on a day. */
const visit = (day: string, more: object = {}) => newLine({ unit: UNIT, day, ...more });

/** Up to the question, with these days. */
async function asked(inputs: object = {}): Promise<string> {
  await walkToOutcome(person, { given: { dignitary: false }, programme: { ...WHAT_AND_WHEN, ...inputs } });
  expect(person.texts()).toContain(question('in-time'));
  return cardText(person);
}

it('says how soon it would be, and how many other visits of the unit begin in that week', async () => {
  await list(assistant, [
    visit('2026-05-04'),
    visit('2026-05-10', { state: 'accepted' }),
    visit('2026-05-03'),
    visit('2026-05-11'),
    ...(['declined', 'withdrawn', 'not-held'] as const).map((state) => visit('2026-05-06', { state })),
    visit('2026-05-06', { tenant: 'another' }),
    visit('2026-05-06', { unit: 'service-development', informed: [UNIT] }),
  ]);
  const text = await asked();
  expect(text).toContain(words.own('unit-week.begins', { count: 63 }));
  expect(text).toContain(words.own('unit-week.visits', { unit, count: 2, ...days }));
});

it('says that there is nothing else, and nothing of a week where the day is open', async () => {
  expect(await asked()).toContain(words.own('unit-week.nothing', { unit, ...days }));
  await person.press('Back');
  await fills(person, { arrival: '', departure: '' });
  const open = cardText(person);
  expect(open).not.toContain(unit);
  expect(open).not.toContain(words.own('unit-week.begins', { count: 63 }));
});

it.each(['fi', 'sv', 'en'] as const)(
  'says in %s what the unit wishes, once the team has written it down',
  async (language) => {
    const coordinator = assistant.person('Keeps the directory');
    await assistant.setMembers('international-affairs', {
      members: [{ id: coordinator.member.aadObjectId ?? '', name: 'Keeps the directory', absences: [] }],
    });
    await assistant.restart();
    await coordinator.says('directory');
    const form = { type: 'Action.Execute', verb: 'directory-form', data: { list: 'units', id: UNIT } };
    await coordinator.presses(form);
    await coordinator.press('directory-save', { noticeDays: '401' });
    expect(cardText(coordinator)).toContain(words.own('problems.out-of-range', { min: 1, max: 400 }));
    await coordinator.press('directory-save', { noticeDays: '30' });
    expect(cardText(coordinator)).toContain(words.own('directory.field.noticeDays'));
    const own = wordsIn(language).own;
    const wish = own('unit-week.notice', { unit: unitName(UNIT, language), count: 30 });
    const asking = assistant.person('Asks', { locale: LOCALES[language] });
    await walkToOutcome(asking, { language, given: { dignitary: false } });
    expect(cardText(asking)).toContain(wish);

    await coordinator.presses(form);
    await coordinator.press('directory-save', { noticeDays: '' });
    const other = assistant.person('Asks later', { locale: LOCALES[language] });
    await walkToOutcome(other, { language, given: { dignitary: false } });
    expect(cardText(other)).not.toContain(wish);
  },
);

it.each([
  ['does not answer', { delayMs: 20_000 }],
  ['is not there', { status: 503 }],
  ['breaks off', 'reset-before'],
] as const)('comes soon without the visits when the register %s', async (_, fault) => {
  await list(assistant, [visit('2026-05-06')]);
  assistant.tables.fault(({ path }) => (path.startsWith('register') ? fault : 'pass'));
  const begun = Date.now();
  const text = await asked();
  expect(Date.now() - begun).toBeLessThan(2_500);
  expect(text).toContain(words.own('unit-week.begins', { count: 63 }));
  expect(text).not.toContain(days.to);
  await answers(person, 'in-time', true);
  expect(person.texts()).toContain(question('interesting'));
});

it('counts what was really sent, moves with its day, and not the visit that is being changed', async () => {
  const number = await walkToReceipt(person);
  await assistant.settled(number);
  const other = assistant.person('Asks for the same week');
  await walkToOutcome(other, { given: { dignitary: false } });
  expect(cardText(other)).toContain(words.own('unit-week.visits', { unit, count: 1, ...days }));

  await person.says(number);
  await person.press('edit-case');
  const change = (step: string) =>
    person.press(({ verb, data }) => verb === 'change' && isObject(data) && data.step === step);
  await change('in-time');
  expect(cardText(person)).toContain(words.own('unit-week.nothing', { unit, ...days }));
  await person.press(words.own('actions.to-summary'));
  await change('what-and-when');
  await fills(person, { arrival: '2026-06-01', departure: '2026-06-02' });
  await person.press('submit');
  await assistant.settled(number);
  const third = assistant.person('Asks for it afterwards');
  await walkToOutcome(third, { given: { dignitary: false } });
  expect(cardText(third)).toContain(words.own('unit-week.nothing', { unit, ...days }));
});
