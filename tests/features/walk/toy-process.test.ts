import { join } from 'node:path';
import type { Language } from '../../../bot/domain/language/language';
import { testContent } from '../../fixtures/content';
import { PROCESSES } from '../../fixtures/model';
import { ROOT } from '../../fixtures/root';
import { foreignWordFinder } from '../../playing/card-language';
import { entryStates, storedRows } from '../../playing/stored-rows';
import { answers, LOCALES, numberOn, walkToReceipt } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

/** The process of a lending library: the engine has never heard of it, its folder is all there is. */
const FOLDERS = [PROCESSES, join(ROOT, 'tests/fixtures/processes')];
const foreignTexts = foreignWordFinder(
  FOLDERS.map((folder, at) => join(folder, ['visit-request', 'lending-library'][at] ?? '')),
);
const { content } = testContent(FOLDERS);
const BEGIN: Readonly<Record<Language, string>> = {
  fi: 'lainaa työkalu',
  sv: 'låna ett verktyg',
  en: 'borrow a tool',
};

const assistant = withAssistant({ processFolders: FOLDERS });
afterEach(() => expect(assistant.violations()).toEqual([]));

describe.each(['fi', 'sv', 'en'] as const)('a process that is only a folder, in %s', (language) => {
  const words = content.words(language);
  const own = (key: string) => words.process('lending-library', key);
  const proceed = words.own('actions.continue');

  it('plays from its first words to the receipt through the same engine and cards', async () => {
    const person = assistant.person(`Borrower ${language}`, { locale: LOCALES[language] });
    await person.says(BEGIN[language]);
    const seen = [person.card()];
    const step = async (act: Promise<unknown>) => {
      await act;
      seen.push(person.card());
    };
    await step(answers(person, 'member', true));
    await step(answers(person, 'tool', 'chainsaw'));
    await step(answers(person, 'trained', true));
    await step(answers(person, 'protective-gear', false));
    await step(answers(person, 'helper', true));
    expect(person.texts()).toContain(own('outcomes.lend.title'));
    await step(person.press(proceed));
    await step(
      person.press(proceed, {
        borrower: 'Aino Esimerkki',
        days: '28',
        from: '2026-04-01',
        extras: ['gloves', 'oil'],
        'main-theme': 'economic-vitality',
        'other-themes': ['sustainable-development'],
      }),
    );
    expect(person.texts().join('\n')).toContain(own('items.reason.question'));
    await step(person.press(proceed, { reason: 'A big garden' }));
    await step(person.press(words.own('actions.submit')));
    expect(person.texts()).toContain(words.own('receipt.title'));
    for (const card of seen) expect(foreignTexts(card, language)).toEqual([]);

    const number = numberOn(person);
    expect(number).toMatch(/^L-2026-/);
    await assistant.settled(number);
    const rows = storedRows(assistant.tables);
    expect(rows.cases.find((row) => row.number === number)).toMatchObject({
      process: 'lending-library',
      outcome: 'lend',
      responsibleUnit: 'economic-and-urban-development',
      informedUnits: 'sustainable-development',
      a_extras: 'gloves,oil',
      a_reason: 'A big garden',
    });
    expect(Object.values(entryStates(rows, number))).toEqual(['sent', 'sent', 'sent', 'sent']);
  });

  it('stands on the start page beside the other one', async () => {
    const person = assistant.person(`Visitor ${language}`, { locale: LOCALES[language] });
    await person.installs();
    await person.press(own('begin'));
    expect(person.texts().join('\n')).toContain(own('items.member.question'));
  });
});

it('a closed question offers only the choices that are open to the person', async () => {
  const person = assistant.person('Guest');
  await person.says('borrow a tool');
  await answers(person, 'member', false);
  await expect(answers(person, 'tool', 'trailer')).rejects.toThrow('no action');
  await answers(person, 'tool', 'chainsaw');
  expect(person.texts().join('\n')).toContain('Have you been trained');
});

it('both processes number their cases for themselves', async () => {
  const person = assistant.person('Borrower en');
  expect(await walkToReceipt(person)).toMatch(/^V-2026-/);
});
