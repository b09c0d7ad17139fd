// npm run walk -- <address of a bot> [<address of another> …] [--pause <seconds>]
// npm run walk -- --count: what the walks of all processes cost a person, see `count-walks.ts`.
// Somebody's visit request from the first words to the receipt, each press at the next of these bots in local mode.
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Connector, startConnector } from '../fixtures/connector/start-connector';
import { idOf, TENANT } from '../fixtures/running-assistant';
import { teamsPerson } from '../fixtures/teams-person';
import { walkToReceipt } from '../playing/visit-walk';
import { countWalks, tableOf } from './count-walks';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pause: { type: 'string', default: '0' }, count: { type: 'boolean', default: false } },
});

async function main(): Promise<void> {
  if (values.count) return console.log(tableOf(await countWalks()));
  const [first] = positionals;
  if (first === undefined) throw new Error('Name the address of a bot in local mode, such as http://127.0.0.1:3978.');
  let alive: readonly string[] = positionals;
  let sent = 0;
  let now = first;
  // As a load balancer does: whoever is not ready gets nothing more.
  const choose = async () => {
    const ready = await Promise.all(alive.map(isReady));
    alive = alive.filter((_, at) => ready[at]);
    sent += 1;
    const next = alive[sent % alive.length];
    if (next === undefined) throw new Error('None of the bots is ready.');
    now = next;
  };
  await choose();
  const connector = await startConnector();
  try {
    await walk(connector);
  } finally {
    await connector.close();
  }

  async function walk(connector: Connector): Promise<void> {
    const name = `Walker ${Date.now()}`;
    const who = { name, aadObjectId: idOf(name), tenantId: TENANT, locale: 'en-GB' };
    const person = teamsPerson({ bot: () => now, connector, ...who });
    const number = await walkToReceipt(person, {
      atEachCard: async ({ texts }) => {
        console.log(`${now}  ${texts()[0]}`);
        await delay(Number(values.pause) * 1000);
        await choose();
      },
    });
    console.log(`The case is ${number}.`);
  }
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

main().catch((cause) => {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 1;
});
