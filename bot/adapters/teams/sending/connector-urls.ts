/** Whether the bot may talk to an address that an activity or a stored chat names: nothing else ever gets its token. */
export type ConnectorUrls = (serviceUrl: string) => boolean;

/**
 * Where Teams' connector answers in the public cloud, as Microsoft's own Teams SDK allows it
 * (https://microsoft.github.io/teams-sdk/csharp/essentials/app-configuration/service-url-validation). Whole names:
 * anybody can register a name of their own below `trafficmanager.net`.
 */
const TEAMS_HOSTS = [
  'smba.trafficmanager.net',
  'smba.onyx.prod.teams.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
] as const;

const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '[::1]'] as const;

/** Teams' connector by https on its usual port, and the further hosts that the settings name. */
export function teamsConnectorUrls(furtherHosts: readonly string[]): ConnectorUrls {
  const hosts: readonly string[] = [...TEAMS_HOSTS, ...furtherHosts];
  return (serviceUrl) => {
    const url = plainUrl(serviceUrl);
    return url !== undefined && url.protocol === 'https:' && url.port === '' && hosts.includes(url.hostname);
  };
}

/** This machine alone: the Playground, and the stand-ins of the tests. */
export const loopbackConnectorUrls: ConnectorUrls = (serviceUrl) => {
  const hosts: readonly string[] = LOOPBACK_HOSTS;
  return hosts.includes(plainUrl(serviceUrl)?.hostname ?? '');
};

/** An address without anything that one parser may read otherwise than another. */
function plainUrl(text: string): URL | undefined {
  if (/[\s\\?#@]/.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text);
}
