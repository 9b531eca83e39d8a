import { fileSigns } from '../../../ingest/pdf/file-signs.js';
import type { Finding } from '../../../record/finding.js';
import type { PlanRecord } from '../../../record/plan-record.js';
import { messages } from '../../messages/messages.js';
import { type AnnotateOptions, noteText, plainNote } from '../annotation.js';
import { type AnnotateOutcome, refused } from '../outcome.js';
import { addAnnotations } from './add-annotations.js';
import { type AnnotationObjects, highlight, type PdfNote, sign } from './annotation-objects.js';
import { IncrementalUpdate } from './incremental-update.js';
import { type PdfPage, pagesOf } from './pages.js';
import { PdfError } from './pdf-error.js';
import { PdfFile } from './pdf-file.js';

/** Points that a displayed page may differ from the one that was read. */
const SAME_SIZE = 2;

/** Whether the pages are those that were read, by number and size. */
function arePagesOf(record: PlanRecord, pages: readonly PdfPage[]): boolean {
  const { pageReadings, pages: count } = record.source;
  if (count !== pages.length) return false;
  return pageReadings.every(({ page, width, height, method }) => {
    const found = pages[page - 1];
    if (found === undefined) return false;
    const [x0, y0, x1, y1] = found.view.map((value) => value * found.userUnit) as [
      number,
      number,
      number,
      number,
    ];
    const [across, down] = found.rotate % 180 === 0 ? [x1 - x0, y1 - y0] : [y1 - y0, x1 - x0];
    const same = Math.abs(across - width) < SAME_SIZE && Math.abs(down - height) < SAME_SIZE;
    return same || method === 'unreadable';
  });
}

/** Annotations by page, in the order of findings; signs for what has no place are counted down each page's edge. */
class PageNotes {
  readonly byPage = new Map<PdfPage, AnnotationObjects[]>();
  readonly #pages: readonly PdfPage[];
  #signs = 0;

  constructor(pages: readonly PdfPage[]) {
    this.#pages = pages;
  }

  /** False where the finding's pages do not exist. */
  put(finding: Finding, note: PdfNote): boolean {
    const numbers = [...new Set(finding.location.map(({ page }) => page))];
    if (numbers.length === 0) return this.sign(note);
    const placed = numbers.map((number) => {
      const page = this.#pages[number - 1];
      if (page === undefined) return false;
      const boxes = finding.location.filter((place) => place.page === number).map(({ bbox }) => bbox);
      const name = numbers.length > 1 ? `${note.name}-${number}` : note.name;
      this.#add(page, highlight(page, boxes, { ...note, name }));
      return true;
    });
    return placed.some(Boolean);
  }

  /** A sign on the first page. */
  sign(note: PdfNote): boolean {
    const page = this.#pages[0];
    if (page === undefined) return false;
    this.#add(page, sign(page, this.#signs++, note));
    return true;
  }

  #add(page: PdfPage, annotation: AnnotationObjects): void {
    this.byPage.set(page, [...(this.byPage.get(page) ?? []), annotation]);
  }
}

function pdfNote(finding: Finding, options: AnnotateOptions): PdfNote {
  return {
    severity: finding.severity,
    text: plainNote(noteText(finding, options)),
    subject: options.ruleTitle(finding.ruleId),
    name: `rasoat-${finding.fingerprint}`,
    date: options.date,
  };
}

/** Adds a record's findings to a PDF that shows the pages that were read. Throws a PdfError. */
export function addNotes(bytes: Uint8Array, record: PlanRecord, options: AnnotateOptions): AnnotateOutcome {
  const file = PdfFile.open(bytes);
  if (file.isEncrypted) return refused('encrypted', 'The PDF is protected: nothing can be added to it.');
  const pages = pagesOf(file);
  if (!arePagesOf(record, pages)) return refused('changed', 'The pages are not those that were checked.');
  const { signed } = fileSigns(bytes);
  const notes = new PageNotes(pages);
  const { signedCopy } = messages(options.language).annotate;
  if (signed)
    notes.sign({
      severity: 'warning',
      text: signedCopy,
      subject: signedCopy,
      name: 'rasoat-copy',
      date: options.date,
    });
  const noted = record.findings.filter((finding) => notes.put(finding, pdfNote(finding, options))).length;
  const update = new IncrementalUpdate(file);
  for (const [page, annotations] of notes.byPage) addAnnotations(file, page, annotations, update);
  const written = notes.byPage.size === 0 ? file.bytes : update.bytes();
  return {
    kind: 'annotated',
    bytes: new Uint8Array(written),
    extension: null,
    notes: noted,
    changes: 0,
    signed,
  };
}

/**
 * Gives a PDF back with a highlight and a note at the words of each finding, added behind its last byte: the original
 * stays at the start, byte for byte. Findings on the document as a whole are signs at the first page's edge.
 */
export function annotatePdf(
  bytes: Uint8Array,
  record: PlanRecord,
  options: AnnotateOptions,
): AnnotateOutcome {
  try {
    return addNotes(bytes, record, options);
  } catch (error) {
    if (error instanceof PdfError) return refused('broken', `The PDF can't be added to: ${error.message}.`);
    throw error;
  }
}
