/**
 * A process of the model as data: what a `process.json` may hold. Structure and rules only; every word a person reads
 * stands in the folder's `fi.json`, `sv.json` and `en.json`.
 */
import { z } from 'zod/v4';
import { condition, id, scalar, source } from './condition-shape';
import { item } from './item';

/** An item, or several of which the first that was answered counts: the day that a visit was moved to, else the one asked for. */
const itemOrFirst = z.union([id, z.array(id).min(2)]);

const section = z.strictObject({
  id,
  /**
   * `one-by-one`: a card for each item, as for what decides the path. `form`: all items on one card with inputs.
   * `checklist`: criteria on one card, each with Yes and No; what one of them opens comes after it, one by one.
   */
  show: z.enum(['one-by-one', 'form', 'checklist']),
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
