import { z } from 'zod';
import { FieldAddressSchema } from './field-address.js';
import { FieldValueSchema, TaskDraftSchema } from './field-value.js';

const item = z.string().min(1).max(64);
const reason = z.string().trim().min(1).max(4000);
const fingerprint = z.string().min(4).max(128);

/** What a person can decide about a document. Rows are named by their item id (see `itemIds`). */
export const ActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('confirm'), address: FieldAddressSchema }),
  z.strictObject({ kind: z.literal('correct'), address: FieldAddressSchema, value: FieldValueSchema }),
  /** `after` null: before the first row. */
  z.strictObject({ kind: z.literal('add-task'), after: item.nullable(), task: TaskDraftSchema }),
  z.strictObject({ kind: z.literal('remove-task'), item }),
  /** The row keeps its id with what `first` says; `second` comes right behind it. */
  z.strictObject({ kind: z.literal('split-task'), item, first: TaskDraftSchema, second: TaskDraftSchema }),
  /** `item` becomes `task`; `other` goes. */
  z.strictObject({ kind: z.literal('join-tasks'), item, other: item, task: TaskDraftSchema }),
  z.strictObject({ kind: z.literal('accept-finding'), fingerprint }),
  z.strictObject({ kind: z.literal('dismiss-finding'), fingerprint, reason }),
  z.strictObject({ kind: z.literal('comment-finding'), fingerprint, text: reason }),
  /** Says that the document is done; decisions after it open it again. */
  z.strictObject({ kind: z.literal('finish') }),
  /** Takes back one decision of the same document; an undo can be undone. */
  z.strictObject({ kind: z.literal('undo'), decision: z.int().positive() }),
]);
export type Action = z.infer<typeof ActionSchema>;

/** What the person had before the eyes. */
export const EvidenceSchema = z.strictObject({
  /** The value that stood there. */
  before: FieldValueSchema,
  /** The words in the document. */
  raw: z.string(),
  page: z.int().positive().nullable(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  confidence: z.number().nullable(),
  /** Which reading of the file it was shown from. */
  pipelineVersion: z.string(),
});
export type Evidence = z.infer<typeof EvidenceSchema>;

/** A decision as it is kept: never changed, never removed. `id` counts up through the whole database. */
export interface Decision {
  readonly id: number;
  readonly sha256: string;
  readonly by: string;
  /** ISO 8601 instant. */
  readonly at: string;
  /** Decisions that were taken with one key share it; null for a single one. */
  readonly batch: string | null;
  readonly action: Action;
  /** Null where the action is about no field: a comment, an undo, the end of a review. */
  readonly evidence: Evidence | null;
}

/** The decisions that hold, in their order: those that no undo that itself holds takes back; undos are left out. */
export function holding(decisions: readonly Decision[]): readonly Decision[] {
  const undone = new Set<number>();
  for (const { id, action } of [...decisions].sort((a, b) => b.id - a.id))
    if (action.kind === 'undo' && !undone.has(id)) undone.add(action.decision);
  return decisions
    .filter(({ id, action }) => action.kind !== 'undo' && !undone.has(id))
    .sort((a, b) => a.id - b.id);
}
