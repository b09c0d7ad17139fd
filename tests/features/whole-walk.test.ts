import type { Language } from '../../bot/domain/language/language';
import { CARD_LIMIT_BYTES } from '../fixtures/judge-card';
import type { TeamsPerson } from '../fixtures/teams-person';
import { foreignWordFinder } from '../playing/card-language';
import { mailsIn } from '../playing/mails';
import { entryStates, silentStates, storedRows } from '../playing/stored-rows';
import { LOCALES, unitName, walkToReceipt, walkToSummary, wordsIn } from '../playing/visit-walk';
import { withAssistant } from '../playing/with-assistant';

const foreignTexts = foreignWordFinder();
const NAMES: Readonly<Record<Language, string>> = { fi: 'Aino Esimerkki', sv: 'Nils Exempel', en: 'Ann Example' };

describe.each(['fi', 'sv', 'en'] as const)('a visit request from the first words to the receipt, in %s', (language) => {
  let person: TeamsPerson;
  let number: string;
  const cards: string[] = [];
  const foreign: string[] = [];
  const words = wordsIn(language);

  const assistant = withAssistant();
  beforeAll(async () => {
    person = assistant.person(NAMES[language], { locale: LOCALES[language] });
    number = await walkToReceipt(person, {
      language,
      atEachCard: (walker) => {
        cards.push(JSON.stringify(walker.card()));
        foreign.push(...foreignTexts(walker.card(), language));
      },
    });
    await assistant.settled(number);
  });

  it('shows a valid card at every step, and sends nothing that Teams would refuse', () => {
    expect(assistant.violations()).toEqual([]);
  });

  it('moves one card through eleven steps, each different and small enough for Teams', () => {
    expect(person.cards()).toHaveLength(2);
    expect(new Set(cards).size).toBe(11);
    expect(Math.max(...cards.map((card) => Buffer.byteLength(card)))).toBeLessThan(CARD_LIMIT_BYTES);
  });

  it('speaks one language only', () => {
    expect(foreign).toEqual([]);
    for (const { card } of person.cards()) expect(foreignTexts(card, language)).toEqual([]);
    // The measure itself: to somebody of another language nearly everything on these cards is foreign.
    expect(foreignTexts(person.card(), language === 'en' ? 'fi' : 'en').length).toBeGreaterThan(5);
  });

  it('answers the press with the receipt, which names the case and who has it', () => {
    person.looksAt(person.cards()[0]?.messageId ?? '');
    const texts = person.texts();
    expect(texts).toContain(words.own('receipt.title'));
    expect(texts).toContain(number);
    expect(texts.join(' ')).toContain('Espoo Marketing');
  });

  it('also updates the stored message in place, so that the receipt is there on every device', () => {
    const [message] = assistant.connector.conversation(person.conversationId).messages;
    expect(message?.updated).toBe(1);
    person.reloads();
    person.looksAt(message?.id ?? '');
    expect(person.texts()).toContain(number);
    const updates = assistant.connector.calls.filter(({ method }) => method === 'PUT');
    expect(updates.map(({ itemId, answered }) => ({ itemId, answered }))).toEqual([
      { itemId: message?.id, answered: 200 },
    ]);
  });

  it('shows the card of the responsible unit in the same chat, since there are no other people in local mode', () => {
    person.looksAt('newest');
    const texts = person.texts().join('\n');
    expect(texts).toContain(number);
    expect(texts).toContain(NAMES[language]);
    expect(texts).toContain(words.own('rehearsal.unit', { unit: unitName('espoo-marketing-business', language) }));
  });

  it('writes a mail to the responsible unit and one to each unit that is told', () => {
    const mails = mailsIn(assistant.mailFolder);
    expect(mails.map(({ to }) => /<(.+)>/.exec(to)?.[1])).toEqual([
      'palvelukehitys@espoo.fi',
      'tereza.dickson@espoo.fi',
      'glenn.gassen@espoo.fi',
    ]);
    // Several people read a unit's mailbox: Finnish comes first, and the same follows in Swedish and English.
    const first = wordsIn('fi');
    const about = `Sample City Council, ${first.country('KR')}, ${first.own('answers.people', { count: 18 })}`;
    expect(mails.map(({ subject }) => subject)).toEqual([
      first.own('mail.subject-information', { number, about }),
      first.own('mail.subject-information', { number, about }),
      first.own('mail.subject-request', { number, about }),
    ]);
    for (const { text, html } of mails) {
      for (const part of [text, html]) {
        expect(part).toContain(number);
        expect(part).toContain('kim@example.org');
        expect(part).toContain(words.process('visit-request', 'outcomes.receive.title'));
      }
      expect(html).toMatch(/^<html lang="fi">/);
      expect([...html.matchAll(/<div lang="(..)">/g)].map(([, each]) => each)).toEqual(['fi', 'sv', 'en']);
    }
  });

  it('stores the case, its two first events, its outbox entries and the closed draft', () => {
    const rows = storedRows(assistant.tables);
    expect(rows.cases).toEqual([
      expect.objectContaining({
        number,
        process: 'visit-request',
        version: 2,
        language,
        state: 'submitted',
        outcome: 'receive',
        responsibleUnit: 'espoo-marketing-business',
        informedUnits: 'service-development,sustainable-development',
        requesterName: NAMES[language],
        submittedAt: '2026-03-02T09:00:00.000Z',
        a_organisation: 'Sample City Council',
        a_group_size: 18,
      }),
    ]);
    expect(rows.events.map(({ case: of, sequence, type }) => [of, sequence, type])).toEqual([
      [number, 1, 'submitted'],
      [number, 2, 'routed'],
    ]);
    expect(entryStates(rows, number)).toEqual({
      'receipt.requester.teams': 'sent',
      'request.espoo-marketing-business.teams': 'sent',
      'request.espoo-marketing-business.mail': 'sent',
      'information.service-development.mail': 'sent',
      'information.sustainable-development.mail': 'sent',
    });
    expect(silentStates(rows, number)).toEqual({
      'line-2.register': 'sent',
      'line-2.sharepoint': 'sent',
      'folder.sharepoint': 'sent',
      'reminder.1-contact-submitted.timer': 'due',
      'reminder.1-deputy-submitted.timer': 'due',
      'reminder.1-coordinator-submitted.timer': 'due',
    });
    expect(rows.drafts).toEqual([expect.objectContaining({ status: 'closed', case: number })]);
  });

  it('logs ids, and nothing that was typed', () => {
    const log = assistant.logged.join('');
    expect(log).toContain(number);
    for (const typed of ['Sample City', 'kim@example.org', 'Schools and libraries', NAMES[language]]) {
      expect(log).not.toContain(typed);
    }
  });

  it('says before sending who will be responsible, who is told, and why', async () => {
    const other = assistant.person('Second Sample', { locale: LOCALES[language] });
    await walkToSummary(other, { language });
    const texts = other.texts().join('\n');
    for (const rule of ['main-theme', 'other-theme']) {
      expect(texts).toContain(words.process('visit-request', `routing.${rule}`));
    }
    expect(texts).toContain(words.own('routing.responsible'));
    expect(assistant.violations()).toEqual([]);
  });
});
