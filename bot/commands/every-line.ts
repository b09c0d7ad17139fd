/** Every case in one line, read bit by bit: for whatever compares or rebuilds a listing. */

import { mirroredCase } from '../deliveries/mirrored-case';
import type { Case } from '../domain/case/case';
import { Unreadable } from '../domain/errors';
import { type CaseLine, lineOf } from '../domain/listing/line';
import type { MirroredCase } from '../domain/listing/mirror';
import { isUnread, type Unread } from '../domain/page';
import type { Model } from '../domain/rules/model';
import { type Assistant, allModels } from '../features/assistant';
import type { CaseStore } from '../ports';

/**
 * The line of a case as it stands now.
 * @throws Unreadable where one of its to-dos cannot be read: the line would say less than is known.
 */
export async function wholeLine(
  models: (process: string) => Model,
  todosOf: CaseStore['todos'],
  made: Case,
): Promise<CaseLine> {
  const { items, unreadable } = await todosOf(made.number);
  if (unreadable) throw new Unreadable(`A to-do of case ${made.number}`, { why: `it is ${unreadable.join(', ')}` });
  return lineOf(models(made.process), made, items);
}

/** Every case as the list outside should show it; of one that cannot be read, or whose process is gone, its number alone. */
export async function* everyMirroredCase(assistant: Assistant): AsyncIterable<MirroredCase | Unread> {
  const { cases, log } = assistant;
  const models = await allModels(assistant);
  const words = assistant.words(assistant.languages.default);
  const shown = async (made: Case): Promise<MirroredCase | Unread> => {
    try {
      return mirroredCase(words, models(made.process), await wholeLine(models, cases.todos, made));
    } catch (cause) {
      log.error('mirror.case-failed', cause, { case: made.number });
      return { unread: made.number };
    }
  };
  for await (const made of cases.all()) yield isUnread(made) ? made : await shown(made);
}
