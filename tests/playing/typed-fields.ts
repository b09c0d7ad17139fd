/** Every text that people can type in after a walk, by the verb that it is sent with, as the code has it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsOf } from '../../bot/cards/directory/parts';
import { followUpItems } from '../../bot/domain/case/filled-in/follow-up';
import { CASE_ACTIONS, type CaseAction, goesWithWords } from '../../bot/domain/case/lives/life-of';
import { firstTodos, placedTodos } from '../../bot/domain/case/todo';
import { EDITABLE_LISTS } from '../../bot/domain/directory/entry';
import { LANGUAGES } from '../../bot/domain/language/language';
import { sourcesBelow } from '../architecture/imports';
import { ROOT } from '../fixtures/root';
import { busiestCase, finalAnswers, modelOf, PROCESS_IDS } from './process-walk';

export const isTyped = ({ type }: { readonly type: string }) => type === 'text' || type === 'person';

/** The lists of the directory with a text in their entries, and those texts. */
export const TYPED_ENTRIES = EDITABLE_LISTS.map((list) => ({
  list,
  fields: fieldsOf({ languages: LANGUAGES }, list)
    .filter(isTyped)
    .map(({ part }) => part),
})).filter(({ fields }) => fields.length > 0);

/** `<verb>:<field>`; a field of a process names it, a reason its action. */
export function typedFields(): readonly string[] {
  return [
    ...PROCESS_IDS.flatMap(ofProcess),
    ...CASE_ACTIONS.filter(isWordy).map((action) => `act:${action}/text`),
    ...TYPED_ENTRIES.flatMap(({ fields }) => fields.map((field) => `directory-save:${field}`)),
  ];
}

/** Whether words go with an action in the life of any process. */
function isWordy(action: CaseAction): boolean {
  return PROCESS_IDS.some((id) => goesWithWords(modelOf(id).process, action));
}

function ofProcess(id: string): readonly string[] {
  const model = modelOf(id);
  const todos = firstTodos(model, finalAnswers(busiestCase(id)));
  const forms = placedTodos(model.process).flatMap(({ rule }) => rule.form.filter(isTyped));
  const onTodos = todos.length > 0 ? ['person', 'note', ...forms.map((item) => item.id)] : [];
  const followUp = followUpItems(model.process, todos).filter(isTyped);
  const recorded = model.process.forms.flatMap(({ at, items }) =>
    at.flatMap((step) => items.filter(isTyped).map((item) => `act:${id}/${step}/${item.id}`)),
  );
  return [
    ...onTodos.map((field) => `write-todo:${id}/${field}`),
    ...followUp.map((item) => `act:${id}/follow-up/${item.id}`),
    ...recorded,
  ];
}

/** How many times each file of cards says that an input is a text. */
export function textInputs(): Readonly<Record<string, number>> {
  const folder = join(ROOT, 'bot/cards');
  const counts = sourcesBelow(folder).map((file) => {
    const source = readFileSync(join(folder, file), 'utf8');
    return [file, source.match(/\btype: [^,;{}]*'text'/g)?.length ?? 0] as const;
  });
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** The layouts with a text input in them. */
export function textLayouts(): readonly string[] {
  const folder = join(ROOT, 'adaptive-cards');
  return readdirSync(folder).filter((file) => readFileSync(join(folder, file), 'utf8').includes('"Input.Text"'));
}
