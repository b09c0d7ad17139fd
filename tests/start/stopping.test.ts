import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { type RunningAssistant, startAssistant } from '../fixtures/running-assistant';

const POLL_MS = 10;

/** GETs on a connection that is kept, as a load balancer does. */
function get(agent: Agent, url: string): Promise<{ status: number | undefined; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    request(url, { agent }, (answer) => {
      answer.resume().once('end', () => resolve({ status: answer.statusCode, headers: answer.headers }));
    })
      .once('error', reject)
      .end();
  });
}

let assistant: RunningAssistant;
beforeEach(async () => {
  assistant = await startAssistant({ lingerMs: 500 });
});
afterEach(() => assistant.close());

it('while it stops it is not ready, lives, still answers whoever was sent here, and ends their connections', async () => {
  const { bot } = assistant;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  expect((await get(agent, `${bot.url}/readyz`)).headers.connection).toBe('keep-alive');
  const person = assistant.person('Aino Esimerkki');
  const stopped = bot.stop();

  expect(await get(agent, `${bot.url}/readyz`)).toMatchObject({ status: 503, headers: { connection: 'close' } });
  expect(await get(agent, `${bot.url}/healthz`)).toMatchObject({ status: 200, headers: { connection: 'close' } });
  await person.says('hi');
  expect(person.texts().length).toBeGreaterThan(0);
  await stopped;
  await expect(get(agent, `${bot.url}/healthz`)).rejects.toThrow('ECONNREFUSED');
  agent.destroy();
});

it('an answer that is under way when it closes is given, and its connection does not hold the closing up', async () => {
  const agent = new Agent({ keepAlive: true });
  const { bot, tables } = assistant;
  let reached = false;
  tables.fault(() => {
    reached = true;
    return { delayMs: 800 };
  });
  const answered = assistant.person('Maija Meikäläinen').says('new visit request');
  while (!reached) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  const begun = performance.now();
  const stopped = bot.stop();
  tables.fault();
  expect((await answered).status).toBe(200);
  await stopped;
  // Node keeps idle connections for a minute and more.
  expect(performance.now() - begun).toBeLessThan(10_000);
  agent.destroy();
});
