import { z } from 'zod';
import { mentionShape } from './primitives.js';

export const SeveritySchema = z.enum(['error', 'warning', 'notice']);
export type Severity = z.infer<typeof SeveritySchema>;

/** A discrepancy. `raw` and `span` are the words it is about; empty at the document's start where a thing is absent. */
export const FindingSchema = z.strictObject({
  ...mentionShape,
  ruleId: z.string(),
  severity: SeveritySchema,
  /** One sentence in Vietnamese. */
  message: z.string(),
  suggestion: z.string().nullable(),
  /** Why, with its source, in Vietnamese. */
  evidence: z.string().nullable(),
  /** The same in English, for `--lang en`. */
  english: z.strictObject({ message: z.string(), evidence: z.string().nullable() }),
  /** rule + document + quote + occurrence, hashed: stays the same when the text moves. */
  fingerprint: z.string(),
});
export type Finding = z.infer<typeof FindingSchema>;
