import { z } from 'zod';
import { ENDS_BEFORE_START, endsAfterStart, heldShape, knownShape } from './common-schema.js';

const HeldUnitSchema = z
  .strictObject({
    ...knownShape,
    ...heldShape,
    name: z.string(),
    /** Who took over its work or area; null where that differs from case to case. */
    successor: z.string().nullable().default(null),
    note: z.string().nullable().default(null),
  })
  .refine(endsAfterStart, ENDS_BEFORE_START);

export const UnitsFileSchema = z.strictObject({
  /** Ministries, agencies and kinds of provincial agencies whose name ended or began at a day. */
  agencies: z.array(HeldUnitSchema),
  /** Provinces under the words they stand behind: "tỉnh Hà Giang", "thành phố Cần Thơ". */
  provinces: z.array(HeldUnitSchema),
  /** Administrative levels: the phrases that speak of them. */
  levels: z.array(
    z.strictObject({
      ...knownShape,
      ...heldShape,
      id: z.string(),
      title: z.string(),
      successor: z.string().nullable().default(null),
      phrases: z.array(z.string()).min(1),
    }),
  ),
  /** Words near a name that say it is spoken of as a thing of the past. */
  pastMarks: z.array(z.string()),
  /** Names that units commonly bear, for finding misspelled ones. */
  commonNames: z.array(z.string()),
  /** Short forms everybody knows: "UBND" for "Ủy ban nhân dân". */
  shortForms: z.array(z.strictObject({ short: z.string(), long: z.string() })),
});
export type UnitsFile = z.infer<typeof UnitsFileSchema>;
export type HeldUnit = z.infer<typeof HeldUnitSchema>;

export const GrammarFileSchema = z.strictObject({
  /** What stands before the hyphen: "QĐ", and the types that bear it. */
  typeCodes: z.array(
    z.strictObject({
      ...knownShape,
      code: z.string(),
      types: z.array(z.string()).min(1),
      /** "always": a year stands in the number; "never"; "either". */
      year: z.enum(['always', 'never', 'either']),
      /** First year for which `year` is asked. */
      yearSince: z.int().nullable().default(null),
      /** The only agencies that issue it; null where any may. */
      agencies: z.array(z.string()).nullable().default(null),
      /** Beginnings of the codes of agencies that have no power to issue it: "S" for every Sở. */
      notIssuedBy: z.array(z.string().min(1)).default([]),
    }),
  ),
  agencies: z.array(
    z
      .strictObject({
        ...knownShape,
        ...heldShape,
        code: z.string(),
        /** Names under which it issues; the first is the usual one. */
        names: z.array(z.string()).min(1),
        /** "is": the issuer is one of the names; "contains": a name stands in it ("Ủy ban nhân dân tỉnh …"). */
        match: z.enum(['is', 'contains']).default('is'),
        central: z.boolean(),
      })
      .refine(endsAfterStart, ENDS_BEFORE_START),
  ),
  /** Terms of the National Assembly: laws of these years bear QH<term>. */
  assemblyTerms: z.array(
    z.strictObject({ ...knownShape, term: z.int(), fromYear: z.int(), toYear: z.int().nullable() }),
  ),
});
export type GrammarFile = z.infer<typeof GrammarFileSchema>;
