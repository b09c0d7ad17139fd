/** Days and numbers that are not clear, too far away or over: asked about on the card, and never kept as something else. */

import { TableClient } from '@azure/data-tables';
import { isObject, type JsonObject } from '../../fixtures/json';
import { inputsOn } from '../../fixtures/person/read-card';
import { storedRows } from '../../playing/stored-rows';
import {
  cardText,
  question,
  VISITOR,
  WHAT_AND_WHEN,
  walkToForm,
  walkToOutcome,
  walkToReceipt,
  wordsIn,
} from '../../playing/visit-walk';
import { withAssistant, withSomebodyNew } from '../../playing/with-assistant';

const words = wordsIn('en');
const GO_ON = words.own('actions.continue');
const TOO_FAR = words.own('problems.out-of-bounds', { first: '1 January 2024', last: '31 December 2036' });

const assistant = withAssistant({ now: '2026-03-02T09:00:00Z' });
const person = withSomebodyNew(assistant);

/** Sends inputs that the client itself would not let through, as another client or an old one does. */
function sends(inputs: JsonObject, verb = 'fill') {
  const action = person.action(verb);
  const data = isObject(action.data) ? action.data : {};
  return person.presses({ ...action, data: { ...data, ...inputs } });
}

const input = (id: string) => inputsOn(person.card()).find((each) => each.id === id);
/** What is kept of the person's draft. */
function answers() {
  const id = String(person.member.aadObjectId);
  const [draft] = storedRows(assistant.tables).drafts.filter((row) => JSON.stringify(row).includes(id));
  return JSON.parse(String(draft?.state)).answers;
}

describe('a number that can be read in two ways', () => {
  beforeEach(() => walkToForm(person));

  it('becomes a choice between them, and what is chosen is kept', async () => {
    await sends({ ...VISITOR, 'group-size': '1,000' });
    expect(cardText(person)).toContain(words.own('problems.which-number'));
    expect(input('group-size')).toMatchObject({
      type: 'Input.ChoiceSet',
      style: 'expanded',
      choices: [
        { title: '1000', value: '1000' },
        { title: '1', value: '1' },
        { title: words.own('form.another-number') },
      ],
    });
    await person.press(GO_ON, { 'group-size': '1000' });
    expect(cardText(person)).toContain(question('interests'));
    expect(answers()['group-size']).toBe(1000);
  });

  it('is not chosen for anybody: the press alone brings the empty input back', async () => {
    await sends({ ...VISITOR, 'group-size': '20,000' });
    expect(input('group-size')).toMatchObject({
      choices: [{ value: '20' }, { title: words.own('form.another-number') }],
    });
    await person.press(GO_ON);
    expect(cardText(person)).toContain(words.own('problems.not-a-number'));
    expect(input('group-size')).toMatchObject({ type: 'Input.Number' });
    expect(input('group-size')?.value).toBeUndefined();
  });
});

describe('a day', () => {
  beforeEach(async () => {
    await walkToOutcome(person, { given: {} });
    await person.press(words.own('answers.no'));
  });

  it('can be chosen within the limits that the card names, and no other is taken', async () => {
    expect(input('arrival')).toMatchObject({ min: '2024-01-01', max: '2036-12-31' });
    await sends({ ...WHAT_AND_WHEN, arrival: '0202-05-01', departure: '9999-12-31' });
    expect(person.texts().filter((text) => text === TOO_FAR)).toHaveLength(2);
    expect(input('arrival')).toMatchObject({ errorMessage: TOO_FAR });
  });

  it('whose year has two digits is asked about, and one press says yes', async () => {
    await sends({ ...WHAT_AND_WHEN, arrival: '0026-05-04' });
    expect(person.texts()).toContain(words.own('problems.this-day', { day: '4 May 2026' }));
    expect(input('arrival')).toMatchObject({ type: 'Input.Date', value: '2026-05-04' });
    await person.press(GO_ON);
    expect(answers()).toMatchObject({ arrival: '2026-05-04', departure: '2026-05-05' });
  });

  it('whose month could be either number is chosen', async () => {
    await sends({ ...WHAT_AND_WHEN, arrival: '5/4/2026', departure: '' });
    expect(input('arrival')).toMatchObject({
      type: 'Input.ChoiceSet',
      choices: [{ title: '5 April 2026' }, { title: '4 May 2026' }, { title: words.own('form.another-day') }],
    });
    await person.press(GO_ON, { arrival: '2026-05-04' });
    expect(answers().arrival).toBe('2026-05-04');
  });

  it('that is over is pointed out once, and then recorded as what it is', async () => {
    const past = { arrival: '2026-02-04', departure: '2026-02-05' };
    await person.press(GO_ON, { ...WHAT_AND_WHEN, ...past });
    expect(person.texts().filter((text) => text === words.own('problems.day-over'))).toHaveLength(2);
    await person.press(GO_ON);
    expect(answers()).toMatchObject(past);
    await person.press(words.own('actions.back'));
    await person.press(GO_ON);
    expect(person.texts()).not.toContain(words.own('problems.day-over'));
  });

  it('that is over is pointed out when the form was put aside in between', async () => {
    const past = { arrival: '2026-02-04' };
    await person.press(words.own('actions.save'), { ...WHAT_AND_WHEN, ...past, departure: '' });
    await person.press(words.own('actions.resume'));
    expect(input('arrival')).toMatchObject({ value: past.arrival });
    await person.press(GO_ON);
    expect(person.texts().filter((text) => text === words.own('problems.day-over'))).toHaveLength(1);
    await person.press(GO_ON);
    expect(cardText(person)).toContain(question('in-time'));
    expect(answers()).toMatchObject(past);
  });

  it('that is over is pointed out again when it is another', async () => {
    await person.press(GO_ON, { ...WHAT_AND_WHEN, arrival: '2026-02-04' });
    await person.press(GO_ON, { arrival: '2026-02-03' });
    expect(person.texts().filter((text) => text === words.own('problems.day-over'))).toHaveLength(1);
    expect(answers().arrival).toBeUndefined();
  });
});

describe('a case with a day from before days had limits', () => {
  /** Rewrites the day of the newest case in storage. */
  async function store(arrival: string): Promise<string> {
    const number = await walkToReceipt(person);
    await assistant.bot.worker.drain();
    const row = storedRows(assistant.tables).cases.find((each) => each.number === number);
    const casework = TableClient.fromConnectionString(assistant.tables.connectionString, 'casework', {
      allowInsecureConnection: true,
    });
    const given = { ...JSON.parse(String(row?.answers)), arrival, departure: arrival };
    const keys = { partitionKey: String(row?.PartitionKey), rowKey: String(row?.RowKey) };
    await casework.updateEntity({ ...keys, answers: JSON.stringify(given) }, 'Merge');
    person.looksAt('newest');
    return number;
  }

  it.each(['0026-05-04', '0202-05-04', '9999-12-31'])(
    '%s: is taken on, held and followed up, and the log tells',
    async (day) => {
      const number = await store(day);
      for (const action of ['accept', 'hold', 'follow-up'] as const) await person.press(words.own(`life.do.${action}`));
      await sends({ 'head-count': '12', 'fee-invoiced': '1.000' }, 'act');
      expect(cardText(person)).toContain(words.own('problems.which-number'));
      await person.press(({ verb }) => verb === 'act', { 'fee-invoiced': '1000' });
      expect(storedRows(assistant.tables).cases.find((row) => row.number === number)).toMatchObject({
        state: 'followed-up',
      });
      const told = assistant.logged.filter((line) => line.includes('reminder.left-out') && line.includes(number));
      expect(told).toHaveLength(4);
      expect(assistant.logged.filter((line) => line.includes('RangeError'))).toEqual([]);
    },
  );

  it.each([
    ['0026-05-04', words.own('problems.this-day', { day: '4 May 2026' }), '2026-05-04'],
    ['9999-12-31', TOO_FAR, undefined],
  ])('%s: its requester is asked for it at a change, and it holds no button up', async (day, sentence, value) => {
    await store(day);
    await person.says('my cases');
    await person.press(({ verb }) => verb === 'show-case');
    await person.press('edit-case');
    await person.press(({ verb, data }) => verb === 'change' && isObject(data) && data.step === 'what-and-when');
    expect(person.texts()).toContain(sentence);
    expect(input('arrival')?.value || undefined).toBe(value);
  });
});
