/** What a process asks: the items of its sections, of its to-dos and of its forms. */
import { z } from 'zod/v4';
import { condition, id, scalar, source } from './condition-shape';

const asked = { id, source, when: condition.optional() };

/** A choice of the process itself; one of the directory's is named by its list instead. */
const choice = z.strictObject({ id, when: condition.optional(), source: source.optional() });

const DIRECTORY_LISTS = ['themes', 'countries', 'goals', 'sectors'] as const;
const choices = z.union([z.array(choice).min(2), z.strictObject({ directory: z.enum(DIRECTORY_LISTS) })]);

/**
 * Whether an answer may name a person, and so goes when the case is purged (`purge.ts`). Whoever writes a process decides
 * it for every text: what somebody can type freely is personal, the name of an organisation, city or event is not.
 */
const personal = z.boolean();

export const item = z.discriminatedUnion('type', [
  z.strictObject({
    ...asked,
    type: z.literal('yes-no'),
    /** The favourable answer, where one of the two is: the other becomes a point to look at. */
    good: z.boolean().optional(),
    /**
     * What an earlier answer says already: then it is filled in with `value` and not asked, and a person can change it.
     * Included in a process that does not ask that, it is asked.
     */
    follows: z.strictObject({ answer: id, in: z.array(scalar).min(1), value: z.boolean() }).optional(),
    /** Told beside the question: what the unit of that theme wants, and what it has in the week of that day. */
    beside: z.strictObject({ unitOfTheme: id, day: id }).optional(),
  }),
  z.strictObject({
    ...asked,
    type: z.literal('choice'),
    choices,
    required: z.boolean(),
    /** The choice that follows where the case is with a sister city, in the place of these or of none; it can be changed. */
    sisterCity: z.strictObject({ choose: id, insteadOf: z.array(id).default([]) }).optional(),
  }),
  z.strictObject({
    ...asked,
    type: z.literal('choices'),
    choices,
    /** It was a text in an earlier version of the process: what was written then stays, and is read, until somebody chooses. */
    onceText: z.literal(true).optional(),
  }),
  z.strictObject({
    ...asked,
    type: z.literal('text'),
    personal,
    required: z.boolean(),
    maxLength: z.number().int().min(1).max(4000),
    multiline: z.boolean().optional(),
  }),
  z.strictObject({
    ...asked,
    type: z.literal('number'),
    required: z.boolean(),
    min: z.number(),
    max: z.number(),
    /** How many decimals an answer may have; whole numbers only when absent. */
    decimals: z.number().int().min(1).max(2).optional(),
  }),
  z.strictObject({
    ...asked,
    type: z.literal('date'),
    required: z.boolean(),
    notBefore: id.optional(),
    /** How many years before and after this one the day may lie in; two before and ten after when absent. */
    years: z.strictObject({ back: z.number().int().min(0).max(99), ahead: z.number().int().min(0).max(99) }).optional(),
  }),
  /** Somebody in the city, by name or e-mail address. */
  z.strictObject({ ...asked, type: z.literal('person'), personal: z.literal(true), required: z.boolean() }),
  /** Shows the outcome and waits until it has been seen; its answer is the id of the outcome that was shown. */
  z.strictObject({ ...asked, type: z.literal('outcome') }),
]);
