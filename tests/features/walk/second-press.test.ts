import { isObject, type JsonObject } from '../../fixtures/json';
import { type InvokeAnswer, texts } from '../../fixtures/teams-person';
import { storedRows } from '../../playing/stored-rows';
import {
  answering,
  BEGIN,
  cardText,
  fills,
  gives,
  hasInput,
  numberOn,
  question,
  RECEIVED,
  VISITOR,
  WHAT_AND_WHEN,
  walkToForm,
  walkToOutcome,
  walkToReceipt,
  walkToSummary,
  wordsIn,
} from '../../playing/visit-walk';
import { withAssistant, withSomebodyNew } from '../../playing/with-assistant';

const words = wordsIn('en');

const assistant = withAssistant();
beforeAll(async () => {
  // Nothing but what people do may write here.
  await assistant.bot.worker.stop();
});
const person = withSomebodyNew(assistant);

const mine = (rows: readonly Readonly<Record<string, unknown>>[], column: string) =>
  rows.filter((row) => row[column] === person.member.name);
const drafts = () => mine(storedRows(assistant.tables).drafts, 'ownerName');
const cases = () => mine(storedRows(assistant.tables).cases, 'requesterName');

/** What an answered card says. */
const says = (answer: Partial<InvokeAnswer>) => (answer.card === undefined ? [] : texts(answer.card, { opened: true }));

/** Each kind of press: how to get to its card, and which button. */
const PRESSES: readonly (readonly [string, () => Promise<unknown>, () => JsonObject])[] = [
  ['an answer', () => person.says(BEGIN.en), () => person.action(answering('dignitary', false))],
  ['a choice', () => walkToOutcome(person, { given: { dignitary: true } }), () => person.action('Minister')],
  ['the outcome', () => walkToOutcome(person), () => person.action('acknowledge')],
  ['a form', () => walkToForm(person), () => filled()],
  ['Back', () => walkToOutcome(person), () => person.action('back')],
  ['Change', () => walkToSummary(person), () => person.action('Change: Who is coming')],
  ['Save and leave', () => person.says(BEGIN.en), () => person.action('save')],
  ['Cancel', () => person.says(BEGIN.en), () => person.action('cancel')],
  ['Keep it', () => person.says(BEGIN.en).then(() => person.press('Cancel')), () => person.action('keep')],
  ['Resume', () => person.says(BEGIN.en).then(() => person.press('Save and leave')), () => person.action('resume')],
];

/** The form's Continue with its fields filled in, as it travels. */
function filled(): JsonObject {
  const action = person.action('fill');
  return { ...action, data: { ...(isObject(action.data) ? action.data : {}), ...VISITOR } };
}

describe.each(PRESSES)('%s', (_kind, goThere, action) => {
  it('pressed again, with the same activity id and with a new one, changes nothing and gets the same card', async () => {
    await goThere();
    const pressed = action();
    const first = await person.presses(pressed);
    const before = assistant.tables.snapshot();
    const again = await person.repeatLast();
    const later = await person.repeatLast({ newId: true });
    expect(assistant.tables.snapshot()).toBe(before);
    expect(says(again)).toEqual(says(first));
    expect(says(later)).toEqual(says(first));
  });

  it('pressed twice at once takes effect once, and both answers show the same card', async () => {
    await goThere();
    const pressed = action();
    const before = Number(drafts()[0]?.revision);
    const [one, other] = await Promise.all([person.presses(pressed), person.presses(pressed)]);
    expect(says(one)).toEqual(says(other));
    expect(says(one).length).toBeGreaterThan(2);
    expect(Number(drafts()[0]?.revision)).toBe(before + 1);
  });
});

describe('two different answers', () => {
  it('pressed at the same moment: one of them counts, and both are answered with the card that follows it', async () => {
    await person.says(BEGIN.en);
    await person.press(answering('dignitary', false));
    await fills(person, WHAT_AND_WHEN);
    const [yes, no] = [true, false].map((value) => person.action(answering('in-time', value)));
    // Both have read the draft before either has written it.
    assistant.tables.fault(({ kind }) => (kind === 'write' ? { delayMs: 50 } : 'pass'));
    const [one, other] = await Promise.all([person.presses(yes ?? {}), person.presses(no ?? {})]);
    assistant.tables.fault();
    expect(says(one)).toEqual(says(other));
    const [draft] = drafts();
    expect(draft).toMatchObject({ revision: 3 });
    const { 'in-time': inTime } = JSON.parse(String(draft?.state)).answers;
    expect(says(one)).toContain(question(inTime ? 'interesting' : 'late-response'));
  });
});

describe('Send', () => {
  it('pressed again, with the same activity id and with a new one, answers with the receipt of the one case', async () => {
    const number = await walkToReceipt(person);
    const before = assistant.tables.snapshot();
    const again = await person.repeatLast();
    const later = await person.repeatLast({ newId: true });
    expect(says(again)).toContain(number);
    expect(says(later)).toContain(number);
    expect(assistant.tables.snapshot()).toBe(before);
    expect(cases()).toHaveLength(1);
  });

  it('pressed five times at once makes one case, and every answer is its receipt', async () => {
    await walkToSummary(person);
    const send = person.action('submit');
    const given = await Promise.all(Array.from({ length: 5 }, () => person.presses(send)));
    const number = numberOn(person);
    for (const answer of given) expect(says(answer)).toContain(number);
    expect(cases()).toHaveLength(1);
    const { events, entries } = storedRows(assistant.tables);
    expect(events.filter((row) => row.case === number)).toHaveLength(2);
    const keys = entries.filter((row) => row.case === number).map((row) => row.entry);
    expect(keys).toHaveLength(11);
    expect(new Set(keys).size).toBe(11);
  });

  it('on two instances at once makes one case', async () => {
    await walkToSummary(person);
    const send = person.action('submit');
    const home = assistant.bot;
    const other = await assistant.startAnother();
    await other.worker.stop();
    const here = person.presses(send);
    assistant.sendTo(other);
    const there = person.presses(send);
    const given = await Promise.all([here, there]);
    assistant.sendTo(home);
    const number = numberOn(person);
    for (const answer of given) expect(says(answer)).toContain(number);
    expect(cases()).toHaveLength(1);
  });

  it('ten people at once get ten numbers', async () => {
    const people = Array.from({ length: 10 }, (_, at) => assistant.person(`Sender ${at}`));
    for (const each of people) await walkToSummary(each);
    await Promise.all(people.map((each) => each.press('Send')));
    expect(new Set(people.map(numberOn)).size).toBe(10);
  });
});

describe('an old card', () => {
  it('of an earlier question shows the current one, and nothing is changed', async () => {
    await person.says(BEGIN.en);
    const old = person.seen();
    await person.press('No');
    await fills(person, WHAT_AND_WHEN);
    await person.press('Yes');
    const before = assistant.tables.snapshot();
    await person.press('Yes', {}, old);
    expect(person.texts()).toContain(question('interesting'));
    expect(assistant.tables.snapshot()).toBe(before);
  });

  it('that an emoji brought back as it was first sent shows the current one', async () => {
    await walkToOutcome(person, { given: { dignitary: false, 'in-time': true } });
    person.reloads();
    expect(person.texts()).toContain(question('dignitary'));
    await person.press('Yes');
    expect(person.texts()).toContain(question('interesting'));
  });

  it('pressed after the submit answers with the receipt', async () => {
    await person.says(BEGIN.en);
    const old = person.seen();
    for (const item of Object.keys(RECEIVED)) {
      await gives(person, item, RECEIVED);
      if (hasInput(person, 'main-theme')) await fills(person, WHAT_AND_WHEN);
    }
    await person.says('cancel');
    await person.says('no');
    const number = await walkToReceipt(person);
    const [summary] = drafts().filter(({ status }) => status === 'closed');
    const data = { draft: String(summary?.draft), revision: 0, item: 'dignitary', value: true };
    await person.presses({ type: 'Action.Execute', verb: 'answer', data });
    expect(cardText(person)).toContain(number);
    await person.press('Yes', {}, old);
    expect(person.texts()).toContain(words.process('visit-request', 'outcomes.receive.title'));
  });

  it.each(['back', 'save', 'cancel', 'keep', 'discard', 'submit'])(
    '"%s" after the submit answers with the receipt',
    async (verb) => {
      const number = await walkToReceipt(person);
      const { draft, revision } = drafts()[0] ?? {};
      const before = assistant.tables.snapshot();
      for (const seen of [Number(revision), Number(revision) - 1, 0]) {
        await person.presses({ type: 'Action.Execute', verb, data: { draft: String(draft), revision: seen } });
        expect(cardText(person)).toContain(number);
      }
      await person.presses({ type: 'Action.Execute', verb: 'resume', data: { draft: String(draft) } });
      expect(cardText(person)).toContain(number);
      expect(assistant.tables.snapshot()).toBe(before);
    },
  );

  it('pressed after the draft was thrown away says so', async () => {
    await person.says(BEGIN.en);
    const old = person.seen();
    await person.press('Cancel');
    await person.press('Throw away');
    const again = await person.repeatLast({ newId: true });
    expect(says(again)).toContain(words.own('notice.gone.title'));
    await person.press('No', {}, old);
    expect(person.texts()).toContain(words.own('notice.gone.title'));
    expect(drafts()).toEqual([]);
  });

  it('from a revision that does not exist yet shows the current one', async () => {
    await person.says(BEGIN.en);
    const action = person.action(answering('dignitary', false));
    const before = assistant.tables.snapshot();
    await person.presses({ ...action, data: { ...(isObject(action.data) ? action.data : {}), revision: 99 } });
    expect(person.texts()).toContain(question('dignitary'));
    expect(assistant.tables.snapshot()).toBe(before);
  });
});

describe('two devices', () => {
  it('of the same person on two instances: the one that is behind is shown where the walk stands', async () => {
    await person.says(BEGIN.en);
    const first = person.seen();
    const home = assistant.bot;
    const other = await assistant.startAnother();
    await other.worker.stop();
    assistant.sendTo(other);
    await person.press('No');
    assistant.sendTo(home);
    const before = assistant.tables.snapshot();
    await person.press('Yes', {}, first);
    expect(cardText(person)).toContain(question('main-theme'));
    expect(assistant.tables.snapshot()).toBe(before);
    await fills(person, WHAT_AND_WHEN);
    expect(person.texts()).toContain(question('in-time'));
  });
});

describe('beginning', () => {
  it('twice in a row makes one draft, by button and by words', async () => {
    await person.says('hi');
    await person.press('New visit request');
    await person.repeatLast({ newId: true });
    await person.says(BEGIN.en);
    expect(cardText(person)).toContain(question('dignitary'));
    expect(drafts()).toHaveLength(1);
  });

  it('again after an answer makes a second draft', async () => {
    await person.says(BEGIN.en);
    await person.press('No');
    await person.says(BEGIN.en);
    expect(drafts()).toHaveLength(2);
  });
});
