import { z } from 'zod';
import { RoleSchema, TimingSchema } from '../record/fields.js';
import { PartialDateSchema } from '../record/primitives.js';

const text = z.string().min(1).max(20_000);
const optionalText = text.nullable();
const whole = z.int().min(-9e15).max(9e15);

/** A unit with its role, as a person writes it down. */
export const AssignmentValueSchema = z.strictObject({ unit: text, role: RoleSchema });

/** A time, as a person writes it down. */
export const TimingValueSchema = TimingSchema.pick({
  label: true,
  start: true,
  end: true,
  frequency: true,
  times: true,
  conditional: true,
});

/** What each field of a header may hold. */
export const HEADER_VALUES = {
  parentAgency: optionalText,
  issuingAgency: optionalText,
  number: optionalText,
  symbol: optionalText,
  place: optionalText,
  issuedOn: PartialDateSchema.nullable(),
  documentType: optionalText,
  subject: optionalText,
  planYear: z.int().min(1945).max(2200).nullable(),
  signatory: z.strictObject({ onBehalf: optionalText, position: text, name: text }).nullable(),
  recipients: z.array(text).max(500),
} as const;

/** What each field of an item may hold, by part. */
export const ITEM_VALUES = {
  citations: {
    type: optionalText,
    number: optionalText,
    issuer: optionalText,
    issuedOn: PartialDateSchema.nullable(),
    title: optionalText,
  },
  standards: { designation: text, version: z.int().min(1900).max(2200).nullable() },
  tasks: {
    number: optionalText,
    content: text,
    assignments: z.array(AssignmentValueSchema).max(200),
    timings: z.array(TimingValueSchema).max(200),
    outputs: z.array(text).max(200),
  },
  amounts: { value: whole },
  lines: {
    number: optionalText,
    content: text,
    unit: optionalText,
    quantity: z.number().nullable(),
    unitPrice: whole.nullable(),
    amount: whole.nullable(),
  },
} as const;

/** A whole task row, as a person adds one or leaves it after a split. */
export const TaskDraftSchema = z.strictObject(ITEM_VALUES.tasks);
export type TaskDraft = z.infer<typeof TaskDraftSchema>;

/** Any value that a field can hold; its field's own schema says which one is right there. */
export const FieldValueSchema = z.json();
export type FieldValue = z.infer<typeof FieldValueSchema>;
