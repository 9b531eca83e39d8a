import { z } from 'zod';
import { TimingValueSchema } from '../../review/field-value.js';

/** Phrases of time as a person typed them, a line each. */
export const ReadTimingsRequestSchema = z.strictObject({
  lines: z.array(z.string().max(500)).max(200),
  planYear: z.int().nullable(),
});

/** The times that the lines name, or the first line that names no possible one. */
export const ReadTimingsResponseSchema = z.strictObject({
  timings: z.array(TimingValueSchema).nullable(),
  unreadable: z.string().nullable(),
});
export type ReadTimingsResponse = z.infer<typeof ReadTimingsResponseSchema>;
