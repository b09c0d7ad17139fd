import type { CaseAction } from '../../../bot/domain/life';
import { storedRows } from '../../features/stored-rows';
import { answering, BEGIN, PROGRAMME, THEME, VISITOR, wordsIn } from '../../features/visit-walk';
import { isObject } from '../../fixtures/json';
import { idOf, type RunningAssistant, startAssistant } from '../../fixtures/running-assistant';
import type { ActionChoice, Inputs, TeamsPerson } from '../../fixtures/teams-person';
import { checkHistory } from '../history/check-history';
import { type Recorder, recordHistory } from '../history/record-history';
import type { Outcome } from './scenario';

const words = wordsIn('en');
export const RECEIPT = words.own('receipt.title');

/** A short walk with all its forms: two answers, three forms, the summary. */
export const WALK: readonly (readonly [string, ActionChoice, Inputs])[] = [
  ['answer', answering('dignitary', true), {}],
  ['answer', answering('dignitary-kind', 'minister'), {}],
  ['acknowledge', 'acknowledge', {}],
  ['fill', 'fill', VISITOR],
  ['fill', 'fill', PROGRAMME],
  ['fill', 'fill', THEME],
  ['submit', 'submit', {}],
];

/** What happens to a case after it was sent, each with what is said. */
const LIVES: readonly (readonly (readonly [CaseAction, Inputs | undefined])[])[] = [
  [
    ['accept', undefined],
    ['plan', undefined],
    ['hold', undefined],
  ],
  [
    ['ask', { text: 'Who pays?' }],
    ['answer', { text: 'They do' }],
    ['accept', undefined],
    ['decline', { text: 'No time in May' }],
  ],
  [['pass-on', { to: 'service-development', text: 'It is about open data' }]],
];

/** Who takes the cases on. */
const UNIT = 'Grace Placeholder';
const listRow: ActionChoice = ({ verb, data }) => verb === 'show-todos' && isObject(data) && data.list !== undefined;

/** Bots on one storage, a person on them, and what they do there; every run has a stage of its own. */
export interface Stage {
  readonly assistant: RunningAssistant;
  readonly recorder: Recorder;
  readonly random: () => number;
  /** Who has the cases: of the unit to which they go. */
  readonly unit: TeamsPerson;
  person(name: string): TeamsPerson;
  /** Moves the clock on, letting every instance look at the outbox on the way, a quarter of a minute at a time. */
  passes(seconds: number, drains: readonly (() => Promise<void>)[]): Promise<void>;
  /** Ends the run: what it has shown. */
  ends(): Promise<Outcome>;
}

export async function setStage(name: string, random: () => number): Promise<Stage> {
  const assistant = await startAssistant({
    members: { 'international-affairs': { members: [{ id: idOf(UNIT), name: UNIT, absences: [] }] } },
  });
  const unit = assistant.person(UNIT);
  await unit.says('hi');
  const recorder = recordHistory(name, assistant, { receipt: RECEIPT });
  let now = Date.parse('2026-03-02T09:00:00Z');
  const stage: Stage = {
    assistant,
    recorder,
    unit,
    random,
    person: (who) => assistant.person(who),
    async passes(seconds, drains) {
      for (let passed = 0; passed < seconds; passed += 15) {
        now += 15_000;
        assistant.setNow(new Date(now).toISOString());
        await Promise.all(drains.map((drain) => drain().catch(() => undefined)));
      }
    },
    async ends() {
      const drains = [() => assistant.bot.worker.drain()];
      // Claims of whoever was interrupted run out, and what came of that is sent; then a minute counts.
      await stage.passes(135, drains);
      const history = recorder.history({ drained: true });
      recorder.stop();
      await assistant.close();
      return { violations: checkHistory(history), steps: history.done.length };
    },
  };
  return stage;
}

/** Says the words to begin. A person who is not understood at once says it again. */
export async function begins({ recorder }: Stage, person: TeamsPerson): Promise<void> {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    await recorder.does(person, 'says', () => person.says(BEGIN.en));
    if (hasAction(person, answering('dignitary', true))) return;
  }
}

/** Presses what is wanted on the card that is seen, if it is there. Resolves to whether it was. */
export async function presses(
  stage: Stage,
  person: TeamsPerson,
  what: string,
  choice: ActionChoice,
  inputs: Inputs = {},
): Promise<boolean> {
  if (!hasAction(person, choice)) return false;
  await stage.recorder.does(person, what, () => person.press(choice, inputs));
  return true;
}

export function hasAction(person: TeamsPerson, choice: ActionChoice): boolean {
  try {
    person.action(choice);
    return true;
  } catch {
    return false;
  }
}

/** Plays one of the lives on every case of a person: a tick, what the unit does, an answer, a change at the end. */
export async function lives(
  stage: Stage,
  person: TeamsPerson,
  drain: () => Promise<void>,
  again: (who: TeamsPerson) => Promise<void> = async () => {},
): Promise<void> {
  const { unit, recorder, assistant } = stage;
  const life = LIVES[Math.floor(stage.random() * LIVES.length)] ?? [];
  const made = storedRows(assistant.tables).cases.find((row) => row.requesterName === person.member.name);
  if (!made) return;
  const looks = (who: TeamsPerson) => recorder.does(who, 'says', () => who.says(String(made.number)));
  await looks(person);
  await presses(stage, person, 'show-todos', 'show-todos');
  await presses(stage, person, 'show-todos', listRow);
  if (await presses(stage, person, 'tick', ({ verb }) => verb === 'tick')) await again(person);
  for (const [action, inputs] of life) {
    await drain().catch(() => undefined);
    const who = action === 'answer' ? person : unit;
    await looks(who);
    if (!(await presses(stage, who, action, words.own(`life.do.${action}`)))) continue;
    if (inputs) await presses(stage, who, 'act', ({ verb }) => verb === 'act', inputs);
    await again(who);
  }
  await looks(person);
  if (!(await presses(stage, person, 'edit-case', 'edit-case'))) return;
  await presses(
    stage,
    person,
    'change',
    ({ verb, data }) => verb === 'change' && isObject(data) && data.step === 'visitor',
  );
  await presses(stage, person, 'fill', 'fill', { ...VISITOR, organisation: 'Another Sample Council' });
  if (await presses(stage, person, 'save-edit', 'submit')) await again(person);
}
