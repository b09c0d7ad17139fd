import { z } from 'zod/v4';
import type { Person } from '../../domain/person';
import type { Introduction, Introductions, Log } from '../../ports';
import type { Graph } from './graph-client';
import { deliveryAfterRepeatable, GraphFailure } from './graph-failure';
import { readPages } from './graph-pages';

export interface GraphIntroductionsOptions {
  readonly graph: Graph;
  /** The app's id in the organisation's catalogue, a GUID; not the one in its manifest. */
  readonly catalogApp: string;
  /** The chat with this id of Graph's and this person, as the messenger reads it. */
  readonly chatText: (chatId: string, person: Pick<Person, 'id' | 'tenant'>) => string;
  readonly log: Log;
}

/** Below the minute of a claim, in which the message itself is sent too. */
const ATTEMPT_MS = 30_000;

/** A reference within Graph's own data: also where requests go elsewhere, in tests. */
const CATALOG = 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps';

const installation = z.object({ id: z.string().min(1) });
const chat = z.object({ id: z.string().min(1) });

/**
 * Installs the app for people through Microsoft Graph, which makes Teams open their chat with it. Teams refuses a second
 * installation, so an attempt of which nobody knows how it went can be repeated. Needs the application permission
 * TeamsAppInstallation.ReadWriteSelfForUser.All; without it, everybody is `not-permitted`.
 */
export function createGraphIntroductions(options: GraphIntroductionsOptions): Introductions {
  const { graph, catalogApp, chatText, log } = options;

  /** Whether it was installed just now, and not before. */
  async function install(path: string, signal: AbortSignal): Promise<boolean> {
    try {
      await graph({ method: 'POST', path, body: { 'teamsApp@odata.bind': `${CATALOG}/${catalogApp}` }, signal });
      return true;
    } catch (cause) {
      if (cause instanceof GraphFailure && cause.about.status === 409) return false;
      throw cause;
    }
  }

  async function introduce(person: Pick<Person, 'id' | 'tenant'>): Promise<Introduction> {
    const signal = AbortSignal.timeout(ATTEMPT_MS);
    const path = `/users/${encodeURIComponent(person.id)}/teamwork/installedApps`;
    const isNew = await install(path, signal);
    const query = { $expand: 'teamsApp', $filter: `teamsApp/id eq '${catalogApp}'` };
    const [installed] = await readPages(graph, { path, query, signal }, installation);
    if (!installed) {
      // Refused as there already, and yet not there: a copy that somebody uploaded for themselves stands in the way.
      return isNew ? { result: 'failed', failure: 'installation-not-listed' } : { result: 'not-permitted' };
    }
    const found = await graph({ method: 'GET', path: `${path}/${encodeURIComponent(installed.id)}/chat`, signal });
    return { result: 'chat', chat: chatText(chat.parse(found).id, person) };
  }

  return {
    async chatWith(person) {
      try {
        return await introduce(person);
      } catch (cause) {
        log.error('introduction.failed', cause);
        const delivery = deliveryAfterRepeatable(cause);
        // Not allowed to the app or for this person, no such person or app: asking again changes nothing.
        return delivery.result === 'failed' ? delivery : { result: 'not-permitted' };
      }
    },
  };
}
