/** Somebody of the unit who has never met the assistant: it introduces itself where it may, and writes a mail where not. */

import type { Call } from '../../fixtures/connector/start-connector';
import { type GraphStandIn, startGraph } from '../../fixtures/graph/start-graph';
import { idOf, type RunningAssistant, startAssistant } from '../../fixtures/running-assistant';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { storedRows } from '../../playing/stored-rows';
import { walkToReceipt } from '../../playing/visit-walk';

const MAIJA = {
  id: idOf('Maija Malli'),
  displayName: 'Maija Malli',
  mail: 'maija.malli@espoo.example',
  userPrincipalName: 'maija.malli@espoo.example',
};

let graph: GraphStandIn;
let assistant: RunningAssistant;

async function open(permitted: boolean): Promise<void> {
  graph = await startGraph();
  graph.teamwork.users.push(MAIJA);
  assistant = await startAssistant({
    members: {
      'espoo-marketing-business': { members: [{ id: MAIJA.id, name: MAIJA.displayName, absences: [] }] },
    },
    graph: {
      baseUrl: graph.url,
      token: async () => graph.token,
      answerWithinMs: 1_500,
      accounts: graph.teamwork.users,
      mailbox: graph.mailbox.address,
      ...(permitted && { catalogApp: graph.teamwork.catalogApp }),
    },
  });
  // Teams opens the chat when the app is installed.
  assistant.connector.open({ id: CHAT, type: 'personal', tenantId: '' });
}

async function sendToMarketing(): Promise<string> {
  const number = await walkToReceipt(assistant.person('Aino Esimerkki'));
  await assistant.settled(number);
  return number;
}

async function start(permitted: boolean): Promise<string> {
  await open(permitted);
  return sendToMarketing();
}

const CHAT = `19:${MAIJA.id}_0de69e5e-2da8-4cf2-821f-5e6585b2c65b@unq.gbl.spaces`;
afterEach(async () => {
  expect([...assistant.violations(), ...graph.violations]).toEqual([]);
  await assistant.close();
  await graph.close();
});

const entry = (number: string) =>
  storedRows(assistant.tables).entries.find(
    (row) => row.case === number && String(row.entry).includes('request.espoo-marketing-business.teams'),
  );
const mailsToMaija = () =>
  graph.mailbox.sent.filter((message) => JSON.stringify(message.toRecipients).includes(MAIJA.mail));

it('the app is installed for them, once, and the card comes into the chat that Teams has opened', async () => {
  const number = await start(true);
  expect(graph.teamwork.installations).toHaveLength(1);
  expect(entry(number)).toMatchObject({ channel: 'teams', state: 'sent' });
  expect(JSON.stringify(assistant.connector.conversation(CHAT).messages)).toContain(number);
  expect(mailsToMaija()).toHaveLength(0);
});

it('without permission they get a mail of their own, once', async () => {
  const number = await start(false);
  await assistant.bot.worker.drain();
  expect(graph.teamwork.installations).toHaveLength(0);
  expect(entry(number)).toMatchObject({ channel: 'mail', state: 'sent' });
  expect(mailsToMaija()).toHaveLength(1);
});

describe('somebody who has removed or blocked the app', () => {
  const isCard = ({ method, body }: Call) => method === 'POST' && JSON.stringify(body).includes('V-2026-');
  /** Maija with the chat that she had; in it Teams answers as told. */
  async function meetMaija(permitted: boolean): Promise<TeamsPerson> {
    await open(permitted);
    const maija = assistant.person(MAIJA.displayName);
    await maija.says('hi');
    return maija;
  }
  const known = (): unknown => {
    const rows: Record<string, { personId?: string; chat?: string }[]> = JSON.parse(assistant.tables.snapshot());
    return rows.people?.find(({ personId }) => personId === MAIJA.id)?.chat;
  };

  it('by what Teams says: gets the fresh chat that comes with a new installation', async () => {
    const maija = await meetMaija(true);
    assistant.connector.fail((call) =>
      isCard(call) && call.conversationId === maija.conversationId ? { status: 403 } : undefined,
    );
    const number = await sendToMarketing();
    expect(entry(number)).toMatchObject({ channel: 'teams', state: 'sent' });
    expect(JSON.stringify(assistant.connector.conversation(CHAT).messages)).toContain(number);
    expect(known()).toContain(CHAT);
    expect(mailsToMaija()).toHaveLength(0);
  });

  it('and is shut out of that one, too: gets a mail, once', async () => {
    await meetMaija(true);
    assistant.connector.fail((call) => (isCard(call) ? { status: 403 } : undefined));
    const number = await sendToMarketing();
    await assistant.bot.worker.drain();
    expect(entry(number)).toMatchObject({ channel: 'mail', state: 'sent' });
    expect(mailsToMaija()).toHaveLength(1);
    expect(known()).toBeUndefined();
  });

  it('by their own word: gets a mail, until they write again', async () => {
    const maija = await meetMaija(false);
    expect(known()).toBeDefined();
    await maija.uninstalls();
    expect(known()).toBeUndefined();
    const number = await sendToMarketing();
    await assistant.bot.worker.drain();
    expect(entry(number)).toMatchObject({ channel: 'mail', state: 'sent' });
    expect(assistant.connector.calls.filter(isCard)).not.toContainEqual(
      expect.objectContaining({ conversationId: maija.conversationId }),
    );
    await maija.says('hi');
    expect(known()).toContain(maija.conversationId);
  });
});
