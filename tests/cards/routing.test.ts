import { routingView } from '../../bot/cards/parts/routing';
import { PASSED_ON } from '../../bot/domain/case/routing';
import { LANGUAGES } from '../../bot/domain/language/language';
import { testContent } from '../fixtures/content';

const { kit, model } = testContent();
const visit = model('dignitary-visit');

/** Why the responsible unit has a case, as a card says it, by the rule that it was stored with. */
function reason(rule: string, language: (typeof LANGUAGES)[number]): unknown {
  const responsible = { unit: 'security', deliverTo: 'security', rule, source: 'M 3.3' };
  const { responsible: row } = routingView(
    kit(language),
    visit,
    { routing: { responsible, informed: [] }, answers: {} },
    240,
  );
  return (row as { readonly why: unknown }).why;
}

it.each(LANGUAGES)('says in %s why a unit has a case, also by a rule that another version has', (language) => {
  const { words } = kit(language);
  expect(reason('matrix-security', language)).toBe(words.process('dignitary-visit', 'routing.matrix-security'));
  expect(reason(PASSED_ON, language)).toBe(words.own('routing.passed-on'));
  expect(reason('rule-of-another-version', language)).toBe(words.own('routing.another-version'));
});
