/** A safeguard, how it is taken out, and the tests of which one has to fail then. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  /** Stands in the file once. */
  readonly search: string;
  readonly replacement: string;
  readonly tests: readonly string[];
}

const EVERY_VERB = ['tests/features/every-verb.test.ts'];
const GUESTS = ['tests/features/guests.test.ts'];
const NASTY = ['tests/features/nasty-text.test.ts'];

/** The safeguards of a press and of typed text. */
export const PRESS_MUTANTS: readonly Mutant[] = [
  {
    name: 'another tenant is served',
    file: 'bot/features/admission.ts',
    search: '(tenant !== undefined && who.tenant.toLowerCase() !== tenant.toLowerCase())',
    replacement: 'false',
    tests: GUESTS,
  },
  {
    name: 'a second tenant in an activity is overlooked',
    file: 'bot/adapters/teams/turn-of.ts',
    search: 'return new Set(tenants).size > 1;',
    replacement: 'return tenants.length > 9;',
    tests: GUESTS,
  },
  {
    name: 'a sender who is marked as a guest is overlooked',
    file: 'bot/adapters/teams/turn-of.ts',
    search: "return role === 'guest' || role === 'anonymous';",
    replacement: "return role === 'nobody';",
    tests: GUESTS,
  },
  {
    name: 'guests are served whatever the setting',
    file: 'bot/features/admission.ts',
    search: "if (standing === 'guest' && !allowGuests)",
    replacement: "if (standing === 'guest' && !allowGuests && turn.outside)",
    tests: GUESTS,
  },
  {
    name: 'who is not in Entra ID is served',
    file: 'bot/features/admission.ts',
    search: "if (standing === 'nobody')",
    replacement: "if (standing === 'nobody' && turn.outside)",
    tests: GUESTS,
  },
  {
    name: 'the kind of an account is not read',
    file: 'bot/adapters/graph/graph-colleagues.ts',
    search: "userType?.toLowerCase() === 'guest'",
    replacement: "userType?.toLowerCase() === 'visitor'",
    tests: GUESTS,
  },
  {
    name: "somebody else's draft is opened",
    file: 'bot/features/press-in-walk.ts',
    search: "if (!isOwnersDraft(id, turn.who)) return plainNotice(fallback, 'not-yours');",
    replacement: '',
    tests: EVERY_VERB,
  },
  {
    name: 'a card of an earlier revision counts',
    file: 'bot/features/press-in-walk.ts',
    search: ' || stored.value.revision !== revision',
    replacement: '',
    tests: EVERY_VERB,
  },
  {
    name: 'a card of an earlier event of the case counts',
    file: 'bot/features/act-on-case.ts',
    search: 'if (made.since.event !== event) return',
    replacement: 'if (made.since.event > event + 99) return',
    tests: EVERY_VERB,
  },
  {
    name: 'an action that is not open is carried out',
    file: 'bot/features/open-case.ts',
    search: 'return roles.length > 0 ? { stored, model, roles } : undefined;',
    replacement: 'return { stored, model, roles };',
    tests: EVERY_VERB,
  },
  {
    name: 'everybody may edit the directory',
    file: 'bot/features/edit-directory.ts',
    search: "if (!isCoordinator(assistant, directory, turn.who)) return plainNotice(speak, 'not-coordinator');",
    replacement: '',
    tests: EVERY_VERB,
  },
  {
    name: 'a directory entry of another tag is edited',
    file: 'bot/features/directory-desk.ts',
    search: 'if (stored.tag !== tag) return',
    replacement: 'if (stored.tag === undefined) return',
    tests: EVERY_VERB,
  },
  {
    name: 'roles come from an old directory while storage is slow',
    file: 'bot/features/edit-directory.ts',
    search: 'const directory = await assistant.directory.current();',
    replacement: 'const directory = await assistant.directory.content();',
    tests: EVERY_VERB,
  },
  {
    name: 'who was asked to handle a case keeps it after leaving the unit',
    file: 'bot/domain/life.ts',
    search: '...(isMember(directory, responsible.unit, who.id) ?',
    replacement: '...(isMember(directory, responsible.unit, who.id) || responsible.contact?.id === who.id ?',
    tests: ['tests/domain/life.test.ts'],
  },
  {
    name: 'a to-do of another revision is changed',
    file: 'bot/features/todos.ts',
    search: 'todo.revision !== revision || ',
    replacement: '',
    tests: EVERY_VERB,
  },
  {
    name: 'a verb of Object is looked up',
    file: 'bot/cards/verbs.ts',
    search: "typeof verb !== 'string' || !Object.hasOwn(verbs, verb)",
    replacement: "typeof verb !== 'string'",
    tests: EVERY_VERB,
  },
  {
    name: 'control characters are kept',
    file: 'bot/domain/answer-input.ts',
    search: "if (UNSTORABLE.test(text) || !text.isWellFormed()) return { problem: 'not-readable' };",
    replacement: '',
    tests: NASTY,
  },
  {
    name: 'control characters come back on a card',
    file: 'bot/cards/render.ts',
    search: "return node.toWellFormed().replace(UNSHOWABLE, '\\ufffd');",
    replacement: 'return node;',
    tests: NASTY,
  },
  {
    name: 'text in mails is not escaped',
    file: 'bot/mail/case-mail.ts',
    search: "    '<': '&lt;',",
    replacement: "    '<': '<',",
    tests: NASTY,
  },
  {
    name: 'an encoded word stands in a subject',
    file: 'bot/mail/case-mail.ts',
    search: ".replaceAll('=?', '=\\u200b?')",
    replacement: '',
    tests: NASTY,
  },
  {
    name: 'a notification has several lines',
    file: 'bot/cards/kit.ts',
    search: "summary: summary.replace(/\\s+/g, ' ')",
    replacement: 'summary',
    tests: NASTY,
  },
  {
    name: 'an endless name is kept with the chat',
    file: 'bot/adapters/teams/chat-reference.ts',
    search: '{ id: user.id,',
    replacement: '{ ...user,',
    tests: NASTY,
  },
  {
    name: 'a name is kept as it comes',
    file: 'bot/adapters/teams/turn-of.ts',
    search: 'name: shownName(activity.from.name)',
    replacement: "name: activity.from.name ?? ''",
    tests: NASTY,
  },
  {
    name: 'the local list is not escaped',
    file: 'bot/adapters/local/mirror-page.ts',
    search: "  '<': '&lt;',",
    replacement: "  '<': '<',",
    tests: NASTY,
  },
];
