import type { Box } from './box.js';
import type { Span } from './span.js';

/** How a document's text was got. "mixed": some pages from their text layer, others recognized. */
export type ReadMethod = 'text' | 'docx' | 'pdf-text' | 'ocr' | 'mixed';

/** Something on a recognized page that is no print: a red seal ("con dấu") or a signature in blue ink ("chữ ký"). */
export interface PageMark {
  readonly kind: 'seal' | 'signature';
  /** On the page as displayed. */
  readonly box: Box;
}

/**
 * Why a page of a PDF is read as it is. Its text layer was taken: good-text; legacy-text: it was in TCVN3, VNI or VIQR
 * and was converted; mended-text: its letters stood apart; earlier-recognition: it lies hidden under the page's picture.
 * Or its picture: forced, no-text, few-characters, bad-recognition, or for what was wrong with the text layer.
 */
export const PAGE_ROUTES = [
  'good-text',
  'legacy-text',
  'mended-text',
  'earlier-recognition',
  'blank',
  'forced',
  'no-text',
  'few-characters',
  'bad-recognition',
  'misplaced-characters',
  'shifted-characters',
  'single-letters',
  'implausible-words',
  'missing-marks',
] as const;
export type PageRouteCode = (typeof PAGE_ROUTES)[number];

/** A page of a paged source. Sizes in PDF points, as displayed (after the page's own rotation). */
export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly method: 'text-layer' | 'ocr' | 'blank' | 'unreadable';
  /** Why this method was taken, or why the page could not be read: one short English phrase. */
  readonly reason: string;
  /** The reason as a code; absent where nothing was to be chosen. */
  readonly route?: PageRouteCode;
  /** 0..1; 1 for a page read from its text layer, less where that is an earlier recognition's. */
  readonly confidence: number;
  /** Seals and signatures seen on a recognized page; absent where none were. */
  readonly marks?: readonly PageMark[];
}

/** A word of a paged source. Words are in text order and do not overlap. */
export interface Word {
  readonly span: Span;
  readonly page: number;
  readonly box: Box;
  /** 0..1: 1 where the text was decoded, how likely it is right where it was recognized. */
  readonly confidence: number;
  /** What a recognized word was likely meant to be, by spelling, vocabulary or column; the text keeps the reading. */
  readonly suggestion?: string;
}

/** What part of the page a paragraph belongs to. Only "body" is the plan's own running text. */
export type Layer = 'body' | 'header' | 'footer' | 'footnote' | 'textbox';

export interface ParagraphStyle {
  /** Depth of a heading that the source marks as one (1 = highest); null where it marks none. */
  readonly heading: number | null;
  readonly align: 'left' | 'center' | 'right' | 'justify' | null;
  readonly bold: boolean;
  readonly italic: boolean;
  /** In points; null where unknown. */
  readonly fontSize: number | null;
}

/** A paragraph, or a line of its own where lines must not be joined (heads, lists of recipients). */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly span: Span;
  readonly layer: Layer;
  readonly style: ParagraphStyle;
  /** The automatic number or bullet in front ("II.", "a)", "-"), part of the text; null where there is none. */
  readonly label: Span | null;
  /**
   * 0 for text over the full width. Side-by-side text without rulings (the head, the signature block) is read
   * column by column: its paragraphs carry 1 for the left column, 2 for the next.
   */
  readonly column: number;
}

/** A cell; `row` and `column` are the 0-based grid place of its top left corner. */
export interface Cell {
  readonly span: Span;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** The cell's paragraphs, in order; in the text they are joined by one space. */
  readonly paragraphs: readonly Span[];
  /** Tables inside this cell; their text lies in the cell's span. */
  readonly tables: readonly Table[];
}

/** A grid row: the cells that begin in it, left to right. In the text they are joined by a tab, rows by "\n". */
export interface Row {
  readonly span: Span;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly kind: 'table';
  readonly span: Span;
  readonly columns: number;
  /** Leading rows that are the table's head. */
  readonly headRows: number;
  readonly rows: readonly Row[];
  /** The pages it stands on, ascending; [] for sources without pages. */
  readonly pages: readonly number[];
  /**
   * Where the grid is from: "markup" (DOCX, tab-separated), "ruled" (drawn lines), "aligned" (white space only),
   * "flattened" (put back together from text that had lost its cells).
   */
  readonly origin: 'markup' | 'ruled' | 'aligned' | 'flattened';
  /** 0..1: how sure the grid is. */
  readonly certainty: number;
}

export type Block = Paragraph | Table;

/** Something a reader of the record should know about the reading, e.g. tracked changes. */
export interface ReadNote {
  readonly code: string;
  /** One sentence in Vietnamese. */
  readonly message: string;
  readonly page: number | null;
  readonly span: Span | null;
}

/** From an offset of the text back to the file: text[clean..clean+length) came from raw[raw..). */
export interface SourceSegment {
  readonly clean: number;
  readonly raw: number;
  readonly length: number;
}

/**
 * What reading a file gives; the same shape for every format.
 * Laws (asserted over every fixture): `text` is NFC with white-space runs folded; blocks are in text order and do
 * not overlap; every span is in bounds; rows lie in their table, cells in their row, in order; words lie in the
 * text in order; boxes lie on their page.
 */
export interface SourceDocument {
  readonly file: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly method: ReadMethod;
  /** Reading order, one paragraph or table row a line. */
  readonly text: string;
  readonly pages: readonly Page[];
  readonly words: readonly Word[];
  readonly blocks: readonly Block[];
  /** For plain text: where each stretch of `text` stood in the decoded file; [] for other formats. */
  readonly segments: readonly SourceSegment[];
  readonly notes: readonly ReadNote[];
}
