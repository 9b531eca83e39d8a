import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

/** Twentieths of a point in a millimetre. */
export const millimetres = (value: number): number => Math.round((value * 1440) / 25.4);

/** How a paragraph looks; size in points, spacing in points. */
export interface Look {
  readonly align?: 'left' | 'center' | 'right' | 'both';
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly before?: number;
  readonly after?: number;
  /** Millimetres. */
  readonly firstLine?: number;
  readonly keepNext?: boolean;
}

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.JUSTIFIED,
} as const;

/** A paragraph; `*text*` in it is bold. */
export function paragraph(text: string, look: Look = {}): Paragraph {
  const runs = text.split('*').map(
    (piece, index) =>
      new TextRun({
        text: piece,
        bold: (look.bold ?? false) || index % 2 === 1,
        italics: look.italic ?? false,
        size: Math.round((look.size ?? 14) * 2),
      }),
  );
  return new Paragraph({
    children: runs,
    alignment: ALIGN[look.align ?? 'left'],
    keepNext: look.keepNext ?? false,
    spacing: { before: (look.before ?? 0) * 20, after: (look.after ?? 0) * 20 },
    indent: look.firstLine === undefined ? {} : { firstLine: millimetres(look.firstLine) },
  });
}

/** The short line below agency, motto and subject; `width` and `length` in millimetres. */
export function shortLine(width: number, length: number): Paragraph {
  const side = millimetres((width - length) / 2);
  return new Paragraph({
    children: [new TextRun({ text: '', size: 8 })],
    indent: { left: side, right: side },
    spacing: { before: 20, after: 0, line: 120, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: 'auto' } },
  });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'auto' } as const;
const borders = (line: typeof NONE | typeof LINE) => ({
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
});

function cellOf(children: readonly Paragraph[], width: number): TableCell {
  return new TableCell({
    children: [...children],
    width: { size: millimetres(width), type: WidthType.DXA },
    margins: { left: 80, right: 80, top: 30, bottom: 30 },
    verticalAlign: VerticalAlign.TOP,
  });
}

/** Paragraphs side by side, without lines; widths in millimetres. */
export function sideBySide(
  rows: readonly (readonly (readonly Paragraph[])[])[],
  widths: readonly number[],
  indent = 0,
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    indent: { size: millimetres(indent), type: WidthType.DXA },
    width: { size: millimetres(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(millimetres),
    borders: borders(NONE),
    rows: rows.map(
      (cells) =>
        new TableRow({ cantSplit: true, children: cells.map((cell, i) => cellOf(cell, widths[i] ?? 0)) }),
    ),
  });
}

/** A column of a table: its head, what stands in its row, how wide (millimetres) and how it is aligned. */
export interface Column {
  readonly head: string;
  readonly cell: string;
  readonly width: number;
  readonly align?: Look['align'];
}

/** A ruled table of a head, repeated on each page, and one row. */
export function listTable(columns: readonly Column[], size: number): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: millimetres(columns.reduce((sum, { width }) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => millimetres(width)),
    borders: borders(LINE),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ head, width }) =>
          cellOf([paragraph(head, { align: 'center', bold: true, size })], width),
        ),
      }),
      new TableRow({
        cantSplit: true,
        children: columns.map(({ cell, width, align = 'left' }) =>
          cellOf([paragraph(cell, { align, size })], width),
        ),
      }),
    ],
  });
}
