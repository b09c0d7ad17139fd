import type { Mutant } from './mutant';

const BUNDLE = { test: 'tests/bundle/bundle.test.ts' };
const POLICIES = {
  file: 'bot/adapters/tables/rows/table-client.ts',
  test: 'tests/adapters/tables/rows/table-client.test.ts',
};
const WAY_PAST = {
  ...BUNDLE,
  file: 'tools/quick-start/never-called.js',
  search: "'botbuilder-dialogs/lib/index.js': SIGN_IN,",
  named: 'the bundle does the same in production',
};

/** What the bundle and the one edge to Teams promise. */
export const mutants: readonly Mutant[] = [
  {
    without: 'one edge to Teams for those who start the bot',
    file: 'bot/start/channels.ts',
    search: "import type { Teams } from '../adapters/teams/teams';",
    replacement: "import type { TeamsAdapter as Teams } from '../adapters/teams/turns/cloud-adapter';",
    test: 'tests/architecture/architecture.test.ts',
  },
  {
    file: 'bot/adapters/teams/teams.ts',
    without: 'keys that are there before the first press',
    search: 'await withPatience(KEYS_WITHIN_MS, adapter.prepare(), undefined);',
    replacement: '',
    test: 'tests/features/walk/first-press.test.ts',
  },
  {
    ...WAY_PAST,
    without: 'a way past the stand-ins to Microsoft Graph',
    replacement:
      "'botbuilder-dialogs/lib/index.js': SIGN_IN,\n  '@microsoft/microsoft-graph-client/lib/src/Client.js': SIGN_IN,",
  },
  {
    ...WAY_PAST,
    without: 'a way past the stand-ins to the tokens of a managed identity',
    replacement:
      "'botbuilder-dialogs/lib/index.js': SIGN_IN,\n  'botframework-connector/lib/auth/managedIdentityAppCredentials.js': SIGN_IN,",
  },
  {
    ...WAY_PAST,
    without: 'a way past the stand-ins to telemetry that is on',
    replacement:
      "'botbuilder-dialogs/lib/index.js': SIGN_IN,\n  '@opentelemetry/sdk-metrics/build/src/index.js': SIGN_IN,",
  },
  {
    ...BUNDLE,
    without: 'the user of production where the image is bundled',
    file: 'Dockerfile',
    search: 'USER node\nWORKDIR /build',
    replacement: 'WORKDIR /build',
    named: 'the image',
  },
  {
    ...POLICIES,
    without: 'answers that the transport can read',
    search: "['decompressResponsePolicy', 'redirectPolicy']",
    replacement: "['redirectPolicy']",
  },
  {
    ...POLICIES,
    without: 'signed requests that follow nobody elsewhere',
    search: "['decompressResponsePolicy', 'redirectPolicy']",
    replacement: "['decompressResponsePolicy']",
  },
  {
    without: 'a start that is judged on production’s Node alone',
    file: 'bench/report/goals.ts',
    search: "if (onlyShown) return 'shown';",
    replacement: '',
    test: 'tests/bench/goals.test.ts',
  },
];
