/** (g) The Teams SDK: `App` with its own web server, and the walk in its storage. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cloudFromName, withOverrides } from '@microsoft/teams.api';
import { App, ExpressAdapter } from '@microsoft/teams.apps';
import { templatedCards } from './cards';
import { announce, BOT_TOKEN, settings } from './peer';
import { openTable } from './table-state';
import { answered, beginWalk, type Press } from './walk';
import { WalksTable } from './walks-table';

const given = settings();
const card = templatedCards(given.work);
const table = openTable(given.connectionString, given.table);
const walks = new WalksTable(table);
const server = createServer();

const app = new App({
  clientId: given.appId,
  tenantId: given.tenantId,
  token: () => BOT_TOKEN,
  cloud: withOverrides(cloudFromName('Public'), { openIdMetadataUrl: given.metadataUrl }),
  httpServerAdapter: new ExpressAdapter(server),
});

app.on('card.action', async ({ activity }) => {
  const press = activity.value.action.data as unknown as Press;
  const stored = await walks.read(press.draft);
  const before = stored?.walk ?? { ...beginWalk(), draft: press.draft };
  const walk = answered(before, press);
  if (stored && walk !== before) await walks.replace(walk, stored.etag);
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card(walk) } as never;
});

app.on('message', async ({ send }) => {
  const walk = beginWalk();
  await walks.insert(walk);
  await send({
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card(walk) as never }],
  });
});

void table
  .createTable()
  .then(() => app.initialize())
  .then(() => server.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port)));
