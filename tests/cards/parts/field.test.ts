import type { Draft } from '../../../bot/domain/walk/draft';
import { draftCard } from '../../../bot/features/walk/draft-card';
import { testContent } from '../../fixtures/content';
import { inputsOn, texts } from '../../fixtures/person/read-card';

const { kit, model } = testContent();
const WRITTEN = 'Growth and learning, [Urban](https://example.org)';

/** The card that asks for the sectors that are ready, of a draft in which this was answered. */
function asked(sectors: string | readonly string[]) {
  const draft: Draft = {
    id: 'a-draft',
    owner: { id: 'somebody', tenant: 'tenant', name: 'Aino Esimerkki' },
    process: 'city-partner-proposal',
    version: 1,
    language: 'en',
    state: {
      answers: {
        city: 'Sample City',
        country: 'EE',
        'proposal-kind': 'cooperation-agreement',
        level: 'city',
        'ready-sectors': sectors,
      },
      at: 'ready-sectors',
    },
    revision: 3,
    createdAt: '2026-03-02T09:00:00Z',
    updatedAt: '2026-03-02T09:00:00Z',
  };
  return draftCard(kit('en'), model('city-partner-proposal'), draft).card;
}

describe('A choice of several that was a text once', () => {
  it('shows what was written, as it was typed, and nothing as chosen', () => {
    const card = asked(WRITTEN);
    expect(texts(card)).toContain(kit('en').words.own('form.written-before', { text: WRITTEN }));
    expect(inputsOn(card).find(({ id }) => id === 'ready-sectors')?.value).toBe('');
    expect(JSON.stringify(card)).not.toContain(`"type":"TextBlock","text":"${WRITTEN}`);
  });

  it('shows what was chosen as chosen', () => {
    const card = asked(['growth-and-learning', 'urban-environment']);
    expect(inputsOn(card).find(({ id }) => id === 'ready-sectors')?.value).toBe(
      'growth-and-learning,urban-environment',
    );
    expect(texts(card).join('\n')).not.toContain(kit('en').words.own('form.written-before', { text: '' }));
  });
});
