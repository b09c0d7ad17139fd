import type { FirstDirectory } from '../../domain/directory/directory';
import {
  type CaseStore,
  type Claims,
  type Clock,
  type Directory,
  type DirectoryEditor,
  type DraftStore,
  type Erasures,
  type Log,
  NO_TELEMETRY,
  type Outbox,
  type People,
  type Register,
  type SharedClock,
  type Telemetry,
} from '../../ports';
import { createCaseStore } from './casework/case-store';
import { DraftMemory } from './casework/draft-memory';
import { createDraftStore } from './casework/draft-store';
import { createOutbox } from './casework/outbox-table';
import { ONLY_CASES, type Places } from './casework/subjects';
import { createDirectoryEditor } from './directory/directory-editor';
import { createDirectory } from './directory/directory-table';
import { claimForCity } from './directory/remembered-city';
import { seedDirectory } from './directory/seed-directory';
import { createPeople } from './people/people-table';
import { createClaims } from './register/claims-table';
import { createErasures } from './register/erasures-table';
import { createRegister } from './register/register-table';
import { createRowReader } from './rows/row-reader';
import { StorageClock } from './rows/storage-clock';
import { type StorageAccess, tableClient } from './rows/table-client';
import { TableRows } from './rows/table-rows';

/** A press is answered within three seconds; it waits for one call, or for refreshes (below) and then for one. */
const DEADLINE_MS = 2_200;
/** The part of it for which a refresh of what is remembered may hold up a press. */
const PATIENCE = 1 / 10;

/** All tables there are; `docs/data.md` describes what is in them. */
export const TABLE_NAMES = ['casework', 'directory', 'people', 'register'] as const;

/** Everything that is kept in Azure Tables. */
export interface Tables {
  readonly drafts: DraftStore;
  readonly cases: CaseStore;
  readonly outbox: Outbox;
  readonly directory: Directory;
  readonly directoryEditor: DirectoryEditor;
  readonly people: People;
  readonly register: Register;
  readonly claims: Claims;
  /** The time that all instances agree on: storage's. */
  readonly clock: SharedClock;
  readonly erasures: Erasures;
}

/**
 * Opens the tables: creates those that are absent, adds directory entries that are missing, and reads the directory once.
 * @throws Unavailable when storage cannot be reached; WrongCity where it is another city's; Error for a connection string
 *   that must not be used.
 */
export async function openTables({
  access,
  clock: own,
  firstDirectory,
  confirmedContactsOnly,
  log,
  telemetry = NO_TELEMETRY,
  deadlineMs = DEADLINE_MS,
  places = ONLY_CASES,
}: {
  readonly access: StorageAccess;
  readonly clock: Clock;
  /** What the directory begins with: the files of the city. */
  readonly firstDirectory: FirstDirectory;
  /** Whether mail goes to those contacts only that somebody has confirmed; to all of them unless told. */
  readonly confirmedContactsOnly?: boolean;
  readonly log?: Log;
  readonly telemetry?: Telemetry;
  /** The longest that one call to storage may take, with its repeats. */
  readonly deadlineMs?: number;
  /** What outbox entries may belong to; cases alone unless told. */
  readonly places?: Places;
}): Promise<Tables> {
  const clock = new StorageClock(own, log);
  const table = (name: (typeof TABLE_NAMES)[number]) =>
    new TableRows(tableClient(access, name, { deadlineMs, clock, telemetry }));
  const [casework, directoryRows, peopleRows, registerRows] = [
    table('casework'),
    table('directory'),
    table('people'),
    table('register'),
  ];
  await Promise.all([casework, directoryRows, peopleRows, registerRows].map((rows) => rows.prepare()));
  await claimForCity(directoryRows, firstDirectory.standing.city);
  await seedDirectory(directoryRows, firstDirectory, clock.now().toISOString());
  const memory = new DraftMemory();
  const reader = createRowReader(log);
  const patienceMs = deadlineMs * PATIENCE;
  const directory = createDirectory({
    rows: directoryRows,
    reader,
    first: firstDirectory,
    confirmedContactsOnly,
    clock,
    patienceMs,
    log,
  });
  await directory.content();
  return {
    drafts: createDraftStore({ rows: casework, reader, memory }),
    cases: createCaseStore({ rows: casework, reader, memory }),
    outbox: createOutbox({ rows: casework, reader, places }),
    directory,
    directoryEditor: createDirectoryEditor({ rows: directoryRows, reader, directory }),
    people: createPeople({ rows: peopleRows, reader, clock, patienceMs, log }),
    register: createRegister({ rows: registerRows, reader }),
    claims: createClaims({ rows: registerRows }),
    clock,
    erasures: createErasures({ rows: registerRows, reader }),
  };
}
