import { z } from 'zod';
import {
  ENDS_BEFORE_START,
  endsAfterStart,
  heldShape,
  KnownSchema,
  knownShape,
  RegisterDateSchema,
} from './common-schema.js';

export const StandardVersionSchema = z
  .strictObject({
    ...knownShape,
    ...heldShape,
    year: z.int().min(1900).max(2100),
    /** Decision that published or adopted it. */
    publishedBy: z.string().nullable().default(null),
    /** Decision that withdrew it. */
    withdrawnBy: z.string().nullable().default(null),
    supersededBy: z.int().nullable().default(null),
    /** Where another standard took its place: "ISO 45001:2018". */
    replacedBy: z.string().nullable().default(null),
    /** First and last day of a transition in which it could still be used after `to`; it begins at `to` by default. */
    transitionFrom: RegisterDateSchema.nullable().default(null),
    transitionUntil: RegisterDateSchema.nullable().default(null),
    transitionSource: z.string().nullable().default(null),
    note: z.string().nullable().default(null),
  })
  .refine(endsAfterStart, ENDS_BEFORE_START);

export const StandardSchema = z.strictObject({
  ...knownShape,
  designation: z.string().min(3),
  name: z.string(),
  /** The national standard that adopts it. */
  adoptedAs: z.string().nullable().default(null),
  /** Set where the list below holds every version up to `until`: only then is another year a finding. */
  complete: KnownSchema.extend({ until: RegisterDateSchema }).nullable().default(null),
  versions: z.array(StandardVersionSchema).min(1),
});

export const StandardsFileSchema = z.strictObject({
  standards: z.array(StandardSchema),
  /** Spellings that no standard bears: what is meant instead. */
  malformed: z.array(z.strictObject({ ...knownShape, written: z.string(), right: z.string() })),
  /** Standards that do not exist though plans name them. */
  neverExisted: z.array(
    z.strictObject({ ...knownShape, designation: z.string(), year: z.int(), note: z.string() }),
  ),
});
export type StandardVersion = z.infer<typeof StandardVersionSchema>;
export type Standard = z.infer<typeof StandardSchema>;
export type StandardsFile = z.infer<typeof StandardsFileSchema>;
