import { azuritePlan } from './azurite';
import { botPlan } from './bot-process';
import { buildBot } from './build';
import { CannotStart } from './cannot-start';
import { type Child, type ChildPlan, startChild } from './children/children';
import { whatItSaid } from './children/last-words';
import type { LocalConfig } from './local-config';
import { playgroundPlan, playgroundUrl } from './playground';
import { assertPortNumbersFree } from './port-numbers';
import type { Progress } from './progress';
import { prepareFiles } from './project-files';
import { untilReady } from './readiness';

/** What a launch is given. */
export interface LaunchOptions {
  readonly config: LocalConfig;
  readonly progress: Progress;
  /** Aborted when the developer wants everything to stop. */
  readonly stop: AbortSignal;
}

/**
 * Compiles the bot, starts storage, bot and Playground, shows the address to open, and waits until it is asked to stop.
 * Ports and files are looked at before anything is begun.
 * When it returns or throws, everything that it started has ended.
 *
 * @throws CannotStart when something is missing, a port is taken, the bot does not compile, a child is not ready in time
 * or ends by itself
 */
export async function launch({ config, progress, stop }: LaunchOptions): Promise<void> {
  prepareFiles(config);
  await assertPortNumbersFree(config);

  // In the order in which they are stopped: first nobody asks the bot any more, then the bot writes its last, then
  // the storage writes its tables to disk.
  const plans = { playground: playgroundPlan(config), bot: botPlan(config), azurite: azuritePlan(config) };
  const children: Child[] = [];
  let built: Promise<void> = Promise.resolve();
  // Aborted by whatever comes first: the developer, a child that ended, a child that is not ready in time.
  const ending = new AbortController();
  const over = ending.signal;
  const askedToStop = () => ending.abort(stop.reason);
  stop.addEventListener('abort', askedToStop);
  if (stop.aborted) askedToStop();

  const bringUp = (plan: ChildPlan): Promise<void> => {
    over.throwIfAborted();
    const child = startChild(plan);
    children.push(child);
    // While stopping this changes nothing: only the first reason counts.
    void child.exited.then((reason) => ending.abort(endedByItself(plan, reason)));
    return untilReady(child, over).then((ms) => progress.ready(plan.name, ms));
  };
  const bringUpAll = async (): Promise<void> => {
    over.throwIfAborted();
    progress.starting([plans.azurite.name, plans.bot.name, plans.playground.name]);
    // Each begins as soon as it can: storage and Playground need nothing of the bot until it is there.
    built = buildBot(config, over).then(progress.built);
    const playground = bringUp(plans.playground);
    const botAfterStorage = Promise.all([bringUp(plans.azurite), built]).then(() => bringUp(plans.bot));
    await Promise.all([playground, botAfterStorage]);
    progress.open(playgroundUrl(config));
  };

  bringUpAll().catch((error: unknown) => ending.abort(error));
  await aborted(over);
  const asked = over.reason === stop.reason;
  if (asked) progress.stopping();
  await built.catch(() => undefined);
  const killed: string[] = [];
  for (const plan of Object.values(plans)) {
    const outcome = await children.find((child) => child.plan === plan)?.stop();
    if (outcome === 'killed') killed.push(plan.name);
  }
  if (!asked) throw over.reason;
  if (killed.length > 0) throw killedInsteadOfEnding(killed);
  progress.stopped();
}

function endedByItself(plan: ChildPlan, reason: string): CannotStart {
  return new CannotStart(
    `${plan.name} ended by itself (${reason})${whatItSaid(plan)}, so everything else was stopped: ` +
      'mend the cause and run "npm start" again.',
  );
}

function killedInsteadOfEnding(names: readonly string[]): CannotStart {
  return new CannotStart(
    `${names.join(' and ')} did not end when asked and had to be killed, so what was written in the last seconds ` +
      'may be lost: look into .local/logs for the cause.',
  );
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
