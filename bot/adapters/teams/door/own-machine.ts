/** Who may speak to a bot in local mode, where there are no tokens. */
import type { IncomingHttpHeaders } from 'node:http';
import { loopbackConnectorUrls } from '../sending/connector-urls';

/**
 * Whether a request was addressed to this machine, by a program on it or by a page of its own. To listen on loopback is not
 * enough: a page from anywhere can let its own name lead here (DNS rebinding), and its browser then sends that name. What
 * browsers say of where a page comes from (`Origin`) is looked at too; programs say nothing of it.
 */
export function isOfOwnMachine({ host, origin }: IncomingHttpHeaders): boolean {
  if (host === undefined || !loopbackConnectorUrls(`http://${host}`)) return false;
  return origin === undefined || loopbackConnectorUrls(origin);
}
