/** `npm run register`: makes the register of cases again out of the cases, and says so to an operator. */
import type { Case } from '../domain/case/case';
import { isUnread, type Unread } from '../domain/page';
import type { Model } from '../domain/rules/model';
import type { CaseStore, Log, Register } from '../ports';
import { wholeLine } from './every-line';

export interface RegisterCommand {
  /** Every case, read when it is called. */
  readonly cases: () => AsyncIterable<Case | Unread>;
  readonly todosOf: CaseStore['todos'];
  /** The model of a process; throws when there is no such process. */
  readonly models: (process: string) => Model;
  readonly register: Register;
  readonly log: Log;
  /** Writes a line for the operator. */
  readonly print: (line: string) => void;
}

const IN_ORDER = 0;
const NOT_IN_ORDER = 1;
const WRONG_ARGUMENT = 2;

const USAGE = `Usage: npm run register -- <what>
  rebuild  lists every case again, as it stands; takes nothing away that the cases did not have before`;

/** How many cases are listed at the same time, and after how many the operator hears of it. */
const AT_ONCE = 8;
const TOLD_EVERY = 200;

/** Does what `args` ask for and resolves with the exit code: 0 when every case is listed, 1 when not, 2 for wrong arguments. */
export async function runRegisterCommand(args: readonly string[], command: RegisterCommand): Promise<number> {
  if (args.length === 1 && args[0] === 'rebuild') return rebuildRegister(command);
  command.print(USAGE);
  return WRONG_ARGUMENT;
}

/**
 * Lists every case as it stands. It may run while people work: a line that is newer by then stays. One case that cannot
 * be listed does not keep the others from it; that it could not is said at the end, and in the exit code.
 */
export async function rebuildRegister(command: RegisterCommand): Promise<number> {
  const { cases, log, print } = command;
  let listed = 0;
  let failed = 0;
  const take = async (made: Case | Unread): Promise<void> => {
    if (await listAgain(command, made)) listed += 1;
    else failed += 1;
    if ((listed + failed) % TOLD_EVERY === 0) print(`${listed + failed} cases so far.`);
  };
  print('Every case is listed again. People can go on working meanwhile.');
  try {
    let batch: (Case | Unread)[] = [];
    for await (const made of cases()) {
      batch.push(made);
      if (batch.length < AT_ONCE) continue;
      await Promise.all(batch.map(take));
      batch = [];
    }
    await Promise.all(batch.map(take));
  } catch (cause) {
    log.error('register.not-rebuilt', cause, { listed, failed });
    print(`It ended early, after ${listed} cases: ${cause instanceof Error ? cause.message : String(cause)}.`);
    print('Run it again: what is listed stays listed.');
    return NOT_IN_ORDER;
  }
  log.info('register.rebuilt', { listed, failed });
  print(`Listed: ${listed}.`);
  if (failed === 0) return IN_ORDER;
  print(`Could not be listed: ${failed}. The log says why. Run it again when that is mended.`);
  return NOT_IN_ORDER;
}

async function listAgain(command: RegisterCommand, made: Case | Unread): Promise<boolean> {
  const { register, todosOf, models, log, print } = command;
  if (isUnread(made)) {
    print(`${made.unread} cannot be read.`);
    return false;
  }
  try {
    await register.put(await wholeLine(models, todosOf, made));
    return true;
  } catch (cause) {
    log.error('register.case-not-listed', cause, { case: made.number });
    print(`${made.number} could not be listed.`);
    return false;
  }
}
