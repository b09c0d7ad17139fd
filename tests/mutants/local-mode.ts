import type { Mutant } from './mutant';

/** What `npm start` promises, and what local mode shows of the own machine. */
export const mutants: readonly Mutant[] = [
  {
    without: 'files of the folder alone',
    file: 'bot/adapters/local/document-folders.ts',
    search: 'if (!(await namesIn(number))?.includes(name)) return undefined;',
    replacement: '',
    test: 'tests/adapters/local/document-folders.test.ts',
  },
  {
    without: 'that a link is no file of the folder',
    file: 'bot/adapters/local/document-folders.ts',
    search: 'each.isFile()',
    replacement: '!each.isDirectory()',
    test: 'tests/adapters/local/document-folders.test.ts',
  },
  {
    without: 'that a file is not run as a page of ours',
    file: 'bot/adapters/teams/server/folder-pages.ts',
    search: "if (page.type === 'application/octet-stream') ",
    replacement: "if (page.type !== 'application/octet-stream') ",
    test: 'tests/adapters/teams/server/http-server.test.ts',
  },
  {
    without: 'what the compiler says, before the bot is started',
    file: 'bot/local/build.ts',
    search: 'if (code !== 0) {',
    replacement: 'if (code === undefined) {',
    test: 'tests/local/launch-refusals.test.ts',
  },
];
