import type { Case } from '../domain/case';
import type { Message } from '../domain/message';
import type { Model } from '../domain/model';
import { press } from './actions';
import { caseTitle } from './facts';
import { type Kit, message } from './kit';
import { routingView } from './routing';

/** What the requester has in hand after a submit: the number, who has it, who was told. */
export function receiptCard(kit: Kit, model: Model, made: Case): Message {
  const { words } = kit;
  const card = {
    process: words.process(model.process.id, 'name'),
    title: words.own('receipt.title'),
    number: made.number,
    about: caseTitle(model, made.answers, words),
    outcome: words.process(model.process.id, `outcomes.${made.explanation.outcome}.title`),
    when: words.own('receipt.when', { day: words.dayOf(made.submittedAt) }),
    ...routingView(kit, model, made.routing),
    actions: [press(words.own('actions.my-work'), 'my-work', {}), press(words.own('actions.home'), 'home', {})],
  };
  return message(kit, 'receipt', card, words.own('receipt.summary', { number: made.number }));
}
