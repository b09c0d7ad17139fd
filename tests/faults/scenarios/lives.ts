import type { CaseAction } from '../../../bot/domain/case/lives/life-of';
import { isObject } from '../../fixtures/json';
import { type ActionChoice, actionsOn, type Inputs, type TeamsPerson } from '../../fixtures/teams-person';
import { VISITOR, wordsIn } from '../../playing/visit-walk';
import { caseOf, type Stage } from './stage';

type Meant = Exclude<ActionChoice, string>;

const words = wordsIn('en');

/** What happens to a case after it was sent, each with what is said. */
const LIVES: readonly (readonly (readonly [CaseAction, Inputs | undefined])[])[] = [
  [
    ['accept', undefined],
    ['plan', undefined],
    ['hold', undefined],
    ['follow-up', { 'head-count': 16 }],
    ['close', undefined],
  ],
  [
    ['ask', { text: 'Who pays?' }],
    ['answer', { text: 'They do' }],
    ['accept', undefined],
    ['not-hold', { text: 'The airline is on strike' }],
  ],
  [
    ['pass-on', { text: 'It is about open data' }],
    ['withdraw', { text: 'We come another year' }],
  ],
  [['decline', { text: 'No time in May' }]],
];

/** A button that says a name, or a name with a value, to the bot. */
const asking =
  (verb: string, name: string, value?: string): Meant =>
  (action) =>
    action.verb === verb &&
    isObject(action.data) &&
    (value === undefined ? name in action.data : action.data[name] === value);

/**
 * Plays one of the lives on a person's case, in turn: ticks and a change by the requester, then what the unit does.
 * `again` may repeat what was pressed last.
 */
export async function lives(
  stage: Stage,
  person: TeamsPerson,
  which: number,
  drain: () => Promise<void>,
  again: (who: TeamsPerson) => Promise<void> = async () => {},
): Promise<void> {
  const { unit, recorder } = stage;
  const number = caseOf(stage, person);
  if (number === undefined) return;
  const looks = (who: TeamsPerson) => recorder.does(who, 'says', () => who.says(number));
  await looks(person);
  if (await presses(stage, person, 'show-todos', asking('show-todos', 'case'))) {
    await presses(stage, person, 'show-todos', asking('show-todos', 'list'));
    if (await presses(stage, person, 'tick', asking('tick', 'todo'))) await again(person);
    if (await presses(stage, person, 'untick', asking('untick', 'todo'))) await again(person);
  }
  await changes(stage, person, number, again);
  for (const [action, inputs] of LIVES[which % LIVES.length] ?? []) {
    await drain().catch(() => undefined);
    const who = action === 'answer' || action === 'withdraw' ? person : unit;
    await looks(who);
    if (!(await presses(stage, who, action, ({ title }) => title === words.own(`life.do.${action}`)))) continue;
    if (action === 'pass-on') {
      await presses(stage, who, 'unit', ({ verb }) => verb === 'open-act', { to: 'service-development' });
    }
    if (inputs) await presses(stage, who, `act ${action}`, ({ verb }) => verb === 'act', inputs);
    await again(who);
  }
}

/** The requester changes what they sent. */
async function changes(
  stage: Stage,
  person: TeamsPerson,
  number: string,
  again: (who: TeamsPerson) => Promise<void>,
): Promise<void> {
  await stage.recorder.does(person, 'says', () => person.says(number));
  if (!(await presses(stage, person, 'edit-case', ({ verb }) => verb === 'edit-case'))) return;
  await presses(stage, person, 'change', asking('change', 'step', 'visitor'));
  await presses(stage, person, 'fill', ({ verb }) => verb === 'fill', {
    ...VISITOR,
    organisation: 'Another Sample Council',
  });
  if (await presses(stage, person, 'save-edit', ({ verb }) => verb === 'submit')) await again(person);
}

/** Presses the first action on the card that is meant, if there is one. Resolves to whether there was. */
export async function presses(
  { recorder }: Stage,
  person: TeamsPerson,
  what: string,
  meant: Meant,
  inputs: Inputs = {},
): Promise<boolean> {
  const found = actionsOn(person.card()).find(({ action }) => action.isEnabled !== false && meant(action));
  const asked = found?.inputs.map(({ id }) => id) ?? [];
  if (!found || Object.keys(inputs).some((id) => !asked.includes(id))) return false;
  await recorder.does(person, what, () => person.presses(found.action, inputs));
  return true;
}
