import { openTables } from '../../bot/adapters/tables/tables';
import { referenceText } from '../../bot/adapters/teams/sending/chat-reference';
import { submission } from '../../bot/domain/case/submission';
import type { Person } from '../../bot/domain/person';
import type { Draft } from '../../bot/domain/walk/draft';
import { draftId } from '../../bot/domain/walk/draft-id';
import { startConnector } from '../fixtures/connector/start-connector';
import { testContent } from '../fixtures/content';
import { loadModel, RECEIVED, walk } from '../fixtures/model';
import { TENANT } from '../fixtures/running-assistant';
import { startTablesServer } from '../fixtures/tables-server/tables-server';
import { mailsIn } from '../playing/mails';
import { storedRows } from '../playing/stored-rows';
import { buildBot } from './bot-process';

/** Each case has eight entries that are due at once: receipt, card, three mails, folder, register, list. */
const CASES = 125;
const ENTRIES = CASES * 8;

const visit = loadModel('visit-request');
const { answers } = walk(visit).finish({
  ...RECEIVED,
  partner: false,
  'main-theme': 'innovation',
  'other-themes': ['open-data', 'sustainable-development'],
  level: 'one-sector',
});

it('two processes on one storage send a thousand entries, each once', async () => {
  const [tables, connector] = await Promise.all([startTablesServer(), startConnector()]);
  const now = new Date();
  const { firstDirectory } = testContent().content;
  const storage = await openTables({
    access: { connectionString: tables.connectionString },
    clock: { now: () => now },
    firstDirectory,
    deadlineMs: 20_000,
  });
  await Promise.all(
    Array.from({ length: CASES }, async (_, at) => {
      const id = `a1b2c3d4-0000-4000-8000-${String(at).padStart(12, '0')}`;
      const owner: Person = { id, tenant: TENANT, name: `Sender ${at}` };
      const member = { id: `29:${id}`, name: owner.name, aadObjectId: id, tenantId: TENANT };
      connector.open({ id: `a:${id}`, type: 'personal', tenantId: TENANT }, member);
      const chat = referenceText({ appId: '', conversationId: `a:${id}`, person: owner, serviceUrl: connector.url });
      await storage.people.learn(owner, { language: 'en', by: 'choice', chat });
      const draft: Draft = {
        id: draftId(owner, now, at / CASES),
        owner,
        process: 'visit-request',
        version: 1,
        language: 'en',
        state: { answers },
        revision: 1,
        createdAt: now.toISOString(),
        updatedAt: now.toISOString(),
      };
      const made = await storage.cases.submit(await storage.drafts.create(draft), 'V', now, (number) =>
        submission(visit, draft, { number, now: now.toISOString() }),
      );
      expect(made).not.toBe('conflict');
    }),
  );

  const bot = await buildBot();
  const sent: string[] = [];
  const byProcess = [0, 0];
  let onAllSent: () => void = () => undefined;
  const allSent = new Promise<void>((resolve) => {
    onAllSent = resolve;
  });
  const heard = (process: number) => (line: string) => {
    const { event, entry } = JSON.parse(line);
    if (event !== 'delivery.sent') return;
    sent.push(entry);
    byProcess[process] = (byProcess[process] ?? 0) + 1;
    if (sent.length >= ENTRIES) onAllSent();
  };
  const env = { AZURE_STORAGE_CONNECTION_STRING: tables.connectionString };
  const processes = await Promise.all([bot.start(env, heard(0)), bot.start(env, heard(1))]);
  try {
    await allSent;
    const waiting = storedRows(tables).entries.filter(({ state, channel }) => channel !== 'timer' && state !== 'sent');
    expect(waiting).toEqual([]);
    expect(new Set(sent).size).toBe(ENTRIES);
    expect(sent).toHaveLength(ENTRIES);
    // What Teams got: a receipt and a card of each case.
    expect(connector.calls.filter(({ method }) => method === 'POST')).toHaveLength(CASES * 2);
    expect(mailsIn(`${bot.folder}/mail`)).toHaveLength(CASES * 3);
    expect(connector.violations).toEqual([]);
    // Both had their share.
    expect(Math.min(...byProcess)).toBeGreaterThan(ENTRIES / 10);
  } finally {
    await Promise.all(processes.map((each) => each.kill()));
    await Promise.all([tables.close(), connector.close()]);
    bot.remove();
  }
}, 120_000);
