import { z } from 'zod';
import { SeveritySchema } from '../../record/finding.js';
import { SORT_KEYS } from '../../store/document-list.js';

export const ListStateSchema = z.enum(['to-review', 'in-review', 'done', 'failed']);

const severities = z.strictObject({ error: z.int(), warning: z.int(), notice: z.int() });

/** What the list is asked for, as it stands in a page's address. */
export const ListRequestSchema = z.strictObject({
  text: z.string().max(500).optional(),
  unit: z.string().max(500).optional(),
  planYear: z.coerce.number().int().optional(),
  state: ListStateSchema.optional(),
  severity: SeveritySchema.optional(),
  rule: z.string().max(100).optional(),
  run: z.string().max(100).optional(),
  /** A month. */
  deadline: z
    .string()
    .regex(/^\d{4}-\d{2}$/u)
    .optional(),
  sort: z.enum(SORT_KEYS).default('readAt'),
  order: z.enum(['asc', 'desc']).default('desc'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type ListRequest = z.infer<typeof ListRequestSchema>;

export const ListedDocumentSchema = z.strictObject({
  sha256: z.string().nullable(),
  file: z.string(),
  unit: z.string().nullable(),
  documentType: z.string().nullable(),
  number: z.string().nullable(),
  subject: z.string().nullable(),
  issuedOn: z.string().nullable(),
  planYear: z.int().nullable(),
  pages: z.int().nullable(),
  state: ListStateSchema,
  failure: z.string().nullable(),
  findings: severities,
  confirmed: z.int(),
  corrected: z.int(),
  lastBy: z.string().nullable(),
  lastAt: z.string().nullable(),
  readAt: z.string(),
});
export type ListedDocumentView = z.infer<typeof ListedDocumentSchema>;

export const ListResponseSchema = z.strictObject({ total: z.int(), rows: z.array(ListedDocumentSchema) });
export type ListResponse = z.infer<typeof ListResponseSchema>;

const TallySchema = z.strictObject({ name: z.string(), title: z.string(), findings: severities });

/** A run of the audit: the documents that were handed in together. Times are ISO 8601 instants. */
export const RunSchema = z.strictObject({
  id: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  state: z.enum(['running', 'finished', 'interrupted', 'abandoned']),
  checked: z.int().nullable(),
  unchanged: z.int().nullable(),
  failed: z.int().nullable(),
});
export type RunView = z.infer<typeof RunSchema>;

export const OverviewSchema = z.strictObject({
  states: z.strictObject({
    'to-review': z.int(),
    'in-review': z.int(),
    done: z.int(),
    failed: z.int(),
  }),
  byUnit: z.array(TallySchema),
  /** `title` is the rule's short name in the language asked for. */
  byRule: z.array(TallySchema),
  deadlines: z.array(z.strictObject({ month: z.string(), tasks: z.int(), documents: z.int() })),
  units: z.array(z.string()),
  years: z.array(z.int()),
  runs: z.array(RunSchema),
});
export type OverviewView = z.infer<typeof OverviewSchema>;
