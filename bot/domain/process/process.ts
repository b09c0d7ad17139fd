/**
 * A process of the model as data: what a `process.json` may hold. Structure and rules only; every word a person reads
 * stands in the folder's `fi.json`, `sv.json` and `en.json`.
 */
import { z } from 'zod/v4';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'ids are kebab-case');

/** Where a criterion or rule comes from: a section of the model ("M 3.4"), or "product" for a decision of ours. */
const source = z.string().regex(/^(M \d\.\d|M 3, events|S|T|product)(; (M \d\.\d|M 3, events|S|T|product))*$/);

/** An item, or several of which the first that was answered counts: the day that a visit was moved to, else the one asked for. */
const itemOrFirst = z.union([id, z.array(id).min(2)]);

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

const DIRECTORY_LISTS = ['themes', 'countries', 'goals', 'sectors'] as const;
const choices = z.union([z.array(choice).min(2), z.strictObject({ directory: z.enum(DIRECTORY_LISTS) })]);

/**
 * Whether an answer may name a person, and so goes when the case is purged (`purge.ts`). Whoever writes a process decides
 * it for every text: what somebody can type freely is personal, the name of an organisation, city or event is not.
 */
const personal = z.boolean();

const item = z.discriminatedUnion('type', [
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

const section = z.strictObject({
  id,
  /** `one-by-one`: a card for each item. `form`: all items on one card with inputs. */
  show: z.enum(['one-by-one', 'form']),
  when: condition.optional(),
  items: z.array(item).min(1),
});

/** Another process's section, asked here by the same criteria and in the same words: a reference, never a copy. */
const inclusion = z.strictObject({ show: z.literal('included'), process: id, section: id, when: condition.optional() });

const todo = z.strictObject({
  id,
  source,
  when: condition.optional(),
  /** Due relative to the day that was answered to `item`, by a lead time of the directory. */
  due: z.strictObject({ item: itemOrFirst, leadTime: id }).optional(),
  /** To-dos of the same process that must be done before this one can be. */
  after: z.array(id).default([]),
  /** What must be written down before it counts as done. */
  needs: z.array(z.enum(['person', 'date', 'note'])).default([]),
  /** What is asked when it is done: figures, feedback. */
  form: z.array(item).default([]),
});

/** A living list on the case: ticked, assigned, dated, visible to everyone on the case. */
const list = z.strictObject({ id, source, todos: z.array(todo).min(1) });

const outcomeRule = z
  .strictObject({
    id,
    source,
    when: condition.optional(),
    /** In place of `when`, of a class: what is typical of it. It holds where it is nearer than any other (`nearness.ts`). */
    traits: z.array(condition).min(1).optional(),
    /** How it reads at a glance: go ahead, careful, or rather not. */
    tone: z.enum(['good', 'warning', 'attention']),
    /** Points that belong to this outcome (what to do next), each with its own source and condition. */
    advice: z.array(z.strictObject({ id, source, when: condition.optional() })).default([]),
    /** What of the directory is shown with it: who takes part in a dignitary's visit (M 3.3), what is known of a sister city (M 3.2, T). */
    shows: z.union([z.strictObject({ dignitaryMatrix: id }), z.strictObject({ sisterCity: id })]).optional(),
  })
  .transform(({ when, traits, ...rule }, context) => {
    if (when && !traits) return { ...rule, when };
    if (traits && !when) return { ...rule, traits };
    context.addIssue({ code: 'custom', message: 'an outcome holds by "when" or by its "traits": one of the two' });
    return z.NEVER;
  });

const unitReference = z.union([z.strictObject({ unit: id }), z.strictObject({ unitOfTheme: id })]);
/** A unit, if the matrix of dignitaries marks it for the kind of guest that was answered to this item (M 3.3). */
const markedUnit = z.strictObject({ unit: id, markedFor: id });

const routing = z.strictObject({
  /** The first rule that holds names the responsible unit. */
  responsible: z.array(z.strictObject({ id, source, when: condition, to: unitReference })).min(1),
  /** Every rule that holds adds units that are told. */
  informed: z.array(z.strictObject({ id, source, when: condition, to: z.union([unitReference, markedUnit]) })),
});

/**
 * When a walk goes on in another process, because it turns out to be that one's. `answers` says for an item of the other
 * process which of ours answers it, or what its answer is; an item of the same id needs no line.
 */
const handOver = z.strictObject({
  id,
  source,
  to: id,
  when: condition,
  answers: z.record(id, z.union([id, z.strictObject({ is: scalar })])).default({}),
});

/** What a person has in hand when they begin; the start page groups the processes by it. */
export const OCCASIONS = ['visit', 'cooperation', 'event', 'statement'] as const;

/** How the cases of a process go on and end; `case/lives/` has a table for each. */
const LIFE_IDS = ['visit', 'event', 'agreement', 'membership', 'view'] as const;
export type LifeId = (typeof LIFE_IDS)[number];

/** What is written down with steps of a case's life (`at`), on one card with the words that a step needs. */
const form = z.strictObject({
  id,
  source,
  at: z.array(id).min(1),
  items: z.array(item).min(1),
  /** The item that says until when what was agreed is in force. */
  until: id.optional(),
});

/** The schema of a `process.json`, in which sections may still be references. */
export const processFileSchema = z.strictObject({
  id,
  occasion: z.enum(OCCASIONS),
  life: z.enum(LIFE_IDS),
  version: z.number().int().positive(),
  /** The letter that case numbers of this process begin with (`V-2026-0042`). */
  casePrefix: z.string().regex(/^[A-Z]$/),
  source,
  sections: z.array(z.discriminatedUnion('show', [section, inclusion])).min(1),
  /** The first rule that holds is the outcome. */
  outcomes: z.array(outcomeRule).min(1),
  routing,
  /** Answers that cannot both be right: `between` names the questions of which one has to be answered anew. */
  contradictions: z.array(z.strictObject({ id, source, when: condition, between: z.array(id).min(2) })).default([]),
  /** The first rule that holds; a case that was sent stays in its process. */
  handsOver: z.array(handOver).default([]),
  lists: z.array(list).default([]),
  forms: z.array(form).default([]),
  /**
   * Dates on which somebody has to look at the case again: the first so many months after it was sent, or after what it
   * led to came into force, and so on.
   */
  reviews: z
    .array(
      z.strictObject({
        id,
        source,
        from: z.enum(['sent', 'resting']).default('sent'),
        when: condition,
        everyMonths: z.number().int().positive(),
      }),
    )
    .default([]),
  /** The processes that come naturally after this one; offered with the receipt. */
  next: z.array(z.strictObject({ process: id, when: condition })).default([]),
  /** The list that is filled in when the matter is followed up: what came of it. */
  followUp: id.optional(),
  /**
   * Figures asked with to-dos that stand beside those of the case before it; until there is one, beside an example of the
   * source, which has `null` where it tells no figure.
   */
  comparison: z.strictObject({ source, example: z.record(id, z.number().nullable()) }).optional(),
  /**
   * The item in which whoever asks names the responsible person (M 3.3), and the section that says so. A coordinator
   * confirms them before they may act.
   */
  appoints: z.strictObject({ item: id, source }).optional(),
  /** Items that name the case in listings and headings: who it is about, where from, how many, from when until when. */
  title: z.strictObject({
    who: id,
    from: id.optional(),
    city: id.optional(),
    size: id.optional(),
    date: itemOrFirst.optional(),
    until: itemOrFirst.optional(),
    theme: id.optional(),
  }),
});

export type ProcessFile = z.infer<typeof processFileSchema>;

/** An item; `words` names the process whose words it is asked in, where that is another one. */
export type Item = z.infer<typeof item> & { readonly words?: string };
export type Section = Omit<z.infer<typeof section>, 'items'> & {
  readonly items: readonly Item[];
  /** The process whose words its title is in, where that is another one. */
  readonly words?: string;
};
export type Process = Omit<ProcessFile, 'sections'> & { readonly sections: readonly Section[] };
export type TodoRule = Process['lists'][number]['todos'][number];
export type ItemOf<T extends Item['type']> = Extract<Item, { type: T }>;
export type Contradiction = Process['contradictions'][number];
export type HandOverRule = Process['handsOver'][number];
export type OutcomeRule = Process['outcomes'][number];
/** An outcome that is a class with its traits. */
export type ClassRule = Extract<OutcomeRule, { readonly traits: unknown }>;
export type RoutingRule = Process['routing']['informed'][number];

/** What is written down with a step of a case's life. */
export function itemsAskedAt({ forms }: Pick<Process, 'forms'>, step: string): readonly Item[] {
  return forms.filter(({ at }) => at.includes(step)).flatMap(({ items }) => items);
}

/** Every item of a process in the order in which it is asked. */
export function itemsOf(process: Process): readonly Item[] {
  return process.sections.flatMap((part) => part.items);
}

/** The item with this id, or undefined when the process has none. */
export function findItem(process: Process, itemId: string): Item | undefined {
  for (const { items } of process.sections) {
    const found = items.find((candidate) => candidate.id === itemId);
    if (found) return found;
  }
  return undefined;
}
