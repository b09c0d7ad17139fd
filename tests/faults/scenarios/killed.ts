import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startConnector } from '../../fixtures/connector/start-connector';
import { idOf, TENANT } from '../../fixtures/running-assistant';
import { startTablesServer } from '../../fixtures/tables-server/tables-server';
import { teamsPerson } from '../../fixtures/teams-person';
import { BEGIN, comingProgramme } from '../../playing/visit-walk';
import { buildBot } from '../bot-process';
import { checkHistory } from '../history/check-history';
import { recordHistory } from '../history/record-history';
import { seeded } from '../seeded';
import type { Scenario } from './scenario';
import { RECEIPT, withoutReceipt } from './stage';
import { hasReceipt, nextStep, PRESSES_OF_A_WALK } from './walk';

/** A press takes some ten milliseconds, a submit twenty, the deliveries behind it a hundred. */
const PRESS_MS = 30;
const DELIVERY_MS = 200;

/** Real processes on one storage, ended with SIGKILL at a moment of the walk, of the submit or of the deliveries. */
export const KILLED: Scenario = {
  name: 'killed at any moment',
  // Two kills in each: 200. `kill.test.ts` has a part of it.
  runs: { full: 100, quick: 0 },
  walks: 1,
  async open() {
    const bot = await buildBot();
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
        // The submit and what follows it are where most can go wrong.
        const killedAt = Math.floor(random() * (PRESSES_OF_A_WALK - 1));
        for (let at = 0; !hasReceipt(person) && at < PRESSES_OF_A_WALK; at += 1) {
          // Real processes go by this machine's clock.
          const step = nextStep(person, comingProgramme());
          if (!step) break;
          const { what, choice, inputs, card } = step;
          const press = recorder.does(person, what, () => person.press(choice, inputs, card));
          if (at === killedAt || what === 'submit') {
            await delay(random() * (what === 'submit' ? DELIVERY_MS : PRESS_MS));
            await replace();
            await press;
            await recorder.does(person, `again ${what}`, () => person.press(choice, inputs, card));
          }
          await press;
        }
        const history = recorder.history({ drained: false });
        recorder.stop();
        const violations = [...checkHistory(history), ...withoutReceipt([person], history.done)];
        return { violations, did: history.done.map(({ what }) => what) };
      },
      async close() {
        await Promise.all([running.kill(), next.then((spare) => spare.kill())]);
        await Promise.all([tables.close(), connector.close()]);
        bot.remove();
      },
    };
  },
};
