/** Asks for somebody of the city, and says what is wrong with who was chosen. */
import { ENTRY_PROBLEMS, type EntryProblem, LONGEST } from '../../domain/directory/entry-fields';
import type { Named } from '../../domain/person';
import type { Kit } from '../kit';
import type { Json } from '../layout/json';
import { pickerField, typedText } from './field';

/** Who was sought and not found: as it was typed, with what is wrong. */
export interface RejectedPerson {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly problems: Readonly<Record<string, EntryProblem>>;
}

export interface PeopleOffered {
  /** Whom the assistant knows. In Teams everybody of the tenant can be searched besides; elsewhere (the Playground) these are all. */
  readonly known: readonly Named[];
  /** Whether somebody can be looked up by address too. */
  readonly byMail: boolean;
}

/** The fields for a person: to search by name, and by address where that can be asked. `filled` stands in them at first. */
export function soughtPersonFields(
  kit: Kit,
  { known, byMail }: PeopleOffered,
  room: number,
  rejected: RejectedPerson | undefined,
  filled: { readonly person?: string; readonly mail?: string } = {},
): readonly Json[] {
  const value = (id: 'person' | 'mail') =>
    rejected ? (typedText({ inputs: rejected.inputs, problems: {} }, id, LONGEST.address) ?? '') : (filled[id] ?? '');
  const person = pickerField({ ...soughtField(kit, 'person', rejected), value: value('person') }, known, room);
  const mail = { ...soughtField(kit, 'mail', rejected), value: value('mail') };
  return byMail ? [person, mail] : [person];
}

function soughtField(kit: Kit, id: 'person' | 'mail', rejected: RejectedPerson | undefined) {
  const { words } = kit;
  const label = words.own(`directory.field.${id}`);
  const why = words.own(`directory.hint.${id}`);
  return {
    id,
    type: 'text',
    label: id === 'person' ? label : words.own('form.optional', { question: label }),
    hint: id === 'mail' ? words.own('form.limit', { why, count: LONGEST.address }) : words.own('form.hint', { why }),
    problem: problemText(kit, rejected?.problems[id], { max: LONGEST.address }),
    maxLength: LONGEST.address,
    multiline: false,
    choices: [],
    style: 'compact',
  };
}

/** The sentence for a problem with what was filled in of the directory or of a person, or empty. */
export function problemText(
  { words }: Kit,
  problem: EntryProblem | undefined,
  limits: { readonly min?: number; readonly max?: number },
): string {
  if (problem === undefined) return '';
  const own = ENTRY_PROBLEMS.find((candidate) => candidate === problem);
  if (own) return words.own(`directory.problem.${own}`);
  return words.own(`problems.${problem as Exclude<EntryProblem, (typeof ENTRY_PROBLEMS)[number]>}`, limits);
}
