import { z } from 'zod';
import {
  AmountSchema,
  AssignmentSchema,
  BudgetLineSchema,
  CitationSchema,
  ResponsibilitySchema,
  StandardReferenceSchema,
  TaskSchema,
  TimingSchema,
} from '../../record/fields.js';
import {
  HeaderSchema,
  OutlineEntrySchema,
  PlanRecordSchema,
  SourceSchema,
} from '../../record/plan-record.js';

/** A mention is given by its words: their place is looked up in the text. */
const AssignmentPart = AssignmentSchema.partial().required({ unit: true });
const TimingPart = TimingSchema.partial().required({ raw: true });

/** A record with only what a case is about; everything else is as in a plan without a fault. */
export const PartialRecordSchema = z.strictObject({
  /** Default: the words of all mentions, one a line. */
  text: z.string().optional(),
  isPlan: z.boolean().optional(),
  source: SourceSchema.partial().optional(),
  header: HeaderSchema.omit({ places: true })
    .partial()
    .extend({ places: z.record(z.string(), z.string()).optional() })
    .optional(),
  citations: z
    .array(
      CitationSchema.omit({ parts: true })
        .partial()
        .required({ raw: true })
        .extend({ titleRaw: z.string().optional() }),
    )
    .optional(),
  standards: z.array(StandardReferenceSchema.partial().required({ raw: true, designation: true })).optional(),
  tasks: z
    .array(
      TaskSchema.partial()
        .extend({ assignments: z.array(AssignmentPart).optional(), timings: z.array(TimingPart).optional() })
        .required({ content: true }),
    )
    .optional(),
  responsibilities: z.array(ResponsibilitySchema.partial().required({ unit: true })).optional(),
  amounts: z.array(AmountSchema.partial().required({ raw: true, value: true })).optional(),
  lines: z.array(BudgetLineSchema.partial().required({ content: true })).optional(),
  outline: z.array(OutlineEntrySchema.partial().required({ raw: true, kind: true })).optional(),
  abbreviations: z
    .array(PlanRecordSchema.shape.abbreviations.element.partial().required({ short: true, long: true }))
    .optional(),
  dates: z.array(TimingPart).optional(),
});
export type PartialRecord = z.infer<typeof PartialRecordSchema>;
