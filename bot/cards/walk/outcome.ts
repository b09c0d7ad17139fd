import { dignitaryRow, isSettled } from '../../domain/directory/dignitary-matrix';
import type { DirectoryContent } from '../../domain/directory/directory';
import { findSisterCity } from '../../domain/directory/sister-city';
import type { Message } from '../../domain/message';
import type { Answer, Answers } from '../../domain/process/answers';
import type { OutcomeRule } from '../../domain/process/process';
import { evaluate } from '../../domain/rules/condition';
import { explain } from '../../domain/walk/explanation';
import { press } from '../actions';
import { type Kit, message } from '../kit';
import type { Json } from '../layout/json';
import { explanationView } from '../parts/explanation';
import { unitName } from '../parts/routing';
import { sourceText } from '../parts/source';
import { footer, heading, noteAbove, type WalkView } from './walk';

/** What the model recommends, and why: the answers that decided, the rule with its section, what would change it. */
export function outcomeCard(kit: Kit, view: WalkView): Message {
  const { words } = kit;
  const { model, draft, position, step } = view;
  const { outcome, facts } = position;
  const explanation = explain(model, draft.state.answers);
  if (step.kind !== 'outcome' || !outcome || !explanation) throw new Error(`Step "${step.id}" has no outcome to show.`);
  const word = (key: string) => words.process(model.process.id, `outcomes.${outcome.id}.${key}`);
  const card = {
    heading: heading(kit, view),
    note: noteAbove(kit, view),
    style: outcome.tone,
    title: word('title'),
    text: word('text'),
    ...explanationView(kit, view.model, explanation),
    adviceTitle: words.own('outcome.advice'),
    advice: outcome.advice
      .filter((point) => !point.when || evaluate(point.when, facts) === true)
      .map((point) => ({ text: word(`advice.${point.id}`), source: sourceText(kit, point.source) })),
    ...shownView(kit, model.directory, outcome, draft.state.answers),
    actions: [
      press(
        words.own('actions.continue'),
        'acknowledge',
        { draft: draft.id, revision: draft.revision, item: step.item.id },
        { style: 'positive' },
      ),
      ...footer(kit, view),
    ],
  };
  return message(kit, 'outcome', card, words.own('outcome.summary', { outcome: word('title') }));
}

/** What the directory has to say with an outcome; nothing for most. */
function shownView(kit: Kit, directory: DirectoryContent, { shows }: OutcomeRule, answers: Answers): Json {
  const nothing = { matrix: [], facts: [] };
  if (!shows) return nothing;
  if ('dignitaryMatrix' in shows) return { ...nothing, ...matrixView(kit, directory, answers[shows.dignitaryMatrix]) };
  return { ...nothing, ...sisterCityView(kit, directory, answers[shows.sisterCity]) };
}

/** Who takes part in a dignitary's visit (M 3.3). What the source has lost is said until the team settles it, not guessed. */
function matrixView(kit: Kit, directory: DirectoryContent, kind: Answer | undefined): Json {
  const { words } = kit;
  const row = typeof kind === 'string' ? dignitaryRow(directory, kind) : undefined;
  if (!row) return {};
  const parties = Object.entries(row.parties);
  const lost = isSettled(row) ? '' : words.own('matrix.lost', { count: row.marked, roles: parties.length });
  const another = row.id === kind ? '' : words.own('matrix.no-row', { row: words.name(row.name) });
  return {
    matrixTitle: words.own('matrix.title'),
    matrix: parties.map(([unit, part]) => ({
      role: unitName(words, { directory }, unit),
      part: words.own(`matrix.${part}`),
    })),
    matrixNote: [another, lost].filter((note) => note !== '').join(' '),
    matrixSource: sourceText(kit, row.source),
  };
}

/** What the sources say of a city that is a sister city already (M 3.2, T). */
function sisterCityView(kit: Kit, directory: DirectoryContent, city: Answer | undefined): Json {
  const { words } = kit;
  const found = typeof city === 'string' ? findSisterCity(directory, city) : undefined;
  if (!found) return {};
  return {
    factsTitle: words.own('sister-city.title', { city: words.name(found.name), country: words.country(found.country) }),
    facts: found.facts.map(({ text, source }) => ({ text: words.name(text), source: sourceText(kit, source) })),
  };
}
