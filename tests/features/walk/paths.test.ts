import { mailsIn } from '../../playing/mails';
import { storedRows } from '../../playing/stored-rows';
import {
  answers,
  cardText,
  fillForms,
  gives,
  numberOn,
  question,
  RECEIVED,
  unitName,
  walkToOutcome,
  walkToReceipt,
  walkToSummary,
  wordsIn,
} from '../../playing/visit-walk';
import { withAssistant, withSomebodyNew } from '../../playing/with-assistant';

const words = wordsIn('en');
const outcome = (id: string) => words.process('visit-request', `outcomes.${id}.title`);
const LATE = { dignitary: false, 'in-time': false };
const NOT_FREE = { ...RECEIVED, interesting: false };
/** Nothing that speaks against a fee. */
const NO_REASON = { partner: false, networks: false };

const assistant = withAssistant();
const person = withSomebodyNew(assistant);

/** The stored case of the receipt seen. */
function caseOnReceipt() {
  const number = numberOn(person);
  return storedRows(assistant.tables).cases.find((row) => row.number === number);
}

/** All that stands on the card seen. */
const card = () => cardText(person);

describe('a foreign dignitary', () => {
  const dignitary = (key: string) => words.process('dignitary-visit', key);

  /** Says that the guest is a dignitary, and of which kind: from then on it is a dignitary visit. */
  async function dignitaryOf(kind: string): Promise<void> {
    await walkToOutcome(person, { given: { dignitary: true } });
    for (const [item, value] of [
      ['kind', kind],
      ['requested-by', 'embassy'],
      ...(kind === 'royalty' ? [['state-visit', true] as const] : []),
    ] as const) {
      await answers(person, item, value);
    }
  }

  it('is received without the criteria, shows who takes part, and who is responsible is asked', async () => {
    await dignitaryOf('royalty');
    expect(card()).toContain(dignitary('outcomes.receive.title'));
    expect(card()).toContain(words.own('matrix.title'));
    for (const role of ['Mayor (KJ)', 'Communications', 'Security']) expect(card()).toContain(role);
    expect(card()).not.toContain(words.own('matrix.confirm'));
    await person.press('Continue');
    expect(card()).toContain(dignitary('items.responsible-person.question'));
  });

  it('shows what the source has lost of the matrix as to be confirmed, not as a guess', async () => {
    await dignitaryOf('minister');
    expect(card()).toContain(words.own('matrix.lost', { count: 3, roles: 5 }));
    expect(card()).toContain(words.own('matrix.confirm'));
  });
});

describe('a request that came too late', () => {
  it('is declined, and becomes a case all the same', async () => {
    await walkToOutcome(person, { given: LATE });
    expect(card()).toContain(question('late-response'));
    await answers(person, 'late-response', 'decline');
    expect(card()).toContain(outcome('not-in-time'));
    await person.says('cancel');
    await person.says('yes');
    const given = { ...LATE, 'late-response': 'decline' };
    await walkToReceipt(person, { given, afterOutcome: { partner: false } });
    expect(caseOnReceipt()).toMatchObject({ outcome: 'not-in-time', a_late_response: 'decline' });
  });

  it('for which another date is suggested is judged and listed by that date, and says that it was moved', async () => {
    await walkToOutcome(person, { given: { ...LATE, 'late-response': 'another-date' } });
    expect(card()).toContain(question('other-date'));
    await person.press('Continue');
    expect(card()).toContain(words.own('problems.missing'));
    await person.press('Continue', { 'other-date': '2026-09-14' });
    const { dignitary: _d, 'in-time': _t, ...criteria } = RECEIVED;
    await gives(person, 'interesting', criteria);
    expect(card()).toContain(outcome('receive'));
    expect(card()).toContain(words.process('visit-request', 'outcomes.receive.advice.another-date'));
    await person.press('Continue');
    await fillForms(person, { afterOutcome: { partner: true } });
    await person.press('Send');
    expect(caseOnReceipt()).toMatchObject({ outcome: 'receive', a_other_date: '2026-09-14' });
    const number = numberOn(person);
    await assistant.settled(number);
    await person.says(number);
    expect(person.texts()).toContain(`${words.day('2026-09-14')} · Innovation`);
  });
});

describe('a visit without a single Yes among the five criteria', () => {
  it('is not free of charge, and somebody who is no partner is offered a paid technical visit', async () => {
    await walkToOutcome(person, { given: NOT_FREE });
    expect(card()).toContain(outcome('not-free'));
    await person.press('Continue');
    await fillForms(person, { afterOutcome: NO_REASON });
    expect(card()).toContain(question('technical-visit'));
    await answers(person, 'technical-visit', true);
    expect(card()).toContain(words.own('summary.title'));
  });

  it('goes on without a fee when no paid visit is wanted', async () => {
    await walkToSummary(person, { given: NOT_FREE, afterOutcome: { ...NO_REASON, 'technical-visit': false } });
    expect(card()).toContain(question('without-fee'));
    await answers(person, 'without-fee', 'unit-decides');
    expect(card()).toContain(words.own('summary.title'));
  });

  it('never offers a paid visit to a partner', async () => {
    await walkToSummary(person, { given: NOT_FREE, afterOutcome: { partner: true } });
    expect(card()).toContain(question('without-fee'));
    await answers(person, 'without-fee', 'decline');
    expect(card()).toContain(words.own('summary.title'));
  });

  it('keeps the paid visit in the case', async () => {
    await walkToReceipt(person, { given: NOT_FREE, afterOutcome: { ...NO_REASON, 'technical-visit': true } });
    expect(caseOnReceipt()).toMatchObject({ outcome: 'not-free', a_technical_visit: true });
  });

  it('offers a paid visit also where a Yes speaks for the visit but nothing can be learnt from it', async () => {
    await walkToSummary(person, { given: { ...NOT_FREE, visibility: true }, afterOutcome: NO_REASON });
    expect(card()).toContain(question('technical-visit'));
  });
});

describe('who gets it', () => {
  it('is the group administration when the visit matters to the whole city, and the sector and the international affairs team are told', async () => {
    await walkToSummary(person, { theme: { 'main-theme': 'sector-substance', level: 'city-wide' } });
    expect(card()).toContain(question('representatives'));
    await person.press('Continue', { representatives: ['mayor', 'staff'] });
    await person.press('Continue', { sector: 'Basic education in Tapiola' });
    expect(card()).toContain(words.process('visit-request', 'routing.wide-to-group-administration'));
    await person.press('Send');
    expect(caseOnReceipt()).toMatchObject({
      responsibleUnit: 'economic-and-urban-development',
      informedUnits: 'sector,international-affairs',
    });
  });

  it('is the unit whose contact has no address, while word goes to the international affairs team with a note', async () => {
    await walkToSummary(person, { theme: { 'main-theme': 'leisure-travel', level: 'one-sector' } });
    const instead = unitName('international-affairs');
    const note = words.own('routing.no-address-of', { contact: 'Tiina Backman', instead });
    expect(card()).toContain(note);
    await person.press('Send');
    const number = numberOn(person);
    await assistant.settled(number);
    expect(caseOnReceipt()).toMatchObject({ responsibleUnit: 'espoo-marketing-leisure' });
    const mails = mailsIn(assistant.mailFolder).filter(({ file }) => file.startsWith(number));
    expect(mails.map(({ to }) => to)).toEqual([expect.stringContaining('<international@espoo.fi>')]);
    expect(mails[0]?.text).toContain(note);
    expect(mails[0]?.html).toContain('Tiina Backman');
  });

  it('is asked for by name when the field is one sector alone, in free words', async () => {
    await walkToSummary(person, { theme: { 'main-theme': 'sector-substance', level: 'one-sector' } });
    expect(card()).toContain(question('sector'));
    await person.press('Continue', { sector: 'Basic education in Tapiola' });
    expect(card()).toContain('Basic education in Tapiola');
    await person.press('Send');
    expect(caseOnReceipt()).toMatchObject({ responsibleUnit: 'sector', a_sector: 'Basic education in Tapiola' });
    const number = numberOn(person);
    await assistant.settled(number);
    // What the directory calls the unit whose name is typed says nothing to anybody.
    expect(card()).not.toContain(unitName('sector'));
    const [mail] = mailsIn(assistant.mailFolder).filter(({ file }) => file.startsWith(number));
    expect(mail?.text).toContain(words.own('mail.greeting', { unit: 'Basic education in Tapiola' }));
    expect(mail?.text).toContain(words.own('routing.no-address', { instead: unitName('international-affairs') }));
    expect(mail?.text).not.toContain(unitName('sector'));
  });

  it('is nobody else where no other theme is chosen', async () => {
    await walkToSummary(person, { theme: { 'main-theme': 'innovation', level: 'one-sector' } });
    expect(card()).toContain(words.own('routing.nobody'));
  });
});
