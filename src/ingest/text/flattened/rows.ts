import type { DraftCell, DraftTable, Piece } from '../draft.js';
import { digitsLeft } from './costs/index.js';
import { GROUP, PAGE, type Placed, type Segmentation } from './segment.js';
import type { Title } from './titles.js';
import type { Token } from './tokens.js';

/** A run of words of one printed line as one piece. */
function pieceOf(tokens: readonly Token[]): Piece | null {
  const first = tokens[0];
  const last = tokens.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end, joint: ' ' };
}

const ITEM = /^[-–+•]$|^[-–+•]\p{L}/u;

/** A cell's printed lines as paragraphs: a new one at each dash, where the cell begins with a dash. */
function paragraphsOf(lines: readonly (readonly Token[])[]): readonly (readonly Piece[])[] {
  const paragraphs: Piece[][] = [];
  for (const [i, line] of lines.entries()) {
    const piece = pieceOf(line);
    if (piece === null) continue;
    const item = ITEM.test(line[0]?.text ?? '');
    const last = paragraphs.at(-1);
    if (last === undefined || item) paragraphs.push([piece]);
    else
      last.push(
        isCut(lines[i - 1]?.at(-1)?.text ?? '', line[0]?.text ?? '') ? { ...piece, joint: '' } : piece,
      );
  }
  return paragraphs;
}

/** Whether a narrow column's edge went through a date: "15/12/20" over "26". */
const cutDate = (before: string, after: string): boolean =>
  /(?:^|\D)\d{1,2}\/(?:\d{1,2}\/)?\d{0,3}$|\d\/$/u.test(before) &&
  /^\d{1,3}(?!\d)[.,;)]*$|^\/?\d{4}[.,;)]*$/u.test(after) &&
  !/^(?:.*[^\d/])?\d{1,2}\/\d{1,2}$/u.test(before);

/** Whether it went through a figure: "10.000.00" over "0". */
const cutFigure = (before: string, after: string): boolean =>
  /^\d+$/u.test(after) && after.length === digitsLeft(before);

const isCut = (before: string, after: string): boolean => cutDate(before, after) || cutFigure(before, after);

const EMPTY: DraftCell = { paragraphs: [], colSpan: 1 };

function headRow(order: readonly Title[]): readonly DraftCell[] {
  return order.map((title) => ({
    paragraphs: [title.lines.map(pieceOf).filter((p): p is Piece => p !== null)],
    colSpan: 1,
  }));
}

/** The segmentation as a table, its head first; page numbers that stood between rows are given back apart. */
export function tableOf(
  order: readonly Title[],
  found: Segmentation,
  certainty: number,
  origin: DraftTable['origin'],
): { readonly table: DraftTable; readonly pageNumbers: readonly Piece[] } {
  const rows = new Map<number, Map<number, Token[][]>>();
  const pageNumbers: Piece[] = [];
  for (const { token, column, row, opensLine } of found.placed) {
    if (column === PAGE) {
      pageNumbers.push({ start: token.start, end: token.end, joint: ' ' });
      continue;
    }
    const cells = rows.get(row) ?? new Map<number, Token[][]>();
    rows.set(row, cells);
    const lines = cells.get(column) ?? [];
    cells.set(column, lines);
    const last = lines.at(-1);
    if (opensLine || last === undefined) lines.push([token]);
    else last.push(token);
  }
  const body = [...rows.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, cells]): readonly DraftCell[] => {
      const group = cells.get(GROUP);
      if (group !== undefined) return [{ paragraphs: paragraphsOf(group), colSpan: order.length }];
      return order.map((_, column) => {
        const lines = cells.get(column);
        return lines === undefined ? EMPTY : { paragraphs: paragraphsOf(lines), colSpan: 1 };
      });
    });
  return {
    table: {
      kind: 'table',
      columns: order.length,
      headRows: 1,
      rows: [headRow(order), ...body],
      origin,
      certainty,
    },
    pageNumbers,
  };
}

/** The printed lines of each column, for measuring: rows, then columns, then lines. */
export function printedLines(
  placed: readonly Placed[],
  columns: number,
): readonly (readonly (readonly string[])[])[] {
  const rows = new Map<number, string[][]>();
  for (const { token, column, row, opensLine } of placed) {
    if (column < 0) continue;
    const cells = rows.get(row) ?? Array.from({ length: columns }, (): string[] => []);
    rows.set(row, cells);
    const lines = cells[column];
    if (lines === undefined) continue;
    const last = lines.length - 1;
    if (opensLine || last < 0) lines.push(token.text);
    else lines[last] = `${lines[last] ?? ''} ${token.text}`;
  }
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, cells]) => cells);
}
