import { isObject, type JsonObject, objectsIn } from '../fixtures/json';
import type { ActionChoice } from '../fixtures/person/read-card';
import { row } from '../fixtures/person/row';
import { texts } from '../fixtures/teams-person';
import { INERT, LIVE, placesOf } from '../playing/live-text';
import { mailsIn } from '../playing/mails';
import { storedRows } from '../playing/stored-rows';
import { hasInput, LOCALES, PROGRAMME, VISITOR, walkToSummary, wordsIn } from '../playing/visit-walk';
import { withAssistant } from '../playing/with-assistant';

const BY_NAME = `Eve ${LIVE}`;
const TYPED = {
  organisation: `Org ${LIVE}`.slice(0, 200),
  guests: `Guests ${LIVE}\n# heading\n- list\n1. one`,
  'visitor-contact': `Contact ${LIVE}`,
  interests: `Interests ${LIVE}`,
  learn: `Learn ${LIVE}`,
  sector: `Sector ${LIVE}`.slice(0, 200),
};
const SECTOR = { 'main-theme': 'sector-substance', 'other-themes': ['innovation'], level: 'city-wide' };

function runsOf(card: unknown): string[] {
  if (Array.isArray(card)) return card.flatMap(runsOf);
  if (!isObject(card)) return [];
  const own = card.type === 'TextRun' && typeof card.text === 'string' ? [card.text] : [];
  return [...own, ...Object.values(card).flatMap(runsOf)];
}

describe.each(['en', 'fi', 'sv'] as const)('text that a person typed, in %s', (language) => {
  let number: string;
  const cards: JsonObject[] = [];

  const assistant = withAssistant();
  beforeAll(async () => {
    const person = assistant.person(BY_NAME, { locale: LOCALES[language] });
    const keep = () => void cards.push(person.card());
    const words = wordsIn(language);
    const { organisation, guests, sector, interests, learn, 'visitor-contact': contact } = TYPED;
    await walkToSummary(person, {
      language,
      visitor: { ...VISITOR, organisation, guests, 'visitor-contact': contact },
      programme: { ...PROGRAMME, interests, learn },
      theme: SECTOR,
      atEachCard: keep,
    });
    const press = async (title: ActionChoice, inputs = {}) => {
      await person.press(title, inputs);
      keep();
    };
    await press(words.own('actions.continue'), { representatives: 'mayor' });
    await press(words.own('actions.continue'), { sector });
    while (!hasInput(person, 'organisation')) await press(words.own('actions.back'));
    await press(words.own('actions.continue'));
    // A form that is rejected shows again what was typed.
    await press(words.own('actions.back'));
    const { data } = person.action('fill');
    await person.presses({
      type: 'Action.Execute',
      verb: 'fill',
      data: { ...(isObject(data) ? data : {}), sector: '' },
    });
    keep();
    await press(words.own('actions.continue'), { sector });
    await press(words.own('actions.save'));
    await press(words.own('actions.my-work'));
    await press(row(words.own('work.resume', { title: caseTitle(language) })));
    await press(words.own('actions.submit'));
    number = String(storedRows(assistant.tables).cases[0]?.number);
    await assistant.settled(number);
    await press(words.own('actions.my-work'));
    await press(row(words.own('work.open', { title: caseTitle(language) })));
  });

  /** All cards that were seen or sent, the stored messages among them. */
  const all = () => [
    ...cards,
    ...assistant.connector.conversations.flatMap(({ messages }) =>
      messages.flatMap(({ activity }) => objectsIn(activity.attachments).map(({ content }) => content)),
    ),
  ];

  it('was on at least a dozen of the cards', () => {
    const touched = all().filter((card) => placesOf(card, ['evil.example']).length > 0);
    expect(touched.length).toBeGreaterThan(12);
  });

  it('stands on cards only where it is shown as it is', () => {
    const places = all().flatMap((card) => placesOf(card, ['evil.example', '<at>', 'onerror']));
    expect([...new Set(places)].filter((place) => !INERT.test(place))).toEqual([]);
  });

  it('comes out letter by letter, nothing of it worked out', () => {
    const runs = all().flatMap(runsOf);
    for (const text of [TYPED.organisation, TYPED['visitor-contact'], TYPED.sector, BY_NAME]) {
      expect(runs.some((run) => run.includes(text))).toBe(true);
    }
    const shown = all()
      .filter(isObject)
      .flatMap((card) => texts(card, { opened: true }))
      .filter((text) => text.includes('evil.example'));
    for (const text of shown) expect(text).toContain(LIVE);
  });

  it('is not a message either: what notifications read is one plain line', () => {
    const bodies = assistant.connector.calls.map(({ body }) => body).filter(isObject);
    for (const { text, summary } of bodies) {
      expect(text ?? '').not.toContain('evil.example');
      expect(typeof summary).toBe('string');
    }
  });

  it('is stored as it was typed', () => {
    const [made] = storedRows(assistant.tables).cases;
    expect(JSON.parse(String(made?.answers))).toMatchObject(TYPED);
    expect(made?.requesterName).toBe(BY_NAME);
    expect(made?.a_organisation).toBe(TYPED.organisation);
  });

  it('is text in the mails: nothing of it is a tag, and no header is added', () => {
    const mails = mailsIn(assistant.mailFolder);
    expect(mails.length).toBeGreaterThan(1);
    for (const { subject, text, html } of mails) {
      expect(subject).toContain(TYPED.organisation);
      expect(text).toContain(TYPED.guests);
      expect(html).not.toMatch(/<(img|at|b|a)[ >]/);
      expect(html).toContain('&lt;at&gt;all&lt;/at&gt; &lt;img src=x onerror=alert(1)&gt;');
      expect(html).toContain('&amp;amp;');
      expect(html).toContain('${1+1} ${$root.heading} $t(answers.yes) {{name}}');
    }
  });

  it('broke nothing', () => expect(assistant.violations()).toEqual([]));
});

/** What the walk is called in listings. */
function caseTitle(language: 'en' | 'fi' | 'sv'): string {
  const words = wordsIn(language);
  return [TYPED.organisation, words.country('KR'), words.own('answers.people', { count: 18 })].join(', ');
}
