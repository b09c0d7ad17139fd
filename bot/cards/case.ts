import type { Case } from '../domain/case';
import type { Message } from '../domain/message';
import type { Model } from '../domain/model';
import { press } from './actions';
import { caseSubject, caseTitle, type FactGroup, factGroups } from './facts';
import { type Kit, message } from './kit';
import { explanationView } from './outcome';
import { listsAction } from './receipt';
import { noAddressNote, routingView, unitName } from './routing';
import { shortened } from './summary';

/** For whom a case card is: the unit that has it, one that is only told, or the person who asked. */
export type Reader =
  | { readonly as: 'responsible' | 'informed'; readonly unit: string; readonly deliverTo: string }
  | { readonly as: 'requester' };

/** A case with its facts, its recommendation with the reasons, and who has it. `rehearsal` is said in local mode. */
export function caseCard(kit: Kit, model: Model, made: Case, reader: Reader, rehearsal = ''): Message {
  const { words } = kit;
  const about = caseTitle(model, made.answers, words);
  const lead =
    reader.as === 'requester'
      ? words.own('case.yours', { day: words.dayOf(made.submittedAt) })
      : words.own(`case.${reader.as}`, { unit: unitName(kit, model, reader.unit), name: made.requester.name });
  const outcome = words.process(model.process.id, `outcomes.${made.explanation.outcome}.title`);
  const style = model.process.outcomes.find((rule) => rule.id === made.explanation.outcome)?.tone ?? 'default';
  const groups = factGroups(model, made.answers, words);
  const shown = ({ title, facts }: FactGroup) => ({
    title,
    facts: facts.map(({ label, value }) => ({ label, value: shortened(value) })),
  });
  const card = {
    heading: words.own('case.heading', { process: words.process(model.process.id, 'name'), number: made.number }),
    rehearsal,
    title: about,
    lead,
    note: reader.as === 'requester' ? '' : noAddressNote(kit, model, reader),
    style,
    outcome,
    ...explanationView(kit, model, made.explanation),
    moreTitle: words.own('case.why'),
    ...routingView(kit, model, made.routing),
    subject: caseSubject(model, made.answers, words),
    detailsTitle: words.own('case.details'),
    groups: groups.filter(({ forOutcome }) => !forOutcome).map(shown),
    criteria: groups.filter(({ forOutcome }) => forOutcome).map(shown),
    actions:
      reader.as === 'requester'
        ? [...listsAction(kit, model, made), press(words.own('actions.my-work'), 'my-work', {})]
        : [],
  };
  return message(kit, 'case', card, words.own('case.summary', { number: made.number, about }));
}
