/**
 * What can be typed after a case was sent, and elsewhere: questions, reasons, to-dos, what came of it, the directory. Every
 * form first gets something that is refused, then something that is kept. `nasty-text.test.ts` takes the walks.
 */
import { type CaseAction, stepOf } from '../../bot/domain/case/lives/life-of';
import { placedTodos } from '../../bot/domain/case/todo';
import type { LifeId } from '../../bot/domain/process/process';
import { isObject, type JsonObject, objectsIn } from '../fixtures/json';
import { NASTY_STRINGS, type NastyString } from '../fixtures/nasty-strings';
import { inputsOn } from '../fixtures/person/read-card';
import type { RunningAssistant } from '../fixtures/running-assistant';
import { actionsOn, type TeamsPerson } from '../fixtures/teams-person';
import { expectInert } from '../playing/expect-inert';
import { busiestCase, finalAnswers, modelOf, PROCESS_IDS, walkProcess } from '../playing/process-walk';
import { storedRows } from '../playing/stored-rows';
import { isTyped, TYPED_ENTRIES, textInputs, textLayouts, typedFields } from '../playing/typed-fields';
import { cardText, wordsIn } from '../playing/visit-walk';
import { startWithTeam } from '../playing/with-team';

const words = wordsIn('en');
const KEPT = NASTY_STRINGS.filter(({ kept }) => kept !== undefined);
const REFUSED = NASTY_STRINGS.filter(({ kept }) => kept === undefined);
/**
 * Each round types into every field, and begins everything with another string, so that with `NASTY=all` every string
 * goes through every field. A round has storage of its own: it is compared over and over, and should stay small.
 */
const ROUNDS = process.env.NASTY === 'all' ? KEPT.map((_, round) => round) : [0];

/** What is done with a case; the requester answers and withdraws, everything else the international affairs team does. */
const LIVES: Readonly<Record<LifeId, readonly CaseAction[]>> = {
  visit: ['ask', 'answer', 'pass-on', 'accept', 'plan', 'hold', 'follow-up'],
  event: ['accept', 'decide-for', 'hold', 'follow-up'],
  agreement: ['accept', 'agree', 'renew', 'end', 'follow-up'],
  membership: ['accept', 'be-member', 'evaluate', 'leave', 'follow-up'],
  view: ['accept', 'decide', 'give', 'follow-up'],
};
/** How a case ends otherwise, of some process. */
const OTHERWISE: readonly (readonly [process: string, actions: readonly CaseAction[]])[] = [
  ['visit-request', ['accept', 'not-hold']],
  ['event-proposal', ['accept', 'decide-against']],
  ['partnership-evaluation', ['accept', 'not-agree']],
  ['advocacy', ['accept', 'not-give']],
  ['network-evaluation', ['decline']],
  ['city-partner-proposal', ['withdraw']],
];

/** `<verb>:<field>` of what has been typed into, with what; a field of a process names it. */
const typedInto = new Map<string, Set<NastyString>>();
/** How many strings there are for it. */
const fittingInto = new Map<string, number>();
let assistant: RunningAssistant;
let team: TeamsPerson;
let turn = 0;

const fittingIn = (strings: readonly NastyString[], longest: number) =>
  strings.filter(({ kept = '', text }) => kept.length <= longest && text.length <= longest * 400);

/** The next string of those that fit into a field so long. */
function next(strings: readonly NastyString[], longest: number): NastyString {
  const fitting = fittingIn(strings, longest);
  turn += 1;
  const found = fitting[turn % fitting.length];
  if (!found) throw new Error(`No string fits into ${longest} characters.`);
  return found;
}

function typed(field: string, nasty: NastyString, longest: number): void {
  typedInto.set(field, (typedInto.get(field) ?? new Set()).add(nasty));
  fittingInto.set(field, fittingIn(KEPT, longest).length);
}

/** The first choice of a field. */
function firstChoice(person: TeamsPerson, field: string): string {
  return valueFor(inputsOn(person.card()).find(({ id }) => id === field) ?? {}, [])[0];
}

/** Something for an input: a nasty string into a text, anything plain into the others. */
function valueFor(input: JsonObject, strings: readonly NastyString[]): readonly [string, NastyString?] {
  switch (input.type) {
    case 'Input.Text': {
      const nasty = next(strings, Number(input.maxLength));
      return [nasty.text, nasty];
    }
    case 'Input.Number':
      return [String(input.min)];
    case 'Input.Date':
      return ['2026-05-04'];
    default:
      return [String(objectsIn(input.choices)[0]?.value)];
  }
}

/**
 * Fills the form that is seen: with strings that are refused, each with a sentence and nothing written, then with strings
 * that are kept. Resolves to what has to be kept, by field.
 */
async function fills(
  person: TeamsPerson,
  verb: string,
  place: (field: string) => string,
): Promise<Record<string, string>> {
  // Into what searches people nobody types.
  const inputs = inputsOn(person.card()).filter((input) => input['choices.data'] === undefined);
  const filled = (strings: readonly NastyString[]) =>
    inputs.map((input) => [String(input.id), ...valueFor(input, strings)] as const);
  const sent = (values: ReturnType<typeof filled>) => Object.fromEntries(values.map(([id, value]) => [id, value]));
  const texts = inputs.filter(({ type }) => type === 'Input.Text').length;

  // A form without a text has nothing to refuse.
  if (texts > 0) {
    const before = assistant.tables.snapshot();
    const refused = filled(REFUSED);
    await person.press(verb, sent(refused));
    for (const [, , nasty] of refused) if (nasty) expectInert(person.card(), nasty);
    expect(told(person)).toBe(texts);
    expect(assistant.tables.snapshot()).toBe(before);
  }

  const kept = filled(KEPT);
  await person.press(verb, sent(kept));
  for (const [id, , nasty] of kept) {
    if (!nasty) continue;
    typed(`${verb}:${place(id)}`, nasty, Number(inputs.find((input) => input.id === id)?.maxLength));
    expectInert(person.card(), nasty);
  }
  return Object.fromEntries(kept.flatMap(([id, , nasty]) => (nasty ? [[id, nasty.kept ?? '']] : [])));
}

/** How many fields of the card say that what was typed cannot be kept. */
function told(person: TeamsPerson): number {
  const sentences = ['not-readable', 'too-long'] as const;
  const beginnings = sentences.map((problem) => words.own(`problems.${problem}`, { max: 0 }).split('0')[0] ?? '');
  return person.texts({ opened: true }).filter((text) => beginnings.some((sentence) => text.startsWith(sentence)))
    .length;
}

/** Does something with a case as it is offered on its card; what is said with it has to be kept. */
async function acts(person: TeamsPerson, number: string, action: CaseAction, process: string): Promise<void> {
  await person.says(`case ${number}`);
  const { action: offered } =
    actionsOn(person.card()).find(({ action: { data } }) => isObject(data) && data.action === action) ?? {};
  if (!offered) throw new Error(`${action} is not offered on the card of ${number}: ${cardText(person)}`);
  await person.presses(offered);
  if (offered.verb === 'open-act') {
    if (action === 'pass-on') await person.press('open-act', { to: firstChoice(person, 'to') });
    const kept = await fills(person, 'act', (field) =>
      field === 'text' ? `${action}/text` : `${process}/${action}/${field}`,
    );
    const { said, recorded } = caseRow(number) ?? {};
    const stored = [said, recorded, answersOfTodos(number)].join('\n');
    for (const text of Object.values(kept)) expect(stored).toContain(JSON.stringify(text));
  }
  await assistant.bot.worker.drain();
}

const caseRow = (number: string) => storedRows(assistant.tables).cases.find((row) => row.number === number);
const todosOf = (number: string) => storedRows(assistant.tables).todos.filter((row) => row.case === number);
const answersOfTodos = (number: string) =>
  todosOf(number)
    .map(({ answers }) => answers)
    .join('\n');

/** The to-dos with texts of their own, and one of those that have person and note alone. */
function wordyTodos(process: string, number: string): readonly string[] {
  const placed = placedTodos(modelOf(process).process);
  const has = (key: unknown) => placed.find((todo) => todo.key === key)?.rule.form.some(isTyped) ?? false;
  const keys = todosOf(number).map(({ todo }) => String(todo));
  return [...keys.filter(has), ...keys.filter((key) => !has(key)).slice(0, 1)];
}

const actsOf = (person: TeamsPerson, id: string, action: CaseAction) =>
  stepOf(modelOf(id).process, action)?.by.some((role) => role === 'requester') ? person : team;

describe.each(ROUNDS)('round %d', (round) => {
  beforeAll(async () => {
    ({ assistant, team } = await startWithTeam());
  });
  afterEach(() => expect(assistant.violations()).toEqual([]));
  afterAll(() => assistant.close());

  it.each(PROCESS_IDS)('%s: what is typed is kept as it is, or refused, and does nothing', async (id) => {
    turn = round;
    const person = assistant.person(`Of ${id}`);
    const number = await walkProcess(person, { process: id, answers: finalAnswers(busiestCase(id)) });
    for (const todo of wordyTodos(id, number)) {
      await assistant.bot.worker.drain();
      await person.presses({ type: 'Action.Execute', verb: 'open-todo', data: { case: number, todo } });
      const kept = await fills(person, 'write-todo', (field) => `${id}/${field}`);
      const row = todosOf(number).find((stored) => stored.todo === todo);
      for (const [field, text] of Object.entries(kept)) {
        expect(row?.[field] ?? JSON.parse(String(row?.answers))[field]).toBe(text);
      }
    }
    await assistant.bot.worker.drain();
    for (const action of LIVES[modelOf(id).process.life]) await acts(actsOf(person, id, action), number, action, id);
    const said = String(JSON.parse(String(caseRow(number)?.said ?? '{}')).text ?? '');
    await person.says('my data');
    await person.press('my-data-text');
    expect(cardText(person)).toContain(JSON.stringify(said).slice(1, -1));
  });

  it.each(OTHERWISE)('%s, otherwise (%j): the same', async (id, actions) => {
    const person = assistant.person(`Of ${id}, otherwise`);
    const number = await walkProcess(person, { process: id, answers: finalAnswers(busiestCase(id)) });
    await assistant.bot.worker.drain();
    for (const action of actions) await acts(actsOf(person, id, action), number, action, id);
  });

  it('the directory, and a person to be erased', async () => {
    turn = round;
    const keeps = async (verb: string, data: JsonObject, fields: readonly string[]) => {
      for (const nasty of [next(REFUSED, 200), next(KEPT, 120)]) {
        // The longest one in several fields would be more than the server reads.
        for (const filled of nasty.text.length < 10_000 ? [fields] : fields.map((field) => [field])) {
          const sent = Object.fromEntries(filled.map((field) => [field, nasty.text]));
          await team.presses({ type: 'Action.Execute', verb, data: { ...data, ...sent } });
          expectInert(team.card(), nasty);
        }
        if (nasty.kept !== undefined) for (const field of fields) typed(`${verb}:${field}`, nasty, 120);
      }
    };
    for (const { list, fields } of TYPED_ENTRIES) {
      await keeps('directory-save', { list, organisation: 'sector', unit: 'international-affairs' }, fields);
    }
    // Names of units, typed where there are too many to choose from.
    await keeps('directory-save', { list: 'themes', organisation: 'sector' }, ['unit']);
    await keeps('inbox', {}, ['unit-name']);
    const unit = 'international-affairs';
    const rows = assistant.tables.rows().directory ?? [];
    const tag = rows.find(({ PartitionKey, RowKey }) => PartitionKey === 'units' && RowKey === unit)?.['odata.etag'];
    const member = String(team.member.aadObjectId);
    const before = assistant.tables.snapshot();
    await keeps('directory-member-save', { unit, member, tag }, ['address']);
    await keeps('directory-add-member', { unit, tag }, ['person', 'mail']);
    await keeps('find-erasure', {}, ['who']);
    await keeps('search', {}, ['text']);
    expect(assistant.tables.snapshot()).toBe(before);
  });

  it('no card in any chat does anything with it, and the log has none of it', () => {
    const cards = assistant.connector.conversations.flatMap(({ messages }) =>
      messages.flatMap(({ activity }) => objectsIn(activity.attachments).map(({ content }) => content)),
    );
    for (const card of cards) {
      const text = JSON.stringify(card);
      for (const nasty of KEPT) if (text.includes(nasty.mark)) expectInert(card, nasty);
    }
    const logged = assistant.logged.join('');
    expect(NASTY_STRINGS.filter(({ mark }) => logged.includes(mark))).toEqual([]);
  });
});

describe('after all of that', () => {
  it('every field that a person can type into after a walk was typed into', () => {
    expect(typedFields().filter((field) => !typedInto.has(field))).toEqual([]);
  });

  it('and in all rounds together, with every string that fits', () => {
    const missed = [...typedInto].filter(([field, strings]) => strings.size < (fittingInto.get(field) ?? 0));
    expect(ROUNDS.length === 1 ? [] : missed.map(([field]) => field)).toEqual([]);
  });

  it('there is no other text input: a new one goes through these tests, and is then counted here', () => {
    expect(textInputs()).toEqual({
      'case/action.ts': 1,
      // What is there to copy.
      'case/appointment.ts': 1,
      'directory/fields.ts': 1,
      'directory/parts.ts': 9,
      'privacy/erasure.ts': 1,
      'parts/field.ts': 1,
      'listing/inbox-filter.ts': 1,
      // These two show a text to be copied; nothing of it is read.
      'privacy/my-data.ts': 1,
      'parts/narrowing.ts': 1,
      // An address, which is looked up and not kept as it was typed.
      'parts/sought-person.ts': 1,
      'case/reply.ts': 1,
      'case/todo-form.ts': 1,
    });
    expect(textLayouts()).toEqual(['form.json', 'inbox.json']);
  });
});
