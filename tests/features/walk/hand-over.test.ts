/** A visit whose guest turns out to be a dignitary, and a dignitary who turns out to be none: one walk, one case. */
import { TableClient } from '@azure/data-tables';
import { LANGUAGES } from '../../../bot/domain/language/language';
import type { WalkState } from '../../../bot/domain/walk/checklist';
import { isObject } from '../../fixtures/json';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { type Row, storedRows } from '../../playing/stored-rows';
import {
  answers,
  BEGIN,
  cardText,
  LOCALES,
  numberOn,
  PROGRAMME,
  VISITOR,
  walkToSummary,
  wordsIn,
} from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const assistant = withAssistant();
beforeEach(async () => {
  // The storage hears only what people cause.
  await assistant.bot.worker.stop();
});

/** The draft of somebody, as it is stored. */
function draftOf(person: TeamsPerson): Row & { readonly state: WalkState } {
  const found = storedRows(assistant.tables).drafts.find((row) => row.ownerId === person.member.aadObjectId);
  if (!found) throw new Error('Nobody has begun a walk.');
  return { ...found, state: JSON.parse(String(found.state)) };
}

/** The storage requests that something causes, in order. */
async function requests(act: () => Promise<unknown>): Promise<readonly string[]> {
  assistant.tables.resetRequests();
  await act();
  return assistant.tables.requests.map(({ kind }) => kind);
}

/** On the summary: goes back to a question. */
const change = (person: TeamsPerson, step: string) =>
  person.press(({ verb, data }) => verb === 'change' && isObject(data) && data.step === step);

/** From the kind of dignitary to the summary of the dignitary visit; the rest was answered before. */
async function finishDignitary(person: TeamsPerson) {
  await answers(person, 'kind', 'minister');
  await answers(person, 'requested-by', 'ministry');
  await person.press('acknowledge');
  await person.press('fill', { 'responsible-person': 'Aino Esimerkki', 'arranger-told': 'told' });
  await person.press('fill', { ...PROGRAMME, representatives: ['mayor'] });
}

describe.each(LANGUAGES)('a walk that turns out to be another, in %s', (language) => {
  const words = wordsIn(language);
  const personOf = (name: string) => assistant.person(`${name} ${language}`, { locale: LOCALES[language] });

  it('goes from visit to dignitary and back, and every answer is kept', async () => {
    const person = personOf('There and back');
    await walkToSummary(person, { language });
    const before = draftOf(person);
    await change(person, 'dignitary');
    expect(await requests(() => answers(person, 'dignitary', true))).toEqual(['write']);
    expect(cardText(person)).toContain(words.process('visit-request', 'handsOver.dignitary'));
    expect(draftOf(person)).toMatchObject({ process: 'dignitary-visit', draft: before.draft });
    await finishDignitary(person);
    const summary = cardText(person);
    for (const said of [VISITOR.organisation, VISITOR.guests, VISITOR['visitor-contact'], PROGRAMME.interests]) {
      expect(summary).toContain(said);
    }
    await change(person, 'kind');
    expect(await requests(() => answers(person, 'kind', 'none-of-these'))).toEqual(['write']);
    expect(cardText(person)).toContain(words.process('dignitary-visit', 'handsOver.no-dignitary'));
    expect(draftOf(person)).toMatchObject({ process: 'visit-request', draft: before.draft });
    await person.press('acknowledge');
    expect(draftOf(person).state.answers).toEqual(before.state.answers);
    await person.press('submit');
    expect(numberOn(person)).toMatch(/^V-/);
  });

  it('becomes one case, of the dignitary, with all that has to be found out and agreed', async () => {
    const person = personOf('A dignitary after all');
    await walkToSummary(person, { language });
    await change(person, 'dignitary');
    await answers(person, 'dignitary', true);
    await finishDignitary(person);
    await person.press('submit');
    const number = numberOn(person);
    expect(number).toMatch(/^D-/);
    const { cases, todos } = storedRows(assistant.tables);
    const made = cases.filter(({ requesterId }) => requesterId === person.member.aadObjectId);
    expect(made).toMatchObject([{ number, outcome: 'receive', responsibleUnit: 'international-affairs' }]);
    const keys = todos.filter((row) => row.case === number).map(({ todo }) => String(todo).split('.')[0]);
    const of = (list: string) => keys.filter((key) => key === list).length;
    // No state visit, so the delegation is not asked about.
    expect([of('to-find-out'), of('to-agree'), of('after')]).toEqual([11, 4, 4]);
  });

  it('of a Finnish guest goes on as a visit request', async () => {
    const person = personOf('Not from abroad');
    await person.says(words.process('dignitary-visit', 'begin'));
    await answers(person, 'foreign', false);
    expect(cardText(person)).toContain(words.process('dignitary-visit', 'handsOver.finnish-guest'));
    expect(cardText(person)).toContain(words.process('visit-request', 'items.main-theme.question'));
  });
});

describe('a draft that was begun before its process handed any over', () => {
  const words = wordsIn('en');
  let person: TeamsPerson;

  /** Answers that an earlier version let stand in a visit request. */
  async function oldDraft(name: string) {
    person = assistant.person(name);
    await person.says(BEGIN.en);
    const { PartitionKey: partitionKey, RowKey: rowKey, revision } = draftOf(person);
    const { connectionString } = assistant.tables;
    const table = TableClient.fromConnectionString(connectionString, 'casework', { allowInsecureConnection: true });
    const state = { answers: { dignitary: true, 'dignitary-kind': 'ambassador', result: 'dignitary' } };
    await table.updateEntity(
      {
        partitionKey: String(partitionKey),
        rowKey: String(rowKey),
        version: 1,
        revision: Number(revision),
        state: JSON.stringify(state),
      },
      'Merge',
    );
    await assistant.restart();
    await assistant.bot.worker.stop();
  }

  it('goes on there when it is opened', async () => {
    await oldDraft('Opens it again');
    await person.says('my cases');
    await person.press('resume');
    expect(draftOf(person).process).toBe('dignitary-visit');
    expect(draftOf(person).state.answers).toMatchObject({ foreign: true, kind: 'ambassador' });
    expect(cardText(person)).toContain(words.process('dignitary-visit', 'items.requested-by.question'));
  });

  it('goes on there when an old card of it is pressed', async () => {
    await oldDraft('Presses on it');
    await answers(person, 'dignitary', true);
    expect(draftOf(person).process).toBe('dignitary-visit');
    expect(cardText(person)).toContain(words.process('visit-request', 'handsOver.dignitary'));
  });
});
