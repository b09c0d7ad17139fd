import { LANGUAGES, type Language } from '../../../bot/domain/language/language';
import type { Answers } from '../../../bot/domain/process/answers';
import { isObject } from '../../fixtures/json';
import { inputsOn } from '../../fixtures/person/read-card';
import { INERT, LIVE, placesOf } from '../../playing/live-text';
import { walkProcess } from '../../playing/process-walk';
import {
  cardText,
  fillForms,
  fills,
  type Given,
  gives,
  numberOn,
  PROGRAMME,
  RECEIVED,
  VISITOR,
  walkToOutcome,
  walkToReceipt,
  wordsIn,
} from '../../playing/visit-walk';
import { withAssistant, withSomebodyNew } from '../../playing/with-assistant';

const own = wordsIn('en').own;
const button = own('reply.button.visit');
const LATE = { dignitary: false, 'in-time': false };

const assistant = withAssistant();
const person = withSomebodyNew(assistant);

/** Sends a visit request and declines it for the unit, which the requester plays in local mode. */
async function declined(visitor = VISITOR, programme = PROGRAMME): Promise<string> {
  const number = await walkToReceipt(person, { visitor, programme });
  await declines(number);
  return number;
}

async function declines(number: string): Promise<void> {
  await assistant.settled(number);
  await person.presses({
    type: 'Action.Execute',
    verb: 'act',
    data: { case: number, action: 'decline', event: 1, as: 'responsible', text: 'Secret reason' },
  });
  await assistant.settled(number);
  await person.says(number);
}

/** What stands in the input of the card seen. */
function letter(): string {
  const [input] = inputsOn(person.card());
  return String(input?.value);
}

/** Chooses the language of the letter. */
function chooses(language: Language): Promise<unknown> {
  return person.press(({ verb, data }) => verb === 'show-reply' && isObject(data) && data.language === language);
}

describe('the reply to a visitor who was declined', () => {
  it('thanks, declines, says what may come next, and is signed; the reason stays inside', async () => {
    await declined();
    await person.press(button);
    const text = letter();
    for (const part of [
      own('reply.letter.visit.thanks', { organisation: 'Sample City Council' }),
      own('reply.letter.visit.no'),
      own('reply.letter.visit.next'),
      `${own('reply.letter.closing')}\n${person.member.name}\n${own('reply.letter.city')}`,
    ])
      expect(text).toContain(part);
    expect(cardText(person)).not.toContain('Secret reason');
    expect(text).not.toContain('{{');
  });

  it('is in the language of the visit, or the one chosen, whatever the presser speaks; nothing is stored', async () => {
    await declined(VISITOR, { ...PROGRAMME, 'visit-language': 'swedish' });
    const before = assistant.tables.snapshot();
    await person.press(button);
    expect(letter()).toContain(wordsIn('sv').own('reply.letter.visit.no'));
    for (const language of ['fi', 'en', 'sv'] as const) {
      await chooses(language);
      expect(letter()).toContain(wordsIn(language).own('reply.letter.visit.no'));
      expect(cardText(person)).toContain(own('reply.hint'));
    }
    await person.press(own('life.back'));
    expect(person.action('show-reply')).toBeDefined();
    expect(assistant.tables.snapshot()).toBe(before);
  });

  it('shows the name of an organisation as it was typed, and it does nothing', async () => {
    const name = LIVE.slice(0, 200);
    await declined({ ...VISITOR, organisation: name });
    for (const language of LANGUAGES) {
      await person.presses({
        type: 'Action.Execute',
        verb: 'show-reply',
        data: { case: String(/V-2026-\d+/.exec(cardText(person))?.[0]), as: 'requester', language },
      });
      expect(letter()).toContain(name);
      for (const place of placesOf(person.card(), [name.slice(0, 20)])) expect(place).toMatch(INERT);
    }
  });
});

describe('the reply before a case is declined', () => {
  const { dignitary: _d, 'in-time': _t, ...criteria } = RECEIVED;

  /** Sends a request that came late, with another date. */
  async function moved(given: Given = criteria, afterOutcome: Given = { partner: true }): Promise<string> {
    await walkToOutcome(person, { given: { ...LATE, 'late-response': 'another-date' } });
    await fills(person, { 'other-date': '2026-09-14' });
    for (const item of Object.keys(given)) await gives(person, item, given);
    await person.press('acknowledge');
    await fillForms(person, { afterOutcome });
    await person.press('submit');
    const number = numberOn(person);
    await assistant.settled(number);
    return number;
  }

  it('proposes the other date, to whoever chose that in their answers', async () => {
    await person.says(await moved());
    await person.press(button);
    expect(letter()).toContain(own('reply.letter.another-date.day', { day: wordsIn('en').day('2026-09-14') }));
    expect(letter()).not.toContain(own('reply.letter.visit.no'));
    await chooses('fi');
    expect(letter()).toContain('14. syyskuuta 2026');
  });

  it('declines where that was chosen, at once or because nothing speaks for the other date either', async () => {
    const given = { ...LATE, 'late-response': 'decline' };
    await person.says(await walkToReceipt(person, { given, afterOutcome: { partner: false } }));
    await person.press(button);
    expect(letter()).toContain(own('reply.letter.visit.no'));
    await person.says(await moved({ ...criteria, interesting: false }, { partner: true, 'without-fee': 'decline' }));
    await person.press(button);
    expect(letter()).toContain(own('reply.letter.visit.no'));
    expect(letter()).not.toContain('2026');
  });

  it('is not there for a visit that is received; a made-up press shows the case', async () => {
    const number = await walkToReceipt(person);
    await person.says(number);
    expect(() => person.action('show-reply')).toThrow();
    await person.presses({ type: 'Action.Execute', verb: 'show-reply', data: { case: number, as: 'requester' } });
    expect(cardText(person)).toContain(own('life.state.submitted', { unit: '' }).trim());
  });
});

describe('the reply to others than visitors', () => {
  const PROCESSES: readonly (readonly [string, 'cooperation' | 'event' | 'statement', Answers])[] = [
    [
      'event-proposal',
      'event',
      {
        'event-name': 'Sample Festival',
        'international-proposer': true,
        together: true,
        significant: false,
        'main-theme': 'innovation',
      },
    ],
  ];

  it.each(PROCESSES)('%s speaks of its own occasion', async (process, occasion, answers) => {
    await declines(await walkProcess(person, { process, answers }));
    await person.press(own(`reply.button.${occasion}`));
    expect(letter()).toContain(own(`reply.letter.${occasion}.thanks`, { organisation: 'Sample Festival' }));
    expect(letter()).toContain(own(`reply.letter.${occasion}.no`));
  });
});

describe('somebody else', () => {
  it('gets no reply to a case in which they have no part', async () => {
    const number = await declined();
    const stranger = assistant.person('Stranger to the visit');
    await stranger.says('hi');
    await stranger.presses({ type: 'Action.Execute', verb: 'show-reply', data: { case: number, as: 'responsible' } });
    expect(cardText(stranger)).toContain(own('notice.gone.title'));
    expect(cardText(stranger)).not.toContain('Sample City Council');
  });
});
