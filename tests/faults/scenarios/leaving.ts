import type { TeamsPerson } from '../../fixtures/teams-person';
import { memberOf } from '../../fixtures/unit-members';
import { wordsIn } from '../../playing/visit-walk';
import { isDelivered } from '../history/delivered';
import { oneOf } from '../seeded';
import { presses } from './lives';
import { caseOf, type Stage, TEAM } from './stage';
import { walks } from './walk';

const MINUTE_S = 60;
const words = wordsIn('en');

/** Something that is to be told to whoever has a case. */
interface Word {
  /** What its holder does before they leave. */
  readonly before: readonly (readonly [action: string, text?: string])[];
  /** What makes the word, by the requester, or the time that passes. */
  readonly comes: readonly [action: string, text: string] | { readonly until: string };
}

const ACCEPT = words.own('life.do.accept');
const WORDS: readonly [Word, ...Word[]] = [
  { before: [[ACCEPT]], comes: [words.own('life.do.withdraw'), 'We come another year'] },
  { before: [], comes: [words.own('life.do.withdraw'), 'We come another year'] },
  { before: [[words.own('life.do.ask'), 'Who pays?']], comes: [words.own('life.do.answer'), 'They do'] },
  { before: [[ACCEPT]], comes: { until: '2026-09-15T09:00:00Z' } },
  { before: [[ACCEPT], [words.own('life.do.plan')]], comes: { until: '2026-09-15T09:00:00Z' } },
];

/**
 * Whoever has a case is taken out of the unit: before a word for them comes about, or while it is tried in vain; a colleague
 * is left, or nobody. Some want everything once a day. They hear nothing more, and who is in does.
 */
export async function leaves(stage: Stage, drain: () => Promise<void>): Promise<void> {
  const { assistant, recorder, random, unit: holder } = stage;
  const heir = assistant.person('Saga Påhittström');
  await heir.says('hi');
  const isCardHeldUp = random() < 0.2;
  // Of a card that is held up the mailbox has had its mail long before.
  const isEmptied = !isCardHeldUp && random() < 0.4;
  await assistant.setMembers(TEAM, { members: [holder, ...(isEmptied ? [] : [heir])].map((one) => memberOf(one)) });
  await stage.passes(MINUTE_S + 15, [drain]);
  const requester = stage.person('Aino Esimerkki');
  if (isCardHeldUp) refusesMessages(stage);
  await walks(stage, requester);
  await drain();
  const number = caseOf(stage, requester);
  if (number === undefined) return;
  const { before, comes } = oneOf(random, WORDS);
  if (!isCardHeldUp) for (const [action, text] of before) await acts(stage, holder, number, action, text);
  if (random() < 0.3) await daily(stage, holder);
  const isHeldUp = isCardHeldUp || random() < 0.5;
  const makesWord = () =>
    'until' in comes ? stage.passesUntil(comes.until, [drain]) : acts(stage, requester, number, comes[0], comes[1]);
  if (isHeldUp && !isCardHeldUp) {
    refusesMessages(stage);
    await makesWord();
    await drain();
  }
  const isOut = recorder.leaves(holder, isEmptied ? undefined : heir);
  await assistant.setMembers(TEAM, { members: isEmptied ? [] : [memberOf(heir)] });
  await stage.passes(MINUTE_S + 15, [drain]);
  isOut();
  assistant.connector.fail();
  if (!isHeldUp) await makesWord();
  // Until the next morning, when those who want it so hear of everything.
  await stage.passesUntil(nextMorning(stage.now()), [drain]);
}

/** Teams takes no new messages for now: nothing is sent, and nobody thinks that it was. */
function refusesMessages({ assistant, random }: Stage): void {
  const status = oneOf(random, [409, 412, 429]);
  assistant.connector.fail(({ method, body }) => (method === 'POST' && isDelivered(body) ? { status } : undefined));
}

async function acts(stage: Stage, who: TeamsPerson, number: string, action: string, text?: string): Promise<void> {
  await stage.recorder.does(who, 'says', () => who.says(number));
  if (!(await presses(stage, who, action, ({ title }) => title === action))) return;
  if (text !== undefined) await presses(stage, who, `act ${action}`, ({ verb }) => verb === 'act', { text });
}

async function daily(stage: Stage, who: TeamsPerson): Promise<void> {
  await stage.recorder.does(who, 'says', () => who.says('notifications'));
  await presses(stage, who, 'daily', ({ verb, data }) => verb === 'set-notify' && Object(data).notify === 'daily');
}

function nextMorning(now: Date): string {
  const next = new Date(now.getTime() + 24 * 60 * MINUTE_S * 1000);
  return `${next.toISOString().slice(0, 10)}T09:00:00Z`;
}
