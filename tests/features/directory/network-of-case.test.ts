/** What a case that is in force leaves in the register of networks and partnerships. */
import type { Case } from '../../../bot/domain/case/case';
import type { CaseAction } from '../../../bot/domain/case/lives/life-of';
import type { Network } from '../../../bot/domain/directory/directory';
import type { DirectoryEntry, EntryChange } from '../../../bot/domain/directory/entry';
import { entryId } from '../../../bot/domain/directory/entry-id';
import { registerNetwork } from '../../../bot/features/directory/network-of-case';
import { goldenOf, lived, modelOf } from '../../domain/lived-cases';
import { WEEKDAYS } from '../../fixtures/model';

const model = modelOf('network-evaluation');
const [golden] = goldenOf(model);
const [eurocities] = model.directory.networks;

/** A case about an organisation with this life; `day` tells earlier ones from later ones. */
function caseOf(organisation: string, life: readonly CaseAction[], number: string, since: string): Case {
  if (!golden) throw new Error('The process has no golden case.');
  const { case: made } = lived(model, golden, { life, day: 1, figure: 0, lines: 0 });
  return {
    ...made,
    number,
    answers: { ...made.answers, [model.process.title.who]: organisation },
    since: { ...made.since, at: since },
  };
}

/** A register that holds the first content, and what has been written to it. */
function register(...others: readonly Case[]) {
  const kept = new Map<string, DirectoryEntry<'networks'>>(
    model.directory.networks.map((content) => [
      content.id,
      { list: 'networks', content, retired: false, events: 0 } satisfies DirectoryEntry<'networks'>,
    ]),
  );
  const writes: string[] = [];
  const put = (made: Case) =>
    registerNetwork(
      {
        calendar: WEEKDAYS,
        clock: { now: () => new Date('2026-03-02T10:00:00Z'), isTrusted: () => true },
        cases: {
          read: async (number: string) => {
            const value = others.find((other) => other.number === number);
            return value && { value, tag: 't' };
          },
        },
        directory: {
          content: async () => ({
            ...model.directory,
            networks: [...kept.values()].flatMap(({ content, retired }) => (retired ? [] : [content])),
          }),
        },
        directoryEditor: {
          entry: async (_: string, id: string) => {
            const value = kept.get(id);
            return value && { value, tag: 't' };
          },
          write: async (_: unknown, { entry, event }: EntryChange<'networks'>) => {
            kept.set(entry.content.id, entry);
            writes.push(event.edit);
            return { value: entry, tag: 't' };
          },
        },
        log: { info: () => {}, warn: () => {}, error: () => {} },
      } as unknown as Parameters<typeof registerNetwork>[0],
      model,
      made,
    );
  return { put, writes, content: (id: string): Network | undefined => kept.get(id)?.content, kept };
}

const MEMBER = ['accept', 'be-member'] as const;
const EARLY = '2026-02-02T10:00:00.000Z';
const LATE = '2026-03-01T10:00:00.000Z';

it('names the case in the entry of the network, however it is spelt, once', async () => {
  const { put, writes, content } = register();
  const made = caseOf('EUROCITIES', MEMBER, 'N-2026-0007', EARLY);
  await put(made);
  await put(made);
  expect(content(eurocities?.id ?? '')).toEqual({ ...eurocities, case: 'N-2026-0007' });
  expect(writes).toEqual(['changed']);
});

it('stands for nothing else of an entry: one that nobody of the team has confirmed still waits for them', async () => {
  const { put, kept } = register();
  const made = caseOf('Eurocities', MEMBER, 'N-2026-0007', EARLY);
  expect(made.holder).toBeDefined();
  await put(made);
  const { content: _, ...entry } = kept.get(eurocities?.id ?? '') ?? { content: undefined };
  expect(entry).toEqual({ list: 'networks', retired: false, events: 1 });
});

it('adds a network that is not there yet, and leaves it alone when the same is said again', async () => {
  const { put, writes, content } = register();
  const made = caseOf('League of Invented Ports', MEMBER, 'N-2026-0008', EARLY);
  await put(made);
  await put(made);
  expect(content(entryId('networks', 'League of Invented Ports'))).toMatchObject({
    name: { en: 'League of Invented Ports' },
    kind: 'network',
    case: 'N-2026-0008',
    lastChecked: '2026-03-02',
  });
  expect(writes).toEqual(['added']);
});

it('keeps the case that came into force later, whichever is told of last', async () => {
  const [early, late] = [
    caseOf('Eurocities', MEMBER, 'N-2025-0001', EARLY),
    caseOf('Eurocities', MEMBER, 'N-2026-0002', LATE),
  ];
  const { put, content } = register(early, late);
  for (const made of [early, late, early]) await put(made);
  expect(content(eurocities?.id ?? '')?.case).toBe('N-2026-0002');
});

it('keeps the case that is in force, though another one has ended since', async () => {
  const ended = caseOf('Eurocities', [...MEMBER, 'leave'], 'N-2025-0001', LATE);
  const still = caseOf('Eurocities', MEMBER, 'N-2026-0002', EARLY);
  const { put, content } = register(ended, still);
  await put(caseOf('Eurocities', MEMBER, 'N-2025-0001', EARLY));
  await put(still);
  expect(content(eurocities?.id ?? '')?.case).toBe('N-2026-0002');
});

it('leaves out what is not in force, and what the team took out of use', async () => {
  const { put, writes, kept } = register();
  await put(caseOf('Eurocities', ['accept'], 'N-2026-0009', EARLY));
  const entry = kept.get(eurocities?.id ?? '');
  if (entry) kept.set(entry.content.id, { ...entry, retired: true });
  await put(caseOf('Eurocities', MEMBER, 'N-2026-0009', EARLY));
  expect(writes).toEqual([]);
});
