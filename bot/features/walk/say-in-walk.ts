/** Words typed instead of pressed: they go to the draft that the person was last at, before they are anything else. */

import { draftListCard } from '../../cards/listing/work-list';
import { plainNotice } from '../../cards/notice';
import type { Message } from '../../domain/message';
import { type Item, itemsOf } from '../../domain/process/process';
import type { Command } from '../../domain/said/phrases';
import type { Meaning } from '../../domain/said/understanding';
import { currentStep, type WalkEvent } from '../../domain/walk/checklist';
import type { Draft } from '../../domain/walk/draft';
import { isChecklist, type Position, replay, type Step } from '../../domain/walk/replay';
import type { Asked } from '../asked';
import { allModels, knownModels } from '../assistant';
import { carryOut } from './carry-out';
import { cardNow } from './draft-card';
import { resumeDraft } from './resume-draft';
import { isWrittenOn, saidChoice } from './said-choice';

export type WalkCommand = Extract<
  Command,
  'yes' | 'no' | 'all-yes' | 'all-no' | 'continue' | 'back' | 'save' | 'cancel' | 'submit'
>;

const WALK_COMMANDS: readonly Command[] = [
  'yes',
  'no',
  'all-yes',
  'all-no',
  'continue',
  'back',
  'save',
  'cancel',
  'submit',
  'not-sure',
];

/** How many open drafts are looked at to find the one that is meant. */
export const RECENT = 10;

/** What somebody typed, and what it would mean anywhere. */
export interface Said {
  readonly text: string;
  readonly meaning: Meaning | undefined;
  /** Whether it is written on a choice of some process. */
  readonly isLabel: (text: string) => boolean;
}

/**
 * Answers what is said in a walk: the choice that has it written on it, a word that counts there, or the card again with
 * the words that do. Undefined for what is said to the assistant and not to a walk, and for who is in none.
 */
export async function sayInWalk(asked: Asked, said: Said): Promise<Message | undefined> {
  const { assistant, turn, speak } = asked;
  const { meaning } = said;
  if (!isForWalk(meaning) && !said.isLabel(said.text)) return undefined;
  const [latest, active] = await draftsAtHand(asked);
  // What was put aside last may be meant as well as what stands open: then it is asked.
  if (isCommand(meaning, 'continue') && latest !== active) return undefined;
  const stored = active && (await assistant.drafts.read(turn.who, active.id));
  if (!stored) return active && isForWalk(meaning) ? plainNotice(speak, 'gone') : undefined;
  const model = (await allModels(assistant))(stored.value.process);
  const { state } = stored.value;
  const position = replay(model, state.answers);
  const step = currentStep(position, state);
  const event = choiceEvent() ?? commandEvent();
  if (event) return carryOut(asked, model, stored, [event]);
  // An answer that got into the chat: the name of a language would change the assistant's, a label begin another walk.
  const items = meaning?.kind === 'start' ? itemsOf(model.process) : itemsOn(step);
  if (!isForWalk(meaning) && !isWrittenOn(assistant, model, items, said.text)) return undefined;
  const unanswered = isCommand(meaning, 'not-sure') ? 'not-sure' : 'not-understood';
  return cardNow(asked, model, stored.value, { unanswered });

  function choiceEvent(): WalkEvent | undefined {
    if (state.pause !== undefined) return undefined;
    const value = saidChoice(asked, { model, position, step }, said.text);
    return value === undefined ? undefined : { type: 'answer', item: step.id, value };
  }

  function commandEvent(): WalkEvent | undefined {
    return meaning?.kind === 'command' ? eventOf(meaning.command, state.pause, position, step) : undefined;
  }
}

/** Answers a word of a walk outside of any. "Continue" with drafts put aside takes up the only one, or shows the list. */
export async function sayWithoutWalk(asked: Asked, command: WalkCommand): Promise<Message> {
  const { assistant, turn, speak } = asked;
  const open = command === 'continue' ? await assistant.drafts.open(turn.who, RECENT) : [];
  const [only] = open;
  if (only === undefined) return plainNotice(speak, 'nothing-open');
  if (open.length === 1) return resumeDraft(asked, { draft: only.id });
  return draftListCard(speak, await knownModels(assistant), open);
}

/**
 * Whether something is said to the walk that one is in: a word that counts there, what nobody understands, and a sentence
 * that only has the words of a process somewhere in it.
 */
function isForWalk(meaning: Meaning | undefined): boolean {
  if (meaning === undefined) return true;
  return meaning.kind === 'start' ? !meaning.whole : WALK_COMMANDS.includes(meaning.command);
}

function isCommand(meaning: Meaning | undefined, command: Command): boolean {
  return meaning?.kind === 'command' && meaning.command === command;
}

function itemsOn(step: Step): readonly Item[] {
  if (step.kind === 'form') return step.items;
  return step.kind === 'question' ? [step.item] : [];
}

/** The draft that the person was last at, and the last one that was not put aside; of those that can be gone on with here. */
async function draftsAtHand({
  assistant,
  turn: { who },
}: Asked): Promise<readonly [latest: Draft | undefined, active: Draft | undefined]> {
  const open = await assistant.drafts.open(who, RECENT);
  const atHand = open.filter(({ process }) => assistant.processes.has(process)).sort(byLastTouch);
  return [atHand[0], atHand.find(({ state }) => state.pause !== 'saved')];
}

function eventOf(
  command: Command,
  pause: Draft['state']['pause'],
  position: Position,
  step: Step,
): WalkEvent | undefined {
  if (pause === 'cancel') {
    if (command === 'yes') return { type: 'discard' };
    return command === 'no' || command === 'continue' || command === 'back' ? { type: 'keep' } : undefined;
  }
  switch (command) {
    case 'yes':
    case 'no':
      return yesOrNo(openLines(step, position)[0], command === 'yes');
    case 'all-yes':
    case 'all-no':
      return allLines(step, position, command === 'all-yes');
    case 'continue':
      return step.kind === 'outcome' ? { type: 'acknowledge', item: step.item.id } : undefined;
    case 'submit':
      return step.kind === 'summary' ? { type: 'submit' } : undefined;
    case 'back':
      return step === position.steps[0] ? undefined : { type: 'back' };
    case 'save':
    case 'cancel':
      return { type: command };
    default:
      return undefined;
  }
}

/** The questions that a Yes or No may be about: the one on the card, or the lines of a checklist without an answer. */
function openLines(step: Step, { facts }: Position): readonly Item[] {
  if (step.kind === 'question') return [step.item];
  return isChecklist(step) ? step.items.filter(({ id }) => facts.answers[id] === undefined) : [];
}

/** One answer to every line of a checklist that has none; those that were answered stay. */
function allLines(step: Step, position: Position, value: boolean): WalkEvent | undefined {
  const open = openLines(step, position);
  if (!isChecklist(step) || open.length === 0) return undefined;
  const { answers } = position.facts;
  const values = step.items.map(({ id }) => [id, answers[id] ?? value] as const);
  return { type: 'fill', step: step.id, values: Object.fromEntries(values) };
}

function yesOrNo(item: Item | undefined, value: boolean): WalkEvent | undefined {
  return item?.type === 'yes-no' ? { type: 'answer', item: item.id, value } : undefined;
}

function byLastTouch(one: Draft, other: Draft): number {
  return other.updatedAt.localeCompare(one.updatedAt);
}
