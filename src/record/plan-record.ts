import { z } from 'zod';
import { PAGE_ROUTES } from '../document/source-document.js';
import {
  AmountSchema,
  BudgetLineSchema,
  CitationSchema,
  ResponsibilitySchema,
  StandardReferenceSchema,
  TaskSchema,
} from './fields.js';
import { FindingSchema } from './finding.js';
import { MentionSchema, mentionShape, PartialDateSchema, PlaceSchema, SpanSchema } from './primitives.js';

export const RECORD_VERSION = 1;

export const SourceSchema = z.strictObject({
  file: z.string(),
  sha256: z.string(),
  mediaType: z.string(),
  pages: z.int().nullable(),
  method: z.enum(['text', 'docx', 'pdf-text', 'ocr', 'mixed']),
  /** Page by page how it was read and why; [] for sources without pages. */
  pageReadings: z.array(
    z.strictObject({
      page: z.int().positive(),
      width: z.number(),
      height: z.number(),
      method: z.enum(['text-layer', 'ocr', 'blank', 'unreadable']),
      reason: z.string(),
      /** The reason as a code: why a page of a PDF was read from its text layer or its picture. */
      route: z.enum(PAGE_ROUTES).optional(),
      confidence: z.number(),
      /** Seals and signatures seen on a recognized page; absent where none were. */
      marks: z
        .array(
          z.strictObject({
            kind: z.enum(['seal', 'signature']),
            bbox: PlaceSchema.shape.bbox,
          }),
        )
        .optional(),
    }),
  ),
});

export const HeaderSchema = z.strictObject({
  parentAgency: z.string().nullable(),
  issuingAgency: z.string().nullable(),
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  place: z.string().nullable(),
  issuedOn: PartialDateSchema.nullable(),
  documentType: z.string().nullable(),
  subject: z.string().nullable(),
  planYear: z.int().nullable(),
  signatory: z
    .strictObject({ onBehalf: z.string().nullable(), position: z.string(), name: z.string() })
    .nullable(),
  recipients: z.array(z.string()),
  /** Where each field stands, under its name ("number", "signatory", "recipients.0" …). */
  places: z.record(z.string(), MentionSchema),
});
export type Header = z.infer<typeof HeaderSchema>;

/** A heading, an appendix's head, or a mention of an appendix: what checks of the form and of references need. */
export const OutlineEntrySchema = z.strictObject({
  ...mentionShape,
  kind: z.enum([
    'motto',
    'national-title',
    'basis',
    'heading',
    'closing',
    'recipients',
    'signature',
    'appendix',
    'appendix-mention',
  ]),
  /** "II", "2", "a" … or the appendix's numeral; null where there is none. */
  number: z.string().nullable(),
  title: z.string(),
});
export type OutlineEntry = z.infer<typeof OutlineEntrySchema>;

/** Something that stayed open or that a reader should know: two readings fit, tracked changes, a bad page. */
export const WarningSchema = z.strictObject({
  code: z.string(),
  /** One sentence in Vietnamese. */
  message: z.string(),
  page: z.int().positive().nullable(),
  span: SpanSchema.nullable(),
});
export type RecordWarning = z.infer<typeof WarningSchema>;

const WordSchema = z.tuple([
  z.int(),
  z.int(),
  z.int(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
]);

/** Which fields persons confirmed or corrected, by "part/field" or "part/item/field", with what the machine had read. */
export const ReviewSchema = z.strictObject({
  state: z.enum(['in-review', 'done']),
  confirmed: z.int().nonnegative(),
  corrected: z.int().nonnegative(),
  fields: z.array(
    z.strictObject({
      field: z.string(),
      /** Which item of its part's list it is in, from 0; null for the header and for rows that are no more. */
      row: z.int().nonnegative().nullable().optional(),
      state: z.enum(['confirmed', 'corrected']),
      by: z.string(),
      at: z.string(),
      machine: z.json(),
    }),
  ),
});

export const PlanRecordSchema = z.strictObject({
  recordVersion: z.literal(RECORD_VERSION),
  source: SourceSchema,
  text: z.string(),
  /**
   * The words of a paged source: [start, end, page, x0, y0, x1, y1, confidence], in text order. They give any span of
   * the text its boxes. Absent for sources without pages.
   */
  words: z.array(WordSchema).optional(),
  /**
   * Recognized words that were likely meant otherwise, by spelling, vocabulary or their column: `raw` is what was read
   * and stands in the text, `suggestion` what it may be. Absent where there are none.
   */
  suggestions: z.array(z.strictObject({ ...mentionShape, suggestion: z.string() })).optional(),
  header: HeaderSchema,
  citations: z.array(CitationSchema),
  standards: z.array(StandardReferenceSchema),
  tasks: z.array(TaskSchema),
  responsibilities: z.array(ResponsibilitySchema),
  budget: z.strictObject({
    amounts: z.array(AmountSchema),
    lines: z.array(BudgetLineSchema),
    fundingSources: z.array(z.string()),
  }),
  outline: z.array(OutlineEntrySchema),
  /** Abbreviations that the document itself defines: "HTQLCL" -> "Hệ thống quản lý chất lượng". */
  abbreviations: z.array(z.strictObject({ ...mentionShape, short: z.string(), long: z.string() })),
  /** Every time named anywhere in the text outside the tasks' own timings, for calendar checks. */
  dates: z.array(TaskSchema.shape.timings.element),
  /** False where the document does not look like a plan at all. */
  isPlan: z.boolean(),
  warnings: z.array(WarningSchema),
  findings: z.array(FindingSchema),
  /** What persons settled on the review pages; absent where nobody did. The fields hold their values. */
  review: ReviewSchema.optional(),
});

/** What one audited document becomes; written to `DIR/records/<file name>.json`. */
export type PlanRecord = z.infer<typeof PlanRecordSchema>;
