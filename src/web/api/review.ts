import { z } from 'zod';
import { FindingSchema } from '../../record/finding.js';
import { PlaceSchema, SpanSchema } from '../../record/primitives.js';
import { ActionSchema, EvidenceSchema } from '../../review/decision.js';
import { FieldValueSchema } from '../../review/field-value.js';
import { PARTS } from '../../review/parts.js';

/** A field beside the page. */
export const FieldViewSchema = z.strictObject({
  key: z.string(),
  part: z.enum(['header', ...PARTS]),
  /** Name of the item; null for the header's fields. */
  item: z.string().nullable(),
  field: z.string(),
  value: FieldValueSchema,
  /** Its words in the document; null where it has none. */
  raw: z.string().nullable(),
  span: SpanSchema.nullable(),
  location: z.array(PlaceSchema),
  confidence: z.number(),
  /** What the recognizer's word lists would rather read; null where they agree. */
  suggestion: z.string().nullable(),
  review: z
    .strictObject({
      state: z.enum(['confirmed', 'corrected']),
      by: z.string(),
      at: z.string(),
      decision: z.int(),
      machine: FieldValueSchema,
    })
    .nullable(),
});
export type FieldView = z.infer<typeof FieldViewSchema>;

/** A row of the task table; its fields are those of part "tasks" with its id. */
export const TaskRowSchema = z.strictObject({
  id: z.string(),
  section: z.string().nullable(),
  /** Number of the table that it is from; null for prose and for rows that a person added. */
  table: z.int().nullable(),
  added: z.boolean(),
});
export type TaskRow = z.infer<typeof TaskRowSchema>;

/** What the register knows about a cited document. `source` says where that is from. */
export const KnownDocumentSchema = z.strictObject({
  item: z.string(),
  number: z.string(),
  title: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  successor: z.string().nullable(),
  source: z.string().nullable(),
});
export type KnownDocument = z.infer<typeof KnownDocumentSchema>;

export const FindingViewSchema = FindingSchema.omit({ english: true }).extend({
  /** Name of its rule in the language asked for; `message` and `evidence` are in that language too. */
  title: z.string(),
  origin: z.enum(['document', 'set']),
  review: z.strictObject({
    state: z.enum(['open', 'accepted', 'dismissed']),
    reason: z.string().nullable(),
    by: z.string().nullable(),
    at: z.string().nullable(),
    comments: z.array(z.strictObject({ by: z.string(), at: z.string(), text: z.string() })),
  }),
});
export type FindingView = z.infer<typeof FindingViewSchema>;

export const DecisionViewSchema = z.strictObject({
  id: z.int(),
  by: z.string(),
  at: z.string(),
  batch: z.string().nullable(),
  action: ActionSchema,
  evidence: EvidenceSchema.nullable(),
  /** False where it was taken back. */
  holds: z.boolean(),
  /** True where the file was read again since and its place isn't found any more. */
  orphan: z.boolean(),
});
export type DecisionView = z.infer<typeof DecisionViewSchema>;

/** Everything that the page of one document shows, but for the pictures of its pages. */
export const DocumentViewSchema = z.strictObject({
  sha256: z.string(),
  file: z.string(),
  method: z.enum(['text', 'docx', 'pdf-text', 'ocr', 'mixed']),
  state: z.enum(['to-review', 'in-review', 'done']),
  /** In points; [] for files without pages, whose text is shown instead. */
  pages: z.array(
    z.strictObject({
      page: z.int(),
      width: z.number(),
      height: z.number(),
      method: z.string(),
      reason: z.string(),
    }),
  ),
  /** Why the pages can't be shown, in the language asked for; null where they can. */
  picturesMissing: z.string().nullable(),
  text: z.string(),
  /** Fields below it are shown first. */
  threshold: z.number(),
  /** The number of the last decision that this view knows. */
  seen: z.int(),
  fields: z.array(FieldViewSchema),
  tasks: z.array(TaskRowSchema),
  known: z.array(KnownDocumentSchema),
  findings: z.array(FindingViewSchema),
  warnings: z.array(z.strictObject({ code: z.string(), message: z.string(), page: z.int().nullable() })),
  history: z.array(DecisionViewSchema),
});
export type DocumentView = z.infer<typeof DocumentViewSchema>;

/** Decisions to take, all or none. */
export const DecideRequestSchema = z.strictObject({
  /** `seen` of the view they were taken on: a newer decision of somebody else on the same thing stops them. */
  seen: z.int().min(0),
  actions: z.array(ActionSchema).min(1).max(5_000),
});
export type DecideRequest = z.infer<typeof DecideRequestSchema>;

/** What somebody else decided meanwhile; nothing was written. */
export const ConflictSchema = z.strictObject({
  error: z.literal('conflict'),
  message: z.string(),
  with: DecisionViewSchema,
});
export type Conflict = z.infer<typeof ConflictSchema>;
