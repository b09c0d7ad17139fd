import { digestCard } from '../../../bot/cards/listing/digest';
import { LANGUAGES } from '../../../bot/domain/language/language';
import { testContent } from '../../fixtures/content';
import { texts } from '../../fixtures/person/read-card';
import { newLine } from '../../playing/listed-cases';

const { kit, model } = testContent();
const reader = { id: 'somebody' };

describe.each(LANGUAGES)('the card of the day, in %s', (language) => {
  const speak = kit(language);
  const nothing = speak.words.own('digest.empty');
  const textsWith = (waiting: Parameters<typeof digestCard>[2]['waiting']) =>
    texts(digestCard(speak, () => model('visit-request'), { reader, waiting, given: [] }).card);

  it('says so where nothing waits any more', () => expect(textsWith([])).toContain(nothing));

  it('does not say so where something waits', () => expect(textsWith([newLine()])).not.toContain(nothing));
});
