/** What listings and figures count, whichever process asks it: items, choices and entries of the city, by their ids. */
import { z } from 'zod/v4';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const recordsSchema = z.strictObject({
  /** Items of to-dos: how many came, what was invoiced (euros), how often media told of it. */
  headCount: id,
  fee: id,
  mediaHits: id,
  /** Items of to-dos with a line for each: what came of a visit, and where media told of it. */
  initiatives: id,
  media: id,
  /** Questions of a walk. */
  visitorKind: id,
  dignitary: id,
  technicalVisit: id,
  otherThemes: id,
  /** What the team or unit is called that a theme leaves open; absent where no process asks it. */
  namedUnit: id.optional(),
  goals: id,
  /** The process whose visitors are all dignitaries. */
  dignitaryVisit: id,
  /** Choices of the kind of visitor. */
  kinds: z.strictObject({ dignitaries: z.array(id), city: id, sisterOrPartnerCity: id, media: id }),
  /** What makes a visit one on sustainable development. */
  sustainable: z.strictObject({ themes: z.array(id), goals: z.array(id) }),
});

/** Those of a city. One that no process of the city asks is counted as nothing. */
export type Records = z.infer<typeof recordsSchema>;
