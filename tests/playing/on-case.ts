import type { CaseAction } from '../../bot/domain/case/lives/life-of';
import { isObject } from '../fixtures/json';
import { type ActionChoice, actionsOn, type Inputs, type TeamsPerson } from '../fixtures/teams-person';

/** The button of an action on the card of a case: the action itself, or its form. */
export function caseButton(action: CaseAction): ActionChoice {
  return ({ verb, data }) => /^(open-)?act$/.test(String(verb)) && isObject(data) && data.action === action;
}

/** The actions that the card seen offers. */
export function offered(person: TeamsPerson): readonly unknown[] {
  return actionsOn(person.card())
    .filter(({ action }) => action.verb === 'act' || action.verb === 'open-act')
    .map(({ action }) => Object(action.data).action);
}

/** Opens a case by its number and carries an action out. */
export async function actsOn(person: TeamsPerson, number: string, action: CaseAction, inputs?: Inputs): Promise<void> {
  await person.says(number);
  await carriesOut(person, action, inputs);
}

/** Carries an action out on the card seen; with its form filled in where it has one. */
export async function carriesOut(person: TeamsPerson, action: CaseAction, inputs: Inputs = {}): Promise<void> {
  const { verb } = person.action(caseButton(action));
  await person.press(caseButton(action));
  if (verb === 'open-act') await person.press(({ verb }) => verb === 'act', inputs);
}
