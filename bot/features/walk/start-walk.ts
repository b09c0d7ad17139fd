import { plainNotice } from '../../cards/notice';
import type { Payload } from '../../cards/verbs';
import type { Message } from '../../domain/message';
import { NEW_WALK } from '../../domain/walk/checklist';
import type { Draft } from '../../domain/walk/draft';
import { draftId } from '../../domain/walk/draft-id';
import type { Asked } from '../asked';
import { modelOf } from '../assistant';
import type { Met } from '../person/acquaintance';
import { draftCard } from './draft-card';

/** How many open drafts are looked at for the newest that is no change of a case. */
const RECENT = 5;

/**
 * Begins a process: keeps an empty draft and shows its first question. Asked twice in a row (a double press, the same
 * message delivered again), the draft that is still untouched is the one.
 */
export async function startWalk(
  { assistant, turn, speak }: Asked,
  { process }: Payload<'start'>,
  { isNew }: Pick<Met, 'isNew'> = { isNew: false },
): Promise<Message> {
  if (!assistant.processes.has(process)) return plainNotice(speak, 'gone');
  const { language } = speak.words;
  const model = await modelOf(assistant, process);
  // Who was unknown a moment ago has no drafts to be asked for.
  const open = isNew ? [] : await assistant.drafts.open(turn.who, RECENT);
  const newest = open.find(({ edits }) => edits === undefined);
  if (newest?.process === process && newest.revision === 0) return draftCard(speak, model, { ...newest, language });
  const now = assistant.clock.now();
  const draft: Draft = {
    id: draftId(turn.who, now, assistant.random()),
    owner: turn.who,
    process,
    version: model.process.version,
    language,
    state: NEW_WALK,
    revision: 0,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  };
  await assistant.drafts.create(draft);
  assistant.log.info('walk.started', { draft: draft.id, process });
  return draftCard(speak, model, draft);
}
