/** Criteria on one card: chosen and sent at once, typed one by one or all at once, pressed on cards of before. */
import { LANGUAGES } from '../../../bot/domain/language/language';
import { inputsOn } from '../../fixtures/person/read-card';
import { answering, BEGIN, cardText, fills, LOCALES, question, WHAT_AND_WHEN, wordsIn } from '../../playing/visit-walk';
import { withAssistant, withSomebodyNew } from '../../playing/with-assistant';

const CRITERIA = ['interesting', 'significant', 'national-referral', 'leadership-referral', 'visibility'];
const words = wordsIn('en');

const assistant = withAssistant();
const person = withSomebodyNew(assistant);

const outcome = (id: string) => words.process('visit-request', `outcomes.${id}.title`);
const shown = () => Object.fromEntries(inputsOn(person.card()).map(({ id, value }) => [id, value ?? '']));

async function toCriteria(who = person): Promise<void> {
  await who.press(answering('dignitary', false));
  await fills(who, WHAT_AND_WHEN);
  await who.press(answering('in-time', true));
}

beforeEach(async () => {
  await person.says(BEGIN.en);
  await toCriteria();
});

it('asks all five on one card, each with its reason', () => {
  expect(Object.keys(shown())).toEqual(CRITERIA);
  for (const item of CRITERIA) expect(cardText(person)).toContain(question(item));
  for (const item of CRITERIA) {
    const label = words.process('visit-request', `items.${item}.label`);
    expect(person.texts()).toContain(words.own('walk.why-of', { label }));
  }
});

it('names the line without an answer, and keeps the others', async () => {
  await fills(person, { interesting: 'true', significant: 'false' });
  const missing = person.texts().filter((text) => text === words.own('problems.missing-answer'));
  expect(missing).toHaveLength(3);
  expect(shown()).toMatchObject({ interesting: 'true', significant: 'false', visibility: '' });
  await fills(person, Object.fromEntries(CRITERIA.map((item) => [item, 'false'])));
  expect(person.texts()).toContain(outcome('not-free'));
});

it('takes a typed Yes or No for its first open line', async () => {
  for (const word of ['yes', 'no', 'no', 'no']) await person.says(word);
  expect(shown()).toMatchObject({ interesting: 'true', significant: 'false', visibility: '' });
  await person.says('no');
  expect(person.texts()).toContain(outcome('receive'));
});

it.each([
  ['all no', 'not-free'],
  ['kaikki kyllä', 'receive'],
  ['alla ja', 'receive'],
  ['yes to all', 'receive'],
])('takes "%s" for all of them', async (said, id) => {
  await person.says(said);
  expect(person.texts()).toContain(outcome(id));
});

it('leaves the lines that have an answer as they are', async () => {
  await person.says('yes');
  await person.says('all no');
  expect(person.texts()).toContain(outcome('receive'));
});

it('takes the press of a card that asked one of them alone, before they stood together', async () => {
  const { draft, revision } = Object(person.action('fill').data);
  const data = { draft, revision, item: 'significant', value: true };
  await person.presses({ type: 'Action.Execute', verb: 'answer', data });
  expect(shown()).toMatchObject({ interesting: '', significant: 'true' });
  await person.says('all no');
  const changed = { draft, revision: revision + 2, step: 'visibility' };
  await person.presses({ type: 'Action.Execute', verb: 'change', data: changed });
  expect(Object.keys(shown())).toEqual(CRITERIA);
});

it('keeps what was chosen when it is left for later', async () => {
  await fills(person, { interesting: 'true' }, 'save');
  await person.press('resume');
  expect(shown()).toMatchObject({ interesting: 'true', significant: '' });
});

it.each(LANGUAGES)('says what can be written there, in %s', async (language) => {
  const speaking = assistant.person(`Speaking ${language}`, { locale: LOCALES[language] });
  await speaking.says(BEGIN[language]);
  await toCriteria(speaking);
  await speaking.says('xyzzy plugh');
  expect(cardText(speaking)).toContain(wordsIn(language).own('answers.all-yes'));
});
