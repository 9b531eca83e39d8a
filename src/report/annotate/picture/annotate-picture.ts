import type { PlanRecord } from '../../../record/plan-record.js';
import type { AnnotateOptions } from '../annotation.js';
import { type AnnotateOutcome, refused } from '../outcome.js';
import { annotatePdf } from '../pdf/annotate-pdf.js';
import { picturePdf } from './picture-pdf.js';

/** Gives a picture back as a PDF of it with highlights and notes. */
export async function annotatePicture(
  bytes: Uint8Array,
  record: PlanRecord,
  options: AnnotateOptions,
): Promise<AnnotateOutcome> {
  let pdf: Uint8Array;
  try {
    pdf = await picturePdf(bytes);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return refused('broken', `The picture can't be decoded: ${message}.`);
  }
  const outcome = annotatePdf(pdf, record, options);
  return outcome.kind === 'refused' ? outcome : { ...outcome, extension: '.pdf' };
}
