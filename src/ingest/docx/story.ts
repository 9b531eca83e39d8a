import type { Align } from './formats.js';
import type { Label } from './numbering-counter.js';
import type { XmlElement } from './xml-element.js';

/** A stretch of text in one format, or what divides text inside a paragraph. */
export type Piece =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bold: boolean;
      readonly italic: boolean;
      /** In points; null where unknown. */
      readonly size: number | null;
      /** The element that it was read from. */
      readonly source: XmlElement;
      /** Whether its characters are those of the element one by one, not converted from another encoding. */
      readonly exact: boolean;
      /** What it was typed for, and whether it is shown in capitals: both are seen to by `unicodeStories`. */
      readonly font?: string;
      readonly caps?: boolean;
    }
  | { readonly kind: 'tab' }
  /** `page`: the page or column ends here; else only the line. */
  | { readonly kind: 'break'; readonly page: boolean };

/** A paragraph as accepted: formats resolved, number counted. */
export interface StoryParagraph {
  readonly kind: 'paragraph';
  readonly pieces: readonly Piece[];
  readonly label: Label | null;
  readonly align: Align;
  readonly heading: number | null;
  /** Text boxes anchored in it. */
  readonly boxes: readonly (readonly StoryBlock[])[];
}

/** A cell in its grid place; cells that continue a merge are part of the one where it begins. */
export interface StoryCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly blocks: readonly StoryBlock[];
}

export interface StoryTable {
  readonly kind: 'table';
  readonly columns: number;
  /** By grid row: the cells that begin in it, left to right. */
  readonly rows: readonly (readonly StoryCell[])[];
  /** Leading rows that the file marks as head. */
  readonly markedHeadRows: number;
  /** Whether any line of it is drawn. */
  readonly bordered: boolean;
}

export type StoryBlock = StoryParagraph | StoryTable;

/** What was met while reading the stories and is told in the notes. */
export interface Met {
  insertions: number;
  deletions: number;
  pictures: number;
  hiddenRuns: number;
  /** Parts of other formats put in whole, which are not read. */
  foreignParts: number;
  /** Hidden text, as the second reader sees it. */
  hiddenText: string;
}

/** Counts at nought, before anything was read. */
export const nothingMet = (): Met => ({
  insertions: 0,
  deletions: 0,
  pictures: 0,
  hiddenRuns: 0,
  foreignParts: 0,
  hiddenText: '',
});

/** The text of pieces; tabs as "\t", line breaks as spaces. */
export function textOf(pieces: readonly Piece[]): string {
  let text = '';
  for (const piece of pieces) text += piece.kind === 'text' ? piece.text : piece.kind === 'tab' ? '\t' : ' ';
  return text;
}

/** Whether pieces hold anything but white space. */
export function isBlank(pieces: readonly Piece[]): boolean {
  return !pieces.some((piece) => piece.kind === 'text' && /\S/u.test(piece.text));
}
