import {
  answering,
  BEGIN,
  gives,
  PROGRAMME,
  question,
  RECEIVED,
  THEME,
  VISITOR,
  WHAT_AND_WHEN,
  walkToForm,
  walkToOutcome,
  walkToReceipt,
  walkToSummary,
} from '../playing/visit-walk';
import { withAssistant, withSomebodyNew } from '../playing/with-assistant';

const assistant = withAssistant();
const person = withSomebodyNew(assistant);
beforeEach(async () => {
  await quiet();
});

/** The worker stands still, so that the storage hears only what people cause. */
async function quiet() {
  await assistant.bot.worker.stop();
}

/** The storage requests that something causes, in order: `read`, `query`, `write` or `transaction`. */
async function requests(act: () => Promise<unknown>): Promise<readonly string[]> {
  assistant.tables.resetRequests();
  await act();
  return assistant.tables.requests.map(({ kind }) => kind);
}

/** A bot that remembers nothing takes over. */
async function cold() {
  await assistant.restart();
  await quiet();
}

describe('an answer', () => {
  it('costs one write and no read while this instance has the draft in memory', async () => {
    await person.says(BEGIN.en);
    const [first = ['', false], ...others] = Object.entries(RECEIVED);
    expect(await requests(() => person.press(answering(...first)))).toEqual(['write']);
    // Beside the question whether it is early enough stands what the unit has in that week.
    expect(await requests(() => person.press('Continue', WHAT_AND_WHEN))).toEqual(['write', 'query']);
    for (const [item] of others) {
      const asked = await requests(() => gives(person, item, RECEIVED));
      // A checklist is one write, whatever the number of its lines.
      expect(['in-time', 'interesting'].includes(item) ? asked : ['write']).toEqual(['write']);
    }
    expect(await requests(() => person.press('Continue'))).toEqual(['write']);
    for (const form of [VISITOR, PROGRAMME, THEME]) {
      expect(await requests(() => person.press('Continue', form))).toEqual(['write']);
    }
    // The summary also looks for earlier cases, by organisation and by country, both at once.
    expect(await requests(() => person.press('No'))).toEqual(['write', 'query', 'query']);
  });

  it('costs one read and one write on an instance that has never seen the draft', async () => {
    await person.says(BEGIN.en);
    await cold();
    expect(await requests(() => person.press('No'))).toEqual(['read', 'write']);
    expect(await requests(() => person.press('Continue', WHAT_AND_WHEN))).toEqual(['write', 'query']);
    expect(await requests(() => person.press('Yes'))).toEqual(['write']);
    expect(person.texts()).toContain(question('interesting'));
  });

  it.each(['Back', 'Save and leave', 'Cancel'])('%s costs what an answer costs', async (button) => {
    await walkToForm(person);
    expect(await requests(() => person.press(button))).toEqual(['write']);
  });

  it('of a form, cold, costs one read and one write', async () => {
    await walkToForm(person);
    await cold();
    expect(await requests(() => person.press('Continue', VISITOR))).toEqual(['read', 'write']);
  });

  it('to an old card costs one read, whoever knows it', async () => {
    await person.says(BEGIN.en);
    const old = person.seen();
    await person.press('No');
    // Another instance may have written since: an old card is answered with what stands in storage.
    expect(await requests(() => person.press('Yes', {}, old))).toEqual(['read']);
    await cold();
    expect(await requests(() => person.press('Yes', {}, old))).toEqual(['read']);
  });

  it('that is refused because of its form costs nothing', async () => {
    await walkToForm(person);
    const action = person.action('fill');
    expect(await requests(() => person.presses(action))).toEqual([]);
  });
});

describe('the submit', () => {
  it('is one transaction, the first one of a bucket with a read of its counter before', async () => {
    await walkToSummary(person);
    expect(await requests(() => person.press('Send'))).toEqual(['read', 'transaction']);
    await walkToSummary(person);
    expect(await requests(() => person.press('Send'))).toEqual(['transaction']);
  });

  it('on an instance that remembers nothing takes three requests, one of them the transaction', async () => {
    await walkToSummary(person);
    await cold();
    expect(await requests(() => person.press('Send'))).toEqual(['read', 'read', 'transaction']);
  });
});

describe('a whole walk', () => {
  it('costs seventeen requests from the first words to the receipt, of somebody whom nobody knows', async () => {
    await cold();
    expect(await requests(() => walkToReceipt(person))).toEqual([
      // Who is this; remember them; keep the new draft. Only who is known is asked for an untouched one.
      ...['read', 'write', 'write'],
      // An answer, the theme and the days, and what its unit has in that week.
      ...['write', 'write', 'query'],
      // In time, the criteria at once, the outcome seen, the partner, three forms.
      ...Array.from({ length: 7 }, () => 'write'),
      // What there was before with the organisation and with the country, at once.
      ...['query', 'query'],
      // The counter of the bucket, and the submit.
      ...['read', 'transaction'],
    ]);
  });

  it('sends little: an answer less than four kilobytes to storage, the submit less than twenty-four', async () => {
    await walkToOutcome(person);
    await requests(() => person.press('Continue'));
    expect(assistant.tables.requests[0]?.bytesIn).toBeLessThan(4_000);
    await walkToSummary(person);
    await requests(() => person.press('Send'));
    expect(assistant.tables.requests.at(-1)?.bytesIn).toBeLessThan(24_000);
  });
});

describe('asking', () => {
  it.each([
    // What one was given to do lies beside what one has begun; both are asked for at once.
    ['my cases', ['query', 'query']],
    ['V-2026-9999', ['read']],
  ])('"%s" is: %j', async (text, kinds) => {
    await person.says('hi');
    expect(await requests(() => person.says(text))).toEqual(kinds);
  });

  it('what nobody understands is a query: it may be an answer in a walk', async () => {
    await person.says('hi');
    expect(await requests(() => person.says('whatever this is'))).toEqual(['query']);
  });

  it.each(['hi', 'help', 'language'])('"%s" costs nothing once the person is known', async (text) => {
    await person.says('hi');
    expect(await requests(() => person.says(text))).toEqual([]);
  });

  it('"inbox" is one query, and one for each unit of which one is a member; a search one for each thing it may mean', async () => {
    await person.says('hi');
    expect(await requests(() => person.says('inbox'))).toEqual(['query']);
    expect(await requests(() => person.says('search Busan'))).toEqual(['query']);
    // "Soul" is its name in Finnish.
    expect(await requests(() => person.says('search Seoul'))).toEqual(['query', 'query']);
    expect(await requests(() => person.says('search Estonia'))).toEqual(['query', 'query']);
  });

  it('a word in a walk is a query for the drafts before the write, nothing more', async () => {
    await person.says(BEGIN.en);
    expect(await requests(() => person.says('no'))).toEqual(['query', 'write']);
  });
});
