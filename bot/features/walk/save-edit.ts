/** The end of changing a case that was sent: the changes are saved, thrown away, or come too late. */
import type { Kit } from '../../cards/kit';
import { plainNotice } from '../../cards/notice';
import { unitOfCase } from '../../cards/parts/routing';
import type { Case } from '../../domain/case/case';
import { stateKey } from '../../domain/case/familiar';
import { edited, overDraft } from '../../domain/case/filled-in/edit';
import { isEditable } from '../../domain/case/life';
import { Unavailable } from '../../domain/errors';
import type { Message } from '../../domain/message';
import type { Model } from '../../domain/rules/model';
import type { Draft } from '../../domain/walk/draft';
import type { Stored } from '../../ports';
import type { Asked } from '../asked';
import { logUnreckoned } from '../case/log-unreckoned';
import { openCase, openedCard } from '../case/open-case';
import { currentCard } from './draft-card';

/** Each refusal means that somebody else has changed the case at the same moment. */
const MOST_ATTEMPTS = 5;

/** A case that is being changed, by its number, and the draft of its changes. */
interface Editing {
  readonly model: Model;
  readonly stored: Stored<Draft>;
  readonly number: string;
}

/**
 * Saves the changes of a complete draft in one transaction: they are made on the case as it is now, whoever has moved it
 * on meanwhile. Saved twice, or somewhere else meanwhile, the case is the answer.
 */
export async function saveEdit(asked: Asked, editing: Editing): Promise<Message> {
  const { assistant, turn, speak } = asked;
  const { model, stored, number } = editing;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const opened = await openCase(asked, number);
    if (!opened?.roles.includes('requester')) return plainNotice(speak, 'gone');
    const before = opened.stored.value;
    if (!isEditable(model.process, before)) return endEdit(asked, editing, tooLate(speak, model, before));
    // Read after the case: whoever changes a to-do changes the case too, and the case's tag tells.
    const { items: todos, unreadable = [] } = await assistant.cases.todos(number);
    const edit = edited(model, before, stored.value, { todos, now: assistant.clock.now(), roles: opened.roles });
    if (edit === 'unchanged') {
      return endEdit(asked, editing, speak.words.own('edit.unchanged'));
    }
    // A to-do that cannot be read is there all the same: no fresh one comes in its place.
    const kept = { ...edit, todos: edit.todos.filter(({ key }) => !unreadable.includes(key)) };
    const written = await assistant.cases.edit(stored, opened.stored, kept);
    if (written !== 'conflict') {
      // The event's data name who is asked now, and who was away: that is the record's, not the log's.
      assistant.log.info('case.edited', { case: number, outcome: written.value.explanation.outcome });
      logUnreckoned(assistant, number, edit.unreckoned);
      assistant.nudge(number);
      const happened = savedText(speak, model, before, written.value);
      return openedCard(asked, { ...opened, stored: written }, 'requester', happened);
    }
    const current = await assistant.drafts.read(turn.who, stored.value.id);
    if (!current) return plainNotice(speak, 'gone');
    if (current.tag !== stored.tag) return currentCard(asked, model, current.value);
  }
  throw new Unavailable('Changes of a case cannot be saved', {
    why: `others changed case ${number} ${MOST_ATTEMPTS} times in a row`,
    remedy: 'The draft is kept: saving it again is all that is needed.',
  });
}

/** Throws the changes away; the case stays as it is. */
export function discardEdit(asked: Asked, editing: Editing): Promise<Message> {
  return endEdit(asked, editing, asked.speak.words.own('edit.discarded'));
}

/** What is said when a case cannot be changed any more. */
export function tooLate({ words }: Kit, { process }: Model, made: Case): string {
  return words.own('edit.too-late', { state: words.own(`life.short.${stateKey(process, made)}`) });
}

async function endEdit(asked: Asked, { model, stored, number }: Editing, happened: string): Promise<Message> {
  const { assistant, turn, speak } = asked;
  const saved = await assistant.drafts.save(stored, overDraft(stored.value, number, assistant.clock.now()));
  if (saved === 'conflict') {
    const current = await assistant.drafts.read(turn.who, stored.value.id);
    return current ? currentCard(asked, model, current.value) : plainNotice(speak, 'gone');
  }
  assistant.log.info('edit.over', { case: number, draft: stored.value.id });
  const opened = await openCase(asked, number);
  return opened ? openedCard(asked, opened, 'requester', happened) : plainNotice(speak, 'gone');
}

/** That it is saved, and what became of it. */
function savedText(speak: Kit, model: Model, before: Case, made: Case): string {
  const { words } = speak;
  const unit = unitOfCase(words, model, made.answers, made.routing.responsible.unit);
  const { outcome } = made.explanation;
  return [
    words.own('edit.saved'),
    ...(outcome === before.explanation.outcome
      ? []
      : [words.own('edit.new-outcome', { outcome: words.process(model.process.id, `outcomes.${outcome}.title`) })]),
    made.routing.responsible.unit === before.routing.responsible.unit
      ? words.own('edit.told', { unit })
      : words.own('edit.moved', { unit }),
  ].join(' ');
}
