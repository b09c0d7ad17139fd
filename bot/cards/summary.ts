import type { Message } from '../domain/message';
import { route } from '../domain/routing';
import { press, select } from './actions';
import { factGroups } from './facts';
import { type Kit, message } from './kit';
import { fitted, shortened } from './room';
import { routingView } from './routing';
import { droppedNote, footer, heading, type WalkView } from './walk';

/** Every answer with a way to change it, the recommendation, and who will have the case, before it is sent. */
export function summaryCard(kit: Kit, view: WalkView): Message {
  const { words } = kit;
  const { model, draft, position } = view;
  const { answers } = position.facts;
  const { outcome } = position;
  if (!outcome) throw new Error(`Draft ${draft.id} has no outcome and no summary yet.`);
  const place = { draft: draft.id, revision: draft.revision };
  const isEdit = draft.edits !== undefined;
  const title = words.own(isEdit ? 'edit.title' : 'summary.title');
  const change = (label: string, step: string) =>
    select(words.own('summary.change', { label }), 'change', { ...place, step });
  const card = (shown: number) => ({
    heading: heading(kit, view),
    note: droppedNote(kit, view),
    title,
    outcome: words.process(model.process.id, `outcomes.${outcome.id}.title`),
    style: outcome.tone,
    ...routingView(kit, model, route(model, answers)),
    // A unit that somebody chose by hand keeps the case all the same.
    ...(isEdit && { responsibleTitle: words.own('edit.responsible') }),
    change: words.own('actions.change'),
    groups: factGroups(model, answers, words).map(({ title: group, step, facts }) => ({
      title: group,
      ...(step === undefined ? {} : { select: change(group, step) }),
      rows: facts.map(({ label, value, step: own }) => ({
        label,
        value: shortened(value, shown),
        ...(own === undefined ? {} : { select: change(label, own) }),
      })),
    })),
    actions: [
      press(words.own(isEdit ? 'edit.submit' : 'actions.submit'), 'submit', place, { style: 'positive' }),
      ...footer(kit, view),
    ],
  });
  return fitted((shown) => message(kit, 'summary', card(shown), title));
}
