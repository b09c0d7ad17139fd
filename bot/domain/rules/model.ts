import type { DirectoryContent } from '../directory/directory';
import type { Process } from '../process/process';
import type { Records } from '../process/records';
import type { Calendar } from '../working-time';

/** What a checklist is judged by: the process, and the directory that its predicates and routing look things up in. */
export interface Model {
  readonly process: Process;
  readonly directory: DirectoryContent;
  /** ISO 3166-1 alpha-2 codes that may be chosen as a country. */
  readonly countries: readonly string[];
  /** On which days people of the city are at work. */
  readonly calendar: Calendar;
  /** What listings and figures count, by ids of the city's processes. */
  readonly records: Records;
}
