import { z } from 'zod';
import { ENDS_BEFORE_START, endsAfterStart, heldShape, knownShape } from './common-schema.js';

export const PhrasesFileSchema = z.strictObject({
  ...knownShape,
  /** Wrong phrases, lower case, and the right text. Matched whole, letters as they are, case ignored. */
  misspellings: z.record(z.string(), z.string()),
  /** Phrases in which a wrong one above is right after all. */
  allowed: z.array(z.string()).default([]),
  /** Two-syllable words, lower case: a pair that differs from one by a single mark is probably it, misspelled. */
  commonWords: z.array(z.string().regex(/^\S+ \S+$/u, 'two syllables')).default([]),
  /** Syllables that stand beside any other, so that no pair with them is a misspelled word. */
  standAlone: z.array(z.string()).default([]),
  /** Abbreviations that need no explanation. */
  knownAbbreviations: z.array(z.string()).default([]),
  /** Syllables of borrowed words, which need not be possible Vietnamese ones. */
  borrowed: z.array(z.string()).default([]),
  /** Words that are never rightly written twice in a row, and the words before which a pair is right. */
  repeatedWords: z.record(z.string(), z.array(z.string())),
  /** The same for two-word phrases. */
  repeatedPhrases: z.record(z.string(), z.array(z.string())),
});
export type PhrasesFile = z.infer<typeof PhrasesFileSchema>;

export const FormPartSchema = z.enum([
  'national-title',
  'issuing-agency',
  'place',
  'document-type',
  'subject',
  'signatory',
  'recipients',
]);
export const FormFileSchema = z.strictObject({
  forms: z.array(
    z
      .strictObject({
        ...knownShape,
        ...heldShape,
        id: z.string(),
        basis: z.string(),
        parts: z.array(
          z.strictObject({ part: FormPartSchema, vi: z.string(), en: z.string(), rule: z.string() }),
        ),
        /** Days below this, and the months named, bear a leading zero in the place-and-date line. */
        dateStyle: z.strictObject({ daysBelow: z.int(), months: z.array(z.int()), rule: z.string() }),
        appendix: z.strictObject({ rule: z.string() }),
        order: z.strictObject({ rule: z.string() }),
        number: z.strictObject({ rule: z.string() }),
        date: z.strictObject({ rule: z.string() }),
      })
      .refine(endsAfterStart, ENDS_BEFORE_START),
  ),
  /** Words by which a paper of the Party shows itself; it follows a form of its own. */
  partyMarks: z.array(z.string()),
});
export type FormFile = z.infer<typeof FormFileSchema>;
export type Form = FormFile['forms'][number];
export type FormPart = z.infer<typeof FormPartSchema>;

export const CeilingsFileSchema = z.strictObject({
  ceilings: z.array(
    z
      .strictObject({
        ...knownShape,
        ...heldShape,
        id: z.string(),
        /** What the money is for, in Vietnamese and English, for messages. */
        purpose: z.strictObject({ vi: z.string(), en: z.string() }),
        /** All groups must be met, each by one of its phrases (lower case). */
        whenAll: z.array(z.array(z.string()).min(1)).min(1),
        /** None of these may stand in the sentence. */
        unlessAny: z.array(z.string()),
        amount: z.int().positive(),
        per: z.enum(['year', 'once', 'unit']),
        document: z.string(),
        locator: z.string(),
      })
      .refine(endsAfterStart, ENDS_BEFORE_START),
  ),
});
export type CeilingsFile = z.infer<typeof CeilingsFileSchema>;
export type Ceiling = CeilingsFile['ceilings'][number];

export const SourcesFileSchema = z.strictObject({ sources: z.record(z.string(), z.string()) });
