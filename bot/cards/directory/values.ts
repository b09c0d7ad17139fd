/** The parts of an entry of the directory as inputs hold them. */
import type {
  DignitaryRow,
  LeadTime,
  Network,
  Reminder,
  Retention,
  SisterCity,
  Theme,
  Unit,
} from '../../domain/directory/directory';
import type { EditableList, EntryContents } from '../../domain/directory/entry';
import { partyField } from '../../domain/directory/entry-fields';

/** Of each unit whether it takes part, in a row of the matrix of dignitaries; empty for everything else. */
export function partiesOf(content: EntryContents[EditableList] | undefined): DignitaryRow['parties'] {
  return content && 'parties' in content ? (content as DignitaryRow).parties : {};
}

/** What stands in the parts of an entry, each as its input has it; parts without anything in them are absent. */
export type Values = Readonly<Partial<Record<string, string | number>>>;

export function valuesOf(content: EntryContents[EditableList]): Values {
  const {
    name,
    contact,
    organisation,
    noticeDays,
    unit,
    spellings,
    country,
    status,
    kind,
    case: number,
    days,
    workingDays,
    months,
    unendedMonths,
  } = content as Partial<Unit & Theme & SisterCity & Pick<Network, 'kind' | 'case'> & LeadTime & Reminder & Retention>;
  const parties = Object.entries(partiesOf(content)).map(([party, part]) => [partyField(party), part] as const);
  return Object.fromEntries(
    Object.entries({
      ...Object.fromEntries(parties),
      'name-fi': name?.fi,
      'name-sv': name?.sv,
      'name-en': name?.en,
      'contact-name': contact?.name,
      'contact-address': contact?.address,
      organisation,
      noticeDays,
      unit,
      spellings: spellings?.join('\n'),
      country,
      status,
      kind,
      case: number,
      days,
      workingDays,
      months,
      unendedMonths,
    }).filter(([, value]) => value !== undefined),
  );
}
