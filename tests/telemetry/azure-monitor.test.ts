import type { OpenTelemetry } from '../../bot/adapters/telemetry/open-telemetry';
import { openTelemetry } from '../../bot/start/telemetry';
import { type Envelope, type Monitor, startMonitor } from '../fixtures/monitor';
import { idOf, type RunningAssistant, startAssistant } from '../fixtures/running-assistant';
import { PROGRAMME, VISITOR, walkToReceipt } from '../playing/visit-walk';

let monitor: Monitor;
let opened: OpenTelemetry;
let assistant: RunningAssistant;

beforeEach(async () => {
  monitor = await startMonitor();
  opened = openTelemetry(
    { to: 'azure-monitor', connectionString: monitor.connectionString },
    { version: '1.2.3', credential: undefined, env: process.env, authority: monitor.authority },
  );
  assistant = await startAssistant({ telemetry: opened });
});
afterEach(async () => {
  await assistant.close();
  await monitor.close();
});

const of = (type: string): readonly Envelope['data']['baseData'][] =>
  monitor.received.filter(({ data }) => data.baseType === type).map(({ data }) => data.baseData);

/** The points of one metric, with what each is told of. */
const metric = (name: string) =>
  of('MetricData').flatMap(({ metrics, properties }) =>
    (metrics as readonly { name: string; value: number; count?: number }[])
      .filter((point) => point.name === name)
      .map((point) => ({ ...point, ...Object(properties) })),
  );

/** A whole walk, a press that means nothing, and everything that they left behind sent off. */
async function walkAndSend(): Promise<void> {
  const person = assistant.person('Aino Esimerkki');
  await walkToReceipt(person);
  await person.presses({ type: 'Action.Execute', verb: 'invented by somebody', data: {} });
  await assistant.bot.worker.drain();
  await opened.stop();
}

it('what is asked for in operation arrives, by its names', async () => {
  await walkAndSend();
  const verbs = metric('turn.duration').map(({ verb }) => verb);
  expect(verbs).toEqual(expect.arrayContaining(['said', 'answer', 'fill', 'submit', 'unknown']));
  expect(metric('turn.duration').find(({ verb }) => verb === 'submit')).toMatchObject({
    outcome: 'answered',
    count: 1,
  });
  expect(metric('storage.duration').map(({ table }) => table)).toEqual(
    expect.arrayContaining(['casework', 'register']),
  );
  expect(metric('case.submitted')).toMatchObject([{ process: 'visit-request', value: 1 }]);
  const channels = metric('delivery.duration').map(({ channel, outcome }) => `${channel} ${outcome}`);
  expect(channels).toEqual(expect.arrayContaining(['teams sent', 'mail sent', 'register sent']));
  expect(metric('outbox.oldest.age')).toMatchObject([{ value: 0 }]);
  expect(metric('outbox.entries').map(({ state, value }) => [state, value])).toEqual([
    ['due', 0],
    ['unknown', 0],
    ['dead', 0],
  ]);
});

it('a call to storage stands below the turn or the delivery that made it', async () => {
  await walkAndSend();
  const submit = monitor.received.find(({ data }) => data.baseData.name === 'turn submit');
  const below = monitor.received.filter(
    ({ data, tags }) =>
      data.baseType === 'RemoteDependencyData' && tags['ai.operation.parentId'] === submit?.data.baseData.id,
  );
  expect(submit?.data.baseType).toBe('RequestData');
  expect(below.map(({ data }) => data.baseData.name)).toEqual(expect.arrayContaining(['storage casework']));
  expect(submit?.tags['ai.application.ver'] ?? '1.2.3').toBe('1.2.3');
});

it('the log goes there too, and an error as an exception with where it happened', async () => {
  assistant.tables.fault(({ method }) => (method === 'PUT' ? { status: 500 } : 'pass'));
  const person = assistant.person('Aino Esimerkki');
  await person.says('hello');
  await person.says('new visit request');
  await person.press('Yes').catch(() => undefined);
  assistant.tables.fault();
  await opened.stop();
  expect(of('MessageData').map(({ message }) => message)).toContain('bot.started');
  expect(of('ExceptionData')[0]).toMatchObject({
    exceptions: [{ typeName: 'Unavailable', message: expect.stringContaining('Table storage cannot be used') }],
    properties: { event: expect.stringMatching(/^(turn|people)\./) },
  });
});

it('nobody is named, and nothing that was typed is told', async () => {
  await walkAndSend();
  const sent = JSON.stringify(monitor.received);
  expect(monitor.received.length).toBeGreaterThan(20);
  const { organisation, guests } = VISITOR;
  for (const text of ['Aino', 'invented by somebody', idOf('Aino Esimerkki'), organisation, guests, PROGRAMME.learn]) {
    expect(sent).not.toContain(String(text));
  }
});

it('is never felt where nobody takes it in: people are answered, and the bot stops', async () => {
  monitor.answer(500);
  await walkAndSend();
  expect(monitor.received).toEqual([]);
});
