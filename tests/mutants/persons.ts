import type { Mutant } from './mutant';

const APPOINTMENT = {
  file: 'bot/domain/case/given/appointment.ts',
  test: 'tests/domain/case/given/appointment.test.ts',
};
const GIVEN = { file: 'bot/domain/case/given/given-todo.ts', test: 'tests/domain/case/given/given-todo.test.ts' };
const RESPONSIBLE = 'tests/features/case/responsible-person.test.ts';
const TODOS = 'tests/features/case/given-todos.test.ts';
const NIGHT = { file: 'bot/commands/departures.ts', test: 'tests/commands/departures.test.ts' };

/** Who carries a visit out, and who was given a to-do: how they come by it, what they may, and when it ends. */
export const mutants: readonly Mutant[] = [
  {
    ...APPOINTMENT,
    without: 'whoever has part in a case confirms its responsible person',
    search: "return roles.includes('coordinator') && isChangeable(made)",
    replacement: 'return roles.length > 0 && isChangeable(made)',
  },
  {
    ...APPOINTMENT,
    without: 'whoever has part in a case ends the appointment',
    search: 'ENDED_BY.some((role) => roles.includes(role))',
    replacement: 'roles.length > 0',
  },
  {
    ...APPOINTMENT,
    without: 'an appointment is changed when the case is over',
    search: 'return isOpen(state) && purged === undefined;',
    replacement: 'return purged === undefined && state !== undefined;',
  },
  {
    ...APPOINTMENT,
    without: 'the team does not hear that an appointment ended',
    search: '[...newsToTeam(model, made, person), ...echoes(made)]',
    replacement: '[...echoes(made)]',
  },
  {
    without: 'whom the requester named has the role of the responsible person',
    file: 'bot/domain/case/roles.ts',
    search: "...(isAppointee(made, who) ? (['appointee'] as const) : []),",
    replacement:
      "...(isAppointee(made, who) || made.answers['responsible-person'] === who.name ? (['appointee'] as const) : []),",
    test: RESPONSIBLE,
    named: 'no right by it',
  },
  {
    without: 'the responsible person decides about the visit',
    file: 'bot/domain/case/lives/step.ts',
    search: "export const HANDLERS = ['responsible', 'coordinator'] as const satisfies readonly CaseRole[];",
    replacement:
      "export const HANDLERS = ['responsible', 'coordinator', 'appointee'] as const satisfies readonly CaseRole[];",
    test: 'tests/domain/case/life.test.ts',
  },
  {
    without: 'a card on which somebody else is responsible changes who is',
    file: 'bot/features/case/appointment.ts',
    search: "if ((made.appointee?.id ?? '') !== present)",
    replacement: 'if (present.length > 80)',
    test: RESPONSIBLE,
    named: 'an old card',
  },
  {
    without: 'a guest of the tenant is made responsible',
    file: 'bot/features/sought-person.ts',
    search: "'value' in found && found.value.guest ?",
    replacement: "'value' in found && found.value.name === '' ?",
    test: 'tests/features/sought-person.test.ts',
  },
  {
    without: 'whom the assistant has met once need not be in Entra ID to get a right',
    file: 'bot/features/sought-person.ts',
    search: 'await sought(asking, inputs, lookUpInTenant);',
    replacement: 'await sought(asking, inputs, lookUp);',
    test: 'tests/features/sought-person.test.ts',
  },
  {
    without: 'the responsible person is not told of what others decide',
    file: 'bot/domain/case/telling.ts',
    search: "return [news(made, about, appointee, 'appointee')];",
    replacement: 'return [];',
    test: APPOINTMENT.test,
  },
  {
    without: 'who has the case is reminded in place of who carries it out',
    file: 'bot/domain/case/reminding.ts',
    search: 'return made.appointee ?? whoHas(',
    replacement: 'return whoHas(',
    test: APPOINTMENT.test,
  },
  {
    without: 'a purge keeps the responsible person',
    file: 'bot/domain/privacy/without-people.ts',
    search: '...(appointee && !isMeant(appointee.id) && { appointee }),',
    replacement: '...(appointee && { appointee }),',
    test: APPOINTMENT.test,
  },
  {
    ...NIGHT,
    without: 'whoever has left stays responsible',
    search: "(await colleagues.find(appointee.id)) === undefined ? 'left' : undefined",
    replacement: "(await colleagues.find(appointee.id)) === null ? 'left' : undefined",
  },
  {
    ...NIGHT,
    without: 'whoever is to be forgotten stays responsible',
    search: 'if (forgotten.has(appointee.id.toLowerCase()))',
    replacement: 'if (forgotten.has(appointee.name))',
  },
  {
    ...GIVEN,
    without: 'a to-do that is done, and the case with it, is seen for good',
    search: '!done && personId',
    replacement: 'personId',
  },
  {
    ...GIVEN,
    without: 'the same object id of another tenant has the to-do',
    search: 'made.requester.tenant !== tenant || ',
    replacement: '',
  },
  {
    ...GIVEN,
    without: 'every change of a to-do tells the person anew',
    search: 'id === before?.personId || ',
    replacement: '',
  },
  {
    without: 'whoever was given a to-do sees the others, too',
    file: 'bot/features/case/open-todos.ts',
    search: 'const todos = isAllGiven ? own : all;',
    replacement: 'const todos = own.length > 0 ? all : own;',
    test: TODOS,
  },
  {
    without: 'whoever was given a to-do passes it to others',
    file: 'bot/features/case/written-todo.ts',
    search: 'const picked = isGiven ? undefined : await',
    replacement: 'const picked = await',
    test: TODOS,
  },
  {
    without: 'who sees one to-do reads what the case is about',
    file: 'bot/cards/case/todos.ts',
    search: "isAllGiven ? words.process(model.process.id, 'name') :",
    replacement: "isAllGiven && todosOf === undefined ? words.process(model.process.id, 'name') :",
    test: TODOS,
  },
  {
    without: 'a name that is written keeps the right of who was picked before',
    file: 'bot/domain/case/todo.ts',
    search: 'change.person === (todo.person ?? null) ? todo.personId : undefined',
    replacement: 'todo.personId',
    test: GIVEN.test,
  },
  {
    without: 'the id of a picker is kept as a name',
    file: 'bot/domain/walk/answer-input.ts',
    search: "UNNAMED.test(raw) ? { problem: 'nobody' } :",
    replacement: '',
    test: 'tests/features/walk/picked-people.test.ts',
  },
  {
    without: 'an erasure that finds name and address together in a field',
    file: 'bot/domain/privacy/erasure.ts',
    search: 'const written = readWrittenPerson(value);',
    replacement: 'const written: ReturnType<typeof readWrittenPerson> = { name: value.trim() };',
    test: APPOINTMENT.test,
  },
];
