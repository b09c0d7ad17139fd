/** Somebody of the unit who has never met the assistant: it introduces itself where it may, and writes a mail where not. */
import { type GraphStandIn, startGraph } from '../fixtures/graph/start-graph';
import { type RunningAssistant, startAssistant } from '../fixtures/running-assistant';
import { storedRows } from './stored-rows';
import { walkToReceipt } from './visit-walk';

const MAIJA = {
  id: '11112222-3333-4444-8555-666677778888',
  displayName: 'Maija Malli',
  mail: 'maija.malli@espoo.example',
  userPrincipalName: 'maija.malli@espoo.example',
};

let graph: GraphStandIn;
let assistant: RunningAssistant;

async function start(permitted: boolean): Promise<string> {
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
  const number = await walkToReceipt(assistant.person('Aino Esimerkki'));
  await assistant.settled(number);
  return number;
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
