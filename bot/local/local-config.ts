import path from 'node:path';
import { CannotStart } from './cannot-start';

/** The ports that `npm start` listens on, all on 127.0.0.1. */
export interface PortNumbers {
  readonly bot: number;
  readonly azurite: number;
  readonly playground: number;
}

/** Everything the launcher needs to know. Paths are absolute. */
export interface LocalConfig {
  /** The project's folder. */
  readonly root: string;
  readonly portNumbers: PortNumbers;
  /** Where the tables are kept from one start to the next. */
  readonly tablesFolder: string;
  /** One file per child, written anew at every start. */
  readonly logsFolder: string;
  /** The invented tenant of the Agents Playground. */
  readonly playgroundConfigFile: string;
  /** What the children inherit. */
  readonly env: Readonly<NodeJS.ProcessEnv>;
}

/** Which variable changes which port, and its port when the variable is not set. */
export const PORT_VARIABLES = {
  bot: { variable: 'PORT', port: 3978 },
  // The Playground's own 56150 lies among the ports that outgoing connections take, so it is taken now and then.
  playground: { variable: 'PLAYGROUND_PORT', port: 3979 },
  azurite: { variable: 'AZURITE_TABLE_PORT', port: 10002 },
} as const satisfies Record<keyof PortNumbers, { variable: string; port: number }>;

/**
 * Reads the launcher's configuration from the environment.
 *
 * @param env the environment, e.g. `process.env`
 * @param root the project's folder
 * @throws CannotStart when a port is not a number from 1 to 65535, or two services were given the same one
 */
export function readLocalConfig(env: Readonly<NodeJS.ProcessEnv>, root: string): LocalConfig {
  const portNumbers: PortNumbers = {
    bot: readPort(env, 'bot'),
    playground: readPort(env, 'playground'),
    azurite: readPort(env, 'azurite'),
  };
  refuseSharedPort(portNumbers);
  return {
    root,
    portNumbers,
    tablesFolder: path.join(root, '.local', 'azurite'),
    logsFolder: path.join(root, '.local', 'logs'),
    playgroundConfigFile: path.join(root, '.m365agentsplayground.yml'),
    env,
  };
}

function readPort(env: Readonly<NodeJS.ProcessEnv>, service: keyof PortNumbers): number {
  const { variable, port } = PORT_VARIABLES[service];
  const text = env[variable]?.trim();
  if (text === undefined || text === '') return port;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= 65_535) return number;
  throw new CannotStart(
    `${variable} is "${text}", which is not a port: set it to a number from 1 to 65535, or unset it to use ${port}.`,
  );
}

function refuseSharedPort(portNumbers: PortNumbers): void {
  const first = new Map<number, string>();
  for (const service of ['bot', 'playground', 'azurite'] as const) {
    const { variable } = PORT_VARIABLES[service];
    const other = first.get(portNumbers[service]);
    if (other !== undefined) {
      throw new CannotStart(
        `${other} and ${variable} are both ${portNumbers[service]}, but each service needs its own port: ` +
          'set one of them to another number.',
      );
    }
    first.set(portNumbers[service], variable);
  }
}
