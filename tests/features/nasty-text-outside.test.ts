import { createGraph } from '../../bot/adapters/graph/graph-client';
import { provisionList } from '../../bot/adapters/graph/sharepoint-list';
import { type GraphStandIn, startGraph } from '../fixtures/graph/start-graph';
import { isObject } from '../fixtures/json';
import { NASTY_STRINGS } from '../fixtures/nasty-strings';
import { type RunningAssistant, startAssistant } from '../fixtures/running-assistant';
import { VISITOR, walkToReceipt } from '../playing/visit-walk';

/** As many as there is time for; `NASTY=all` takes all of them. */
const EVERY = process.env.NASTY === 'all' ? 1 : 4;
const SENT = NASTY_STRINGS.filter(({ kept }, at) => kept !== undefined && at % EVERY === 0);

let graph: GraphStandIn;
let assistant: RunningAssistant;

beforeAll(async () => {
  graph = await startGraph();
  const options = { baseUrl: graph.url, token: async () => graph.token, answerWithinMs: 3_000 };
  const place = { siteId: graph.site.id, list: 'Kv' };
  await provisionList(createGraph(options), place);
  assistant = await startAssistant({
    graph: { ...options, accounts: graph.teamwork.users, mailbox: graph.mailbox.address, sharepoint: place },
  });
});
afterAll(async () => {
  await assistant.close();
  await graph.close();
});

it.each(SENT.map((nasty) => [nasty.name, nasty] as const))(
  '%s reaches SharePoint and the mailbox as text',
  async (_name, { mark, text, kept = '' }) => {
    const person = assistant.person(`${text} by name`);
    const number = await walkToReceipt(person, { visitor: { ...VISITOR, organisation: text, guests: text } });
    await assistant.settled(number);
    const line = graph.site.lists.flatMap(({ items }) => items).find(({ fields }) => fields.CaseNumber === number);
    // The list's columns have one line.
    expect(line?.fields.CaseOrganisation).toBe(kept.replace(/[\s\u0085]+/g, ' ').trim());
    expect(String(line?.fields.CaseRequester)).not.toMatch(/[\r\n\t]/);
    const drafts = graph.calls.filter(
      ({ shape, body }) => shape.endsWith('messages') && JSON.stringify(body).includes(mark),
    );
    expect(drafts.length).toBeGreaterThan(0);
    for (const { body } of drafts) {
      const { subject, body: letter } = isObject(body) ? body : {};
      expect(String(subject)).not.toMatch(/[\r\n]|=\?/);
      expect(String(Object(letter).content)).not.toMatch(/<(?!\/?(html|body|div|p|hr|h2|dl|dt|dd|br|a)[\s>])/);
    }
    expect(graph.calls.filter(({ parts }) => parts.some((part) => part.includes(mark)))).toEqual([]);
    expect([...assistant.violations(), ...graph.violations]).toEqual([]);
  },
);
