import net from 'node:net';
import { CannotStart } from './cannot-start';
import { type LocalConfig, PORT_VARIABLES, type PortNumbers } from './local-config';

const SERVICES: Record<keyof PortNumbers, string> = {
  bot: 'the bot',
  playground: 'the Agents Playground',
  azurite: 'the storage (Azurite)',
};

/**
 * Makes sure that every port is free before anything is started. Without this the Playground would silently take
 * another port, and the bot could be asked questions that are meant for another program.
 *
 * @throws CannotStart naming the port, who needs it, and how to choose another
 */
export async function assertPortNumbersFree(config: LocalConfig): Promise<void> {
  for (const service of ['azurite', 'bot', 'playground'] as const) {
    const port = config.portNumbers[service];
    const { variable } = PORT_VARIABLES[service];
    const obstacle = await whyNotFree(port);
    if (obstacle === 'taken') {
      throw new CannotStart(
        `Port ${port} is taken by another program, so ${SERVICES[service]} cannot start: ` +
          `stop that program (an earlier "npm start", perhaps), or choose another port with ${variable}=<port>.`,
      );
    }
    if (obstacle !== undefined) {
      throw new CannotStart(
        `Port ${port} cannot be used (${obstacle}), so ${SERVICES[service]} cannot start: ` +
          `choose another port with ${variable}=<port>, one from 1024 to 32767.`,
      );
    }
  }
}

/**
 * Whether a port can be listened on at 127.0.0.1.
 *
 * @returns undefined when it is free, `taken` when another program listens there, else the system's error code
 */
export async function whyNotFree(port: number): Promise<string | undefined> {
  // Asking first: a program that listens on ::1 only, or (on macOS) on all interfaces, does not stop us from binding
  // 127.0.0.1, and a browser sent to `localhost` would then reach the wrong one.
  for (const host of ['127.0.0.1', '::1']) {
    if (await somebodyAnswers(port, host)) return 'taken';
  }
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'EADDRINUSE' ? 'taken' : (error.code ?? error.message)),
    );
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  });
}

function somebodyAnswers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host });
    const answer = (listening: boolean) => {
      socket.destroy();
      resolve(listening);
    };
    socket.once('connect', () => answer(true)).once('error', () => answer(false));
  });
}
