import { z } from 'zod';

/** What can be taken out of the database for a selection of documents. */
export const OUT_FORMATS = ['html', 'xlsx', 'csv', 'jsonl', 'json', 'sarif', 'annotated', 'note'] as const;
export type OutFormat = (typeof OUT_FORMATS)[number];

export const OutRequestSchema = z.strictObject({
  format: z.enum(OUT_FORMATS),
  documents: z.array(z.string().length(64)).min(1).max(5_000),
});
export type OutRequest = z.infer<typeof OutRequestSchema>;
