import type { DraftCell, DraftTable, Piece } from './draft.js';
import type { TextLine } from './lines.js';
import { isPipeRule, unmarked } from './markdown.js';

/** A table found in lines[from, to), or null where none begins at `from`. */
export interface FoundTable {
  readonly table: DraftTable;
  readonly to: number;
}

const trimmed = (raw: string, start: number, end: number): Piece | null => {
  let [from, to] = [start, end];
  while (from < to && /\s/u.test(raw.charAt(from))) from++;
  while (to > from && /\s/u.test(raw.charAt(to - 1))) to--;
  return from === to ? null : { start: from, end: to, joint: ' ' };
};

/**
 * A cell's paragraphs: list items that were run together ("- A: … - B: …") are parted at their dashes. Only cells
 * that begin with a dash are lists; in others a dash belongs to the sentence.
 */
export function cellParagraphs(
  raw: string,
  start: number,
  end: number,
  markdown: boolean,
): readonly (readonly Piece[])[] {
  const cuts = [start];
  const text = raw.slice(start, end);
  if (/^\s*[-–+•]\s/u.test(text))
    for (const dash of text.matchAll(/(?<=\s)[-–+•]\s(?=\S)/gu))
      if (dash.index > 1) cuts.push(start + dash.index);
  if (markdown)
    for (const br of text.matchAll(/<br\s?\/?>/giu))
      cuts.push(start + br.index, -1 - (start + br.index + br[0].length));
  const paragraphs: (readonly Piece[])[] = [];
  const places = cuts.map((cut) => (cut < 0 ? { at: -1 - cut, opens: true } : { at: cut, opens: true }));
  places.sort((a, b) => a.at - b.at);
  for (const [i, place] of places.entries()) {
    const piece = trimmed(raw, place.at, places[i + 1]?.at ?? end);
    if (piece === null || /^<br\s?\/?>$/iu.test(raw.slice(piece.start, piece.end))) continue;
    paragraphs.push(markdown ? unmarked(raw, piece.start, piece.end) : [piece]);
  }
  return paragraphs;
}

function splitAt(
  raw: string,
  start: number,
  end: number,
  mark: string,
): readonly (readonly [number, number])[] {
  const cells: [number, number][] = [];
  let from = start;
  for (let i = start; i < end; i++) {
    if (raw.charAt(i) !== mark || (mark === '|' && raw.charAt(i - 1) === '\\')) continue;
    cells.push([from, i]);
    from = i + 1;
  }
  cells.push([from, end]);
  return cells;
}

function build(
  raw: string,
  rows: readonly (readonly (readonly [number, number])[])[],
  markdown: boolean,
): DraftTable {
  const columns = Math.max(...rows.map((row) => row.length));
  const drafts = rows.map((row): readonly DraftCell[] => [
    ...row.map(([start, end]) => ({ paragraphs: cellParagraphs(raw, start, end, markdown), colSpan: 1 })),
    ...Array.from({ length: columns - row.length }, () => ({ paragraphs: [], colSpan: 1 })),
  ]);
  return {
    kind: 'table',
    columns,
    headRows: headRows(raw, drafts),
    rows: drafts,
    origin: 'markup',
    certainty: 1,
  };
}

const cellText = (raw: string, cell: DraftCell | undefined): string =>
  (cell?.paragraphs ?? [])
    .map((p) => p.map((x) => raw.slice(x.start, x.end)).join(' '))
    .join(' ')
    .trim();

/** Leading rows that name columns: the first one, and a second one that has no number and only short words. */
function headRows(raw: string, rows: readonly (readonly DraftCell[])[]): number {
  const first = rows[0]?.[0];
  if (rows.length < 2 || /^\(?\d+[.)]?$/u.test(cellText(raw, first))) return 0;
  const second = rows[1] ?? [];
  const short = second.every((cell) => cellText(raw, cell).length <= 25);
  const numbered = /^(?:\d+|[IVX]+)[.)]?$/u.test(cellText(raw, second[0]));
  const filled = second.filter((cell) => cell.paragraphs.length > 0).length;
  const columnNumbers = second.every(
    (cell, i) => cellText(raw, cell).replace(/[()]/gu, '') === String(i + 1),
  );
  if (columnNumbers) return 2;
  return short && !numbered && cellText(raw, second[0]) === '' && filled >= 2 && rows.length > 2 ? 2 : 1;
}

const edges = (line: TextLine): readonly [number, number] => [
  line.pieces[0]?.start ?? 0,
  line.pieces.at(-1)?.end ?? 0,
];

/** Whole line of the file around a place, without its line break: leading and trailing tabs are cells. */
function wholeLine(raw: string, line: TextLine): readonly [number, number] {
  let [start, end] = edges(line);
  while (start > 0 && /[ \t\u00a0]/u.test(raw.charAt(start - 1))) start--;
  while (end < raw.length && /[ \t\u00a0]/u.test(raw.charAt(end))) end++;
  return [start, end];
}

/** A table of lines whose cells are parted by tabs, from line `from` on: at least two lines with a tab each. */
export function tabTable(raw: string, lines: readonly TextLine[], from: number): FoundTable | null {
  const rows: (readonly (readonly [number, number])[])[] = [];
  let to = from;
  for (; to < lines.length; to++) {
    const line = lines[to];
    if (line === undefined || (to > from && line.gap > 0)) break;
    const [start, end] = wholeLine(raw, line);
    const cells = splitAt(raw, start, end, '\t');
    const [first, last] = edges(line);
    const inner = raw.slice(first, last).includes('\t');
    if (
      !inner &&
      (rows.length === 0 || cells.length < 2 || cells.length < Math.max(2, (rows[0]?.length ?? 0) - 1))
    )
      break;
    rows.push(cells);
  }
  return rows.length < 2 ? null : { table: build(raw, rows, false), to };
}

/** A Markdown pipe table from line `from` on: a line with pipes, a rule under it, more lines with pipes. */
export function pipeTable(raw: string, lines: readonly TextLine[], from: number): FoundTable | null {
  const head = lines[from];
  const rule = lines[from + 1];
  if (head === undefined || rule === undefined || !head.text.includes('|') || !isPipeRule(rule.text))
    return null;
  const rows: (readonly (readonly [number, number])[])[] = [];
  let to = from;
  for (; to < lines.length; to++) {
    const line = lines[to];
    if (line === undefined || !line.text.includes('|') || (to > from && line.gap > 0)) break;
    if (to === from + 1) continue;
    let [start, end] = edges(line);
    if (raw.charAt(start) === '|') start++;
    if (raw.charAt(end - 1) === '|' && raw.charAt(end - 2) !== '\\') end--;
    rows.push(splitAt(raw, start, end, '|'));
  }
  return { table: build(raw, rows, true), to };
}
