import type { Fault, FaultHook, RequestKind } from '../fixtures/tables-server/fault';
import type { ActionChoice, Inputs } from '../fixtures/teams-person';
import { storedRows } from '../playing/stored-rows';
import { answering, BEGIN, question, VISITOR, walkToForm, walkToSummary, wordsIn } from '../playing/visit-walk';
import { withAssistant, withSomebodyNew } from '../playing/with-assistant';

const words = wordsIn('en');
/** On the form that comes when they are no dignitary. */
const AFTER_NO = question('main-theme');
const SILENCE: Fault = { delayMs: 60_000 };
const FAULTS: readonly (readonly [string, Fault])[] = [
  ['breaks connections', 'reset-before'],
  ['answers 503', { status: 503 }],
  ['answers 429', { status: 429, code: 'TooManyRequests', retryAfterSeconds: 20 }],
  ['takes requests and stays silent', SILENCE],
];

const assistant = withAssistant();
beforeAll(async () => {
  await assistant.bot.worker.stop();
});
const person = withSomebodyNew(assistant);
afterEach(() => {
  assistant.tables.fault();
});

/** Carries the first request of a kind out and then breaks the connection; all others pass. */
function loseFirst(kind: RequestKind): FaultHook {
  let lost = false;
  return (request) => {
    if (lost || request.kind !== kind) return 'pass';
    lost = true;
    return 'reset-after';
  };
}

/** Does something while storage is away; it is answered in time, politely, and nothing is changed. */
async function whileAway(fault: Fault, act: () => Promise<unknown>) {
  const before = assistant.tables.snapshot();
  assistant.tables.fault(() => fault);
  const begun = performance.now();
  await act();
  expect(performance.now() - begun).toBeLessThan(3_000);
  assistant.tables.fault();
  expect(assistant.tables.snapshot()).toBe(before);
  expect(person.texts()).toContain(words.own('notice.unavailable.title'));
  expect(person.texts()).toContain(words.own('notice.unavailable.text'));
}

describe.each(FAULTS)('while storage %s', (_what, fault) => {
  it('a press is answered within three seconds, changes nothing, and works when it is pressed again afterwards', async () => {
    await person.says(BEGIN.en);
    const card = person.seen();
    await whileAway(fault, () => person.press('No'));
    await person.press('No', {}, card);
    expect(person.texts()).toContain(AFTER_NO);
  });
});

const KINDS: readonly (readonly [string, () => Promise<unknown>, ActionChoice, Inputs, string])[] = [
  ['a form', () => walkToForm(person), 'Continue', VISITOR, question('interests')],
  ['Send', () => walkToSummary(person), 'Send', {}, words.own('receipt.title')],
  [
    'Throw away',
    () => person.says(BEGIN.en).then(() => person.press('Cancel')),
    'Throw away',
    {},
    words.own('notice.discarded.title'),
  ],
  ['the start', () => person.says('hi'), 'New visit request', {}, question('dignitary')],
  ['My cases', () => person.says('hi'), 'My cases', {}, words.own('work.title')],
  ['a language', () => person.says('language'), 'English', {}, words.own('home.help.title')],
];

describe.each(KINDS)('while storage is away, %s', (_what, goThere, button, inputs, then) => {
  it('gets a polite answer, and works when it is pressed again afterwards', async () => {
    await goThere();
    const card = person.seen();
    await whileAway('reset-before', () => person.press(button, inputs));
    await person.press(button, inputs, card);
    expect(person.texts()).toContain(then);
  });
});

describe('while storage is away', () => {
  it.each([BEGIN.en, 'my cases', 'no', 'V-2026-0042'])('"%s" gets a polite answer in the language', async (text) => {
    await person.says('hi');
    await whileAway({ status: 503 }, () => person.says(text));
  });

  it('somebody who was never here is answered too', async () => {
    await whileAway({ status: 503 }, () => person.says(BEGIN.en));
  });

  it('an instance that has just started says so too, and goes on where the walk was when storage is back', async () => {
    await person.says(BEGIN.en);
    const card = person.seen();
    await assistant.restart();
    await assistant.bot.worker.stop();
    await whileAway({ status: 503 }, () => person.press('No'));
    await person.press('No', {}, card);
    expect(person.texts()).toContain(AFTER_NO);
  });

  it('and the directory has grown old meanwhile, a press is answered in time all the same', async () => {
    await person.says(BEGIN.en);
    assistant.setNow('2026-03-02T09:05:00Z');
    await whileAway(SILENCE, () => person.press('No'));
  });

  it('and everything remembered has grown old, a message is answered in time too', async () => {
    await person.says('hi');
    assistant.setNow('2026-03-02T09:20:00Z');
    await whileAway(SILENCE, () => person.says(BEGIN.en));
  });

  it('the bot is alive, and not ready once it would have to read', async () => {
    assistant.setNow('2026-03-02T10:00:00Z');
    assistant.tables.fault(() => ({ status: 503 }));
    expect((await fetch(`${assistant.bot.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${assistant.bot.url}/readyz`);
    expect([200, 503]).toContain(ready.status);
  });
});

describe('when the answer of storage is lost on the way', () => {
  it('an answer counts once, and the walk goes on as if nothing had been', async () => {
    await person.says(BEGIN.en);
    assistant.tables.fault(loseFirst('write'));
    await person.press('No');
    expect(person.texts()).toContain(AFTER_NO);
    const [draft] = storedRows(assistant.tables).drafts.filter(({ ownerName }) => ownerName === person.member.name);
    expect(draft).toMatchObject({ revision: 1 });
  });

  it('a submit is recorded once, and the answer is its receipt', async () => {
    await walkToSummary(person);
    assistant.tables.fault(loseFirst('transaction'));
    await person.press('Send');
    expect(person.texts()).toContain(words.own('receipt.title'));
    const cases = storedRows(assistant.tables).cases.filter(
      ({ requesterName }) => requesterName === person.member.name,
    );
    expect(cases).toHaveLength(1);
  });

  it('and of every repeat too, the person is told, and the next press finds what became of it', async () => {
    await walkToSummary(person);
    const card = person.seen();
    assistant.tables.fault(({ kind }) => (kind === 'transaction' ? 'reset-after' : 'pass'));
    await person.press('Send');
    assistant.tables.fault();
    await person.press('Send', {}, card);
    expect(person.texts()).toContain(words.own('receipt.title'));
    const cases = storedRows(assistant.tables).cases.filter(
      ({ requesterName }) => requesterName === person.member.name,
    );
    expect(cases).toHaveLength(1);
  });
});

it('a slow storage, half a second an answer, makes a walk slow but not wrong', async () => {
  await person.says(BEGIN.en);
  assistant.tables.fault(() => ({ delayMs: 500 }));
  await person.press(answering('dignitary', false));
  expect(person.texts()).toContain(AFTER_NO);
});
