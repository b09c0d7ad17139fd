import type { Mutant } from './mutant';

export const mutants: readonly Mutant[] = [
  {
    without: 'a channel is repeated although it does not declare it',
    file: 'bot/domain/outbox/channels.ts',
    search: 'return Object.hasOwn(TABLE, channel) && TABLE[channel].isRepeatable === true;',
    replacement: "return channel !== 'teams';",
    test: 'tests/domain/outbox/channels.test.ts',
  },
];
