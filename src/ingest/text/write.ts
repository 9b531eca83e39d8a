import { cleanText } from '../../document/clean-text.js';
import type { Block, Cell, Row, SourceSegment, Table } from '../../document/source-document.js';
import type { Span } from '../../document/span.js';
import { TextBuilder } from '../../document/text-builder.js';
import type { Draft, DraftCell, DraftTable, Piece } from './draft.js';
import { labelLength } from './labels.js';

/** The text, its blocks and the map back to the decoded file. */
export interface Written {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly segments: readonly SourceSegment[];
}

function writePieces(builder: TextBuilder, raw: string, pieces: readonly Piece[]): Span {
  return builder.group(() => {
    for (const [i, piece] of pieces.entries()) {
      if (i > 0 && piece.joint === ' ') builder.separate(' ');
      builder.append(raw.slice(piece.start, piece.end), { kind: 'raw', start: piece.start });
    }
  });
}

function writeCell(builder: TextBuilder, raw: string, cell: DraftCell): { span: Span; paragraphs: Span[] } {
  const paragraphs: Span[] = [];
  const span = builder.group(() => {
    for (const pieces of cell.paragraphs) {
      builder.separate(' ');
      const paragraph = writePieces(builder, raw, pieces);
      if (paragraph.end > paragraph.start) paragraphs.push(paragraph);
    }
  });
  return { span, paragraphs };
}

/** Empty spans were taken before the separator in front of the row was written: move them into the row. */
const into = (row: Span, span: Span): Span =>
  span.start < row.start ? { start: row.start, end: row.start } : span;

function writeRow(builder: TextBuilder, raw: string, cells: readonly DraftCell[], row: number): Row {
  const written: Cell[] = [];
  let column = 0;
  const span = builder.group(() => {
    for (const cell of cells) {
      if (column > 0) builder.separate('\t');
      const { span: cellSpan, paragraphs } = writeCell(builder, raw, cell);
      written.push({
        span: cellSpan,
        row,
        column,
        rowSpan: 1,
        colSpan: cell.colSpan,
        paragraphs,
        tables: [],
      });
      column += cell.colSpan;
    }
  });
  return { span, cells: written.map((cell) => ({ ...cell, span: into(span, cell.span) })) };
}

function writeTable(builder: TextBuilder, raw: string, draft: DraftTable): Table {
  const rows: Row[] = [];
  const span = builder.group(() => {
    for (const [i, cells] of draft.rows.entries()) {
      builder.separate('\n');
      rows.push(writeRow(builder, raw, cells, i));
    }
  });
  return {
    kind: 'table',
    span,
    columns: draft.columns,
    headRows: draft.headRows,
    rows: rows.map((row) => ({
      span: into(span, row.span),
      cells: row.cells.map((cell) => ({ ...cell, span: into(span, cell.span) })),
    })),
    pages: [],
    origin: draft.origin,
    certainty: draft.certainty,
  };
}

const LONGEST_LABEL = 60;

/** Length of the label that a paragraph's first piece begins with, in the cleaned text. */
const labelOf = (raw: string, first: Piece | undefined): number =>
  first === undefined
    ? 0
    : labelLength(cleanText(raw.slice(first.start, Math.min(first.end, first.start + LONGEST_LABEL))).text);

/** Writes the drafts one under another. Paragraphs of which nothing is left after cleaning are left out. */
export function writeDrafts(raw: string, drafts: readonly Draft[]): Written {
  const builder = new TextBuilder();
  const blocks: Block[] = [];
  for (const draft of drafts) {
    builder.separate('\n');
    if (draft.kind === 'table') {
      const table = writeTable(builder, raw, draft);
      if (table.span.end > table.span.start) blocks.push(table);
      continue;
    }
    const span = writePieces(builder, raw, draft.pieces);
    if (span.end === span.start) continue;
    const label = Math.min(labelOf(raw, draft.pieces[0]), span.end - span.start);
    blocks.push({
      kind: 'paragraph',
      span,
      layer: draft.layer,
      style: draft.style,
      label: label === 0 ? null : { start: span.start, end: span.start + label },
      column: draft.column,
    });
  }
  return { text: builder.text, blocks, segments: builder.segments };
}
