import { isObject } from '../fixtures/json';
import { actionsOn } from '../fixtures/teams-person';
import {
  answers,
  cardText,
  fills,
  question,
  RECEIVED,
  walkToOutcome,
  walkToSummary,
  wordsIn,
} from '../playing/visit-walk';
import { withAssistant, withSomebodyNew } from '../playing/with-assistant';

const words = wordsIn('en');
const sectionTitle = (section: string) => words.process('visit-request', `sections.${section}`);
const label = (item: string) => words.process('visit-request', `items.${item}.label`);
const outcome = (id: string) => words.process('visit-request', `outcomes.${id}.title`);

const assistant = withAssistant();
const person = withSomebodyNew(assistant);

/** The answers that the summary offers to change: what the row's press is called, and where it leads. */
function changeable(): readonly (readonly [string, string])[] {
  return actionsOn(person.card())
    .filter(({ action }) => action.verb === 'change')
    .map(({ action: { title, data } }) => [String(title), isObject(data) ? String(data.step) : '']);
}

const FORMS = ['what-and-when', 'criteria', 'visitor', 'programme', 'theme'];

/** Presses "Change" beside an answer; the answers of a form are changed together. */
async function changes(item: string): Promise<void> {
  const forms: Readonly<Record<string, string>> = {
    organisation: 'visitor',
    'main-theme': 'what-and-when',
    interesting: 'criteria',
    visibility: 'criteria',
  };
  const form = forms[item];
  const name = form === undefined ? label(item) : sectionTitle(form);
  const change = words.own('summary.change', { label: name });
  await person.press(
    ({ verb, title }) => verb === 'change' && (title === change || String(title).startsWith(`${change}: `)),
  );
}

describe('the summary', () => {
  it('offers to change every answer and every form by its name, and each leads to its own card and back', async () => {
    await walkToSummary(person);
    const offers = changeable();
    expect(offers.map(([, step]) => step)).toEqual([
      'dignitary',
      'what-and-when',
      'in-time',
      'criteria',
      'visitor',
      'programme',
      'theme',
      'partner',
    ]);
    for (const [title, step] of offers) {
      expect(title).toMatch(/^Change: ./);
      await person.press((action) => action.title === title);
      const text = cardText(person);
      expect(text).toContain(
        FORMS.includes(step) ? words.process('visit-request', `sections.${step}`) : question(step),
      );
      if (FORMS.includes(step)) await person.press('Continue');
      else await answers(person, step, RECEIVED[step] ?? false);
      expect(changeable()).toEqual(offers);
    }
  });

  it('shows a changed answer, in the place where it stood', async () => {
    await walkToSummary(person);
    await changes('organisation');
    await person.press('Continue', { organisation: 'Another Council' });
    expect(cardText(person)).toContain('Organisation: Another Council');
    expect(cardText(person)).not.toContain('Sample City Council');
  });

  it('sends the changed answers', async () => {
    await walkToSummary(person);
    await changes('main-theme');
    await person.press('Continue', { 'main-theme': 'congresses' });
    expect(cardText(person)).toContain('Espoo Marketing (congresses)');
    await person.press('Send');
    expect(cardText(person)).toContain('Espoo Marketing (congresses)');
  });

  it('is gone from Back until the card that was changed is answered', async () => {
    await walkToSummary(person);
    await changes('in-time');
    expect(cardText(person)).toContain(words.own('walk.given', { answer: 'Yes' }));
    await person.press('Back');
    expect(cardText(person)).toContain(question('main-theme'));
  });
});

describe('a change that makes other answers needless', () => {
  it('says which were removed, and asks what is new', async () => {
    await walkToSummary(person);
    await changes('in-time');
    await person.press('No');
    await answers(person, 'late-response', 'decline');
    const gone = ['interesting', 'significant', 'national-referral', 'leadership-referral', 'visibility'].map(label);
    expect(person.texts()).toContain(words.own('walk.dropped', { count: 5, answers: gone.join(', ') }));
    expect(cardText(person)).toContain(outcome('not-in-time'));
    await person.press('Continue');
    expect(cardText(person)).not.toContain(words.own('walk.dropped', { count: 5, answers: gone.join(', ') }));
    expect(cardText(person)).toContain(words.own('summary.title'));
    expect(cardText(person)).not.toContain(label('interesting'));
  });

  it('says it in the singular for one answer', async () => {
    await walkToSummary(person, { theme: { 'main-theme': 'sector-substance', level: 'one-sector' } });
    await person.press('Continue', { sector: 'Libraries' });
    await changes('main-theme');
    await person.press('Continue', { 'main-theme': 'innovation' });
    expect(person.texts()).toContain(words.own('walk.dropped', { count: 1, answers: label('sector') }));
    expect(cardText(person)).toContain(words.own('summary.title'));
  });

  it('shows the outcome again when it has become another one', async () => {
    await walkToSummary(person);
    await changes('interesting');
    await fills(person, { interesting: 'false' });
    expect(cardText(person)).toContain(outcome('not-free'));
    await person.press('Continue');
    expect(cardText(person)).toContain(question('networks'));
  });

  it('does not bother with it when the outcome stays', async () => {
    await walkToSummary(person);
    await changes('visibility');
    await fills(person, { visibility: 'true' });
    expect(cardText(person)).toContain(words.own('summary.title'));
  });
});

describe('the outcome explains itself', () => {
  /** The lines under "What would change it". */
  const flips = () => {
    const lines = person.texts({ opened: true });
    return lines.slice(lines.indexOf(words.own('outcome.flips')) + 1).filter((line) => line.includes('would'));
  };
  const flip = (item: string, answer: string, id: string) =>
    words.own('outcome.flip', {
      changes: words.own('outcome.change', { label: label(item), answer }),
      count: 1,
      outcome: outcome(id),
    });

  const openIf = (item: string, answer: string) =>
    words.own('outcome.flip-open', {
      changes: words.own('outcome.change', { label: label(item), answer }),
      count: 1,
    });

  it('by the answers that decided, the rule with its section, and each single answer that would change it', async () => {
    await walkToOutcome(person);
    const card = cardText(person);
    expect(card).toContain(words.own('outcome.reasons'));
    expect(card).toContain(words.process('visit-request', 'rules.receive'));
    expect(card).toContain(words.own('outcome.count', { reached: 1, of: 5 }));
    expect(card).toContain(words.own('source.model', { section: '3.4' }));
    expect(flips()).toEqual([
      flip('dignitary', 'Yes', 'dignitary'),
      openIf('in-time', 'No'),
      flip('interesting', 'No', 'not-free'),
    ]);
  });

  it('names every criterion when any single Yes would do', async () => {
    await walkToOutcome(person, { given: { ...RECEIVED, interesting: false } });
    expect(flips()).toEqual([
      flip('dignitary', 'Yes', 'dignitary'),
      openIf('in-time', 'No'),
      words.own('outcome.flip', {
        changes: ['interesting', 'significant', 'national-referral', 'leadership-referral', 'visibility']
          .map((item) => words.own('outcome.change', { label: label(item), answer: 'Yes' }))
          .join(', '),
        count: 5,
        outcome: outcome('receive'),
      }),
    ]);
  });

  it('names no criterion when two speak for the visit', async () => {
    await walkToOutcome(person, { given: { ...RECEIVED, visibility: true } });
    expect(flips()).toEqual([flip('dignitary', 'Yes', 'dignitary'), openIf('in-time', 'No')]);
  });

  it('says where an answer would only lead to further questions', async () => {
    await walkToOutcome(person, { given: { dignitary: false, 'in-time': false, 'late-response': 'decline' } });
    const either = [
      words.own('outcome.change', { label: label('in-time'), answer: 'Yes' }),
      words.own('outcome.change', { label: label('late-response'), answer: 'Suggest another date' }),
    ];
    expect(flips()).toContain(words.own('outcome.flip-open', { changes: either.join(', '), count: 2 }));
  });

  it('and what it says would happen does happen', async () => {
    await walkToOutcome(person);
    await person.press('Back');
    await fills(person, { interesting: 'false' });
    expect(cardText(person)).toContain(outcome('not-free'));
  });
});
