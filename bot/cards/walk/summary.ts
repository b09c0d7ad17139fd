import { route } from '../../domain/case/routing';
import { sisterCityOf } from '../../domain/directory/sister-city';
import type { Relations } from '../../domain/listing/relations';
import type { Message } from '../../domain/message';
import { subjectOf } from '../../domain/process/naming';
import { findItem } from '../../domain/process/process';
import { contradictionsIn } from '../../domain/walk/contradictions';
import { stepAsking } from '../../domain/walk/replay';
import { press, select } from '../actions';
import { type Kit, message } from '../kit';
import type { Json } from '../layout/json';
import { factGroups, labelOf } from '../parts/facts';
import { fits, fitted, shortened } from '../parts/room';
import { routingView } from '../parts/routing';
import { earlierView } from './earlier';
import { footer, heading, noteAbove, type WalkView } from './walk';

/** How many characters of an answer stand in the name of its row. */
const SAID = 80;

/**
 * Every answer with a way to change it, what has to be settled before it can be sent, the recommendation, who will have the case, and what there was with the same
 * before, as far as there is room for it.
 */
export function summaryCard(kit: Kit, view: WalkView, relations?: Relations): Message {
  const { words } = kit;
  const { model, draft, position } = view;
  const { answers } = position.facts;
  const { outcome } = position;
  if (!outcome) throw new Error(`Draft ${draft.id} has no outcome and no summary yet.`);
  const sister = sisterCityOf(model.directory, subjectOf(model.process, answers));
  const place = { draft: draft.id, revision: draft.revision };
  const isEdit = draft.edits !== undefined;
  const title = words.own(isEdit ? 'edit.title' : 'summary.title');
  const change = (label: string, step: string) =>
    select(words.own('summary.change', { label }), 'change', { ...place, step });
  const unsettled = unsettledView(kit, view);
  const card = (shown: number, earlier: Relations | undefined) => ({
    heading: heading(kit, view),
    note: noteAbove(kit, view),
    title,
    unsettledTitle: words.own('summary.unsettled'),
    unsettled,
    outcome: words.process(model.process.id, `outcomes.${outcome.id}.title`),
    style: outcome.tone,
    sisterCity: sister ? words.own('sister-city.is', { sister: words.name(sister.name) }) : '',
    ...routingView(kit, model, { routing: route(model, answers), answers }, shown),
    ...earlierView(kit, model, answers, earlier),
    // A unit that somebody chose by hand keeps the case all the same.
    ...(isEdit && { responsibleTitle: words.own('edit.responsible') }),
    change: words.own('actions.change'),
    groups: factGroups(model, draft.state.answers, words).map(({ title: group, step, facts }) => ({
      title: group,
      ...(step === undefined ? {} : { select: change(group, step) }),
      rows: facts.map(({ label, value, step: own }) => ({
        label,
        value: shortened(value, shown),
        // In its name too, or a screen reader would not say the answer.
        ...(own === undefined ? {} : { select: change(`${label}: ${shortened(value, Math.min(shown, SAID))}`, own) }),
      })),
    })),
    actions: [
      // What contradicts itself is not sent: the card asks which of the answers is right.
      ...(unsettled.length > 0
        ? []
        : [press(words.own(isEdit ? 'edit.submit' : 'actions.submit'), 'submit', place, { style: 'positive' })]),
      ...footer(kit, view),
    ],
  });
  const whole = fitted((shown) => message(kit, 'summary', card(shown, relations), title));
  return relations && !fits(whole) ? fitted((shown) => message(kit, 'summary', card(shown, undefined), title)) : whole;
}

/** What contradicts itself, each with a button to every question of which the answer may be the wrong one. */
function unsettledView({ words }: Kit, { model, draft, position }: WalkView): readonly Json[] {
  return contradictionsIn(model, position).map(({ id, between }) => ({
    text: words.process(model.process.id, `contradictions.${id}`),
    actions: between.flatMap((itemId) => {
      const item = findItem(model.process, itemId);
      const step = stepAsking(position, itemId);
      if (!item || !step) return [];
      const title = words.own('summary.change', { label: labelOf(model, item, words) });
      return [press(title, 'change', { draft: draft.id, revision: draft.revision, step: step.id })];
    }),
  }));
}
