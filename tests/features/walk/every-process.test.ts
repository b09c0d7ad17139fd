import { join } from 'node:path';
import { LANGUAGES, type Language } from '../../../bot/domain/language/language';
import { PROCESSES } from '../../fixtures/model';
import { actionsOn, type TeamsPerson } from '../../fixtures/teams-person';
import { foreignWordFinder } from '../../playing/card-language';
import {
  busiestCase,
  casesByOutcome,
  finalAnswers,
  PROCESS_IDS,
  startPhrases,
  walkProcess,
  walkProcessToSummary,
} from '../../playing/process-walk';
import { storedRows } from '../../playing/stored-rows';
import { LOCALES, numberOn, unitName, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';
import type { GoldenCase } from '../../processes/check-golden';

const foreignTexts = foreignWordFinder(PROCESS_IDS.map((id) => join(PROCESSES, id)));
const WALKS = PROCESS_IDS.flatMap((process) =>
  casesByOutcome(process).map((golden, at) => ({ process, outcome: golden.outcome, golden, at })),
);

/** What the unit that gets a case is called on its cards: the one that stands for whichever was named, as it was named. */
function responsibleOf(golden: GoldenCase, language: Language): string {
  const { sector } = finalAnswers(golden);
  return golden.responsible === 'sector' && typeof sector === 'string'
    ? sector
    : unitName(golden.responsible, language);
}

const sorted = (ids: readonly string[]) => [...ids].filter(Boolean).sort();

describe.each(LANGUAGES)('every process, played by its golden cases in %s', (language) => {
  const words = wordsIn(language);
  const personOf = (name: string) => assistant.person(`${name} ${language}`, { locale: LOCALES[language] });

  const assistant = withAssistant();

  it.each(WALKS)('$process comes to "$outcome" and is recorded as agreed', async ({ process, golden, at }) => {
    const person = personOf(`${process} ${golden.outcome}`);
    const foreign: string[] = [];
    const atEachCard = (walker: TeamsPerson) => void foreign.push(...foreignTexts(walker.card(), language));
    const phrases = startPhrases(process, language);
    const says = phrases[at % phrases.length] ?? '';
    await walkProcessToSummary(person, { process, language, answers: finalAnswers(golden), says, atEachCard });
    expect(person.texts().join('\n')).toContain(responsibleOf(golden, language));
    expect(person.texts()).toContain(words.process(process, `outcomes.${golden.outcome}.title`));
    await person.press(words.own('actions.submit'));
    await atEachCard(person);
    const number = numberOn(person);
    const offered = actionsOn(person.card()).flatMap(({ action }) => (action.verb === 'start' ? [action.data] : []));
    if (golden.next) expect(offered).toEqual(golden.next.map((next) => ({ process: next })));
    await assistant.settled(number);
    person.looksAt('newest');
    expect(person.texts().join('\n')).toContain(number);
    await atEachCard(person);
    expect(foreign).toEqual([]);

    const rows = storedRows(assistant.tables);
    const made = rows.cases.find((row) => row.number === number);
    expect(made).toMatchObject({ process, language, outcome: golden.outcome, responsibleUnit: golden.responsible });
    expect(sorted(String(made?.informedUnits ?? '').split(','))).toEqual(sorted(golden.informed));
    const todos = rows.todos.filter((row) => row.case === number).map((row) => String(row.todo));
    if (golden.todos) expect(sorted(todos)).toEqual(sorted(golden.todos));
  });

  it.each(PROCESS_IDS)('%s: every list of the case and every to-do on it can be opened and read', async (process) => {
    const person = personOf(`Lists of ${process}`);
    const number = await walkProcess(person, { process, language, answers: finalAnswers(busiestCase(process)) });
    const keys = storedRows(assistant.tables).todos.flatMap((row) => (row.case === number ? [String(row.todo)] : []));
    const [receipt] = person.cards();
    expect(actionsOn(person.card()).some(({ action }) => action.verb === 'show-todos')).toBe(keys.length > 0);
    if (keys.length === 0) return;
    await person.press(words.own('actions.lists'));
    expect(foreignTexts(person.card(), language)).toEqual([]);
    const texts: string[] = [];
    for (const key of keys) {
      const data = { case: number, todo: key };
      await person.presses({ type: 'Action.Execute', verb: 'open-todo', data });
      expect(person.texts()).toContain(words.process(process, `lists.${key.replace('.', '.todos.')}`));
      expect(foreignTexts(person.card(), language)).toEqual([]);
      await person.press(words.own('actions.to-list'));
      expect(foreignTexts(person.card(), language)).toEqual([]);
      texts.push(...person.texts());
    }
    for (const key of keys) expect(texts).toContain(words.process(process, `lists.${key.replace('.', '.todos.')}`));
    expect(person.seen().messageId).toBe(receipt?.messageId);
  });
});

describe('every process, filled to its limits', () => {
  const assistant = withAssistant();

  it.each(PROCESS_IDS)('%s is taken as it is, and no card on the way is too large for Teams', async (process) => {
    const person = assistant.person(`Fills ${process}`);
    const answers = finalAnswers(busiestCase(process));
    const number = await walkProcess(person, { process, answers, filler: '🙂' });
    await assistant.settled(number);
    await person.presses({ type: 'Action.Execute', verb: 'show-case', data: { case: number } });
    expect(person.texts().join('\n')).toContain(number);
    // The whole text is kept, however little of it a card has room for.
    const [made] = storedRows(assistant.tables).cases.filter((row) => row.number === number);
    expect(String(made?.answers)).toMatch(/(🙂){100}/u);
  });
});
