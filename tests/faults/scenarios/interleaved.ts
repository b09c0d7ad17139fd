import type { Bot } from '../../../bot/start/assembly';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { seeded } from '../seeded';
import { lives } from './lives';
import type { Stage } from './stage';
import { pressed, type Step, walks } from './walk';

/** Enough people at once for every bucket of storage to be shared by some. */
export const SENDERS = [
  'Aino Esimerkki',
  'Eero Malliperhe',
  'Ville Esimerkkinen',
  'Sanna Mallikas',
  'Otto Oletettu',
  'Kaisa Keksitty',
  'Pekka Paperilla',
  'Liisa Luonnos',
] as const;
const SEEDS_APART = 1_000;

/**
 * People walk at the same time, each in an order of their own by the seed: presses are repeated at the same moment, with
 * the same and with new ids, and older ones come late, on any of the bots. The first two go on to a life of their cases.
 */
export async function interleaved(
  stage: Stage,
  seed: number,
  bots: readonly Bot[],
  drain: () => Promise<void>,
  senders: readonly string[] = SENDERS,
): Promise<void> {
  const people = senders.map((name) => stage.person(name));
  await Promise.all(people.map((person, at) => tangledWalk(stage, person, bots, seeded(seed * SEEDS_APART + at))));
  await drain();
  // One after the other: the unit is one person. Two lives that lie apart in the list.
  for (const [at, person] of people.slice(0, 2).entries()) {
    await lives(stage, person, seed + 2 * at, drain, (who) => repeats(stage, who, bots, stage.random));
  }
}

async function tangledWalk(
  stage: Stage,
  person: TeamsPerson,
  bots: readonly Bot[],
  random: () => number,
): Promise<void> {
  const late: Step[] = [];
  await walks(stage, person, async (step) => {
    if (random() < 0.5) await repeats(stage, person, bots, random);
    if (random() < 0.3) late.push(step);
    const straggler = random() < 0.3 ? late.shift() : undefined;
    if (straggler) await pressed(stage, person, straggler);
    sendToAny(stage, bots, random);
  });
  await repeats(stage, person, bots, random);
  await Promise.all(late.map((step) => pressed(stage, person, step)));
}

/** Sends the last press again as Teams and people do: not, once or twice, the same or with a new id, at the same moment. */
async function repeats(stage: Stage, person: TeamsPerson, bots: readonly Bot[], random: () => number): Promise<void> {
  const newId = random() < 0.5;
  const repeat = () => {
    sendToAny(stage, bots, random);
    return stage.recorder.does(person, 'repeat', () => person.repeatLast({ newId }));
  };
  await Promise.all(Array.from({ length: Math.floor(random() * 3) }, repeat));
}

function sendToAny({ assistant }: Stage, bots: readonly Bot[], random: () => number): void {
  const bot = bots[Math.floor(random() * bots.length)];
  if (bot) assistant.sendTo(bot);
}
