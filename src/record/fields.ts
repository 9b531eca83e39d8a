import { z } from 'zod';
import { MentionSchema, mentionShape, PartialDateSchema } from './primitives.js';

export const LocatorSchema = z.strictObject({
  point: z.string().optional(),
  clause: z.string().optional(),
  article: z.string().optional(),
  chapter: z.string().optional(),
});
export type Locator = z.infer<typeof LocatorSchema>;

/** A mention of another legal or administrative document. `span` covers it from its type to the end of its title. */
export const CitationSchema = z.strictObject({
  ...mentionShape,
  type: z.string().nullable(),
  number: z.string().nullable(),
  /** True for "Quyết định số 19", "Thông tư nêu trên": the number is that of the document it resolves to. */
  short: z.boolean(),
  issuer: z.string().nullable(),
  issuedOn: PartialDateSchema.nullable(),
  title: z.string().nullable(),
  locators: z.array(LocatorSchema),
  role: z.enum(['basis', 'reference', 'nested']),
  /** Places of the parts that are there, for findings that point at one of them. */
  parts: z.strictObject({
    type: MentionSchema.optional(),
    number: MentionSchema.optional(),
    issuer: MentionSchema.optional(),
    issuedOn: MentionSchema.optional(),
    title: MentionSchema.optional(),
  }),
  /** Index in `citations` of the citation in whose title this one stands; null where role is not "nested". */
  within: z.int().nonnegative().nullable(),
});
export type Citation = z.infer<typeof CitationSchema>;

export const StandardReferenceSchema = z.strictObject({
  ...mentionShape,
  designation: z.string(),
  version: z.int().nullable(),
  inTitleOf: z.string().nullable(),
});
export type StandardReference = z.infer<typeof StandardReferenceSchema>;

export const RoleSchema = z.enum(['lead', 'coordinate', 'advise', 'responsible', 'implement']);
export type Role = z.infer<typeof RoleSchema>;

export const AssignmentSchema = z.strictObject({
  ...mentionShape,
  unit: z.string(),
  role: RoleSchema,
  /** The full name where the document itself defines `unit` as an abbreviation of it. */
  resolved: z.string().nullable(),
});
export type Assignment = z.infer<typeof AssignmentSchema>;

export const FrequencySchema = z.enum([
  'continuous',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'half-yearly',
  'yearly',
]);
export type Frequency = z.infer<typeof FrequencySchema>;

export const TimingSchema = z.strictObject({
  ...mentionShape,
  label: z.string().nullable(),
  start: PartialDateSchema.nullable(),
  end: PartialDateSchema.nullable(),
  frequency: FrequencySchema.nullable(),
  times: z.int().positive().nullable(),
  conditional: z.boolean(),
  /** What is wrong with a time that no calendar has ("31/02/2026", "quý V"); null for a possible one. */
  invalid: z.string().nullable(),
});
export type Timing = z.infer<typeof TimingSchema>;

export const TaskSchema = z.strictObject({
  ...mentionShape,
  number: z.string().nullable(),
  content: z.string(),
  assignments: z.array(AssignmentSchema),
  timings: z.array(TimingSchema),
  outputs: z.array(z.string()),
  section: z.string().nullable(),
  origin: z.enum(['table', 'prose']),
  /** 0-based number of the task table it is from; null for prose. Tasks of one table share it. */
  table: z.int().nonnegative().nullable(),
  /** Which columns that table has, so that a check can tell an empty cell from a missing column. */
  columns: z.strictObject({ unit: z.boolean(), timing: z.boolean(), output: z.boolean() }),
});
export type Task = z.infer<typeof TaskSchema>;

export const ResponsibilitySchema = z.strictObject({
  ...mentionShape,
  unit: z.string(),
  duties: z.array(z.string()),
});
export type Responsibility = z.infer<typeof ResponsibilitySchema>;

export const PerSchema = z.enum(['year', 'unit', 'person', 'quarter', 'month', 'day']);
export type Per = z.infer<typeof PerSchema>;

export const AmountSchema = z.strictObject({
  ...mentionShape,
  value: z.int(),
  per: z.array(PerSchema),
  /** The sum in words behind it, read as đồng; null where none stands there or it could not be read. */
  inWords: z.int().nullable(),
});
export type Amount = z.infer<typeof AmountSchema>;

export const BudgetLineSchema = z.strictObject({
  ...mentionShape,
  number: z.string().nullable(),
  content: z.string(),
  unit: z.string().nullable(),
  quantity: z.number().nullable(),
  unitPrice: z.int().nullable(),
  amount: z.int().nullable(),
  /** "total" for "Tổng cộng" rows, "group" for rows that head others, "item" for the rest. */
  level: z.enum(['item', 'group', 'total']),
  /** 0-based number of the budget table it is from. */
  table: z.int().nonnegative(),
});
export type BudgetLine = z.infer<typeof BudgetLineSchema>;
