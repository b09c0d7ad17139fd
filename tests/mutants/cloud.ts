import type { Mutant } from './mutant';

const REFUSALS = {
  file: 'bot/adapters/teams/door/refusal-log.ts',
  test: 'tests/adapters/teams/door/refusal-log.test.ts',
};
const INFRA = { test: 'tests/infra/infra.test.ts' };
const IMAGE = { file: 'Dockerfile', test: 'tests/bundle/bundle.test.ts', named: 'the image' };

/** What bounds the log, and what the cloud's files promise to operators and to the city. */
export const mutants: readonly Mutant[] = [
  {
    ...REFUSALS,
    without: 'a ceiling for lines about refusals',
    search: 'if (before < MOST_TOLD) ',
    replacement: '',
  },
  { ...REFUSALS, without: 'a word on how many more there were', search: 'if (more > 0)', replacement: 'if (false)' },
  {
    ...REFUSALS,
    without: 'lines of its own for each reason',
    search: 'thisMinute.get(reason) ?? 0;',
    replacement: '[...thisMinute.values()].reduce((all, some) => all + some, 0);',
  },
  { ...REFUSALS, without: 'a new minute', search: 'thisMinute.delete(reason);', replacement: '' },
  {
    ...INFRA,
    file: 'infra/modules/storage.bicep',
    without: 'the access log of the tables',
    search: 'scope: account::tableService',
    replacement: 'scope: account',
  },
  {
    ...INFRA,
    file: 'infra/modules/storage.bicep',
    without: 'rows that were taken away in the access log',
    search: "'StorageDelete', enabled: true",
    replacement: "'StorageDelete', enabled: logReads",
  },
  {
    ...INFRA,
    file: 'infra/parameters/prod.bicepparam',
    without: 'reading in the access log of production',
    search: 'param logReads = true',
    replacement: 'param logReads = false',
  },
  {
    ...INFRA,
    file: 'infra/modules/monitoring.bicep',
    without: "a ceiling for a day's logs",
    search: 'dailyQuotaGb: logGigabytesPerDay',
    replacement: 'dailyQuotaGb: -1',
  },
  {
    ...INFRA,
    file: 'infra/queries/nightly-failed.kql',
    without: 'an alert on the first nightly job that failed',
    search: 'failed > 0',
    replacement: 'failed > 5',
  },
  {
    ...INFRA,
    file: 'bot/commands/nightly.ts',
    without: 'the event that this alert waits for',
    search: "log.error('nightly.failed'",
    replacement: "log.warn('nightly.failed'",
  },
  {
    ...INFRA,
    file: 'infra/modules/alerts.bicep',
    without: 'one word of what happens once, and none that it is mended',
    search: 'autoMitigate: !rule.once',
    replacement: 'autoMitigate: true',
  },
  {
    ...INFRA,
    file: 'infra/bicepconfig.json',
    without: 'a rule of the linter that fails the build',
    search: '"no-unused-params": {\n          "level": "error"',
    replacement: '"no-unused-params": {\n          "level": "warning"',
  },
  {
    ...IMAGE,
    without: 'a digest of the base image that has to be said',
    search: 'ARG NODE_DIGEST\n\n',
    replacement: 'ARG NODE_DIGEST=sha256:0\n\n',
  },
  {
    ...IMAGE,
    without: 'the digest in what runs',
    search: 'FROM ${NODE}@${NODE_DIGEST}\nENV',
    replacement: 'FROM ${NODE}\nENV',
  },
  {
    file: 'bot/city/espoo/directory/dignitary-matrix.json',
    test: 'tests/source/source.test.ts',
    without: 'a section that the source has',
    search:
      '"marked": 4,\n    "parties": {\n      "mayor": "confirm",\n      "communications": "confirm",\n      "kajo-kh": "confirm",\n      "international-affairs": "yes",\n      "security": "confirm"\n    },\n    "source": "M 3.3"',
    replacement: '"marked": 4,\n    "parties": {},\n    "source": "M 3.9"',
  },
];
