import { createHash } from 'node:crypto';
import type { PlanRecord } from '../../record/plan-record.js';
import type { AnnotateOptions } from './annotation.js';
import { type AnnotateOutcome, refused } from './outcome.js';

/**
 * Gives a checked file back with its findings noted at their words: DOCX with comments and tracked changes, PDF with
 * highlights behind the original bytes, a picture as a PDF of it, a text as a DOCX. `bytes` must be the file that the
 * record is of and are not changed. What can't be annotated is refused by name. The same input gives the same bytes.
 */
export async function annotate(
  bytes: Uint8Array,
  record: PlanRecord,
  options: AnnotateOptions,
): Promise<AnnotateOutcome> {
  const { sha256, mediaType } = record.source;
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    return refused('changed', 'The file is not the one that was checked.');
  if (mediaType === 'application/pdf')
    return (await import('./pdf/annotate-pdf.js')).annotatePdf(bytes, record, options);
  if (mediaType.startsWith('image/'))
    return await (await import('./picture/annotate-picture.js')).annotatePicture(bytes, record, options);
  if (mediaType.startsWith('text/'))
    return await (await import('./text/annotate-text.js')).annotateText(record, options);
  return await (await import('./docx/annotate-docx.js')).annotateDocx(bytes, record, options);
}
