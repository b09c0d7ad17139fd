import { beforeYouBeginCard, toConfirmCard } from '../../bot/cards/directory/before-you-begin';
import { directoryCard, directoryListCard } from '../../bot/cards/directory/directory';
import { directoryEntryCard, type TaggedEntry } from '../../bot/cards/directory/entry';
import { entryFormCard } from '../../bot/cards/directory/form';
import { directoryHistoryCard } from '../../bot/cards/directory/history';
import { memberCard } from '../../bot/cards/directory/member';
import { memberFormCard, newMemberCard } from '../../bot/cards/directory/member-forms';
import type { DirectoryView } from '../../bot/cards/directory/words';
import type { Kit } from '../../bot/cards/kit';
import type { Member } from '../../bot/domain/directory/directory';
import {
  EDITABLE_LISTS,
  type EditableList,
  type EntryContents,
  type EntryEvent,
  entriesIn,
} from '../../bot/domain/directory/entry';
import { isToBeConfirmed } from '../../bot/domain/directory/first-content';
import type { Message } from '../../bot/domain/message';
import { testContent } from '../fixtures/content';

const AINO = { id: '0a1c7e52-3b94-4f6d-8a20-5d61e9b8c401', name: 'Aino Esimerkki' };
const AT = '2026-03-02T09:12:00Z';
const member = (id: string, name: string, more: Partial<Member> = {}): Member => ({ id, name, absences: [], ...more });

/** The cards with which the international affairs team keeps the directory, in the states that matter. */
export function directoryCards(kit: Kit): Record<string, Message> {
  const { content, model } = testContent();
  const { directory } = model('visit-request');
  const view: DirectoryView = { directory, processes: [...content.processes.values()], today: '2026-03-02' };
  const entry = <L extends EditableList>(list: L, id: string, more: object = {}, retired = false): TaggedEntry<L> => {
    const found = entriesIn(directory, list).find((candidate) => candidate.id === id);
    if (!found) throw new Error(`The directory has no ${list} "${id}".`);
    const changed = { ...found, ...more } as EntryContents[L];
    return { value: { list, content: changed, retired, events: 1, edited: { by: AINO, at: AT } }, tag: 'W/"1"' };
  };
  const bo = member('bo', 'Bo Exempel', {
    address: 'bo.exempel@espoo.fi',
    absences: [
      { from: '2026-03-01', to: '2026-03-08' },
      { from: '2026-07-01', to: '2026-07-31' },
    ],
  });
  const unit = entry('units', 'espoo-marketing-business', {
    members: [member(AINO.id, AINO.name), bo, member('kim', 'Kim Example')],
    deputy: 'bo',
  });
  const event = (sequence: number, more: Partial<EntryEvent>): EntryEvent => ({
    sequence,
    edit: 'changed',
    at: AT,
    by: AINO,
    before: {},
    after: {},
    ...more,
  });
  const unconfirmed = EDITABLE_LISTS.flatMap((list) =>
    entriesIn(directory, list)
      .filter((content) => isToBeConfirmed(list, content))
      .map(({ id }) => ({ list, id, tag: 'W/"1"' })),
  );
  const held: DirectoryView = {
    ...view,
    directory: { ...directory, unconfirmedContacts: directory.units.map(({ id }) => id) },
  };
  const minister = entry('dignitaryMatrix', 'minister');
  const visits = entry('retention', 'visit-request');
  const faster = kit.words.own('life.faster', { name: 'Bo Exempel', when: kit.words.momentOf(AT) });
  return {
    'before-you-begin': beforeYouBeginCard(kit, held, { unconfirmed }),
    'before-you-begin-units': toConfirmCard(kit, held, { list: 'units', unconfirmed, from: 0 }),
    'before-you-begin-matrix': toConfirmCard(kit, held, {
      list: 'dignitaryMatrix',
      unconfirmed,
      from: 0,
      note: kit.words.own('begin.confirmed', { name: kit.words.own('directory.drafts') }),
    }),
    'before-you-begin-retention': toConfirmCard(kit, held, { list: 'retention', unconfirmed, from: 6 }),
    'before-you-begin-done': beforeYouBeginCard(kit, view, { unconfirmed: [] }),
    'directory-matrix': directoryListCard(kit, view, 'dignitaryMatrix'),
    'directory-matrix-row': directoryEntryCard(kit, view, minister),
    'directory-matrix-form': entryFormCard(kit, view, 'dignitaryMatrix', minister, {
      inputs: {
        'party-international-affairs': 'yes',
        'party-mayor': 'yes',
        'party-communications': 'yes',
        'party-kajo-kh': 'yes',
        'party-security': 'no',
      },
      problems: {},
      doubt: { about: 'other-count', of: '', marked: 3, yes: 4 },
    }),
    'directory-retention-form': entryFormCard(kit, view, 'retention', visits, {
      inputs: { months: '6', unendedMonths: '60' },
      problems: {},
      doubt: { about: 'shorter', of: '' },
    }),
    directory: directoryCard(kit, view),
    'directory-units': directoryListCard(kit, view, 'units'),
    'directory-themes': directoryListCard(kit, view, 'themes'),
    'directory-reminders': directoryListCard(kit, view, 'reminders'),
    'directory-lead-times': directoryListCard(kit, view, 'leadTimes'),
    'directory-unit': directoryEntryCard(kit, view, unit),
    'directory-unit-overtaken': directoryEntryCard(kit, view, unit, { note: faster }),
    'directory-city': directoryEntryCard(kit, view, entry('sisterCities', 'shanghai')),
    'directory-retired': directoryEntryCard(kit, view, entry('themes', 'innovation', {}, true)),
    'directory-reminder': directoryEntryCard(kit, view, entry('reminders', 'contact-submitted')),
    'directory-unit-form': entryFormCard(kit, view, 'units', entry('units', 'service-development')),
    'directory-unit-form-problems': entryFormCard(kit, view, 'units', unit, {
      inputs: {
        'name-fi': '',
        'name-sv': 'Enheten',
        'name-en': 'The unit',
        'contact-address': 'bo',
        organisation: 'sector',
      },
      problems: { 'name-fi': 'missing', 'contact-address': 'not-an-address' },
      overtaken: faster,
    }),
    'directory-new-theme': entryFormCard(kit, view, 'themes', undefined),
    'directory-days-form': entryFormCard(kit, view, 'leadTimes', entry('leadTimes', 'gifts')),
    'directory-member': memberCard(kit, view, { entry: unit, member: bo }),
    'directory-member-form': memberFormCard(kit, unit, bo, {
      inputs: { address: 'bo', from: '2026-05-05', to: '2026-05-01' },
      problems: { address: 'not-an-address', to: 'too-early' },
    }),
    'directory-new-member': newMemberCard(
      kit,
      unit,
      { known: [{ id: 'new', name: 'Maija Malli' }], byMail: true },
      { inputs: { mail: 'nobody@espoo.fi' }, problems: { mail: 'unknown-person' } },
    ),
    'directory-history': directoryHistoryCard(kit, view, unit.value, {
      items: [
        event(1, { edit: 'member-added', by: 'assistant', about: AINO.name }),
        event(2, {
          before: { 'contact-address': 'old@espoo.fi', organisation: 'sector' },
          after: { organisation: 'not-told' },
        }),
        event(3, { edit: 'absence-added', about: 'Bo Exempel' }),
        event(4, { edit: 'checked' }),
      ],
    }),
    'directory-history-empty': directoryHistoryCard(kit, view, unit.value, { items: [] }),
  };
}
