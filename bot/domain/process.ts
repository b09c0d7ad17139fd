/**
 * A process of the model as data: what a `process.json` may hold. Structure and rules only; every word a person reads
 * stands in the folder's `fi.json`, `sv.json` and `en.json`.
 */
import { z } from 'zod/v4';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'ids are kebab-case');

/** Where a criterion or rule comes from: a section of the model ("M 3.4"), or "product" for a decision of ours. */
const source = z.string().regex(/^(M \d\.\d|M 3, events|S|T|product)(; (M \d\.\d|M 3, events|S|T|product))*$/);

const scalar = z.union([z.boolean(), z.string(), z.number()]);

/**
 * The whole rule vocabulary, closed on purpose: a rule that these words cannot say becomes a named predicate in
 * `predicates.ts`, with a test, rather than a new operator here.
 */
export type Condition =
  | { readonly answer: string; readonly is: boolean | string | number }
  | { readonly answer: string; readonly in: readonly (boolean | string | number)[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly count: readonly string[]; readonly is: boolean | string | number; readonly atLeast: number }
  | { readonly predicate: string };

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ answer: id, is: scalar }),
    z.strictObject({ answer: id, in: z.array(scalar).min(1) }),
    z.strictObject({ all: z.array(condition) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z.strictObject({ count: z.array(id).min(1), is: scalar, atLeast: z.number().int().positive() }),
    z.strictObject({ predicate: id }),
  ]),
);

const asked = { id, source, when: condition.optional() };

/** A choice of the process itself; one of the directory's is named by its list instead. */
const choice = z.strictObject({ id, when: condition.optional(), source: source.optional() });

export const DIRECTORY_LISTS = ['themes', 'countries'] as const;
const choices = z.union([z.array(choice).min(2), z.strictObject({ directory: z.enum(DIRECTORY_LISTS) })]);

const item = z.discriminatedUnion('type', [
  z.strictObject({ ...asked, type: z.literal('yes-no') }),
  z.strictObject({ ...asked, type: z.literal('choice'), choices, required: z.boolean() }),
  z.strictObject({ ...asked, type: z.literal('choices'), choices }),
  z.strictObject({
    ...asked,
    type: z.literal('text'),
    required: z.boolean(),
    maxLength: z.number().int().min(1).max(4000),
    multiline: z.boolean().optional(),
  }),
  z.strictObject({ ...asked, type: z.literal('number'), required: z.boolean(), min: z.number(), max: z.number() }),
  z.strictObject({ ...asked, type: z.literal('date'), required: z.boolean(), notBefore: id.optional() }),
  /** Shows the outcome and waits until it has been seen; its answer is the id of the outcome that was shown. */
  z.strictObject({ ...asked, type: z.literal('outcome') }),
]);

const section = z.strictObject({
  id,
  /** `one-by-one`: a card for each item, answered by a press. `form`: all items on one card with inputs. */
  show: z.enum(['one-by-one', 'form']),
  when: condition.optional(),
  items: z.array(item).min(1),
});

const outcomeRule = z.strictObject({
  id,
  source,
  when: condition,
  /** How it reads at a glance: go ahead, careful, or rather not. */
  tone: z.enum(['good', 'warning', 'attention']),
  /** Points that belong to this outcome (what to do next), each with its own source and condition. */
  advice: z.array(z.strictObject({ id, source, when: condition.optional() })).default([]),
  /** Whether the matrix of who takes part in a dignitary's visit is shown with it (M 3.3). */
  showsMatrixOf: id.optional(),
});

const unitReference = z.union([z.strictObject({ unit: id }), z.strictObject({ unitOfTheme: id })]);

const routing = z.strictObject({
  /** The first rule that holds names the responsible unit. */
  responsible: z.array(z.strictObject({ id, source, when: condition, to: unitReference })).min(1),
  /** Every rule that holds adds units that are told. */
  informed: z.array(z.strictObject({ id, source, when: condition, to: unitReference })),
});

/** The schema of a `process.json`. */
export const processSchema = z.strictObject({
  id,
  version: z.number().int().positive(),
  /** The letter that case numbers of this process begin with (`V-2026-0042`). */
  casePrefix: z.string().regex(/^[A-Z]$/),
  source,
  sections: z.array(section).min(1),
  /** The first rule that holds is the outcome. */
  outcomes: z.array(outcomeRule).min(1),
  routing,
  /** Items that name the case in listings and headings: who it is about, where from, how many, when. */
  title: z.strictObject({
    who: id,
    from: id.optional(),
    size: id.optional(),
    date: id.optional(),
    theme: id.optional(),
  }),
});

export type Process = z.infer<typeof processSchema>;
export type Section = Process['sections'][number];
export type Item = Section['items'][number];
export type ItemOf<T extends Item['type']> = Extract<Item, { type: T }>;
export type OutcomeRule = Process['outcomes'][number];
export type RoutingRule = Process['routing']['informed'][number];
export type Choice = z.infer<typeof choice>;

/** Every item of a process in the order in which it is asked. */
export function itemsOf(process: Process): readonly Item[] {
  return process.sections.flatMap((part) => part.items);
}

/** The item with this id, or undefined when the process has none. */
export function findItem(process: Process, itemId: string): Item | undefined {
  return itemsOf(process).find((candidate) => candidate.id === itemId);
}
