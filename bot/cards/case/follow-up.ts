import { followUpAnswers, followUpItems } from '../../domain/case/filled-in/follow-up';
import type { Todo } from '../../domain/case/todo';
import type { CaseLine } from '../../domain/listing/line';
import type { Message } from '../../domain/message';
import type { Facts } from '../../domain/rules/condition';
import { press } from '../actions';
import { type Kit, message } from '../kit';
import { withFigureBeside } from '../parts/beside';
import { caseTitle } from '../parts/facts';
import { field, type Rejected } from '../parts/field';
import { fits } from '../parts/room';
import type { CaseButtonReader } from '../verbs';
import type { Matter } from './matter';

/** What the card is made of: the to-dos that ask, for whom, and the case with whose figures those of this one are compared. */
export interface FollowUp {
  readonly todos: readonly Todo[];
  readonly as: CaseButtonReader;
  readonly last?: CaseLine | undefined;
}

/**
 * Asks what came of a visit or event: head count, fee, media, initiatives, what was learned. Figures to compare with stand
 * beside those that are asked for, if there is room for all of them.
 */
export function followUpCard(
  kit: Kit,
  { model, case: made }: Matter,
  { todos, as, last }: FollowUp,
  rejected?: Rejected,
): Message {
  const { words } = kit;
  const title = words.own('life.follow-up');
  const answers = followUpAnswers(model.process, todos);
  const facts: Facts = { answers, asked: new Map(), directory: model.directory };
  const place = { case: made.number, action: 'follow-up', event: made.since.event, as } as const;
  const card = (compares: boolean) => ({
    heading: words.own('case.heading', { process: caseTitle(model, made.answers, words), number: made.number }),
    note: rejected ? words.own('form.problems') : '',
    noteStyle: 'attention',
    title,
    fields: followUpItems(model.process, todos).map((item) => {
      const input = field(kit, model, facts, item, rejected);
      return compares ? withFigureBeside(kit, model, item, input, last) : input;
    }),
    actions: [
      press(words.own('life.do.follow-up'), 'act', place, { style: 'positive' }),
      press(words.own('life.back'), 'show-case', { case: made.number, as }, { inputs: 'none' }),
    ],
  });
  const whole = message(kit, 'form', card(true), title);
  return fits(whole) ? whole : message(kit, 'form', card(false), title);
}
