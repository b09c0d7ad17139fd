import type { Message } from '../../domain/message';
import type { Item } from '../../domain/process/process';
import { openChoices } from '../../domain/walk/replay';
import { unitWeekAt } from '../../domain/walk/unit-week';
import { press, select } from '../actions';
import { type Kit, message } from '../kit';
import { answerText, choiceText, itemWord } from '../parts/facts';
import { sourceText } from '../parts/source';
import { unitWeekView } from './unit-week';
import { filledInText, footer, heading, noteAbove, type WalkView } from './walk';

/**
 * One question, answered by one press: Yes and No, or a row for each choice. `visits`: how many others the unit has in that
 * week, where the question is about one.
 */
export function questionCard(kit: Kit, view: WalkView, visits?: number): Message {
  const { words } = kit;
  const { model, draft, position, step } = view;
  if (step.kind !== 'question') throw new Error(`Step "${step.id}" is not a question.`);
  const { item } = step;
  const word = (key: 'question' | 'why') => itemWord(model, item, key, words);
  const place = { draft: draft.id, revision: draft.revision, item: item.id };
  const view_ = {
    heading: heading(kit, view),
    note: noteAbove(kit, view),
    question: word('question'),
    why: word('why'),
    source: sourceText(kit, item.source),
    whyTitle: words.own('walk.why'),
    ...unitWeekView(kit, unitWeekAt(model, view, kit.today), visits),
    given: givenText(kit, view, item),
    buttons:
      item.type === 'yes-no'
        ? [
            press(words.own('answers.yes'), 'answer', { ...place, value: true }, { style: 'positive' }),
            press(words.own('answers.no'), 'answer', { ...place, value: false }, { style: 'positive' }),
          ]
        : [],
    choices:
      item.type === 'choice'
        ? (openChoices(item, position.facts) ?? []).map((id) => {
            const text = choiceText(model, item, id, words);
            return { text, select: select(text, 'answer', { ...place, value: id }) };
          })
        : [],
    footer: footer(kit, view),
  };
  return message(kit, 'question', view_, word('question'));
}

/** What the item is answered now, by the person or because another answer says it. */
function givenText(kit: Kit, view: WalkView, item: Item): string {
  const { model, position } = view;
  const given = position.facts.answers[item.id];
  if (given === undefined) return '';
  if (item.type === 'yes-no' && position.followed.has(item.id)) return filledInText(kit, view, item);
  return kit.words.own('walk.given', { answer: answerText(model, item, given, kit.words) });
}
