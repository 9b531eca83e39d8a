import type { PlanRecord } from '../../../record/plan-record.js';
import type { AnnotateOptions } from '../annotation.js';
import { annotatePackage } from '../docx/annotate-docx.js';
import type { AnnotateOutcome } from '../outcome.js';
import { textDocument } from './text-document.js';

/** Gives a plain text back as a Word document with notes and tracked changes: a text file has no margin. */
export async function annotateText(record: PlanRecord, options: AnnotateOptions): Promise<AnnotateOutcome> {
  const { bytes, map } = textDocument(record);
  return { ...(await annotatePackage(bytes, map, record, options)), extension: '.docx' };
}
