import { z } from 'zod';

/** Offsets in UTF-16 code units into the record's `text`. */
export const SpanSchema = z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() });

/** One box of one page, in PDF points from the top left corner. */
export const PlaceSchema = z.strictObject({
  page: z.int().positive(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});

/** What every mention carries: its text as written, where it stands, and how sure the reading is. */
export const mentionShape = {
  raw: z.string(),
  span: SpanSchema,
  location: z.array(PlaceSchema),
  confidence: z.number().min(0).max(1),
};

/** ISO 8601, cut where the source's knowledge ends: "2026-04-15", "2026-04", "2026". */
export const PartialDateSchema = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/u);

/** A mention without further fields: a header field's place, a heading. */
export const MentionSchema = z.strictObject(mentionShape);

export type Mention = z.infer<typeof MentionSchema>;
