import { z } from 'zod';
import { ConfidenceSchema, knownShape, RegisterDateSchema } from './common-schema.js';

const StandardInTitleSchema = z.strictObject({ designation: z.string(), version: z.int() });

export const LegalDocumentSchema = z
  .strictObject({
    ...knownShape,
    number: z.string().min(3),
    type: z.string(),
    /** Full name of who issued it, as the document itself bears it. */
    issuer: z.string().nullable().default(null),
    /** Other names under which it is rightly given. */
    issuerForms: z.array(z.string()).default([]),
    issuedOn: RegisterDateSchema.nullable().default(null),
    effectiveFrom: RegisterDateSchema.nullable().default(null),
    /** First day on which it no longer held; null where no end is known. */
    effectiveTo: RegisterDateSchema.nullable().default(null),
    title: z.string().nullable().default(null),
    /** True where the title is complete and in the official wording; false: a summary, not to be compared. */
    titleOfficial: z.boolean().default(true),
    /** Standard versions that the official title itself quotes. */
    titleStandards: z.array(StandardInTitleSchema).default([]),
    articles: z.int().positive().nullable().default(null),
    replaces: z.array(z.string()).default([]),
    replacedBy: z.array(z.string()).default([]),
    amends: z.array(z.string()).default([]),
    amendedBy: z.array(z.string()).default([]),
    guides: z.array(z.string()).default([]),
    aliases: z.array(z.string()).default([]),
    /** Where single fields are known less well (or better) than the entry. */
    fieldConfidence: z
      .strictObject({
        issuedOn: ConfidenceSchema.optional(),
        issuer: ConfidenceSchema.optional(),
        title: ConfidenceSchema.optional(),
        effectiveTo: ConfidenceSchema.optional(),
      })
      .default({}),
    note: z.string().nullable().default(null),
  })
  .refine((d) => d.effectiveFrom === null || d.effectiveTo === null || d.effectiveFrom <= d.effectiveTo, {
    message: 'an end that is not before the beginning',
    path: ['effectiveTo'],
  })
  .refine((d) => d.issuedOn === null || d.effectiveFrom === null || d.issuedOn <= d.effectiveFrom, {
    message: 'a first day in force that is not before the day of issue',
    path: ['effectiveFrom'],
  });
export const DocumentsFileSchema = z.strictObject({ documents: z.array(LegalDocumentSchema) });
export type LegalDocument = z.infer<typeof LegalDocumentSchema>;
