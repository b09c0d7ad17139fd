import type { Mutant } from './mutant';

const EVERY_VERB = 'tests/features/every-verb.test.ts';
const VISIT = 'bot/domain/case/lives/visit.ts';
const IN_HAND = 'bot/domain/case/lives/in-hand.ts';
const LIFE = 'tests/domain/case/life.test.ts';
const REGISTRATION = 'tests/answering/registration.test.ts';

/** Who is answered, by the tables of presses and commands; and what the table of a case's life says. */
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
  {
    without: 'an answer is told to nobody',
    file: IN_HAND,
    search: "by: ['requester'], needs: ['text'], tells: ['asker']",
    replacement: "by: ['requester'], needs: ['text'], tells: []",
    test: LIFE,
  },
  {
    without: 'who passes a case on keeps it',
    file: IN_HAND,
    search: "      holder: 'nobody',\n",
    replacement: '',
    test: LIFE,
  },
  {
    without: 'a question forgets where it was asked',
    file: IN_HAND,
    search: '      asks: true,\n',
    replacement: '',
    test: LIFE,
  },
  {
    without: 'one asks what came of a visit that was not held',
    file: VISIT,
    search: "reportsIn: ['held']",
    replacement: "reportsIn: ['held', 'not-held']",
    test: LIFE,
  },
  {
    without: 'an overtaken question is told all the same',
    file: 'bot/cards/case/news.ts',
    search: 'if (step?.asks && !isLatest) return undefined;',
    replacement: '',
    test: 'tests/cards/case/news.test.ts',
  },
  {
    without: 'what is heard takes the place of a choice',
    file: 'bot/domain/acquaintance.ts',
    search: "(by === 'words' && !known.languageChosen)",
    replacement: "by === 'words'",
    test: 'tests/domain/acquaintance.test.ts',
  },
  {
    without: 'who is written to without a name loses theirs',
    file: 'bot/domain/acquaintance.ts',
    search: "(known?.person ?? { id, tenant, name: '' })",
    replacement: "{ id, tenant, name: '' }",
    test: 'tests/domain/acquaintance.test.ts',
  },
];
