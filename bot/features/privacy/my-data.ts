/** What is stored about somebody, for them: in numbers on a card, and all of it as text. */
import { inPages, myDataCard, myDataTextCard } from '../../cards/privacy/my-data';
import type { Payload } from '../../cards/verbs';
import { actsIn } from '../../domain/directory/unit-members';
import type { Message } from '../../domain/message';
import type { Person } from '../../domain/person';
import type { Asked } from '../asked';
import type { Assistant } from '../assistant';
import type { FoundAbout } from '../subject';

/** As many drafts and cases are counted; whoever has more is told so. */
const MOST_COUNTED = 500;

/** Looks for a person where that is quick: among what they have begun, and where listings name them. */
export async function foundAbout({ drafts, register }: Assistant, person: Person): Promise<FoundAbout> {
  const [begun, listed, given] = await Promise.all([
    drafts.list(person, { size: MOST_COUNTED }),
    register.find({ of: 'person', person: person.id }, { size: MOST_COUNTED }),
    register.find({ of: 'given', person: person.id }, { size: MOST_COUNTED }),
  ]);
  const own = listed.items.filter(({ tenant }) => tenant === person.tenant);
  return {
    begun: begun.items,
    listed: own,
    given: given.items
      .filter(({ tenant }) => tenant === person.tenant)
      .flatMap((line) => (line.given ?? []).map((one) => ({ ...one, case: line.number })))
      .flatMap(({ person: id, todo, case: number }) => (id === person.id ? [{ case: number, todo }] : [])),
    isCut: [begun, listed, given].some(({ next }) => next !== undefined),
    unreadable: [begun, listed, given].flatMap((page) => page.unreadable ?? []),
  };
}

/** In which units somebody acts. */
export async function unitsServedBy({ directory }: Assistant, { id }: Pick<Person, 'id'>) {
  const { units } = await directory.content();
  return units.filter((unit) => actsIn(unit, id));
}

/** Says what is stored about whoever asks. */
export async function myData({ assistant, turn: { who }, speak }: Asked): Promise<Message> {
  const [known, { begun, listed, given, isCut, unreadable }, units] = await Promise.all([
    assistant.people.find(who),
    foundAbout(assistant, who),
    unitsServedBy(assistant, who),
  ]);
  const [since] = [...begun.map(({ createdAt }) => createdAt), ...listed.map((line) => line.submittedAt)].sort();
  return myDataCard(speak, {
    ...(known && {
      known: { language: known.language, notify: known.notify ?? 'at-once', hasChat: known.chat !== undefined },
    }),
    units: units.map(({ name }) => speak.words.name(name)),
    drafts: begun.filter((draft) => draft.case === undefined).length,
    sent: begun.filter((draft) => draft.case !== undefined).length,
    listed: listed.length,
    given: given.length,
    atLeast: isCut,
    unreadable: [...unreadable, ...ownRow(assistant, who)],
    ...(since !== undefined && { since }),
  });
}

/** Shows a page of all of it. */
export async function myDataText(
  { assistant, turn: { who }, speak }: Asked,
  { page }: Payload<'my-data-text'>,
): Promise<Message> {
  const [known, found, units] = await Promise.all([
    assistant.people.find(who),
    foundAbout(assistant, who),
    unitsServedBy(assistant, who),
  ]);
  const own = await Promise.all(Object.values(assistant.subjects).map((subject) => subject.ownOf(who, found)));
  const unreadable = [...found.unreadable, ...own.flatMap((one) => one.unreadable), ...ownRow(assistant, who)];
  const all = {
    person: known ?? null,
    units: units.map(({ id, members }) => ({
      unit: id,
      member: members.find((member) => member.id.toLowerCase() === who.id.toLowerCase()),
    })),
    drafts: found.begun.filter((draft) => draft.case === undefined),
    ...Object.fromEntries(own.flatMap(({ parts }) => Object.entries(parts))),
    given: found.given,
    ...(unreadable.length > 0 && { unreadable }),
  };
  const pages = inPages(JSON.stringify(all, null, 1));
  const shown = Math.min(page, pages.length - 1);
  return myDataTextCard(speak, {
    pages,
    page: shown,
    isCut: found.isCut || own.some(({ isCut }) => isCut),
    unreadable,
  });
}

/** What the assistant remembers of somebody beside their cases, where that cannot be read. */
function ownRow({ people }: Assistant, who: Person): readonly string[] {
  return people.isUnreadable(who) ? [who.id] : [];
}
