/** The buttons of the directory's cards. Who may press them is looked up at each press; `verbs.ts` holds all others. */
import { z } from 'zod/v4';
import { EDITABLE_LISTS } from '../domain/directory/entry';

const id = z.string().min(1).max(80);
/** The tag of the entry as the card shows it: an edit of another one is somebody else's to look at first. */
const tag = z.string().min(1).max(200);
const list = z.enum(EDITABLE_LISTS);
const from = z.number().int().nonnegative().max(10_000).optional();
const day = z.string().max(10);

/** What can be listed: the lists, and what waits to be checked. */
export const SHOWN_LISTS = [...EDITABLE_LISTS, 'stale'] as const;
export type ShownList = (typeof SHOWN_LISTS)[number];

/** What a press does with a member at once. */
const MEMBER_MOVES = ['up', 'deputy', 'no-deputy', 'remove'] as const;
export type MemberMove = (typeof MEMBER_MOVES)[number];

export const directoryVerbs = {
  directory: z.object({}),
  'directory-list': z.object({ list: z.enum(SHOWN_LISTS), from }),
  'directory-entry': z.object({ list, id, from }),
  'directory-history': z.object({ list, id, from }),
  /** Without an id, a new entry. */
  'directory-form': z.object({ list, id: id.optional() }),
  'directory-save': z.looseObject({ list, id: id.optional(), tag: tag.optional() }),
  'directory-check': z.object({ list, id, tag }),
  'directory-retire': z.object({ list, id, tag }),
  'directory-return': z.object({ list, id, tag }),
  'directory-member': z.object({ unit: id, member: id }),
  'directory-member-form': z.object({ unit: id, member: id }),
  'directory-member-save': z.looseObject({ unit: id, member: id, tag }),
  'directory-member-move': z.object({ unit: id, member: id, tag, move: z.enum(MEMBER_MOVES) }),
  'directory-absence-remove': z.object({ unit: id, member: id, tag, from: day, to: day }),
  'directory-new-member': z.object({ unit: id }),
  'directory-add-member': z.looseObject({ unit: id, tag }),
} as const satisfies Record<`directory${string}`, z.ZodType>;
