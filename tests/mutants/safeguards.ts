import type { Mutant } from './mutant';

const PRIVACY = {
  file: 'bot/commands/privacy.ts',
  test: 'tests/features/privacy/my-data.test.ts',
  named: "the operator's command",
};
const ERASURE = { file: 'bot/domain/privacy/erasure.ts', test: 'tests/domain/privacy/erasure.test.ts' };
const CLAIMS = { file: 'bot/adapters/tables/register/claims-table.ts', test: 'tests/contracts/claims.test.ts' };
const REWRITING = {
  file: 'bot/adapters/tables/casework/case-rewriting.ts',
  test: 'tests/contracts/case-rewriting.test.ts',
};
const COPY = { file: 'bot/adapters/files/copy-folder.ts', test: 'tests/commands/tables.test.ts', named: 'a copy' };
const OWN_MACHINE = {
  file: 'bot/adapters/teams/door/own-machine.ts',
  test: 'tests/adapters/teams/server/http-server.test.ts',
};
const LOOPBACK_ONLY = { file: 'bot/local/children/loopback-only.cjs', test: 'tests/local/launch.test.ts' };
const MIRROR = { file: 'bot/adapters/local/mirror-folder.ts', test: 'tests/adapters/local/mirror-folder.test.ts' };
const UNENCRYPTED = {
  file: 'bot/adapters/tables/rows/table-client.ts',
  test: 'tests/adapters/tables/rows/table-client.test.ts',
};
const OUT = 'tests/features/person/who-is-out.test.ts';

/**
 * What keeps people's data with those whom it concerns, and out of everybody else's way: who is out, who was erased, what a
 * copy brings back, who may speak to a bot in local mode. (The keys of Teams are in `door.ts`.)
 */
export const mutants: readonly Mutant[] = [
  {
    without: "a refusal to erase a unit's member by card",
    file: 'bot/features/privacy/erase-person.ts',
    search: '  if (plan.units.length > 0) return confirmErasureCard(speak, plan);\n',
    replacement: '',
    test: 'tests/features/privacy/my-data.test.ts',
    named: 'is refused for who acts for a unit',
  },
  {
    without: 'an end to the cards of who has left the unit',
    file: 'bot/deliveries/update-cards.ts',
    search: 'roles: rolesIn(assistant, model, made, person)',
    replacement: "roles: ['responsible']",
    test: OUT,
  },
  {
    without: 'a question about what perhaps arrived, when all is sent again',
    file: 'bot/features/listing/undelivered.ts',
    search: "value.state === 'dead'",
    replacement: 'isStuck(value)',
    test: 'tests/features/listing/undelivered.test.ts',
  },
  {
    ...UNENCRYPTED,
    without: 'a refusal of http storage beyond this machine',
    search: '!LOOPBACK.has(new URL(endpoint).hostname)',
    replacement: 'false',
  },
  {
    ...UNENCRYPTED,
    without: 'a refusal of http storage that names no endpoint',
    search: 'isHttp && (!endpoint || ',
    replacement: 'isHttp && (endpoint !== undefined && ',
  },
  {
    without: 'a refusal of http where nothing says that it may be',
    file: 'bot/adapters/tables/rows/http-client.ts',
    search: "protocol !== 'https:' && !request.allowInsecureConnection",
    replacement: 'false',
    test: 'tests/adapters/tables/rows/http-client.test.ts',
  },
  {
    without: 'a newer draft in memory before an older answer',
    file: 'bot/adapters/tables/casework/draft-memory.ts',
    search: 'present === undefined || present.value.revision <= revision',
    replacement: 'present === undefined || stored',
    test: 'tests/adapters/tables/casework/draft-memory.test.ts',
  },
  {
    without: "an end to the draft's id on a purged case",
    file: 'bot/domain/privacy/purge.ts',
    search: "    draft: 'removed',\n",
    replacement: '',
    test: 'tests/domain/privacy/purge.test.ts',
  },
  {
    without: 'an end to what can be done with a purged case',
    file: 'bot/domain/case/life.ts',
    search: 'made.purged === undefined && from.includes',
    replacement: 'from.includes',
    test: 'tests/domain/privacy/purge.test.ts',
  },
  {
    without: 'an end to changes of a purged case',
    file: 'bot/domain/case/life.ts',
    search: 'return purged === undefined && lifeOf',
    replacement: "return purged !== '' && lifeOf",
    test: 'tests/domain/privacy/purge.test.ts',
  },
  {
    without: 'an end to the to-dos of a purged case',
    file: 'bot/features/case/open-todos.ts',
    search: 'stored.value.purged === undefined && ',
    replacement: '',
    test: 'tests/features/privacy/purge.test.ts',
  },
  {
    without: "a look at the tenant before a case is opened, which a coordinator's role does not have",
    file: 'bot/features/case/open-case.ts',
    search: ' || stored.value.requester.tenant !== who.tenant',
    replacement: '',
    test: OUT,
  },
  {
    ...PRIVACY,
    without: 'a look at the form of an id',
    search: 'if (id === undefined || tenant === undefined) {',
    replacement:
      'if (!typedId || !typedTenant || id === undefined || tenant === undefined) {\n    return run(command, { id: typedId, tenant: typedTenant });',
  },
  {
    ...PRIVACY,
    without: 'a word about another tenant',
    search: 'assistant.tenant.toLowerCase() !== tenant',
    replacement: 'false',
  },
  {
    ...PRIVACY,
    without: 'a word about nobody, when somebody is to be erased',
    search: 'if (!isFound && Object.values(erased).every((count) => count === 0)) return nobody(print, person);',
    replacement: '',
  },
  {
    ...PRIVACY,
    without: 'a word about nobody, when data are given out',
    search: '!isNamed && unreadable.length === 0',
    replacement: '!isNamed && unreadable.length < 0',
  },
  {
    without: 'small letters of an id',
    file: 'bot/domain/entra-id.ts',
    search: 'typed.trim().toLowerCase()',
    replacement: 'typed.trim()',
    test: PRIVACY.test,
    named: 'in whatever letters',
  },
  {
    ...ERASURE,
    without: 'the whole of an id',
    search: "value !== '' && value.toLowerCase() === id",
    replacement: 'value.toLowerCase().includes(id)',
  },
  {
    ...ERASURE,
    without: 'whatever letters a tenant has',
    search: 'made.requester.tenant.toLowerCase() !== tenant',
    replacement: 'made.requester.tenant !== erasure.person.tenant',
  },
  {
    ...ERASURE,
    without: 'a look at what nobody can read',
    search: '    setAside.some(({ text }) => idsIn(text).includes(id)) ||\n',
    replacement: '',
  },
  {
    ...REWRITING,
    without: 'an end to what was put aside of the case',
    search: '        ...(stored.value.setAside ?? []).map(({ key }) => ({ remove: { partitionKey, rowKey: key } })),\n',
    replacement: '',
  },
  {
    ...REWRITING,
    without: "a look at whose case's it is",
    search: '          .filter(({ rowKey }) => isAsideOf(number, rowKey))\n',
    replacement: '',
  },
  {
    ...CLAIMS,
    without: 'a hash in the place of whom a claim is for',
    search: 'kind: kindOf(what)',
    replacement: 'kind: what',
  },
  {
    without: 'an end to who had the summary of a day',
    file: 'bot/features/privacy/erasing.ts',
    search: '  for (const what of [digestOf, staleEntriesOf]) await claims.forget(what(erasure.person));\n',
    replacement: '',
    test: PRIVACY.test,
    named: 'leaves nothing in what nobody can read',
  },
  {
    without: 'everybody, where somebody is looked for by name',
    file: 'bot/features/privacy/erase-person.ts',
    search: 'everybody(who.tenant, Number.POSITIVE_INFINITY)',
    replacement: 'everybody(who.tenant, 1000)',
    test: PRIVACY.test,
    named: 'however many others',
  },
  {
    ...COPY,
    without: 'a hash of each table',
    search: 'count === undefined || sha256 === undefined',
    replacement: 'count === undefined',
  },
  { ...COPY, without: 'a look at how many rows there are', search: ' || found.rows !== count', replacement: '' },
  {
    ...COPY,
    without: 'a refusal of tables that are not known',
    search: 'if (unknown !== undefined) {',
    replacement: 'if (unknown === path) {',
  },
  {
    ...COPY,
    without: 'a look at what has become of what waits in a copy',
    file: 'bot/adapters/tables/raw-tables.ts',
    search: "isInUse && table === 'casework'",
    replacement: "isInUse && table === ''",
  },
  {
    ...COPY,
    file: 'bot/adapters/tables/overtaken.ts',
    without: 'a look at what was sent',
    search: 'settledRangeOf(entry, columns, places), ',
    replacement: '',
  },
  {
    ...COPY,
    file: 'bot/adapters/tables/overtaken.ts',
    without: 'a look at what is under way',
    search: 'waitingRange(), ',
    replacement: '',
  },
  {
    ...COPY,
    file: 'bot/adapters/tables/overtaken.ts',
    without: 'a look at what waits for a person',
    search: ', stuckRange()]',
    replacement: ']',
  },
  {
    ...OWN_MACHINE,
    without: 'a look at the name that is asked for in local mode',
    search: ' || !loopbackConnectorUrls(`http://${host}`)',
    replacement: '',
  },
  {
    ...OWN_MACHINE,
    without: 'a look at whose page asks in local mode',
    search: 'origin === undefined || loopbackConnectorUrls(origin)',
    replacement: 'true',
  },
  {
    ...OWN_MACHINE,
    file: 'bot/adapters/teams/teams.ts',
    without: 'either in local mode',
    search: '        ...(!identity && { isAnswered: isOfOwnMachine }),\n',
    replacement: '',
  },
  {
    ...LOOPBACK_ONLY,
    without: 'the same for the storage and the Playground',
    search: '|| isOfOwnMachine(request.headers)',
    replacement: '|| request.headers',
  },
  {
    ...LOOPBACK_ONLY,
    file: 'bot/local/azurite.ts',
    without: 'the same for the storage',
    search: "    preloads: [path.join(config.root, 'bot', 'local', 'children', 'loopback-only.cjs')],\n",
    replacement: '',
  },
  {
    ...MIRROR,
    without: 'the page before the line, which makes up for a write that failed',
    search:
      "    await writeWhole(join(folder, 'index.html'), mirrorPage([...items.values()], names));\n    if (shown) await writeWhole(join(folder, id), `${JSON.stringify(columns, undefined, 2)}\\n`);\n    else await rm(join(folder, id));\n",
    replacement:
      "    if (shown) await writeWhole(join(folder, id), `${JSON.stringify(columns, undefined, 2)}\\n`);\n    else await rm(join(folder, id));\n    await writeWhole(join(folder, 'index.html'), mirrorPage([...items.values()], names));\n",
  },
  {
    without: "a ceiling of Graph's answers",
    file: 'bot/adapters/graph/graph-chain.ts',
    search: 'bytes > most',
    replacement: 'bytes < 0',
    test: 'tests/adapters/graph/graph-client.test.ts',
  },
];
