import { failFirst } from '../fixtures/connector/start-connector';
import { withCard } from '../fixtures/connector/tiny-bot';
import { cardViolations, validatePublished } from '../fixtures/published-schemas';
import { asking, play, question } from './play-tiny-bot';

describe('the connector over HTTP', () => {
  test('knows who is in a chat', async () => {
    const { connector, aino } = await play(asking);
    const get = async (path: string) => (await fetch(`${connector.url}/v3/conversations/${path}`)).json();
    const chat = encodeURIComponent(aino.conversationId);

    expect(await get(`${chat}/members`)).toEqual([aino.member]);
    expect(await get(`${chat}/pagedmembers?pageSize=10`)).toEqual({ members: [aino.member] });
    expect(await get(`${chat}/members/${aino.member.aadObjectId}`)).toEqual(aino.member);
    expect(await get(`${chat}/members/29:x`)).toMatchObject({ error: { code: 'MemberNotFoundInConversation' } });
  });

  test('fails as told: a status with headers, a reset, late, and after having done it', async () => {
    const { connector, aino } = await play(asking);
    const chat = connector.conversation(aino.conversationId);
    const send = () =>
      post(`${connector.url}/v3/conversations/${chat.id}/activities`, { type: 'message', text: 'hei' });

    connector.fail(failFirst(1, { status: 429, headers: { 'retry-after': '7' } }));
    const refused = await send();
    expect([refused.status, refused.headers.get('retry-after'), chat.messages.length]).toEqual([429, '7', 0]);
    expect((await send()).status).toBe(201);

    connector.fail(failFirst(1, { status: 500, afterAccepting: true }));
    expect((await send()).status).toBe(500);
    expect(chat.messages).toHaveLength(2);

    connector.fail(() => 'reset');
    await expect(send()).rejects.toThrow('fetch failed');
    connector.fail(() => ({ reset: true, afterAccepting: true }));
    await expect(send()).rejects.toThrow('fetch failed');
    expect(chat.messages).toHaveLength(3);

    connector.fail(() => ({ delayMs: 30 }));
    const late = send();
    await connector.waitFor((call) => call.answered === 'pending', { at: 'arrival' });
    expect(chat.messages).toHaveLength(3);
    expect((await late).status).toBe(201);

    connector.fail();
    expect((await send()).status).toBe(201);
    expect(connector.calls.map(({ answered }) => answered)).toEqual([429, 201, 500, 'reset', 'reset', 201, 201]);
  });

  test('lets a test see that the SDK resends a message by itself', async () => {
    const { connector, aino } = await play(asking);
    connector.fail(failFirst(1, { status: 429, headers: { 'retry-after': '1' }, afterAccepting: true }));
    await aino.says('Hei');
    expect(aino.cards()).toHaveLength(2);
  });

  test('gives up waiting with a list of what came', async () => {
    const { connector, aino } = await play(asking);
    await aino.says('Hei');
    const waiting = connector.waitFor(({ method }) => method === 'DELETE', { timeoutMs: 10 });
    await expect(waiting).rejects.toThrow(/did not come in 10 ms.*\n {2}POST \/v3\/conversations\/a%3A1.*→ 201/);
  });

  test('notes what it does not know: a chat that nobody opened, a path', async () => {
    const { connector } = await play(asking);
    expect(
      (await post(`${connector.url}/v3/conversations/a:x/activities`, { type: 'message', text: 'x' })).status,
    ).toBe(404);
    expect((await fetch(`${connector.url}/v3/teams/x`)).status).toBe(404);
    expect(connector.violations).toEqual([
      expect.stringContaining("nobody has opened the chat 'a:x'"),
      expect.stringContaining('does not know this path'),
    ]);
  });
});

describe('what Teams would not take', () => {
  test('is refused and noted: an activity of the wrong form, an empty one, a broken card', async () => {
    const { connector, aino } = await play(asking);
    const url = `${connector.url}/v3/conversations/${encodeURIComponent(aino.conversationId)}/activities`;
    const broken = question('x', { body: [{ type: 'TextBlock', txt: 'x' }] });

    expect((await post(url, { type: 'message', text: 'x', textFormat: 'html' })).status).toBe(400);
    expect((await post(url, { text: 'x' })).status).toBe(400);
    expect((await post(url, { type: 'message' })).status).toBe(400);
    expect((await post(url, withCard(broken))).status).toBe(400);
    expect((await post(`${connector.url}/v3/conversations`, { members: [] })).status).toBe(400);

    expect(connector.conversation(aino.conversationId).messages).toEqual([]);
    expect(connector.violations.map((line) => line.replace(/^POST \S+: /, ''))).toEqual([
      expect.stringMatching(/^\/textFormat: .*markdown/),
      '/type: an activity has to have one',
      '/: a message with neither text nor attachment',
      "/attachments/0/content/body/0: must have required property 'text'",
      "/attachments/0/content/body/0: must NOT have additional properties ('txt')",
      '/members: Teams opens a chat with exactly one person',
      '/tenantId: missing, and no /channelData/tenant/id either',
    ]);
  });

  test('is noted in the answer to a press too', async () => {
    const { connector, aino } = await play(async (context) => {
      if (context.activity.type === 'invoke') return question('x', { body: [{ type: 'TextBlok' }] });
      return asking(context);
    });
    await aino.says('Hei');
    await aino.press('Kyllä');
    expect(connector.violations).toEqual([
      "the answer to the press of 'Kyllä': /body/0: 1.5 does not know 'TextBlok', and it has no fallback",
    ]);
  });

  test('is not what Teams adds to 1.5, used as Teams says', () => {
    const icon = { type: 'Icon', name: 'Calendar', fallback: 'drop' };
    const text = { type: 'TextBlock', text: 'x', targetWidth: 'atLeast:narrow' };
    expect(cardViolations(question('x', { body: [icon, text], msteams: { width: 'Full' } }))).toEqual([]);

    const wrong = { ...text, targetWidth: 'huge' };
    expect(cardViolations(question('x', { body: [{ ...icon, fallback: { type: 'TextBlock' } }, wrong] }))).toEqual([
      expect.stringMatching(/^\/body\/1\/targetWidth.*\(Teams' own schema\)$/),
      "/body/0: must have required property 'text'",
    ]);
  });

  test('is a card of 25,000 bytes', () => {
    expect(cardViolations(question('x'.repeat(25_000)))).toEqual([expect.stringMatching(/^\/: 25\d\d\d bytes/)]);
  });

  test('can be asked of every published schema', () => {
    const names = ['graph', 'm365agents-yml', 'playground-config', 'teams-localization', 'teams-manifest'] as const;
    for (const name of names)
      expect([name, validatePublished(name, { nonsense: 1 }, name === 'graph' ? '/$defs/event' : '')]).toEqual([
        name,
        expect.arrayContaining([expect.any(String)]),
      ]);
  });
});

function post(url: string, body: unknown): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}
