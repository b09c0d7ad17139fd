import type { Message } from '../../domain/message';
import { press } from '../actions';
import { type Kit, message } from '../kit';
import { sectionTitle } from '../parts/facts';
import { fields, type Rejected } from '../parts/field';
import { fitted } from '../parts/room';
import { footer, heading, noteAbove, type WalkView } from './walk';

/** A card of inputs for a section's items. */
export function formCard(kit: Kit, view: WalkView, rejected?: Rejected): Message {
  const { words } = kit;
  const { model, draft, position, step } = view;
  if (step.kind !== 'form') throw new Error(`Step "${step.id}" is not a form.`);
  const title = sectionTitle(model, step.section, words);
  const form = (room: number) => ({
    heading: heading(kit, view),
    note: rejected ? words.own('form.problems') : noteAbove(kit, view),
    noteStyle: rejected ? 'attention' : 'warning',
    title,
    fields: step.items.flatMap((item) => fields(kit, model, position.facts, item, rejected, room)),
    actions: [
      press(
        words.own('actions.continue'),
        'fill',
        { draft: draft.id, revision: draft.revision, step: step.id, ...(rejected?.over && { over: rejected.over }) },
        { style: 'positive' },
      ),
      ...footer(kit, view),
    ],
  });
  return fitted((room) => message(kit, 'form', form(room), title));
}
