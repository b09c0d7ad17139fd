/**
 * Before the bot says that it is ready, it presses Yes for nobody, through the very code that answers Teams: V8 compiles
 * what it meets for the first time, and without this somebody's press would take twice as long as it does.
 */
import { createApplication } from './adapters/teams/application';
import { createCloudAdapter } from './adapters/teams/cloud-adapter';
import { createHttpServer } from './adapters/teams/http-server';
import { NEW_WALK } from './domain/checklist';
import type { Draft } from './domain/draft';
import { LANGUAGES } from './domain/language';
import { replay, type Step } from './domain/replay';
import { draftId } from './draft-id';
import { type Assistant, allModels } from './features/assistant';
import { type Clock, type DraftStore, type Log, NO_TELEMETRY } from './ports';
import { createRouter } from './router';

const NOBODY = { id: 'nobody', tenant: 'nowhere', name: '' };
const SILENT: Log = { info: () => {}, warn: () => {}, error: () => {} };
/** Nothing is sent there: an invoke is answered where it came from. */
const NOWHERE = 'http://127.0.0.1';

export interface Rehearsal {
  readonly presses: number;
  readonly cards: number;
}

/**
 * Answers the first question of each process in each language (a form with nothing), and begins no answer more once it is
 * over its time, in milliseconds. Resolves to how many presses there were, and how many got the card of their walk.
 * Nothing is stored, sent, logged or counted; the server of the rehearsal listens nowhere, so it answers nobody else.
 */
export async function rehearse(assistant: Assistant, withinMs: number): Promise<Rehearsal> {
  const end = performance.now() + withinMs;
  const models = await allModels(assistant);
  let draft: Draft | undefined;
  const server = serverOf({ ...assistant, drafts: forgetful(assistant.drafts, () => draft) });
  let [presses, cards] = [0, 0];
  for (const { id: process, version } of assistant.processes.values()) {
    const first = replay(models(process), NEW_WALK.answers).next;
    for (const language of LANGUAGES) {
      if (performance.now() > end) break;
      draft = { ...begunBy(assistant.clock), process, version, language };
      const payload = pressOn(draft, first);
      presses += 1;
      const { body } = await server.inject({ method: 'POST', url: '/api/messages', payload });
      // The card of a walk carries its draft; a word that something is wrong does not.
      if (body.includes(draft.id)) cards += 1;
    }
  }
  await server.close();
  return { presses, cards };
}

function serverOf({ colleagues: _nobodyIsAsked, tenant: _ofNoTenant, ...assistant }: Assistant) {
  const { clock } = assistant;
  const alone: Assistant = { ...assistant, log: SILENT, telemetry: NO_TELEMETRY };
  return createHttpServer({
    adapter: createCloudAdapter({ identity: undefined, serviceHosts: [], clock, log: SILENT }),
    application: createApplication(createRouter(alone)),
    log: SILENT,
    telemetry: NO_TELEMETRY,
    isReady: async () => true,
    isStopping: () => false,
  });
}

/** A store that has the one draft, and thinks that whatever is saved is stored. */
function forgetful(drafts: DraftStore, at: () => Draft | undefined): DraftStore {
  return {
    ...drafts,
    async read() {
      const value = at();
      return value && { value, tag: '' };
    },
    save: async (_stored, next) => ({ value: next, tag: '' }),
  };
}

function begunBy(clock: Clock): Omit<Draft, 'process' | 'version' | 'language'> {
  const now = clock.now();
  const moment = now.toISOString();
  return {
    id: draftId(NOBODY, now, 0),
    owner: NOBODY,
    state: NEW_WALK,
    revision: 0,
    createdAt: moment,
    updatedAt: moment,
  };
}

/** The activity that Teams sends when somebody presses Yes, or the button of an empty form. */
function pressOn({ id, revision }: Draft, step: Step): object {
  const card = { draft: id, revision };
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    channelId: 'msteams',
    serviceUrl: NOWHERE,
    from: { id: NOBODY.id, aadObjectId: NOBODY.id },
    recipient: { id: 'bot' },
    conversation: { id: 'rehearsal', conversationType: 'personal', tenantId: NOBODY.tenant },
    locale: 'fi-FI',
    value: {
      action:
        step.kind === 'question'
          ? { type: 'Action.Execute', verb: 'answer', data: { ...card, item: step.item.id, value: true } }
          : { type: 'Action.Execute', verb: 'fill', data: { ...card, step: step.id } },
      trigger: 'manual',
    },
  };
}
