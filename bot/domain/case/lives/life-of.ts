/** Which life the cases of a process have, and what can be done in any. */
import type { Process } from '../../process/process';
import type { Life, Step } from './step';
import { VISIT } from './visit';

type Steps = (typeof VISIT)['steps'];

/** What can be done with a case: every action of every life. */
export type CaseAction = keyof Steps;

/** The same as a list, in the order of the table. */
export const CASE_ACTIONS = Object.keys(VISIT.steps) as readonly CaseAction[];

/** The actions that go with words. What is written for them in the language files is held by this type. */
export type ActionWithWords = {
  [A in CaseAction]: 'text' extends Steps[A]['needs'][number] ? A : never;
}[CaseAction];

/** The actions of which somebody gets word; the same. */
type ToldAction = { [A in CaseAction]: [Steps[A]['tells'][number]] extends [never] ? never : A }[CaseAction];

/** The life of a process's cases: all of them live as a visit does. */
export function lifeOf(_process: Pick<Process, 'id'>): Life {
  return VISIT;
}

/** What the life of a process's cases says of an action; undefined where it has no such action. */
export function stepOf(process: Pick<Process, 'id'>, action: CaseAction): Step | undefined {
  return lifeOf(process).steps[action];
}

/** Whether something has to be said with an action. */
export function goesWithWords(process: Pick<Process, 'id'>, action: CaseAction): action is ActionWithWords {
  return stepOf(process, action)?.needs.includes('text') ?? false;
}

/** Whether somebody gets word of an action. */
export function isTold(process: Pick<Process, 'id'>, action: CaseAction): action is ToldAction {
  return (stepOf(process, action)?.tells.length ?? 0) > 0;
}
