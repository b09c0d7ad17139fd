import type { Case, CaseEvent } from '../domain/case';
import { CASE_ACTIONS } from '../domain/life';
import type { Message } from '../domain/message';
import type { Model } from '../domain/model';
import { press } from './actions';
import { caseTitle } from './facts';
import { type Kit, message } from './kit';

/** What happened to a case, newest first: who, what, when. */
export function historyCard(
  kit: Kit,
  model: Model,
  made: Case,
  events: readonly CaseEvent[],
  as: 'requester' | 'responsible',
): Message {
  const { words } = kit;
  const title = words.own('life.history');
  const card = {
    heading: words.own('case.heading', { process: caseTitle(model, made.answers, words), number: made.number }),
    title,
    lines: [...events].reverse().map((event) => ({ what: whatHappened(kit, event), when: words.dayOf(event.at) })),
    actions: [press(words.own('life.back'), 'show-case', { case: made.number, as })],
  };
  return message(kit, 'history', card, title);
}

function whatHappened({ words }: Kit, { type, by, data }: CaseEvent): string {
  const name = by === 'assistant' ? '' : by.name;
  if (type !== 'moved') return words.own(`life.event.${type}`, { name });
  const action = CASE_ACTIONS.find((candidate) => candidate === data.action);
  return action ? words.own(`life.event.${action}`, { name }) : '';
}
