/**
 * Every button of every card: its verb and what its payload may hold. A card's data is written by whoever presses, so
 * nothing of it is believed beyond these shapes; which draft it is, and whose, is looked up.
 */
import { z } from 'zod/v4';
import { CASE_ACTIONS } from '../domain/case/lives/life-of';
import { CASE_STATES } from '../domain/case-state';
import { EDITABLE_LISTS } from '../domain/directory/entry';
import { LANGUAGES } from '../domain/language/language';
import { NOTIFY } from '../domain/notify';

const id = z.string().min(1).max(80);
/** On whose card a button of a case stands; what they may do is looked up all the same. */
const caseReader = z.enum(['requester', 'responsible', 'appointee']);
export type CaseButtonReader = z.infer<typeof caseReader>;
/** What a listing is narrowed by; something that cannot be chosen narrows it by nothing. */
const listing = {
  unit: id.optional().catch(undefined),
  state: z
    .enum(['open', 'all', ...CASE_STATES])
    .optional()
    .catch(undefined),
  process: id.optional().catch(undefined),
  year: z
    .string()
    .regex(/^(all|\d{4})$/)
    .optional()
    .catch(undefined),
};
const place = { draft: id, revision: z.number().int().nonnegative() };
/** What can be listed of the directory: its lists, what waits to be checked, and what came with a new version. */
export const SHOWN_LISTS = [...EDITABLE_LISTS, 'stale', 'added'] as const;
export type ShownList = (typeof SHOWN_LISTS)[number];
/** What a press does with a member of a unit at once. */
const memberMove = z.enum(['up', 'deputy', 'no-deputy', 'remove']);
export type MemberMove = z.infer<typeof memberMove>;
const list = z.enum(EDITABLE_LISTS);
const from = z.number().int().nonnegative().max(10_000).optional();
/** From where in "Before you begin" it was pressed, and where the answer leads back to. */
const begin = from.catch(undefined);
/** The tag of the entry as the card shows it: an edit of another one is somebody else's to look at first. */
const tag = z.string().min(1).max(200);
const day = z.string().max(10);
/** Inputs arrive beside the payload under their items' ids; `readForm` judges each. */
const withInputs = <S extends z.ZodRawShape>(shape: S) => z.looseObject(shape);

export const verbs = {
  home: z.object({}),
  start: z.object({ process: id }),
  answer: z.object({ ...place, item: id, value: z.union([z.boolean(), z.string().max(200)]) }),
  'answer-otherwise': z.object({ ...place, item: id, value: z.boolean() }),
  fill: withInputs({
    ...place,
    step: id,
    /** What was pointed out in it, by item: a day as over, a choice as filled in. Worth no more than the person's word that they know. */
    over: z.record(id, z.string().max(100)).optional().catch(undefined),
  }),
  acknowledge: z.object({ ...place, item: id }),
  back: withInputs(place),
  change: z.object({ ...place, step: id }),
  save: withInputs(place),
  cancel: withInputs(place),
  keep: z.object(place),
  discard: z.object(place),
  submit: z.object(place),
  resume: z.object({ draft: id }),
  'my-work': z.object({ from: z.string().max(1000).optional() }),
  'show-case': z.object({ case: id, as: caseReader.optional() }),
  act: withInputs({
    case: id,
    action: z.enum(CASE_ACTIONS),
    event: z.number().int().nonnegative(),
    as: caseReader,
    /** To which unit it is passed on; on cards sent earlier that stands in the input `to`. */
    unit: id.optional(),
  }),
  'open-act': withInputs({ case: id, action: z.enum(CASE_ACTIONS), as: caseReader }),
  'edit-case': z.object({ case: id }),
  'show-appointment': z.object({ case: id, as: caseReader.optional() }),
  appoint: withInputs({
    case: id,
    as: caseReader,
    /** Whom the card shows as responsible, or nobody (''): another one is somebody else's choice, to look at first. */
    present: z.string().max(80),
  }),
  'end-appointment': z.object({ case: id, as: caseReader, person: id }),
  'show-reply': z.object({ case: id, as: caseReader, language: z.enum(LANGUAGES).optional() }),
  'show-history': z.object({ case: id, as: caseReader, before: z.number().int().positive().optional() }),
  'show-todos': z.object({ case: id, list: id.optional() }),
  'open-todo': z.object({ case: id, todo: id }),
  tick: z.object({ case: id, todo: id, revision: z.number().int().nonnegative() }),
  untick: z.object({ case: id, todo: id, revision: z.number().int().nonnegative() }),
  'write-todo': withInputs({ case: id, todo: id, revision: z.number().int().nonnegative() }),
  inbox: z.object({
    ...listing,
    'unit-name': z.string().max(200).optional().catch(undefined),
    from: z.string().max(100).optional(),
  }),
  search: z.object({ text: z.string().max(200).optional(), from: z.string().max(100).optional() }),
  'show-undelivered': z.object({}),
  'revive-all': z.object({}),
  revive: z.object({ entry: z.string().min(1).max(200), wish: z.enum(['send', 'arrived']) }),
  'choose-notify': z.object({}),
  'set-notify': z.object({ notify: z.enum(NOTIFY) }),
  'my-data': z.object({}),
  'my-data-text': z.object({ page: z.number().int().min(0).max(1000) }),
  'open-erasure': z.object({}),
  'find-erasure': withInputs({}),
  'choose-erasure': z.object({ person: id }),
  erase: z.object({ person: id }),
  'choose-language': z.object({}),
  'set-language': z.object({ language: z.enum(LANGUAGES) }),
  'before-you-begin': z.object({ list: list.optional(), from }),
  directory: z.object({}),
  'directory-list': z.object({ list: z.enum(SHOWN_LISTS), from }),
  'directory-entry': z.object({ list, id, from }),
  'directory-history': z.object({ list, id, from }),
  /** Without an id, a new entry. */
  'directory-form': z.object({ list, id: id.optional(), begin }),
  'directory-save': withInputs({
    list,
    id: id.optional(),
    tag: tag.optional(),
    /** The values of which the person has said that they are no slip (`doubtful-edit.ts`). */
    sure: z.string().max(400).optional().catch(undefined),
    begin,
  }),
  'directory-check': z.object({ list, id, tag, begin }),
  'directory-retire': z.object({ list, id, tag }),
  'directory-return': z.object({ list, id, tag }),
  'directory-member': z.object({ unit: id, member: id }),
  'directory-member-form': z.object({ unit: id, member: id }),
  'directory-member-save': withInputs({ unit: id, member: id, tag }),
  'directory-member-move': z.object({ unit: id, member: id, tag, move: memberMove }),
  'directory-absence-remove': z.object({ unit: id, member: id, tag, from: day, to: day }),
  'directory-new-member': z.object({ unit: id }),
  'directory-add-member': withInputs({ unit: id, tag }),
} as const satisfies Record<string, z.ZodType>;

export type Verb = keyof typeof verbs;
export type Payload<V extends Verb> = z.infer<(typeof verbs)[V]>;

/** A press of one of these verbs, or of any, that has passed its schema. */
export type PressOf<V extends Verb> = { [K in V]: { readonly verb: K; readonly payload: Payload<K> } }[V];
export type Press = PressOf<Verb>;

/** Reads a verb and its data as a press, or undefined when there is no such verb or the data does not fit it. */
export function readPress(verb: unknown, data: unknown): Press | undefined {
  const known = knownVerb(verb);
  if (known === undefined) return undefined;
  const payload = verbs[known].safeParse(data ?? {});
  return payload.success ? ({ verb: known, payload: payload.data } as Press) : undefined;
}

/** The verb, if it is one of a card of ours. */
export function knownVerb(verb: unknown): Verb | undefined {
  return typeof verb === 'string' && Object.hasOwn(verbs, verb) ? (verb as Verb) : undefined;
}
