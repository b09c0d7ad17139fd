import { caseMail } from '../../../bot/deliveries/mail/case-mail';
import { goldenOf, lived, modelOf } from '../../domain/lived-cases';
import { testContent } from '../../fixtures/content';

const { kit } = testContent();
const model = modelOf('visit-request');
const [golden] = goldenOf(model);
if (!golden) throw new Error('The visit request has no golden case.');
const { case: made } = lived(model, golden, { life: [], day: 60, figure: 1, lines: 1 });

it.each(['request', 'information', 'news', 'reminder'] as const)(
  'a mail of %s has a subject that Exchange keeps',
  (purpose) => {
    const organisation = `${'Society '.repeat(24)}Sample`;
    const long = { ...made, answers: { ...made.answers, organisation, country: 'GS', 'group-size': 2000 } };
    const { subject } = caseMail([kit('sv')], model, long, { key: 'k', purpose, name: 'n', address: 'a@example.org' });
    expect(subject.length).toBeLessThanOrEqual(255);
    expect(subject).toContain(made.number);
    expect(subject).toMatch(/\S… \([^)]+\)$|\S \([^)]+\)$/);
  },
);
