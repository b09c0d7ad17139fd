/** What an app package needs to know of the environment that it is made for, and where each value comes from. */
import { z } from 'zod/v4';

interface Setting {
  readonly schema: z.ZodType<string>;
  /** What to set it to, and who knows. */
  readonly expected: string;
  /** Some names have nothing behind them where nothing has to be told apart. */
  readonly mayBeEmpty?: boolean;
}

const guid = z.guid();
const https = z.url({ protocol: /^https$/, hostname: z.regexes.domain });
const host = z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);

const SETTINGS: Readonly<Record<string, Setting>> = {
  APP_VERSION: {
    schema: z.string().regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/),
    expected: 'three numbers as in 1.4.0; it comes from package.json',
  },
  APP_NAME_SUFFIX: {
    schema: z.string(),
    expected: 'what tells this environment from others behind the name of the app; empty in production',
    mayBeEmpty: true,
  },
  TEAMS_APP_ID: {
    schema: guid,
    expected: 'the GUID of this app; "Provision" of the Agents Toolkit makes one, any new GUID does for the catalogue',
  },
  BOT_ID: { schema: guid, expected: "the bot's Entra app id, a GUID: the same as MicrosoftAppId" },
  BOT_DOMAIN: { schema: host, expected: 'the host name that the bot answers at, without https:// and path' },
  DEVELOPER_NAME: { schema: z.string().max(32), expected: 'the name of the organisation, at most 32 characters' },
  DEVELOPER_WEBSITE_URL: { schema: https, expected: "the https address of the organisation's pages" },
  PRIVACY_URL: { schema: https, expected: 'the https address of the privacy statement' },
  TERMS_URL: { schema: https, expected: 'the https address of the terms of use' },
  SUPPORT_URL: { schema: https, expected: 'the https address where people find instructions and whom to ask' },
};

export type Values = Readonly<Record<string, string>>;

/**
 * The values for the placeholders that stand in the package.
 *
 * @param names what is asked for, each once
 * @returns the values, or one sentence for each that is missing or wrong: which, why, and what to do
 */
export function readSettings(
  names: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): { readonly values: Values; readonly problems: readonly string[] } {
  const values: Record<string, string> = {};
  const problems: string[] = [];
  for (const name of names) {
    const setting = SETTINGS[name];
    const value = env[name];
    if (!setting) problems.push(`${name} stands in the package and nobody knows it: add it to packaging/settings.ts.`);
    else if (value === undefined || (value === '' && !setting.mayBeEmpty))
      problems.push(`${name} is not set: set it to ${setting.expected}.`);
    else if (!setting.schema.safeParse(value).success)
      problems.push(`${name} is "${value}", which cannot be used: set it to ${setting.expected}.`);
    else values[name] = value;
  }
  return { values, problems };
}
