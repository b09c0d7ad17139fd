import type { Mutant } from './mutant';

const EVERY_VERB = 'tests/features/every-verb.test.ts';
const REGISTRATION = 'tests/answering/registration.test.ts';

/** Who is answered, by the tables of presses and commands. */
export const mutants: readonly Mutant[] = [
  {
    without: 'the wrapper lets others than the team in',
    file: 'bot/answering/for-whom.ts',
    search: 'return team ? feature(team, payload)',
    replacement: 'return team || anybody ? feature(team ?? { ...anybody, isOfTeam: true }, payload)',
    test: EVERY_VERB,
  },
  {
    without: 'everybody is of the team',
    file: 'bot/features/coordinator.ts',
    search: 'return isCoordinator(assistant, directory, turn.who) ?',
    replacement: 'return directory ?',
    test: EVERY_VERB,
  },
  {
    without: 'who is not remembered is looked up before their draft is read',
    file: 'bot/answering/for-whom.ts',
    search: 'return (asking, payload) => pressInWalk(asking,',
    replacement: 'return async (asking, payload) => pressInWalk(await asked(asking),',
    test: 'tests/features/round-trips.test.ts',
    named: 'on an instance that has never seen the draft',
  },
  {
    without: 'somebody is answered without being admitted',
    file: 'bot/answering/error-boundary.ts',
    search: "if (!('refused' in admitted)) {\n          const message = await answer(admitted);",
    replacement: 'if (admitted) {\n          const message = await answer(met);',
    test: 'tests/features/person/guests.test.ts',
  },
  {
    without: 'a greeting gives the language away',
    file: 'bot/answering/commands.ts',
    search: "hello: { answer: greeting('hello'), tellsLanguage: false }",
    replacement: "hello: { answer: greeting('hello'), tellsLanguage: true }",
    test: REGISTRATION,
  },
];
