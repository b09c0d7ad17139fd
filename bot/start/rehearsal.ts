/**
 * Before the bot says that it is ready, it presses Yes for nobody, through the very code that answers Teams: V8 compiles
 * what it meets for the first time, and without this somebody's press would take ten times as long as it does.
 */

import { rehearsalWayIn, type WayIn } from '../adapters/teams/rehearsal-way-in';
import { createHttpServer } from '../adapters/teams/server/http-server';
import { JSON_TEXT } from '../adapters/teams/server/knock';
import { createApplication } from '../adapters/teams/turns/application';
import { createRouter } from '../answering/router';
import { NEW_WALK } from '../domain/walk/checklist';
import type { Draft } from '../domain/walk/draft';
import { draftId } from '../domain/walk/draft-id';
import { replay, type Step } from '../domain/walk/replay';
import { type Assistant, allModels } from '../features/assistant';
import { type Clock, type DraftStore, type Log, NO_TELEMETRY } from '../ports';

const NOBODY = { id: 'nobody', tenant: 'nowhere', name: 'Nobody' };
const SILENT: Log = { info: () => {}, warn: () => {}, error: () => {} };
/** Nothing is sent there: an invoke is answered where it came from. */
const NOWHERE = 'http://127.0.0.1';
/** Of a row that has never been written. */
const NO_TAG = `W/"datetime'1601-01-01T00%3A00%3A00.0000000Z'"`;
/** So many presses ask storage too: more would make the start longer and the first press no shorter. */
const STORED_PRESSES = 3;

export interface Rehearsal {
  readonly presses: number;
  readonly cards: number;
}

/**
 * Answers the first question of each process in each language (a form with nothing), and begins no answer more once it is
 * over its time, in milliseconds. Resolves to how many presses there were, and how many got the card of their walk; never
 * rejects, because the bot can do without. Nothing is sent, logged or stored: storage is asked for drafts that it does not
 * have, and refuses to replace them. The server of the rehearsal listens nowhere, so it answers nobody else.
 */
export function rehearse(assistant: Assistant, withinMs: number): Promise<Rehearsal> {
  return pressAll(assistant, withinMs).catch(() => ({ presses: 0, cards: 0 }));
}

async function pressAll(assistant: Assistant, withinMs: number): Promise<Rehearsal> {
  const end = performance.now() + withinMs;
  const models = await allModels(assistant);
  let draft: Draft | undefined;
  const { clock } = assistant;
  const wayIn = rehearsalWayIn({ serviceUrl: NOWHERE, tenantId: NOBODY.tenant, clock, log: SILENT });
  const headers = { ...JSON_TEXT, authorization: wayIn.authorization };
  const server = serverOf(wayIn, { ...assistant, drafts: forgetful(assistant.drafts, () => draft) });
  let [presses, cards] = [0, 0];
  for (const { id: process, version } of assistant.processes.values()) {
    const first = replay(models(process), NEW_WALK.answers).next;
    for (const language of assistant.languages.spoken) {
      if (performance.now() > end) break;
      draft = { ...begunBy(clock), process, version, language };
      const payload = pressOn(draft, first);
      presses += 1;
      const { body } = await server.inject({ method: 'POST', url: '/api/messages', headers, payload });
      // The card of a walk carries its draft; a word that something is wrong does not.
      if (body.includes(draft.id)) cards += 1;
    }
  }
  await server.close();
  return { presses, cards };
}

function serverOf({ adapter }: WayIn, { colleagues: _nobodyIsAsked, tenant: _ofNoTenant, ...assistant }: Assistant) {
  const alone: Assistant = { ...assistant, log: SILENT, telemetry: NO_TELEMETRY };
  return createHttpServer({
    adapter,
    application: createApplication(createRouter(alone)),
    log: SILENT,
    telemetry: NO_TELEMETRY,
    isReady: async () => true,
    isStopping: () => false,
  });
}

/** A store that has the one draft, and thinks that whatever is saved is stored; the real one is asked first, and has neither. */
function forgetful(drafts: DraftStore, at: () => Draft | undefined): DraftStore {
  let [reads, saves] = [0, 0];
  return {
    ...drafts,
    async read(owner, id, revision) {
      reads += 1;
      if (reads <= STORED_PRESSES) await drafts.read(owner, id, revision);
      const value = at();
      return value && { value, tag: NO_TAG };
    },
    async save(stored, next) {
      saves += 1;
      if (saves <= STORED_PRESSES) await drafts.save(stored, next);
      return { value: next, tag: NO_TAG };
    },
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
    from: { id: NOBODY.id, aadObjectId: NOBODY.id, name: NOBODY.name },
    recipient: { id: 'bot' },
    conversation: { id: 'rehearsal', conversationType: 'personal', tenantId: NOBODY.tenant },
    channelData: { tenant: { id: NOBODY.tenant } },
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
