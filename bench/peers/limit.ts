/** (a) The limit: `node:http` on both sides, one point read, one conditional write. */
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { type BareStore, sendByFetch, serveBarely } from './bare';
import { settings } from './peer';
import { rowOf } from './walks-table';

interface Answer {
  readonly status: number;
  readonly etag: string;
  readonly body: string;
}

const given = settings();
const part = (name: string) => new RegExp(`${name}=([^;]+)`).exec(given.connectionString)?.[1] ?? '';
const account = part('AccountName');
const key = Buffer.from(part('AccountKey'), 'base64');
const endpoint = new URL(part('TableEndpoint'));
const agent = new Agent({ keepAlive: true });

function call(method: string, resource: string, body?: object, etag?: string): Promise<Answer> {
  const path = `${endpoint.pathname}/${resource}`;
  const date = new Date().toUTCString();
  const signature = createHmac('sha256', key).update(`${date}\n/${account}${path}`).digest('base64');
  const content = body && JSON.stringify(body);
  const headers = {
    accept: 'application/json;odata=minimalmetadata',
    authorization: `SharedKeyLite ${account}:${signature}`,
    'x-ms-date': date,
    'x-ms-version': '2019-02-02',
    ...(content && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) }),
    ...(etag !== undefined && { 'if-match': etag }),
  };
  return new Promise((resolve, reject) => {
    const sent = request({ host: endpoint.hostname, port: endpoint.port, path, method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        const text = Buffer.concat(chunks).toString('utf8');
        if (status >= 300 && status !== 404 && status !== 409) reject(new Error(`storage answered ${status}: ${text}`));
        else resolve({ status, etag: response.headers.etag ?? '', body: text });
      });
    });
    sent.on('error', reject);
    sent.end(content);
  });
}

const address = (draft: string) => `${given.table}(PartitionKey='walks',RowKey='${draft}')`;

const wire = (walk: Parameters<typeof rowOf>[0]) => {
  const { partitionKey, rowKey, ...columns } = rowOf(walk);
  return { PartitionKey: partitionKey, RowKey: rowKey, ...columns };
};

const store: BareStore = {
  async insert(walk) {
    await call('POST', given.table, wire(walk));
  },
  async read(draft) {
    const { status, etag, body } = await call('GET', address(draft));
    if (status === 404) return undefined;
    const { revision, answers } = JSON.parse(body);
    return { walk: { draft, revision, answers: JSON.parse(answers) }, etag };
  },
  async replace(walk, etag) {
    await call('PUT', address(walk.draft), wire(walk), etag);
  },
};

void call('POST', 'Tables', { TableName: given.table }).then(() => serveBarely(given, store, sendByFetch));
