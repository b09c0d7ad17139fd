import { isObject, type JsonObject } from '../fixtures/json';
import { texts } from '../fixtures/teams-person';
import { storedRows } from '../playing/stored-rows';
import {
  BEGIN,
  cardText,
  question,
  VISITOR,
  walkToForm,
  walkToReceipt,
  walkToSummary,
  wordsIn,
} from '../playing/visit-walk';
import { withAssistant, withSomebodyNew } from '../playing/with-assistant';

const words = wordsIn('en');

let before: string;

const assistant = withAssistant();
beforeAll(async () => {
  await assistant.bot.worker.stop();
});
const person = withSomebodyNew(assistant);

/** Presses with any verb and data, as whoever writes their own requests can. */
async function sends(verb: unknown, data: unknown, who = person) {
  before = assistant.tables.snapshot();
  const answer = await who.presses(
    { type: 'Action.Execute', verb, data: {} },
    {},
    { activity: { value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' } } },
  );
  expect(answer.status).toBe(200);
  expect(answer.statusCode).toBe(200);
  return answer.card === undefined ? [] : texts(answer.card);
}

/** The data of the card's first button that belongs to the walk. */
function place(): JsonObject {
  const { data } = person.action('cancel');
  return isObject(data) ? data : {};
}

function nothingChanged() {
  expect(assistant.tables.snapshot()).toBe(before);
}

describe('somebody else', () => {
  it('who presses my card is told that it is not theirs, and nothing is changed', async () => {
    await person.says(BEGIN.en);
    const other = assistant.person('Somebody Else');
    for (const [verb, more] of [
      ['answer', { item: 'dignitary', value: true }],
      ['back', {}],
      ['save', {}],
      ['cancel', {}],
      ['discard', {}],
      ['submit', {}],
      ['change', { step: 'dignitary' }],
    ] as const) {
      const told = await sends(verb, { ...place(), ...more }, other);
      expect(told).toContain(words.own('notice.not-yours.title'));
      nothingChanged();
    }
    const told = await sends('resume', { draft: place().draft }, other);
    expect(told).toContain(words.own('notice.not-yours.title'));
    nothingChanged();
  });

  it('who makes the id look like their own still does not find it', async () => {
    await person.says(BEGIN.en);
    const other = assistant.person('Forger');
    await other.says(BEGIN.en);
    const [tag = ''] = String(
      storedRows(assistant.tables).drafts.find(({ ownerName }) => ownerName === 'Forger')?.draft,
    ).split('-');
    const [, rest = ''] = String(place().draft).split('-');
    await sends('answer', { draft: `${tag}-${rest}`, revision: 0, item: 'dignitary', value: true }, other);
    expect(other.texts()).toContain(words.own('notice.gone.title'));
    nothingChanged();
  });

  it('of another tenant with the same person id is somebody else', async () => {
    await person.says(BEGIN.en);
    const data = { ...place(), item: 'dignitary', value: true };
    before = assistant.tables.snapshot();
    const id = '00000000-1111-4222-8333-444444444444';
    const conversation = { id: person.conversationId, conversationType: 'personal', tenantId: id };
    await person.presses(
      { type: 'Action.Execute', verb: 'answer', data },
      {},
      { activity: { conversation, channelData: { tenant: { id } } } },
    );
    expect(person.texts()).toContain(words.own('notice.not-yours.title'));
    nothingChanged();
  });

  it('cannot read the receipt of my case by pressing my old card', async () => {
    const number = await walkToReceipt(person);
    const [draft] = storedRows(assistant.tables).drafts.filter(({ case: of }) => of === number);
    const other = assistant.person('Reader');
    const told = await sends('submit', { draft: draft?.draft, revision: 0 }, other);
    expect(told).toContain(words.own('notice.not-yours.title'));
    expect(told).not.toContain(number);
    nothingChanged();
  });
});

describe('a press that no card has', () => {
  it.each([
    ['an unknown verb', 'explode', {}],
    ['a verb of Object', '__proto__', {}],
    ['another verb of Object', 'constructor', {}],
    ['a verb that is no text', 7, {}],
    ['no verb', undefined, undefined],
    ['no data', 'answer', undefined],
    ['data that is a text', 'answer', 'draft'],
    ['data that is a list', 'fill', ['draft', 'x']],
    ['a null for everything', 'answer', { draft: null, revision: null, item: null, value: null }],
    ['a process that is not there', 'start', { process: 'nope' }],
    ['a process of Object', 'start', { process: '__proto__' }],
    ['a language that is not spoken', 'set-language', { language: 'xx' }],
    ['a case number that is none', 'show-case', { case: "V-2026-1' or '1" }],
    ['a draft id with a slash', 'resume', { draft: '../../people' }],
    ['a page that is a number', 'my-work', { from: 7 }],
    ['an endless id', 'resume', { draft: 'x'.repeat(5000) }],
  ])('%s gets a card with what to do next', async (_what, verb, data) => {
    await person.says('hi');
    await sends(verb, data);
    expect(person.action('home')).toBeDefined();
    nothingChanged();
  });

  it.each([
    ['a revision below zero', { revision: -1 }],
    ['a revision and a half', { revision: 0.5 }],
    ['a revision in words', { revision: '0' }],
    ['a value that is a number', { value: 1 }],
    ['a value that is an object', { value: { yes: true } }],
    ['a yes in words', { value: 'true' }],
    ['an item that is not there', { item: 'colour' }],
    ['an item of Object', { item: '__proto__' }],
    ['another item of Object', { item: 'hasOwnProperty' }],
    ['a question that comes later', { item: 'in-time' }],
    ['a question of another path', { item: 'dignitary-kind', value: 'royalty' }],
    ['the outcome as an answer', { item: 'result', value: 'receive' }],
    ['a form field as an answer', { item: 'organisation', value: 'X' }],
  ])('%s changes nothing', async (_what, more) => {
    await person.says(BEGIN.en);
    await sends('answer', { ...place(), item: 'dignitary', value: true, ...more });
    nothingChanged();
  });

  it.each([
    ['fill', { step: 'visitor', ...VISITOR }],
    ['fill', { step: '__proto__' }],
    ['acknowledge', { item: 'result' }],
    ['change', { step: 'summary' }],
    ['change', { step: 'theme' }],
    ['change', { step: 'toString' }],
    ['submit', {}],
    ['discard', {}],
    ['keep', {}],
    ['back', {}],
  ])('"%s" with %j on the first card changes nothing', async (verb, more) => {
    await person.says(BEGIN.en);
    await sends(verb, { ...place(), ...more });
    nothingChanged();
    expect(cardText(person)).toContain(question('dignitary'));
  });

  it('a form of another section, or with names of Object, is not taken', async () => {
    await walkToForm(person);
    await sends('fill', { ...place(), step: 'theme', level: 'one-sector' });
    nothingChanged();
    await sends('fill', { ...place(), step: 'visitor', constructor: 'Y', toString: 'Z', hasOwnProperty: 'X' });
    expect(cardText(person)).toContain(words.own('form.problems'));
    nothingChanged();
  });

  it('a body that would reach into the prototype is refused before it is read', async () => {
    await person.says(BEGIN.en);
    before = assistant.tables.snapshot();
    const body = JSON.stringify(person.last()).replace('"text":', '"__proto__":{"organisation":"X"},"text":');
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${assistant.bot.url}/api/messages`, { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
    nothingChanged();
    expect(Object.prototype).not.toHaveProperty('organisation');
  });

  it('fields of other forms, smuggled into one, are left out', async () => {
    await walkToForm(person);
    await sends('fill', {
      ...place(),
      step: 'visitor',
      ...VISITOR,
      level: 'state-level',
      dignitary: true,
      result: 'dignitary',
    });
    const [draft] = storedRows(assistant.tables).drafts.filter(({ ownerName }) => ownerName === person.member.name);
    expect(JSON.parse(String(draft?.state)).answers).not.toHaveProperty('level');
    expect(JSON.parse(String(draft?.state)).answers).toMatchObject({ dignitary: false, result: 'receive' });
  });

  it('in the place where the draft is to be thrown away, only Keep and Throw away count', async () => {
    await walkToSummary(person);
    await person.press('Cancel');
    const { data } = person.action('discard');
    for (const verb of ['submit', 'back', 'save', 'cancel']) {
      await sends(verb, data);
      expect(person.texts()).toContain(words.own('cancel.title'));
      nothingChanged();
    }
  });
});

describe('an activity that is broken', () => {
  it.each([
    ['no sender', { from: undefined }],
    ['a sender without ids', { from: { name: 'Nobody' } }],
    ['no conversation', { conversation: undefined }],
    ['no service url', { serviceUrl: undefined }],
    ['a value that is a text', { value: 'press' }],
    ['a value without an action', { value: {} }],
    ['an action that is a text', { value: { action: 'x', trigger: 'manual' } }],
    ['no recipient', { recipient: undefined }],
    ['no channel data', { channelData: undefined }],
  ])('with %s does not harm the next one', async (_what, activity) => {
    await person.says(BEGIN.en);
    before = assistant.tables.snapshot();
    const action = { type: 'Action.Execute', verb: 'back', data: place() };
    await person.presses(action, {}, { activity }).catch(() => undefined);
    const { status } = await person.presses(action, {}, { activity }).catch(() => ({ status: 0 }));
    expect([200, 403, 501]).toContain(status);
    nothingChanged();
    assistant.violations();
    expect((await fetch(`${assistant.bot.url}/healthz`)).status).toBe(200);
    await person.presses({ ...action, verb: 'answer', data: { ...action.data, item: 'dignitary', value: false } });
    expect(cardText(person)).toContain(question('main-theme'));
  });
});
