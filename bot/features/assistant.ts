import type { Kit } from '../cards/kit';
import type { Render } from '../cards/layout/render';
import type { DirectoryContent } from '../domain/directory/directory';
import { FromNewer } from '../domain/errors';
import type { CityLanguages, Language } from '../domain/language/language';
import type { CityNames } from '../domain/language/places';
import type { Words } from '../domain/language/words';
import type { ByKind } from '../domain/outbox/subjects';
import type { Process } from '../domain/process/process';
import type { Records } from '../domain/process/records';
import type { Model } from '../domain/rules/model';
import type { Understand } from '../domain/said/understanding';
import type { Calendar } from '../domain/working-time';
import type {
  CaseFolders,
  CaseStore,
  Claims,
  Colleagues,
  Directory,
  DirectoryEditor,
  DraftStore,
  Erasures,
  Log,
  Messenger,
  Outbox,
  People,
  Register,
  SharedClock,
  Telemetry,
} from '../ports';
import type { Subject } from './subject';

/** Everything that the features work with, handed in by the composition root. */
export interface Assistant {
  readonly processes: ReadonlyMap<string, Process>;
  readonly countries: readonly string[];
  /** Cities that are called differently in different languages. */
  readonly cities: readonly CityNames[];
  readonly calendar: Calendar;
  readonly languages: CityLanguages;
  readonly records: Records;
  readonly render: Render;
  readonly understand: Understand;
  words(language: Language): Words;

  readonly drafts: DraftStore;
  readonly cases: CaseStore;
  readonly outbox: Outbox;
  /** What entries of the outbox belong to. */
  readonly subjects: ByKind<Subject>;
  readonly register: Register;
  readonly claims: Claims;
  readonly erasures: Erasures;
  /** Where a case's documents are; absent where no library is configured. */
  readonly folders?: CaseFolders;
  readonly directory: Directory;
  readonly directoryEditor: DirectoryEditor;
  /** Who else is in the tenant; absent where nobody can be asked. */
  readonly colleagues?: Colleagues;
  readonly people: People;
  /** The tenant whose people are served; absent in local mode, which asks nobody where they come from. */
  readonly tenant?: string;
  /** Whether guests of the tenant are served, too. */
  readonly allowGuests: boolean;
  readonly messenger: Messenger;
  readonly clock: SharedClock;
  readonly log: Log;
  readonly telemetry: Telemetry;
  /** Local mode: nobody else is there, so the requester also acts for the unit that has the case. */
  readonly rehearsal: boolean;
  /** Random numbers from 0 up to 1, for ids. */
  readonly random: () => number;
  /** Wakes the outbox worker for a case that has just been written. */
  nudge(caseNumber: string): void;
}

/** The words of one language, the renderer, and the day. */
export function kit(assistant: Assistant, language: Language): Kit {
  const { render, calendar, clock } = assistant;
  return { words: assistant.words(language), render, today: calendar.dayOf(clock.now()) };
}

/** The model of a process with the directory as it is now, for who may do what. */
export async function currentModelOf(assistant: Assistant, processId: string): Promise<Model> {
  return withDirectory(assistant, await assistant.directory.current())(processId);
}

/** The model of a process with today's directory. Throws `FromNewer` when there is no such process here. */
export async function modelOf(assistant: Assistant, processId: string): Promise<Model> {
  const models = await allModels(assistant);
  return models(processId);
}

/** Looks up models by process id, all with the same directory. */
export async function allModels(assistant: Assistant): Promise<(processId: string) => Model> {
  return withDirectory(assistant, await assistant.directory.content());
}

/** The same for listings, where what is of no process that is known here stands among the rest. */
export async function knownModels(assistant: Assistant): Promise<(processId: string) => Model | undefined> {
  const models = await allModels(assistant);
  return (processId) => (assistant.processes.has(processId) ? models(processId) : undefined);
}

function withDirectory(assistant: Assistant, directory: DirectoryContent): (processId: string) => Model {
  return (processId) => {
    const { processes, countries, calendar, records } = assistant;
    return { process: knownProcess(processes, processId), directory, countries, calendar, records };
  };
}

/** @throws FromNewer when there is no such process here. */
export function knownProcess(processes: Assistant['processes'], id: string): Process {
  const process = processes.get(id);
  if (process) return process;
  throw new FromNewer('What belongs to a process', { why: `the city has no "${id}" among its processes` });
}
