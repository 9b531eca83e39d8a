import { z } from 'zod';

/** A file of a batch and how far it is. */
export const BatchFileSchema = z.strictObject({
  id: z.int(),
  name: z.string(),
  bytes: z.int(),
  state: z.enum(['waiting', 'reading', 'done', 'failed']),
  stage: z.enum(['reading', 'recognizing', 'extracting']).nullable(),
  page: z.int(),
  pages: z.int(),
  /** Set when it is done. */
  sha256: z.string().nullable(),
  /** Why it failed: a reason of the readers. */
  failure: z.string().nullable(),
});
export type BatchFile = z.infer<typeof BatchFileSchema>;

/** Files handed in together. */
export const BatchSchema = z.strictObject({
  id: z.string(),
  state: z.enum(['open', 'queued', 'running', 'finished', 'failed']),
  files: z.array(BatchFileSchema),
  /** The audit run, once there is one. */
  run: z.string().nullable(),
  /** "failed" where the audit itself failed, which the server wrote down; else null. */
  error: z.string().nullable(),
});
export type Batch = z.infer<typeof BatchSchema>;

/** What may be handed in at once. */
export const UploadLimitsSchema = z.strictObject({ files: z.int(), bytesPerFile: z.int(), bytes: z.int() });
export type UploadLimits = z.infer<typeof UploadLimitsSchema>;

/** Endings of the names of files that may be handed in. Old Word files are taken to be named with the reason. */
export const UPLOAD_TYPES: readonly string[] = [
  '.docx',
  '.docm',
  '.doc',
  '.pdf',
  '.png',
  '.jpg',
  '.jpeg',
  '.tif',
  '.tiff',
  '.txt',
  '.md',
];
