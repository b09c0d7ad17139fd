import { TableClient } from '@azure/data-tables';
import { isObject } from '../../fixtures/json';
import { oneOf } from '../seeded';
import { caseOf, type Stage, TEAM } from './stage';
import { walks } from './walk';

/** The city has settled that visit requests are kept for ten years; the package says two. */
const TEN_YEARS = { id: 'visit-request', months: 120, unendedMonths: 120, source: 'the city' };
const A_NIGHT_IN_THREE_YEARS = '2029-03-05T01:30:00Z';
/** What the walk chooses from, and who has and coordinates its cases: without them it would be another walk. */
const NEEDED = [TEAM, 'international-affairs', 'innovation', 'open-data', 'sustainable-development', 'visit-request'];

type Spoil = (content: string) => string;

/** As an edit by hand leaves a row, and as a newer version writes one. */
const SPOILS: readonly [Spoil, ...Spoil[]] = [
  () => '{',
  () => '[]',
  () => '{"id": 1}',
  (content) => JSON.stringify({ ...JSON.parse(content), addedLater: { by: 'a newer version' } }),
];

/**
 * A row of the directory is spoiled, or of a newer version, and the bot starts anew: it goes on with everything else, and
 * the night knows no other rules than those that are stored.
 * @throws Error for what must not be: the run is broken then.
 */
export async function spoiledDirectory(stage: Stage): Promise<void> {
  const { assistant, random } = stage;
  const person = stage.person('Aino Esimerkki');
  await walks(stage, person);
  const number = caseOf(stage, person);
  const options = { allowInsecureConnection: true };
  const table = TableClient.fromConnectionString(assistant.tables.connectionString, 'directory', options);
  const rule = { partitionKey: 'retention', rowKey: TEN_YEARS.id, content: JSON.stringify(TEN_YEARS) };
  await table.updateEntity(rule, 'Merge');
  const all: readonly unknown[] = JSON.parse(assistant.tables.snapshot()).directory;
  const others = all.filter(isObject).filter(({ RowKey }) => !NEEDED.includes(String(RowKey)));
  const victim = others[Math.floor(random() * others.length)];
  const content = oneOf(random, SPOILS)(String(victim?.content));
  const key = { partitionKey: String(victim?.PartitionKey), rowKey: String(victim?.RowKey) };
  await table.updateEntity({ ...key, content }, 'Merge');

  await assistant.restart();
  const { status } = await fetch(`${assistant.bot.url}/readyz`);
  if (status !== 200) throw new Error(`One row is spoiled (${key.rowKey}), and nobody is served: ${status}.`);
  await walks(stage, stage.person('Eero Malliperhe'));

  // What the walks have begun ends in their own time.
  await assistant.bot.worker.drain();
  assistant.setNow(A_NIGHT_IN_THREE_YEARS);
  await assistant.bot.nightly.run();
  const kept: readonly unknown[] = JSON.parse(assistant.tables.snapshot()).casework;
  const made = kept.filter(isObject).find((row) => row.number === number && row.requesterName !== undefined);
  if (made?.purgedAt !== undefined) throw new Error(`${number} was purged after three years of ten (${key.rowKey}).`);
}
