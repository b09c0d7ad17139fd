/** The kinds of what outbox entries belong to: where one is kept, what is kept of it, and how word of it goes out. */
import { CASE_ROWS, type SubjectRows } from '../adapters/tables/casework/subjects';
import type { Deliveries } from '../deliveries/by-subject';
import { deliverCases } from '../deliveries/case-deliveries';
import type { Outside } from '../deliveries/outside';
import type { ByKind } from '../domain/outbox/subjects';
import type { Assistant } from '../features/assistant';
import { keepCases } from '../features/case/kept-cases';
import type { Subject } from '../features/subject';

/** A kind of subject, as it is put together. */
export interface SubjectKind {
  readonly rows: SubjectRows;
  keep(parts: Omit<Assistant, 'subjects'>): Subject;
  deliver(assistant: Assistant, outside: Outside): Deliveries;
}

/** All there are. The name of a kind stands in the column `subject` of its entries; an entry without is a case's. */
export const SUBJECTS: ByKind<SubjectKind> = {
  case: { rows: CASE_ROWS, keep: keepCases, deliver: deliverCases },
};
