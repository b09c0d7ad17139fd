import type { DignitaryRow } from '../../../bot/domain/directory/directory';
import type { Draft } from '../../../bot/domain/walk/draft';
import { draftCard } from '../../../bot/features/walk/draft-card';
import { testContent } from '../../fixtures/content';

const { model, kit } = testContent();
const AT = '2026-03-02T09:00:00Z';
const OWNER = { id: 'a', tenant: 't', name: 'Aino Esimerkki' };
const ABOUT = { 'main-theme': 'high-ranking-guests', arrival: null, departure: null };
const WAYS = [
  ['visit-request', (kind: string) => ({ dignitary: true, 'dignitary-kind': kind, ...ABOUT })],
  ['dignitary-visit', (kind: string) => ({ foreign: true, kind, 'requested-by': 'embassy' })],
] as const;

describe.each(WAYS)('the recommendation of %s', (process, answersOf) => {
  /** The card of a recommendation for a kind of guest, with the matrix as it is or with the part of all units in all rows. */
  function cardFor(kind: string, part?: DignitaryRow['parties'][string], language: 'fi' | 'sv' | 'en' = 'en'): string {
    const visit = model(process);
    const dignitaryMatrix = visit.directory.dignitaryMatrix.map((row) => ({
      ...row,
      ...(part && { parties: Object.fromEntries(Object.keys(row.parties).map((unit) => [unit, part])) }),
    }));
    const draft: Draft = {
      id: 'draft',
      owner: OWNER,
      process,
      version: 1,
      language,
      revision: 1,
      state: { answers: answersOf(kind) },
      createdAt: AT,
      updatedAt: AT,
    };
    const card = draftCard(kit(language), { ...visit, directory: { ...visit.directory, dignitaryMatrix } }, draft);
    return JSON.stringify(card);
  }

  it.each(['fi', 'sv', 'en'] as const)(
    'says in %s which row a guest without one of their own is read from, in the same words',
    (language) => {
      const { words } = kit(language);
      const [row] = model(process).directory.dignitaryMatrix.filter(({ alsoFor }) => alsoFor.length > 0);
      const note = JSON.stringify(words.own('matrix.no-row', { row: row ? words.name(row.name) : '' })).slice(1, -1);
      expect(cardFor('international-organisation', undefined, language)).toContain(note);
      expect(cardFor('other-dignitary', undefined, language)).not.toContain(note);
    },
  );

  it('says what the source has lost until the team has settled it', () => {
    const { words } = kit('en');
    const lost = words.own('matrix.lost', { count: 4, roles: 5 });
    expect(cardFor('ambassador')).toContain(lost);
    expect(cardFor('ambassador')).toContain(words.own('matrix.confirm'));
    for (const part of ['yes', 'no'] as const) {
      expect(cardFor('ambassador', part)).not.toContain(lost);
      expect(cardFor('ambassador', part)).toContain(` · ${words.own(`matrix.${part}`)}"`);
    }
  });
});
