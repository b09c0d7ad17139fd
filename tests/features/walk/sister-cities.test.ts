/** A visit of a sister city says so by itself, however the city is written, and whoever knows better changes it. */
import { inputsOn } from '../../fixtures/person/read-card';
import { storedRows } from '../../playing/stored-rows';
import {
  answers,
  cardText,
  fills,
  LOCALES,
  numberOn,
  PROGRAMME,
  question,
  THEME,
  VISITOR,
  walkToForm,
  wordsIn,
} from '../../playing/visit-walk';
import { withAssistant, withSomebodyNew } from '../../playing/with-assistant';

const SISTER = 'sister-or-partner-city';

const assistant = withAssistant();
const person = withSomebodyNew(assistant);

/** What is chosen as the kind of visitor on the card seen. */
const kind = () => inputsOn(person.card()).find(({ id }) => id === 'visitor-kind')?.value;
const from = (organisation: string, more: object = {}) => ({ ...VISITOR, organisation, country: 'CN', ...more });

/** On to the summary: a sister city is a partner, of anybody else that is asked. */
async function summed() {
  for (const form of [PROGRAMME, THEME]) await fills(person, form);
  await answers(person, 'partner', false);
}

/** On to the receipt; resolves to what is stored of the case. */
async function sent() {
  await summed();
  await person.press('submit');
  const number = numberOn(person);
  return { number, row: storedRows(assistant.tables).cases.find((row) => row.number === number) };
}

it.each([
  ['fi', 'Shanghain kaupunki'],
  ['sv', 'Shanghai stad'],
  ['en', 'City of Shanghai'],
] as const)('is filled in, said and kept in %s, for "%s"', async (language, organisation) => {
  const { own } = wordsIn(language);
  person.locale = LOCALES[language];
  await walkToForm(person, { language });
  await fills(person, from(organisation));
  expect(person.texts()).toContain(own('problems.sister-city'));
  expect(kind()).toBe(SISTER);
  await person.press('fill');
  expect(cardText(person)).toContain(question('interests', language));
  for (const form of [PROGRAMME, THEME]) await fills(person, form);
  expect(person.texts()).toContain(own('sister-city.is', { sister: 'Shanghai' }));
  await person.press('submit');
  const number = numberOn(person);
  expect(storedRows(assistant.tables).cases.find((row) => row.number === number)).toMatchObject({
    a_visitor_kind: SISTER,
  });
  await assistant.settled(number);
  await person.says(number);
  expect(cardText(person)).toContain(own('sister-city.short'));
});

it('is filled in where nothing was chosen, and can be changed to what is right', async () => {
  await walkToForm(person);
  await fills(person, from('Shanghai, China', { 'visitor-kind': '' }));
  expect(kind()).toBe(SISTER);
  await person.press('fill', { 'visitor-kind': 'university-or-research' });
  const { row } = await sent();
  expect(row).toMatchObject({ a_visitor_kind: 'university-or-research' });
});

it('is pointed out once to who says that it is a city all the same', async () => {
  await walkToForm(person);
  await fills(person, from('City of Shanghai'));
  await person.press('fill', { 'visitor-kind': 'city' });
  const { row } = await sent();
  expect(row).toMatchObject({ a_visitor_kind: 'city' });
});

it('does not doubt who says that somebody else comes', async () => {
  await walkToForm(person);
  await fills(person, from('City of Shanghai', { 'visitor-kind': 'media' }));
  const { row } = await sent();
  expect(row).toMatchObject({ a_visitor_kind: 'media' });
});

it.each([
  ['Shanghai University', 'CN'],
  ['City of Shanghai', 'FI'],
])('is not seen in "%s" of %s', async (organisation, country) => {
  await walkToForm(person);
  await fills(person, { ...from(organisation), country });
  expect(cardText(person)).toContain(question('interests'));
  await summed();
  expect(person.texts()).toContain(wordsIn('en').own('summary.title'));
  expect(cardText(person)).not.toContain(wordsIn('en').own('sister-city.is', { sister: 'Shanghai' }));
});
