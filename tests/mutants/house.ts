/** The rules of the house: its rooms, what imports what, and that what was stored and shown before is so still. */
import type { Mutant } from './mutant';

const architecture = 'tests/architecture/architecture.test.ts';
const inOrder = 'has subjects inside its layers that import each other downwards only';
const noCircle = 'has no circle, neither of files nor of folders';
const otherChecks = 'name what stands in no room, and a room that is too full';

export const mutants: readonly Mutant[] = [
  {
    without: 'two files of the domain import each other',
    file: 'bot/domain/case/todo.ts',
    search: "import type { DirectoryContent } from '../directory/directory';\n",
    replacement:
      "import type { DirectoryContent } from '../directory/directory';\nimport type { Case } from './case';\nexport type Of = Case;\n",
    test: architecture,
    named: noCircle,
  },
  {
    without: 'two folders import each other, though no two of their files do',
    file: 'bot/domain/case/number.ts',
    search: '/** How a case is numbered:',
    replacement: "export type { Edit } from './filled-in/edit';\n/** How a case is numbered:",
    test: architecture,
    named: noCircle,
  },
  {
    without: 'a subject of the domain imports one that stands beside it',
    file: 'bot/domain/privacy/erasure.ts',
    search: "import type { Case, CaseEvent } from '../case/case';\n",
    replacement:
      "import type { Case, CaseEvent } from '../case/case';\nexport type { Phrases } from '../said/phrases';\n",
    test: architecture,
    named: inOrder,
  },
  {
    without: 'a feature of a lower subject imports one of a higher',
    file: 'bot/features/privacy/erasing.ts',
    search: "import { digestOf, staleEntriesOf } from '../../domain/notify';\n",
    replacement:
      "import { digestOf, staleEntriesOf } from '../../domain/notify';\nexport { startWalk } from '../walk/start-walk';\n",
    test: architecture,
    named: inOrder,
  },
  {
    without: 'the domain uses a package that is not on its list',
    file: 'bot/domain/language/spelling.ts',
    search: "import { keptWords } from './kept-spelling';\n",
    replacement: "import { keptWords } from './kept-spelling';\nimport 'pino';\n",
    test: architecture,
    named: 'has imports that point down only',
  },
  {
    without: 'code knows an item of a process',
    file: 'bot/features/privacy/erasing.ts',
    search: 'export interface Eraser {\n',
    replacement: "const SIZE = 'group-size';\nexport interface Eraser {\n  readonly size?: typeof SIZE;\n",
    test: architecture,
    named: 'names no item of a process, outside the predicates',
  },
  {
    without: 'something is exported that the product does not use',
    file: 'bot/domain/case/number.ts',
    search: '/** How a case is numbered:',
    replacement: "export const someNumber = () => 'V-2026-0042';\n/** How a case is numbered:",
    test: architecture,
    named: 'exports nothing that only tests use',
  },
  {
    without: 'a file may stand loose beside the rooms',
    file: 'tests/architecture/folders.ts',
    search: '!IN_THE_ROOT.includes(file)',
    replacement: "file === ''",
    test: architecture,
    named: otherChecks,
  },
  {
    without: 'a room may hold any number of files',
    file: 'tests/architecture/folders.ts',
    search: 'inside.length > MOST_FILES',
    replacement: 'inside.length < 0',
    test: architecture,
    named: otherChecks,
  },
  {
    without: 'an exception of items stays listed when nothing needs it',
    file: 'tests/architecture/item-ids.ts',
    search: 'return [...named, ...idle];',
    replacement: 'return named;',
    test: architecture,
    named: 'an exception that nothing needs',
  },
  {
    without: 'a card that differs counts as the same',
    file: 'tests/gallery/card-texts.ts',
    search: 'if (one === other) return [];',
    replacement: 'if (one === other || (one && other)) return [];',
    test: 'tests/gallery/card-texts.test.ts',
    named: 'differs in one letter',
  },
  {
    without: 'the sentence of an empty day, under the name that its layout reads',
    file: 'bot/cards/listing/digest.ts',
    search: 'note: waiting.length',
    replacement: 'empty: waiting.length',
    test: 'tests/cards/listing/digest.test.ts',
    named: 'says so where nothing waits any more',
  },
  {
    without: 'drafts that the version before wrote are read',
    file: 'bot/adapters/tables/casework/draft-row.ts',
    search: "id: textOf(row, 'draft'),",
    replacement: "id: textOf(row, 'draftId'),",
    test: 'tests/contracts/recorded-storage.test.ts',
    named: 'is shown',
  },
  {
    without: 'what the version before left in a state of its outbox is delivered',
    file: 'bot/adapters/tables/casework/entry-row.ts',
    search: "channel: codeOf(row, 'channel')",
    replacement: "channel: codeOf(row, 'way')",
    test: 'tests/contracts/recorded-storage.test.ts',
    named: 'is delivered',
  },
];
