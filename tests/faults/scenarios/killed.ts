import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { BEGIN } from '../../features/visit-walk';
import { startConnector } from '../../fixtures/connector/start-connector';
import { idOf, TENANT } from '../../fixtures/running-assistant';
import { startTablesServer } from '../../fixtures/tables-server/tables-server';
import { teamsPerson } from '../../fixtures/teams-person';
import { buildBot } from '../bot-process';
import { checkHistory } from '../history/check-history';
import { recordHistory } from '../history/record-history';
import { seeded } from '../seeded';
import type { Scenario } from './scenario';
import { RECEIPT, WALK } from './stage';

/** A press takes some ten milliseconds, a submit twenty, the deliveries behind it a hundred. */
const PRESS_MS = 30;
const DELIVERY_MS = 200;

/** Real processes on one storage, ended with SIGKILL at a moment of the walk, of the submit or of the deliveries. */
export const KILLED: Scenario = {
  name: 'killed at any moment',
  // `kill.test.ts` has a part of it.
  runs: { full: 200, quick: 0 },
  async open() {
    const bot = buildBot();
    const mailFolder = join(bot.folder, 'mail');
    mkdirSync(mailFolder, { recursive: true });
    const [tables, connector] = await Promise.all([startTablesServer(), startConnector()]);
    const env = { AZURE_STORAGE_CONNECTION_STRING: tables.connectionString };
    let running = await bot.start(env);
    let next = bot.start(env);
    const replace = async () => {
      await running.kill();
      running = await next;
      next = bot.start(env);
    };
    return {
      async run(seed) {
        const random = seeded(seed);
        const traces = { tables, connector, mailFolder };
        const recorder = recordHistory(`killed, seed ${seed}`, traces, { receipt: RECEIPT, mayDie: true });
        const name = `Sender ${seed}`;
        const who = { name, aadObjectId: idOf(name), tenantId: TENANT, locale: 'en-GB' };
        const person = teamsPerson({ bot: () => running.url, connector, ...who });
        await recorder.does(person, 'says', () => person.says(BEGIN.en));
        const first = Math.floor(random() * WALK.length);
        // The submit and what follows it are where most can go wrong.
        const killedAt = new Set([first, WALK.length - 1]);
        for (const [at, [what, choice, inputs]] of WALK.entries()) {
          const card = person.seen();
          const press = recorder.does(person, what, () => person.press(choice, inputs));
          if (!killedAt.has(at)) {
            await press;
            continue;
          }
          await delay(random() * (at === WALK.length - 1 ? DELIVERY_MS : PRESS_MS));
          await replace();
          await press;
          await recorder.does(person, `again ${what}`, () => person.press(choice, inputs, card));
        }
        const history = recorder.history({ drained: false });
        recorder.stop();
        const missing = history.done.some(({ who: one, acknowledged }) => one === name && acknowledged !== undefined)
          ? []
          : [{ rule: 'one-case' as const, what: `${name} never got a receipt` }];
        return { violations: [...checkHistory(history), ...missing], steps: history.done.length };
      },
      async close() {
        await Promise.all([running.kill(), next.then((spare) => spare.kill())]);
        await Promise.all([tables.close(), connector.close()]);
        bot.remove();
      },
    };
  },
};
