import { textOf } from '../../fixtures/json';
import type { CardAction } from '../../fixtures/person/read-card';
import {
  type ActionChoice,
  findAction,
  type Inputs,
  type SeenCard,
  type TeamsPerson,
  texts,
} from '../../fixtures/teams-person';
import {
  answering,
  BEGIN,
  PROGRAMME,
  RECEIVED,
  THEME,
  textsOf,
  VISITOR,
  WHAT_AND_WHEN,
} from '../../playing/visit-walk';
import { RECEIPT, type Stage } from './stage';

/** Something that is pressed on a card. */
export interface Step {
  readonly what: string;
  readonly choice: ActionChoice;
  readonly inputs: Inputs;
  readonly card: SeenCard;
}

/** A walk with all its forms: two answers, the days, the criteria, the outcome, three forms, one answer, the summary. */
const ANSWERS: readonly (readonly [string, ActionChoice])[] = [
  ...Object.entries({ ...RECEIVED, partner: false }).map(([item, value]): [string, ActionChoice] => [
    'answer',
    answering(item, value),
  ]),
  ['acknowledge', 'acknowledge'],
  ['fill', 'fill'],
  ['submit', 'submit'],
];
export const PRESSES_OF_A_WALK = 10;
const FORMS: Inputs = { ...textsOf(RECEIVED), ...WHAT_AND_WHEN, ...VISITOR, ...PROGRAMME, ...THEME };
/** More than any fault costs: whoever presses so often in vain has met a bot that does not work. */
const MOST_PRESSES = 40;
const MOST_WORDS = 4;

/**
 * Walks to the receipt as a person does: presses what leads on from the card that is seen, and once more what was pressed
 * last where there is no such thing. `beside` does something after each press.
 */
export async function walks(
  stage: Stage,
  person: TeamsPerson,
  beside: (step: Step) => Promise<void> = async () => {},
): Promise<void> {
  await begins(stage, person);
  let last: Step | undefined;
  for (let count = 0; count < MOST_PRESSES && !hasReceipt(person); count += 1) {
    const step = nextStep(person) ?? last;
    if (!step) return;
    await pressed(stage, person, step);
    stage.rememberPress(person, step);
    await beside(step);
    last = step;
  }
}

/** Presses again, on the card as it was, what has been pressed before. */
export async function pressed({ recorder }: Stage, person: TeamsPerson, { what, choice, inputs, card }: Step) {
  await recorder.does(person, what, () => person.press(choice, inputs, card));
}

/**
 * What leads on from the card that is seen, filled in as far as the card asks, with `forms` in the place of the usual;
 * undefined where nothing of the walk does.
 */
export function nextStep(person: TeamsPerson, forms: Inputs = {}): Step | undefined {
  const card = person.seen();
  for (const [what, choice] of ANSWERS) {
    const found = actionOn(card, choice);
    if (!found) continue;
    const asked = found.inputs.map(({ id }) => textOf(id) ?? '');
    const inputs = Object.fromEntries(Object.entries({ ...FORMS, ...forms }).filter(([id]) => asked.includes(id)));
    return { what, choice, inputs: what === 'fill' ? inputs : {}, card };
  }
  return undefined;
}

export function hasReceipt(person: TeamsPerson): boolean {
  return texts(person.card(), { opened: true }).includes(RECEIPT);
}

/** Says the words to begin. A person who is not understood at once says it again. */
async function begins({ recorder }: Stage, person: TeamsPerson): Promise<void> {
  for (let attempt = 0; attempt < MOST_WORDS; attempt += 1) {
    await recorder.does(person, 'says', () => person.says(BEGIN.en));
    if (nextStep(person)) return;
  }
}

function actionOn({ card }: SeenCard, choice: ActionChoice): CardAction | undefined {
  try {
    return findAction(card, choice);
  } catch {
    return undefined;
  }
}
