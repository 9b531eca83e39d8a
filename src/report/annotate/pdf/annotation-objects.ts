import type { Box } from '../../../document/box.js';
import type { Severity } from '../../../record/finding.js';
import { AUTHOR } from '../annotation.js';
import { corners, type Point, rectangleAround, toUserSpace } from './page-place.js';
import type { PdfPage } from './pages.js';

/** Colours of severities as red, green, blue from 0 to 1: light enough that black text under them stays readable. */
const COLOURS: Readonly<Record<Severity, string>> = {
  error: '1 0.72 0.68',
  warning: '1 0.92 0.45',
  notice: '0.72 0.87 1',
};

/** What a note in a PDF says and who made it when. */
export interface PdfNote {
  readonly severity: Severity;
  readonly text: string;
  /** The rule's title, shown as the note's subject. */
  readonly subject: string;
  /** Tells the note from all others of the file. */
  readonly name: string;
  /** ISO 8601 instant. */
  readonly date: string;
}

/** A PDF text string: UTF-16 with its mark, in hexadecimal digits. */
export function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

const dateString = (date: string): string =>
  `(D:${new Date(date).toISOString().slice(0, 19).replace(/\D/gu, '')}Z)`;

const numbers = (values: readonly number[]): string => values.map((value) => String(value)).join(' ');

function common({ severity, text, subject, name, date }: PdfNote, page: PdfPage): string {
  const when = dateString(date);
  return `/P ${page.number} ${page.generation} R /F 4 /C [${COLOURS[severity]}] /T ${textString(AUTHOR)} /Contents ${textString(text)} /Subj ${textString(subject)} /NM ${textString(name)} /M ${when} /CreationDate ${when}`;
}

const appearance = (rect: readonly number[], resources: string, content: string): string =>
  `<< /Type /XObject /Subtype /Form /BBox [${numbers(rect)}] /Resources << ${resources} >> /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** An annotation and its look; the annotation refers to the look by its number. */
export interface AnnotationObjects {
  readonly appearance: string;
  readonly annotation: (appearance: number) => string;
}

/** A highlight over boxes of a page, one a line (ISO 32000-1, 12.5.6.10). */
export function highlight(page: PdfPage, boxes: readonly Box[], note: PdfNote): AnnotationObjects {
  const quads = boxes.map((box) => corners(page, box));
  const rect = rectangleAround(quads.flat());
  const path = ([topLeft, topRight, bottomLeft, bottomRight]: (typeof quads)[number]): string =>
    `${numbers(topLeft)} m ${numbers(topRight)} l ${numbers(bottomRight)} l ${numbers(bottomLeft)} l h f`;
  return {
    appearance: appearance(
      rect,
      '/ExtGState << /G0 << /Type /ExtGState /BM /Multiply >> >>',
      `/G0 gs ${COLOURS[note.severity]} rg ${quads.map(path).join(' ')}`,
    ),
    annotation: (look) =>
      `<< /Type /Annot /Subtype /Highlight /Rect [${numbers(rect)}] /QuadPoints [${numbers(quads.flat(2))}] ${common(note, page)} /AP << /N ${look} 0 R >> >>`,
  };
}

/** Points that a sign takes, and how far apart they stand. */
const SIGN = 18;
const STEP = 24;
const MARGIN = 10;

/** Where the how-manieth sign of a page stands as displayed: down the left edge, then further columns. */
function signBox(page: PdfPage, index: number): Box {
  const [x0, y0, x1, y1] = page.view;
  const sideways = page.rotate % 180 !== 0;
  const height = (sideways ? x1 - x0 : y1 - y0) * page.userUnit;
  const rows = Math.max(1, Math.floor((height - 2 * MARGIN) / STEP));
  const x = MARGIN + Math.floor(index / rows) * STEP;
  const y = MARGIN + (index % rows) * STEP;
  return [x, y, x + SIGN, y + SIGN];
}

/** A sign at a page's edge for a note on the document as a whole (12.5.6.4); `index` counts those of the page. */
export function sign(page: PdfPage, index: number, note: PdfNote): AnnotationObjects {
  const box = signBox(page, index);
  const rect = rectangleAround(corners(page, box));
  const at = (x: number, y: number): Point => toUserSpace(page, box[0] + x, box[1] + y);
  const outline = [at(1, 1), at(SIGN - 1, 1), at(SIGN - 1, SIGN - 1), at(1, SIGN - 1)];
  const [first, ...others] = outline.map(numbers);
  const line = (y: number, to: number): string => `${numbers(at(4, y))} m ${numbers(at(to, y))} l S`;
  const content = `${COLOURS[note.severity]} rg 0.35 0.35 0.35 RG 0.8 w ${first} m ${others.map((point) => `${point} l`).join(' ')} h B ${line(5.5, 14)} ${line(9, 14)} ${line(12.5, 10)}`;
  return {
    appearance: appearance(rect, '', content),
    annotation: (look) =>
      `<< /Type /Annot /Subtype /Text /Name /Note /Open false /Rect [${numbers(rect)}] ${common(note, page)} /AP << /N ${look} 0 R >> >>`,
  };
}
