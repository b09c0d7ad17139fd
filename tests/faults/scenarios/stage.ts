import { idOf, type RunningAssistant, startAssistant } from '../../fixtures/running-assistant';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { storedRows } from '../../playing/stored-rows';
import { wordsIn } from '../../playing/visit-walk';
import { checkHistory } from '../history/check-history';
import { type Recorder, recordHistory } from '../history/record-history';
import type { Outcome } from './scenario';
import type { Step } from './walk';

export const RECEIPT = wordsIn('en').own('receipt.title');

/** The unit that is responsible for the theme of the visits. */
export const TEAM = 'espoo-marketing-business';
/** Who takes the cases on. */
const UNIT = 'Grace Placeholder';
const STRANGER = 'Nobody Inparticular';
/** Claims of whoever was interrupted run out, and what came of that is sent; then a minute counts. */
const UNTIL_DRAINED_S = 135;

/** Bots on one storage, people on them, and what they do there; every run has a stage of its own. */
export interface Stage {
  readonly assistant: RunningAssistant;
  readonly recorder: Recorder;
  readonly random: () => number;
  /** Who has the cases: of the unit to which they go. */
  readonly unit: TeamsPerson;
  /** Somebody who is to send a request: a run in which they never get a receipt is a bad one. */
  person(name: string): TeamsPerson;
  /** Keeps a press of a walk; when the run is over it is old, and must do nothing any more, whoever presses it. */
  rememberPress(person: TeamsPerson, step: Step): void;
  /** Moves the clock on, letting every instance look at the outbox on the way, a quarter of a minute at a time. */
  passes(seconds: number, drains: readonly (() => Promise<void>)[]): Promise<void>;
  /** Moves the clock on to a moment, and a minute beyond. */
  passesUntil(moment: string, drains: readonly (() => Promise<void>)[]): Promise<void>;
  now(): Date;
  /** Ends the run: what it has shown. */
  ends(): Promise<Outcome>;
}

export async function setStage(name: string, random: () => number): Promise<Stage> {
  const assistant = await startAssistant({
    members: { [TEAM]: { members: [{ id: idOf(UNIT), name: UNIT, absences: [] }] } },
  });
  const unit = assistant.person(UNIT);
  const stranger = assistant.person(STRANGER);
  for (const each of [unit, stranger]) await each.says('hi');
  const recorder = recordHistory(name, assistant, { receipt: RECEIPT });
  const senders: TeamsPerson[] = [];
  const old: { readonly person: TeamsPerson; readonly step: Step }[] = [];
  let now = Date.parse('2026-03-02T09:00:00Z');

  /** Presses three of the old buttons again, and has a stranger press them; nothing comes of it. */
  async function pressOldOnes(): Promise<void> {
    for (let count = 0; count < 3; count += 1) {
      const picked = old[Math.floor(random() * old.length)];
      if (!picked) return;
      const { person, step } = picked;
      const { what, choice, inputs, card } = step;
      await recorder.refused(person, `old ${what}`, () => person.press(choice, inputs, card));
      await recorder.refused(stranger, `another's ${what}`, () => stranger.press(choice, inputs, { card: card.card }));
    }
  }

  const stage: Stage = {
    assistant,
    recorder,
    unit,
    random,
    person(who) {
      const person = assistant.person(who);
      senders.push(person);
      return person;
    },
    rememberPress: (person, step) => void old.push({ person, step }),
    async passes(seconds, drains) {
      for (let passed = 0; passed < seconds; passed += 15) {
        now += 15_000;
        assistant.setNow(new Date(now).toISOString());
        await Promise.all(drains.map((drain) => drain().catch(() => undefined)));
      }
    },
    async passesUntil(moment, drains) {
      now = Date.parse(moment) - 15_000;
      await stage.passes(60, drains);
    },
    now: () => new Date(now),
    async ends() {
      await stage.passes(UNTIL_DRAINED_S, [() => assistant.bot.worker.drain()]);
      await pressOldOnes();
      const history = recorder.history({ drained: true });
      recorder.stop();
      await assistant.close();
      const violations = [...checkHistory(history), ...withoutReceipt(senders, history.done)];
      return { violations, did: history.done.map(({ what }) => what) };
    },
  };
  return stage;
}

/** A case is promised by its receipt, so whoever walks to the end has one. */
export function withoutReceipt(
  senders: readonly TeamsPerson[],
  done: readonly { readonly who: string; readonly acknowledged?: string }[],
): Outcome['violations'] {
  return senders
    .filter(({ member }) => !done.some(({ who, acknowledged }) => who === member.name && acknowledged !== undefined))
    .map(({ member }) => ({ rule: 'one-case', what: `${member.name} never got a receipt` }));
}

/** The number of a person's case, if there is one. */
export function caseOf({ assistant }: Stage, { member }: TeamsPerson): string | undefined {
  const made = storedRows(assistant.tables).cases.find((row) => row.requesterName === member.name);
  return made && String(made.number);
}
