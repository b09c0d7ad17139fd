import type { Mutant } from './mutant';

const TEAMS = { file: 'bot/adapters/teams/teams.ts' };

/** What the bundle and the one edge to Teams promise. */
export const mutants: readonly Mutant[] = [
  {
    without: 'one edge to Teams for those who start the bot',
    file: 'bot/start/channels.ts',
    search: "import type { Teams } from '../adapters/teams/teams';",
    replacement: "import type { TeamsAdapter as Teams } from '../adapters/teams/cloud-adapter';",
    test: 'tests/architecture/architecture.test.ts',
  },
  {
    ...TEAMS,
    without: 'keys that are there before the first press',
    search: 'await withPatience(KEYS_WITHIN_MS, adapter.prepare(), undefined);',
    replacement: '',
    test: 'tests/features/walk/first-press.test.ts',
  },
];
