/** Somebody picked on a form of a walk: what is kept is what could have been written. */
import { pickedOf } from '../../../bot/domain/walk/answer-input';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { casesByOutcome, finalAnswers, walkOn } from '../../playing/process-walk';
import { storedRows } from '../../playing/stored-rows';
import { cardText, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const words = wordsIn('en');
const assistant = withAssistant({ now: '2026-03-02T09:00:00Z' });
const ITEM = 'responsible-person';
const PICKED = pickedOf({ id: ITEM });

const isAtForm = (person: TeamsPerson) => cardText(person).includes(words.own('form.picked'));

/** Walks to the form that asks for the responsible person. */
async function toForm(name: string): Promise<TeamsPerson> {
  const golden = casesByOutcome('dignitary-visit').find(({ outcome }) => outcome === 'receive');
  if (!golden) throw new Error('There is no golden case of a dignitary who is received.');
  const person = assistant.person(name);
  await person.says('new dignitary visit');
  for (let cards = 0; !isAtForm(person) && cards < 12; cards += 1) {
    await walkOn(person, { process: 'dignitary-visit', answers: finalAnswers(golden) }, { cards: 1 });
  }
  return person;
}

it('is kept by name, and the id of the picker nowhere', async () => {
  const picked = assistant.person('Eero Malliperhe');
  await picked.says('hi');
  const person = await toForm('Aino Esimerkki');
  await person.press('fill', { [PICKED]: picked.member.aadObjectId ?? '', 'arranger-told': 'told' });
  expect(isAtForm(person)).toBe(false);
  expect(assistant.tables.snapshot()).toContain('\\"responsible-person\\":\\"Eero Malliperhe\\"');
  expect(JSON.stringify(storedRows(assistant.tables).drafts)).not.toContain(picked.member.aadObjectId);
});

it.each(['29:1somebody', '8:orgid:00000000-1111-4222-8333-444444444444', '00000000-1111-4222-8333-444444444444'])(
  'whom nobody knows (%s) is asked for by name',
  async (unknown) => {
    const person = await toForm(`Walker of ${unknown.length} signs`);
    await person.press('fill', { [PICKED]: unknown, 'arranger-told': 'told' });
    expect(cardText(person)).toContain(words.own('problems.nobody'));
    expect(JSON.stringify(storedRows(assistant.tables).drafts)).not.toContain(unknown);
    await person.press('fill', { [ITEM]: 'Saga Påhittström', 'arranger-told': 'told' });
    expect(isAtForm(person)).toBe(false);
  },
);
