/** What a rule of a process may say: on which answers it rests, and where it comes from. */
import { z } from 'zod/v4';

/** The name of anything in a process. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'ids are kebab-case');

/** Where a criterion or rule comes from: a section of the model ("M 3.4"), or "product" for a decision of ours. */
export const source = z.string().regex(/^(M \d\.\d|M 3, events|S|T|product)(; (M \d\.\d|M 3, events|S|T|product))*$/);

export const scalar = z.union([z.boolean(), z.string(), z.number()]);

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

export const condition: z.ZodType<Condition> = z.lazy(() =>
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
