/** The operator's commands: `npm run mirror -- …`, and `register`, `privacy`, `tables` in the same way. */
import { readFileSync } from 'node:fs';
import { createCredential } from './adapters/entra/credential';
import { copyFolder, newCopyFolder } from './adapters/files/copy-folder';
import { createLog } from './adapters/log/log';
import { openRawTables } from './adapters/tables/raw-tables';
import { everyMirroredCase } from './commands/every-line';
import { runMirrorCommand } from './commands/mirror';
import { runPrivacyCommand } from './commands/privacy';
import { runRegisterCommand } from './commands/register';
import { runTablesCommand } from './commands/tables';
import { WrongCity } from './domain/errors';
import { forEachKind } from './domain/outbox/subjects';
import { allModels } from './features/assistant';
import { ConfigError, readConfig } from './settings/config';
import { accessTo, assemble, purge } from './start/assembly';
import { projectRoot } from './start/project-root';
import { SUBJECTS } from './start/subjects';

async function main([command = '', ...args]: readonly string[]): Promise<number> {
  const config = readConfig(process.env, (path) => readFileSync(path, 'utf8'));
  const log = createLog(config.logLevel, process.stderr);
  const clock = { now: () => new Date() };
  const credential = config.identity && createCredential(config.identity);
  const as = { config, ...(credential && { credential }) };
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  if (command === 'tables') {
    // Before anything opens storage as the bot does, which writes the first directory into an empty one.
    const places = forEachKind(SUBJECTS, ({ rows }) => rows);
    const tables = openRawTables(accessTo(as), clock, places);
    return runTablesCommand(args, { tables, clock, newFolder: newCopyFolder, folder: copyFolder, print });
  }
  const root = projectRoot(__dirname);
  const { assistant, channels } = await assemble({ ...as, root, clock, random: Math.random, log });
  switch (command) {
    case 'mirror': {
      const { outside, provision } = channels;
      if (!outside.mirror || !provision) {
        print('No list is configured: set SHAREPOINT_SITE_ID (docs/data.md), or BOT_MODE=local for a folder.');
        return 2;
      }
      const cases = () => everyMirroredCase(assistant);
      return runMirrorCommand(args, { mirror: outside.mirror, provision, cases, log, print });
    }
    case 'register': {
      const { cases, register } = assistant;
      const models = await allModels(assistant);
      const command = { cases: () => cases.all(), todosOf: cases.todos, models, register, log, print };
      return runRegisterCommand(args, command);
    }
    case 'privacy':
      return runPrivacyCommand(args, { assistant, purge: (dryRun) => purge(assistant, { dryRun }), print });
    default:
      print('There is no such command.');
      return 2;
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (cause) => {
    console.error(cause instanceof ConfigError || cause instanceof WrongCity ? cause.message : cause);
    process.exit(1);
  },
);
