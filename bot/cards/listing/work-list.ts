import type { CaseLine } from '../../domain/listing/line';
import type { Message } from '../../domain/message';
import type { Found, Page } from '../../domain/page';
import type { Named } from '../../domain/person';
import type { Model } from '../../domain/rules/model';
import type { Draft } from '../../domain/walk/draft';
import { press, rowName, select } from '../actions';
import { type Kit, message } from '../kit';
import { caseTitle } from '../parts/facts';
import { fitted, shortened } from '../parts/room';
import { together, unreadableNote } from '../parts/unreadable';
import { partOf, walkView } from '../walk/walk';
import { givenRows } from './given-rows';

/** What somebody has to do or has begun: a page of it. */
export interface Work {
  readonly who: Pick<Named, 'id'>;
  /** The cases in which they have been given something to do. */
  readonly given: Found<CaseLine>;
  readonly page: Page<Draft>;
}

/** "My cases": what the person was given, then their own drafts and cases, newest first; a press on a row opens it. */
export function workListCard(
  kit: Kit,
  modelOf: (process: string) => Model | undefined,
  { who, given, page }: Work,
  from?: string,
): Message {
  const { words } = kit;
  const title = words.own('work.title');
  const empty =
    page.items.length + given.items.length === 0 ? words.own(from === undefined ? 'work.empty' : 'work.end') : '';
  const lost = [...(given.unreadable ?? []), ...(page.unreadable ?? [])];
  const card = (shown: number) => ({
    title,
    note: together(lost.length > 0 && from === undefined ? '' : empty, unreadableNote(kit, { unreadable: lost })),
    rows: [
      ...givenRows(kit, modelOf, given.items, who, shown),
      ...page.items.map((draft) => row(kit, modelOf(draft.process), draft, shown)),
    ],
    actions: [
      ...(page.next === undefined ? [] : [press(words.own('actions.older'), 'my-work', { from: page.next })]),
      ...(from === undefined ? [] : [press(words.own('actions.newest'), 'my-work', {})]),
      press(words.own('actions.home'), 'home', {}),
    ],
  });
  return fitted((shown) => message(kit, 'work-list', card(shown), title));
}

/** Several open drafts, when it is not clear which one the person means. */
export function draftListCard(
  kit: Kit,
  modelOf: (process: string) => Model | undefined,
  drafts: readonly Draft[],
): Message {
  const title = kit.words.own('work.which');
  const card = (shown: number) => ({
    title,
    note: '',
    rows: drafts.map((draft) => row(kit, modelOf(draft.process), draft, shown)),
    actions: [press(kit.words.own('actions.home'), 'home', {})],
  });
  return fitted((shown) => message(kit, 'work-list', card(shown), title));
}

function row(kit: Kit, model: Model | undefined, draft: Draft, shown: number) {
  const { words } = kit;
  if (!model) return newerRow(kit, draft);
  const title = shortened(caseTitle(model, draft.state.answers, words), shown);
  const process = words.process(model.process.id, 'name');
  if (draft.case !== undefined) {
    const state = words.own('work.case', { number: draft.case, process, day: words.dayOf(draft.updatedAt) });
    const name = rowName(words.own('work.open', { title }), state);
    return { title, state, who: '', select: select(name, 'show-case', { case: draft.case }) };
  }
  const begun = { process, day: words.dayOf(draft.createdAt) };
  const state =
    draft.edits === undefined
      ? words.own('work.draft', { ...begun, ...partOf(walkView(model, draft)) })
      : words.own('work.edit', { ...begun, number: draft.edits });
  const name = rowName(words.own('work.resume', { title }), state);
  return { title, state, who: '', select: select(name, 'resume', { draft: draft.id }) };
}

/** What is of a process that only a newer version knows: it is there, and a press says so. */
function newerRow({ words }: Kit, draft: Draft) {
  const day = words.dayOf(draft.updatedAt);
  if (draft.case === undefined) {
    const title = words.own('newer.draft', { day });
    const state = words.own('newer.kind');
    return { title, state, who: '', select: select(rowName(title, state), 'resume', { draft: draft.id }) };
  }
  const title = words.own('newer.title', { number: draft.case });
  const state = words.own('work.case', { number: draft.case, process: words.own('newer.kind'), day });
  return { title, state, who: '', select: select(rowName(title, state), 'show-case', { case: draft.case }) };
}
