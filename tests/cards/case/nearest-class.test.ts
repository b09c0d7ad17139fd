/** A class that is proposed though not all of it fits: the cards say how much does, and what speaks against it. */
import { caseCard } from '../../../bot/cards/case/case';
import { outcomeCard } from '../../../bot/cards/walk/outcome';
import { walkView } from '../../../bot/cards/walk/walk';
import { LANGUAGES } from '../../../bot/domain/language/language';
import type { Answers } from '../../../bot/domain/process/answers';
import { goldenOf, lived, modelOf, REQUESTER } from '../../domain/lived-cases';
import { testContent } from '../../fixtures/content';
import { play } from '../../fixtures/model';

const network = modelOf('network-evaluation');
/** Three traits of four for strategic: nobody says that it can be developed. */
const NEAREST: Answers = {
  'network-name': 'Sample Network',
  kind: 'network',
  coordination: 'city-wide',
  'in-line': true,
  'several-goals': true,
  'several-sectors': true,
  'many-actors': true,
  active: false,
  ownership: true,
  potential: false,
};
const TIED: Answers = { ...NEAREST, 'many-actors': false, active: true, potential: true };

describe.each(LANGUAGES)('in %s', (language) => {
  const kit = testContent().kit(language);
  const { words } = kit;
  const at = '2026-03-02T09:00:00.000Z';
  const shown = (answers: Answers) => {
    const { answers: given } = play(network, answers);
    const draft = {
      ...{ id: 'abcdef-1', owner: REQUESTER, process: network.process.id, version: 2, language },
      ...{ state: { answers: given, at: 'result' }, revision: 3, createdAt: at, updatedAt: at },
    };
    return JSON.stringify(outcomeCard(kit, walkView(network, draft)).card);
  };
  const trait = (item: string) => words.process(network.process.id, `items.${item}.label`);
  /** A line of the card: the answer, and what it is the answer to. */
  const line = (answer: string, item: string) =>
    `"text":"${answer}","weight":"Bolder"},{"type":"TextRun","text":" · ${trait(item)}"`;

  it('the proposal says how many traits fit, and names the one that does not apart from those that do', () => {
    const card = shown(NEAREST);
    const [speaksFor = '', speaksAgainst = ''] = card.split(words.own('outcome.against'));
    expect(speaksFor).toContain(line(words.own('answers.yes'), 'several-sectors'));
    expect(speaksFor).not.toContain(line(words.own('answers.no'), 'potential'));
    expect(speaksAgainst).toContain(line(words.own('answers.no'), 'potential'));
    expect(card).toContain(words.own('outcome.traits-met', { met: 3, of: 4 }));
  });

  it('where two are as near, it names both, and nothing speaks against either', () => {
    const card = shown(TIED);
    const title = (outcome: string) => words.process(network.process.id, `outcomes.${outcome}.title`);
    expect(card).toContain(
      words.own('outcome.equally-near', { classes: `${title('strategic')}, ${title('thematic')}` }),
    );
    expect(card).not.toContain(words.own('outcome.against'));
  });

  it('a case that was mixed by the earlier rule stays so, with the class that somebody chose', () => {
    const [golden] = goldenOf(network);
    if (!golden) throw new Error('There is no golden network.');
    const { case: made } = lived(network, golden, { life: [], day: 1, figure: 0, lines: 0 });
    const answers = { ...made.answers, ...NEAREST, result: 'mixed', 'chosen-class': 'thematic' };
    const explanation = { outcome: 'mixed', source: 'product', reasons: [], flips: [] };
    const before = { ...made, version: 1, answers, explanation };
    const card = JSON.stringify(caseCard(kit, { model: network, case: before }, { as: 'requester' }).card);
    expect(card).toContain(words.process(network.process.id, 'outcomes.mixed.title'));
    expect(card).toContain(words.process(network.process.id, 'items.chosen-class.choices.thematic'));
  });

  it('a case of an earlier version, which knows of no nearness, is shown as it was', () => {
    const [golden] = goldenOf(network);
    if (!golden) throw new Error('There is no golden network.');
    const { case: made } = lived(network, golden, { life: [], day: 1, figure: 0, lines: 0 });
    const { nearness: _nearness, ...explanation } = made.explanation;
    const card = JSON.stringify(
      caseCard(kit, { model: network, case: { ...made, version: 1, explanation } }, { as: 'requester' }).card,
    );
    expect(card).toContain(line(words.own('answers.yes'), 'several-sectors'));
    expect(card).not.toContain(words.own('outcome.against'));
  });
});
