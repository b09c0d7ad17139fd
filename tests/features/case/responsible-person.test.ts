/** The responsible person of a visit by dignitaries (M 3.3): named, confirmed, at work, and no more. */
import { rolesOf } from '../../../bot/domain/case/roles';
import { row } from '../../fixtures/person/row';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { memberOf } from '../../fixtures/unit-members';
import { actsOn, carriesOut, caseButton, offered } from '../../playing/on-case';
import { casesByOutcome, finalAnswers, modelOf, walkProcess } from '../../playing/process-walk';
import { storedRows } from '../../playing/stored-rows';
import { onTodo, opensList } from '../../playing/todo-walk';
import { cardText, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const words = wordsIn('en');
const TEAM = 'international-affairs';
const assistant = withAssistant({ now: '2026-03-02T09:00:00Z' });

let asker: TeamsPerson;
let team: TeamsPerson;
let appointee: TeamsPerson;
let stranger: TeamsPerson;
let number: string;

const id = (person: TeamsPerson) => person.member.aadObjectId ?? '';
const title = words.own('appointment.title');
const chat = (person: TeamsPerson) => assistant.connector.conversation(person.conversationId).messages;
const newsOf = (person: TeamsPerson) => JSON.stringify(chat(person).map(({ activity }) => activity));
const drained = () => assistant.bot.worker.drain();
const stored = () => storedRows(assistant.tables).cases.find((made) => made.number === number) ?? {};
const typesOfEvents = () =>
  storedRows(assistant.tables)
    .events.filter((event) => event.case === number)
    .map(({ type }) => type);

async function sendsVisit(): Promise<string> {
  const golden = casesByOutcome('dignitary-visit').find(({ outcome }) => outcome === 'receive');
  if (!golden) throw new Error('No golden case of a dignitary who is received.');
  const sent = await walkProcess(asker, {
    process: 'dignitary-visit',
    answers: { ...finalAnswers(golden), 'responsible-person': appointee.member.name, 'visit-language': 'swedish' },
  });
  await drained();
  return sent;
}

async function confirms(person: string): Promise<void> {
  await team.says(number);
  await team.press(title);
  await team.press('appoint', { person });
  await drained();
}

beforeAll(async () => {
  [asker, team, appointee, stranger] = ['Aino Esimerkki', 'Grace Placeholder', 'Eero Malliperhe', 'Sven Exempel'].map(
    (name) => assistant.person(name),
  ) as [TeamsPerson, TeamsPerson, TeamsPerson, TeamsPerson];
  await assistant.setMembers(TEAM, { members: [memberOf(team)] });
  await assistant.restart();
  for (const person of [asker, team, appointee, stranger]) await person.says('hi');
});
beforeEach(async () => {
  number = await sendsVisit();
});

it('whom the requester names has no right by it', async () => {
  await appointee.says(number);
  expect(cardText(appointee)).toContain(words.own('notice.no-such-case.title'));
  await asker.says(number);
  expect(cardText(asker)).toContain(words.own('appointment.named', { name: 'Eero Malliperhe' }));
  await asker.press(title);
  expect(() => asker.action('appoint')).toThrow();
});

it('a coordinator confirms them: they get the case, and a text in the language of the visit is there to copy', async () => {
  await confirms(id(appointee));
  expect(stored()).toMatchObject({ appointeeId: id(appointee), appointeeName: 'Eero Malliperhe' });
  expect(cardText(team)).toContain(wordsIn('sv').own('appointment.letter.open', { name: 'Eero Malliperhe' }));
  expect(newsOf(appointee)).toContain('You are the responsible person of the visit');
  expect(typesOfEvents()).toContain('appointed');
  await team.says(number);
  await team.press(words.own('life.history'));
  expect(cardText(team)).toContain(
    words.own('life.event.appointed', { name: 'Grace Placeholder', person: 'Eero Malliperhe' }),
  );
});

it('the name that the requester wrote is proposed where the assistant knows one of that name', async () => {
  await team.says(number);
  await team.press(title);
  await team.press('appoint', {});
  expect(stored()).toMatchObject({ appointeeId: id(appointee) });
});

it('they plan, ask, tick and record, and may not decline, pass on or close', async () => {
  await confirms(id(appointee));
  await actsOn(team, number, 'accept');
  await appointee.says(number);
  expect(offered(appointee)).toEqual(['ask', 'plan', 'hold', 'not-hold']);
  for (const action of ['decline', 'pass-on', 'close', 'accept']) {
    const { sinceEvent } = stored();
    const data = { case: number, action, event: sinceEvent, as: 'responsible', text: 'x', unit: 'communications' };
    await appointee.presses({ type: 'Action.Execute', verb: 'act', data }, {});
    expect(stored()).toMatchObject({ state: 'accepted' });
  }
  await appointee.says(number);
  await carriesOut(appointee, 'ask', { text: 'Who comes along?' });
  await actsOn(asker, number, 'answer', { text: 'The spouse' });
  await drained();
  expect(newsOf(appointee)).toContain(words.own('news.answer', { name: 'Aino Esimerkki' }));
  await appointee.says(number);
  await carriesOut(appointee, 'plan');
  await opensList(appointee, 'first-steps');
  await appointee.press(onTodo('tick', 'first-steps.plan-with-sector'));
  expect(typesOfEvents()).toContain('todo-done');
  await appointee.says(number);
  await carriesOut(appointee, 'hold');
  expect(stored()).toMatchObject({ state: 'held' });
  expect(offered(appointee)).toEqual(['follow-up']);
  await carriesOut(appointee, 'follow-up', { 'head-count': '5', 'media-hit-count': '0' });
  expect(stored()).toMatchObject({ state: 'followed-up' });
  expect(offered(appointee)).toEqual([]);
});

it('they hear when it is declined, and find it among their cases and in their inbox', async () => {
  await confirms(id(appointee));
  await appointee.says('my cases');
  expect(cardText(appointee)).toContain(words.own('work.carried'));
  await appointee.says('inbox');
  expect(cardText(appointee)).toContain(number);
  await stranger.says('my cases');
  expect(cardText(stranger)).not.toContain(number);
  await actsOn(team, number, 'decline', { text: 'The building is closed' });
  await drained();
  expect(newsOf(appointee)).toContain(words.own('news.decline', { name: 'Grace Placeholder' }));
  await appointee.says('my cases');
  expect(cardText(appointee)).not.toContain(number);
});

it('they end it themselves with one press, see the case no more, and the team hears', async () => {
  await confirms(id(appointee));
  await appointee.says(number);
  await appointee.press(title);
  await appointee.press(words.own('appointment.leave'));
  expect(cardText(appointee)).toContain(words.own('notice.appointment-over.title'));
  await drained();
  expect(stored().appointeeId).toBeUndefined();
  expect(newsOf(team)).toContain('Eero Malliperhe is no longer the responsible person');
  await appointee.says(number);
  expect(cardText(appointee)).toContain(words.own('notice.no-such-case.title'));
});

it('a coordinator changes the person: the first is out, and a press on an old card changes nothing', async () => {
  await confirms(id(appointee));
  await team.press(row(words.own('life.back')));
  await team.press(title);
  const old = team.action('appoint');
  await team.press('appoint', { person: id(stranger) });
  await drained();
  expect(stored()).toMatchObject({ appointeeId: id(stranger) });
  expect(newsOf(stranger)).toContain('You are the responsible person of the visit');
  await team.presses(old, { person: id(asker) });
  expect(cardText(team)).toContain(words.own('appointment.overtaken'));
  expect(stored()).toMatchObject({ appointeeId: id(stranger) });
  await appointee.says(number);
  expect(cardText(appointee)).toContain(words.own('notice.no-such-case.title'));
});

it('nobody but a coordinator makes a person responsible, whatever a card says', async () => {
  for (const person of [asker, appointee, stranger]) {
    const data = { case: number, as: 'responsible', present: '' };
    await person.presses({ type: 'Action.Execute', verb: 'appoint', data }, { person: id(person) });
    expect(stored().appointeeId).toBeUndefined();
  }
  await confirms(id(appointee));
  const data = { case: number, as: 'appointee', person: id(appointee) };
  for (const person of [asker, stranger]) {
    await person.presses({ type: 'Action.Execute', verb: 'end-appointment', data }, {});
    expect(stored()).toMatchObject({ appointeeId: id(appointee) });
  }
});

it('somebody whom nobody knows is not confirmed', async () => {
  await confirms('00000000-1111-4222-8333-444444444444');
  expect(cardText(team)).toContain(words.own('directory.problem.unknown-person'));
  expect(stored().appointeeId).toBeUndefined();
});

it('the same object id in another tenant is nothing to the case', () => {
  const made = {
    requester: { id: 'a', tenant: 't', name: 'A' },
    routing: { responsible: { unit: 'x', deliverTo: 'x', rule: 'r', source: 's' }, informed: [] },
    appointee: { id: 'e', name: 'E' },
  };
  const roles = (tenant: string) =>
    rolesOf(
      made as unknown as Parameters<typeof rolesOf>[0],
      { id: 'E', tenant },
      modelOf('dignitary-visit').directory,
    );
  expect([roles('t'), roles('other')]).toEqual([['appointee'], []]);
});

it('the button of an action is on the card of whoever may', async () => {
  await confirms(id(appointee));
  await actsOn(team, number, 'accept');
  await appointee.says(number);
  expect(appointee.action(caseButton('plan')).verb).toBe('act');
  expect(() => appointee.action(caseButton('decline'))).toThrow();
});
