import type { Activity } from 'botbuilder';
import { CloudAdapter } from 'botbuilder';
import { createLog } from '../../../../bot/adapters/log/log';
import { referenceText } from '../../../../bot/adapters/teams/sending/chat-reference';
import { loopbackConnectorUrls } from '../../../../bot/adapters/teams/sending/connector-urls';
import { createMessenger } from '../../../../bot/adapters/teams/sending/messenger';
import { SendOnceAuthentication } from '../../../../bot/adapters/teams/sending/send-once';
import { turnOf } from '../../../../bot/adapters/teams/turns/turn-of';
import { startConnector } from '../../../fixtures/connector/start-connector';

const APP = '11111111-2222-4333-8444-555555555555';
const PERSON = { id: '3f8a1c52-9b7e-4d06-8e21-6c5f0a9d4b13', tenant: '66666666-7777-4888-9999-aaaaaaaaaaaa' };
const CHAT = `19:${PERSON.id}_${APP}@unq.gbl.spaces`;

describe('a chat that is known by its id only', () => {
  it('is written as one of which an activity came', () => {
    const serviceUrl = 'https://smba.trafficmanager.net/emea/';
    const activity = {
      type: 'message',
      channelId: 'msteams',
      serviceUrl,
      from: { id: PERSON.id, aadObjectId: PERSON.id },
      recipient: { id: `28:${APP}` },
      conversation: { id: CHAT, tenantId: PERSON.tenant, conversationType: 'personal' },
    } as Activity;
    const text = referenceText({ appId: APP, conversationId: CHAT, person: PERSON, serviceUrl });
    expect(turnOf(activity)?.chat).toBe(text);
  });

  it('is reached at the address for first messages, which is on the host that Teams has', () => {
    const { serviceUrl } = JSON.parse(referenceText({ appId: APP, conversationId: CHAT, person: PERSON }));
    expect(serviceUrl).toBe('https://smba.trafficmanager.net/teams/');
  });

  it('takes what the messenger sends', async () => {
    const connector = await startConnector();
    connector.open({ id: CHAT, type: 'personal', tenantId: PERSON.tenant });
    const chat = referenceText({ appId: APP, conversationId: CHAT, person: PERSON, serviceUrl: connector.url });
    const messenger = createMessenger(
      new CloudAdapter(new SendOnceAuthentication(loopbackConnectorUrls)),
      '',
      createLog('silent'),
    );
    const message = { card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: 'A card' };
    const sent = await messenger.send({ chat }, message);
    const [kept] = connector.conversation(CHAT).messages;
    expect(sent).toEqual({ result: 'sent', message: kept?.id });
    expect(connector.violations).toEqual([]);
    await connector.close();
  });
});
