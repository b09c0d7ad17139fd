import { CloudAdapter } from 'botbuilder';
import { createLog } from '../../../../bot/adapters/log/log';
import { loopbackConnectorUrls } from '../../../../bot/adapters/teams/sending/connector-urls';
import { createMessenger } from '../../../../bot/adapters/teams/sending/messenger';
import { SendOnceAuthentication } from '../../../../bot/adapters/teams/sending/send-once';
import { type Connector, startConnector } from '../../../fixtures/connector/start-connector';

/** Waits a second where the bot waits ten. */
class Impatient extends SendOnceAuthentication {
  protected override readonly answerWithinMs = 1_000;
}

const TENANT = '5e3f0c1a-7b42-4d8e-9a61-2c0d4f7b9e10';
const MESSAGE = { card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: 'A card' };

let connector: Connector;
let chat: string;

beforeEach(async () => {
  connector = await startConnector();
  const { id } = connector.open({ id: 'a:1', type: 'personal', tenantId: TENANT });
  const conversation = { id, conversationType: 'personal', tenantId: TENANT };
  chat = JSON.stringify({
    bot: { id: '28:bot' },
    user: { id: '29:1' },
    conversation,
    channelId: 'msteams',
    serviceUrl: connector.url,
  });
});
afterEach(() => connector.close());

const messenger = (authentication = new SendOnceAuthentication(loopbackConnectorUrls)) =>
  createMessenger(new CloudAdapter(authentication), '', createLog('silent'));

describe('what the bot sends by itself', () => {
  it('arrives, once', async () => {
    expect(await messenger().send({ chat }, MESSAGE)).toEqual({ result: 'sent', message: expect.any(String) });
    expect(connector.calls.map(({ method }) => method)).toEqual(['POST']);
    expect(connector.violations).toEqual([]);
  });

  it.each([429, 500, 502, 503, 504])('goes out once also when the answer is %i', async (status) => {
    connector.fail(() => ({ status, headers: { 'retry-after': '1' } }));
    const { result } = await messenger().send({ chat }, MESSAGE);
    expect(result).toBe(status === 429 ? 'failed' : 'unsure');
    expect(connector.calls).toHaveLength(1);
  });

  it('is given up, and counts as unsure, when no answer comes', async () => {
    connector.fail(() => ({ delayMs: 60_000 }));
    expect(await messenger(new Impatient(loopbackConnectorUrls)).send({ chat }, MESSAGE)).toEqual({
      result: 'unsure',
      failure: 'no-answer',
    });
    expect(connector.calls).toHaveLength(1);
  });

  it('may be tried again when it is an update in place', async () => {
    connector.fail(() => ({ delayMs: 60_000 }));
    expect(await messenger(new Impatient(loopbackConnectorUrls)).send({ chat, replaces: '17' }, MESSAGE)).toEqual({
      result: 'failed',
      failure: 'no-answer',
    });
  });

  it('may be tried again when nobody listens there', async () => {
    await connector.close();
    expect(await messenger().send({ chat }, MESSAGE)).toEqual({ result: 'failed', failure: 'econnrefused' });
  });

  it('is refused for good where Teams has no such message', async () => {
    expect(await messenger().send({ chat, replaces: '17' }, MESSAGE)).toEqual({
      result: 'refused',
      failure: 'connector-404',
    });
  });
});
