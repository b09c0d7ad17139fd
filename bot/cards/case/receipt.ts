import type { Case } from '../../domain/case/case';
import { firstTodos } from '../../domain/case/todo';
import type { Message } from '../../domain/message';
import { evaluate } from '../../domain/rules/condition';
import type { Model } from '../../domain/rules/model';
import { replay } from '../../domain/walk/replay';
import { type ActionOptions, press } from '../actions';
import { type Kit, message } from '../kit';
import type { Json } from '../layout/json';
import { caseTitle } from '../parts/facts';
import { fitted } from '../parts/room';
import { routingView } from '../parts/routing';

/** The buttons for the processes that come naturally after this one. */
function nextActions({ words }: Kit, model: Model, made: Case): readonly Json[] {
  const { facts } = replay(model, made.answers);
  return model.process.next
    .filter(({ when }) => evaluate(when, facts) === true)
    .map(({ process }) =>
      press(words.own('actions.next', { process: words.process(process, 'name') }), 'start', { process }),
    );
}

/** The button to the case's lists, where it has any. */
export function listsAction({ words }: Kit, model: Model, made: Case, options: ActionOptions = {}): readonly Json[] {
  return firstTodos(model, made.answers).length > 0
    ? [press(words.own('actions.lists'), 'show-todos', { case: made.number }, options)]
    : [];
}

/** What the requester has in hand after a submit: the number, who has it, who was told. */
export function receiptCard(kit: Kit, model: Model, made: Case): Message {
  const { words } = kit;
  const card = (shown: number) => ({
    process: words.process(model.process.id, 'name'),
    title: words.own('receipt.title'),
    number: made.number,
    about: caseTitle(model, made.answers, words),
    outcome: words.process(model.process.id, `outcomes.${made.explanation.outcome}.title`),
    when: words.own('receipt.when', { day: words.dayOf(made.submittedAt) }),
    ...routingView(kit, model, made, shown),
    actions: [
      ...nextActions(kit, model, made),
      ...listsAction(kit, model, made, { style: 'positive' }),
      press(words.own('actions.my-work'), 'my-work', {}),
      press(words.own('actions.home'), 'home', {}),
    ],
  });
  const summary = words.own('receipt.summary', { number: made.number });
  return fitted((shown) => message(kit, 'receipt', card(shown), summary));
}
