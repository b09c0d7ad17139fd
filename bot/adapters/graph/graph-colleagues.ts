import { z } from 'zod/v4';
import { Unavailable } from '../../domain/errors';
import { onOneLine } from '../../domain/language/visible-text';
import type { Colleague, Colleagues } from '../../ports';
import type { Graph } from './graph-client';
import { GraphFailure } from './graph-failure';
import { readPages } from './graph-pages';

const SELECT = 'id,displayName,mail,userPrincipalName,userType';
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LONGEST_NAME = 200;
const ADDRESS = /^[^\s@]+@[^\s@]+$/;

const colleague: z.ZodType<Colleague> = z
  .object({
    id: z.string().min(1),
    displayName: z.string().nullish(),
    mail: z.string().nullish(),
    userPrincipalName: z.string().nullish(),
    userType: z.string().nullish(),
  })
  .transform(({ id, displayName, mail, userPrincipalName, userType }) => ({
    id,
    name: onOneLine(displayName ?? '', LONGEST_NAME) || mail || userPrincipalName || id,
    // The name that one signs in with looks like an address, and need not be one.
    ...(mail && { address: mail }),
    // The `#EXT#` in a name to sign in with does not tell: members of the tenant may have come from elsewhere too.
    ...(userType?.toLowerCase() === 'guest' && { guest: true }),
  }));

/** Looks people up in Entra ID through Microsoft Graph. Needs the application permission User.Read.All. */
export function createGraphColleagues({ graph }: { graph: Graph }): Colleagues {
  /** By object id, or by the name that one signs in with: for most people their address. */
  async function byName(name: string): Promise<Colleague> {
    const path = `/users/${encodeURIComponent(name)}`;
    return colleague.parse(await graph({ method: 'GET', path, query: { $select: SELECT } }));
  }

  async function byMail(address: string): Promise<Colleague | undefined> {
    const query = { $filter: `mail eq '${address.replaceAll("'", "''")}'`, $select: SELECT };
    const found = await readPages(graph, { path: '/users', query }, colleague);
    // A mailbox that several accounts call theirs is nobody in particular.
    return found.length === 1 ? found[0] : undefined;
  }

  return {
    async find(idOrAddress) {
      const isAddress = ADDRESS.test(idOrAddress);
      // Anything else would be read as another request: nothing as the list of everybody, dots as the way up.
      if (!isAddress && !GUID.test(idOrAddress)) return undefined;
      const found = await orNobody(byName(idOrAddress));
      return found ?? (isAddress ? orNobody(byMail(idOrAddress)) : undefined);
    },
  };
}

/** Nobody where Graph knows no such person or cannot read the name; `Unavailable` where it does not say. */
async function orNobody(asked: Promise<Colleague | undefined>): Promise<Colleague | undefined> {
  try {
    return await asked;
  } catch (cause) {
    if (!(cause instanceof GraphFailure)) throw cause;
    const { status } = cause.about;
    if (status === 400 || status === 404) return undefined;
    const isRefused = status === 401 || status === 403;
    throw new Unavailable('Nobody can be looked up in Microsoft Entra ID', {
      why: `Microsoft Graph: ${cause.code}`,
      remedy: isRefused
        ? 'Give the app the application permission User.Read.All and have an administrator consent to it.'
        : 'Ask again later. If this goes on, look at the service health of Microsoft 365.',
      cause,
    });
  }
}
