/**
 * The shapes of what is kept as JSON: as much of them as everybody who reads a row relies on. Parts that nobody here
 * knows are no hindrance: a newer version may have written them.
 */
import { z } from 'zod/v4';

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/**
 * Whether a text is a moment as it is stored: UTC, ISO 8601. `Date.parse` alone takes "1" for a day in 2001, and a case
 * would be purged by that.
 */
export function isMoment(text: string): boolean {
  return MOMENT.test(text) && !Number.isNaN(Date.parse(text));
}

const moment = z.string().refine(isMoment);
const answer = z.union([z.boolean(), z.string(), z.number(), z.array(z.string()), z.null()]);
const named = z.looseObject({ id: z.string(), name: z.string() });
const destination = z.looseObject({
  unit: z.string(),
  deliverTo: z.string(),
  rule: z.string(),
  source: z.string(),
  contact: named.optional(),
  skipped: z.array(named).optional(),
});

export const anyObject = z.looseObject({});
export const answers = z.record(z.string(), answer);
export const walkState = z.looseObject({ answers, at: z.string().optional(), pause: z.string().optional() });
export const explanation = z.looseObject({
  outcome: z.string(),
  source: z.string(),
  reasons: z.array(z.looseObject({ item: z.string(), answer, source: z.string() })),
  flips: z.array(z.looseObject({ item: z.string(), to: answer, outcome: z.string() })),
  nearness: z
    .looseObject({
      classes: z.array(z.looseObject({ outcome: z.string(), met: z.number(), of: z.number() })),
      against: z.array(z.string()),
    })
    .optional(),
});
export const destinations = z.array(destination);
export const routing = z.looseObject({ responsible: destination, informed: destinations });
export const said = z.looseObject({ action: z.string(), text: z.string(), by: z.string(), at: z.string() });

/** Whom an entry of the outbox is for, by the kinds that are known here. */
export const targets: Readonly<Record<string, z.ZodType>> = {
  person: z.looseObject({ person: z.looseObject({ id: z.string(), tenant: z.string() }), as: z.string() }),
  unit: z.looseObject({ unit: z.string(), deliverTo: z.string() }),
  units: z.looseObject({ units: z.array(z.string()) }),
};

/** A line of the register; listings sort and compare by these. */
export const line = z.looseObject({
  number: z.string(),
  process: z.string(),
  state: z.string(),
  since: z.string(),
  unit: z.string(),
  informed: z.array(z.string()),
  requester: named,
  tenant: z.string().optional(),
  handler: named.optional(),
  appointee: named.optional(),
  given: z.array(z.looseObject({ person: z.string(), todo: z.string(), due: z.string().optional() })).optional(),
  named: answers,
  organisation: z.string(),
  city: z.string(),
  day: z.string().optional(),
  figures: z.record(z.string(), z.number()).optional(),
  submittedAt: moment,
  revision: z.number(),
});

/** Somebody who is to be forgotten. */
export const erasure = z.looseObject({
  person: z.looseObject({ id: z.string().min(1), tenant: z.string().min(1), name: z.string() }),
  address: z.string().optional(),
  askedAt: moment,
  isBegun: z.boolean(),
});
