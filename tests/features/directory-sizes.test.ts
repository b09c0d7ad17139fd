import { directoryCard, directoryListCard } from '../../bot/cards/directory';
import { directoryEntryCard, type TaggedEntry } from '../../bot/cards/directory-entry';
import { entryFormCard } from '../../bot/cards/directory-form';
import { directoryHistoryCard } from '../../bot/cards/directory-history';
import { memberCard } from '../../bot/cards/directory-member';
import { memberFormCard, newMemberCard } from '../../bot/cards/directory-member-forms';
import { SHOWN_LISTS } from '../../bot/cards/directory-verbs';
import type { DirectoryView } from '../../bot/cards/directory-words';
import type { DirectoryContent, Member, Unit } from '../../bot/domain/directory';
import { EDITABLE_LISTS, type EditableList, type EntryContents, entriesIn } from '../../bot/domain/directory-entry';
import { LONGEST } from '../../bot/domain/entry-fields';
import { LANGUAGES } from '../../bot/domain/language';
import type { Message } from '../../bot/domain/message';
import { testContent } from '../fixtures/content';
import { cardViolations } from '../fixtures/published-schemas';

const { content, kit, model } = testContent();
const AT = '2026-03-02T09:12:00Z';

/** What takes the most bytes for a character that the limits count, and for one that is shown. */
describe.each(['語', '🙂', '"'])('with sixty units, thirty people in each, all names full of %s', (filler) => {
  const text = (length: number) => filler.repeat(Math.floor(length / filler.length));
  const name = { fi: text(LONGEST.name), sv: text(LONGEST.name), en: text(LONGEST.name) };
  const id = (number: number) => `${'x'.repeat(57)}-${number}`;
  const members = Array.from(
    { length: 30 },
    (_, at): Member => ({
      id: `00000000-1111-4222-8333-${String(at).padStart(12, '0')}`,
      name: text(200),
      address: `${'a'.repeat(60)}@${'b'.repeat(60)}.example`,
      absences: Array.from({ length: 10 }, (_unused, day) => ({ from: `2026-03-1${day}`, to: `2026-04-1${day}` })),
    }),
  );
  const { directory: first } = model('visit-request');
  const [unit] = first.units;
  const [theme] = first.themes;
  const [city] = first.sisterCities;
  if (!unit || !theme || !city) throw new Error('The first directory is empty.');
  const many = <T>(entry: T) => Array.from({ length: 60 }, (_, at): T => ({ ...entry, id: id(at), name }));
  const full: Unit = { ...unit, name, contact: { name: text(LONGEST.name), address: members[0]?.address }, members };
  const directory: DirectoryContent = {
    ...first,
    units: many(full),
    themes: many({ ...theme, unit: id(1) }),
    sisterCities: many({ ...city, spellings: text(LONGEST.spellings - 40).match(/.{1,40}/gu) ?? [] }),
  };
  const view: DirectoryView = { directory, processes: [...content.processes.values()], today: '2026-03-02' };
  const tag = `W/"datetime'2026-03-02T09%3A12%3A00.0000000Z'"`;
  const of = <L extends EditableList>(list: L, at: number): TaggedEntry<L> => ({
    tag,
    value: {
      list,
      content: entriesIn(directory, list)[at] as EntryContents[L],
      retired: false,
      events: 9,
      edited: { by: { id: 'x', name: text(200) }, at: AT },
    },
  });
  const typed = Object.fromEntries(
    ['name-fi', 'name-sv', 'name-en', 'contact-name', 'contact-address', 'spellings', 'unit', 'country'].map((part) => [
      part,
      text(5000),
    ]),
  );
  const wrong = Object.fromEntries(Object.keys(typed).map((part) => [part, 'too-long' as const]));
  const rejected = { inputs: typed, problems: wrong, overtaken: text(240) };

  it.each(LANGUAGES)('every card in %s is one that Teams shows', (language) => {
    const own = kit(language);
    const units = of('units', 1);
    const [somebody] = members;
    if (!somebody) throw new Error('There is nobody.');
    const change = { edit: 'changed', at: AT, by: { id: 'x', name: text(200) } } as const;
    const parts = { 'contact-name': text(120), 'name-fi': text(120), 'name-sv': text(120), 'name-en': text(120) };
    const cards: Message[] = [
      directoryCard(own, view),
      ...SHOWN_LISTS.flatMap((list) => [0, 12, 48].map((from) => directoryListCard(own, view, list, from))),
      ...EDITABLE_LISTS.flatMap((list) => [
        directoryEntryCard(own, view, of(list, 0), { note: text(240) }),
        entryFormCard(own, view, list, of(list, 0)),
        entryFormCard(own, view, list, of(list, 0), rejected),
        entryFormCard(own, view, list, undefined, rejected),
      ]),
      ...[0, 12, 24].map((from) => directoryEntryCard(own, view, units, { from })),
      memberCard(own, view, units, somebody),
      memberFormCard(own, units, somebody, { inputs: { address: text(500) }, problems: { address: 'too-long' } }),
      newMemberCard(own, units, {
        known: Array.from({ length: 50 }, (_, at) => ({ id: `${somebody.id}-${at}`, name: text(256) })),
        byMail: true,
      }),
      directoryHistoryCard(own, view, units.value, {
        items: Array.from({ length: 40 }, (_, sequence) => ({ ...change, sequence, before: parts, after: parts })),
      }),
    ];
    expect(cards.flatMap(({ card }) => cardViolations(card))).toEqual([]);
  });
});
