/** How a draft becomes a case. */
import type { OutboxEntry } from '../outbox/entry';
import { namingAnswers } from '../process/naming';
import type { Model } from '../rules/model';
import type { Draft } from '../walk/draft';
import { explain } from '../walk/explanation';
import type { Case, CaseChange, CaseEvent } from './case';
import { entriesOnSubmit } from './entries';
import { reviewTimers, timers } from './reminding';
import { route, withContacts } from './routing';
import { firstTodos, type Todo } from './todo';

/** Everything that a submit writes, in one entity-group transaction or not at all. */
export interface Submission {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  readonly entries: readonly OutboxEntry[];
  readonly todos: readonly Todo[];
  readonly draft: Draft;
  readonly unreckoned?: CaseChange['unreckoned'];
}

/**
 * Makes a case of a complete draft. `message` is the id of the message whose card the person pressed; the receipt
 * replaces it. Throws when the answers have no outcome: `transition` does not let such a draft be submitted.
 */
export function submission(
  model: Model,
  draft: Draft,
  { number, now, message }: { number: string; now: string; message?: string },
): Submission {
  const explanation = explain(model, draft.state.answers);
  if (!explanation) throw new Error(`Draft ${draft.id} has no outcome yet and cannot become a case.`);
  const made: Case = {
    number,
    process: model.process.id,
    version: model.process.version,
    language: draft.language,
    requester: draft.owner,
    answers: draft.state.answers,
    explanation,
    routing: withContacts(route(model, draft.state.answers), model.directory, model.calendar.dayOf(new Date(now))),
    state: 'submitted',
    since: { event: 1, at: now },
    ...(message !== undefined && { message }),
    draft: draft.id,
    submittedAt: now,
    lastEvent: 2,
    changedAt: now,
  };
  const { entries, unreckoned } = timers(model, made);
  return {
    case: made,
    events: firstEvents(made),
    entries: [...entriesOnSubmit(made, message), ...entries, ...reviewTimers(model, made, 'sent')],
    unreckoned,
    todos: firstTodos(model, made.answers),
    draft: closed(model, draft, made),
  };
}

/** The draft stays as the owner's line in "my cases" and as the way from an old card to the receipt: no more than that. */
function closed({ process }: Model, draft: Draft, { number, answers, submittedAt }: Case): Draft {
  const state = { answers: namingAnswers(process.title, answers) };
  return { ...draft, state, revision: draft.revision + 1, updatedAt: submittedAt, case: number };
}

function firstEvents({ requester, submittedAt: at, explanation, routing }: Case): readonly CaseEvent[] {
  const { responsible, informed } = routing;
  const told = informed.map(({ unit }) => unit);
  return [
    {
      sequence: 1,
      type: 'submitted',
      at,
      by: { id: requester.id, name: requester.name },
      data: { outcome: explanation.outcome, source: explanation.source },
    },
    // Why each unit is told, and who of it, stands with the case: of very many that would not fit into one event.
    { sequence: 2, type: 'routed', at, by: 'assistant', data: { responsible, informed: told } },
  ];
}
