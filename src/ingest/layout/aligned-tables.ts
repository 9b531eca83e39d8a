import { boxAround } from '../../document/box.js';
import { alignedRows } from './aligned-rows.js';
import {
  apart,
  edgesBetween,
  type Stretch,
  segmentsOf,
  stretchesAmong,
  stretchesOf,
  union,
} from './column-gaps.js';
import { isHeadText } from './head-rows.js';
import { isRowNumber, labelOf } from './label.js';
import type { Ruling } from './layout-page.js';
import { groupLines, type Line, lineText } from './line.js';
import { ruleRowTables } from './rule-row-tables.js';
import { withoutSplitColumns } from './split-columns.js';
import type { DraftCell, DraftTable } from './table-draft.js';

/** Part of a page's lines: running text, or a table that only white space lays out. */
export type AlignedPart = { readonly kind: 'lines'; readonly lines: readonly Line[] } | DraftTable;

const LEAST_COLUMNS = 3;
/** Rows under the head, or rows in all where there is none. */
const LEAST_ROWS = 2;
/** Lines further apart than this many ems do not belong to one table. */
const FAR = 3.2;

/** Whether the line heads a table: three segments or more, most of them words of a head. */
function isHead(line: Line): boolean {
  const segments = segmentsOf(line);
  if (segments.length < LEAST_COLUMNS) return false;
  const heads = segments.filter((segment) => isHeadText(lineText(segment))).length;
  return heads >= Math.max(2, segments.length * 0.5);
}

/** Whether the line is a numbered row of three segments or more. */
function isNumberedRow(line: Line): boolean {
  const segments = segmentsOf(line);
  const [first] = segments;
  return segments.length >= LEAST_COLUMNS && first?.words.length === 1 && isRowNumber(lineText(first));
}

/** A group row's heading: numbered in Roman, or a letter, and then running over the columns. */
function isBanner(line: Line, next: Line | undefined): boolean {
  const words = line.words.map((word) => word.text);
  const label = labelOf(words)?.kind;
  const numbered = label === 'roman' || /^(?:[IVX]{1,5}|[A-H])$/u.test(words[0] ?? '');
  return numbered && next !== undefined && isNumberedRow(next);
}

/** A heading of the text that goes on behind the table: "C. KINH PHÍ", alone on its line. */
function isSectionHead(line: Line): boolean {
  const first = line.words[0]?.text ?? '';
  const text = lineText(line);
  return (
    /^(?:[IVX]{1,5}|[A-H])[.)–-]$/u.test(first) &&
    segmentsOf(line).length === 1 &&
    (line.bold || text === text.toUpperCase())
  );
}

interface Region {
  readonly first: number;
  /** Excluded. */
  readonly end: number;
  readonly columns: readonly Stretch[];
  readonly banners: ReadonlySet<Line>;
}

/** Whether the two stand beside each other at different heights: cells of one row, set in its middle. */
const isStaggered = (a: Line | undefined, b: Line | undefined): boolean =>
  a !== undefined && b !== undefined && b.box[1] < a.box[3] - 0.15 * a.fontSize;

/** The lines from the one at `at` on (with what stands beside it) that keep its columns clear of each other. */
function regionAround(lines: readonly Line[], at: number, floor: number): Region {
  let first = at;
  let end = at + 1;
  while (first > floor && isStaggered(lines[first - 1], lines[first])) first -= 1;
  while (end < lines.length && isStaggered(lines[end - 1], lines[end])) end += 1;
  const { fontSize } = lines[at] as Line;
  let columns = apart(union(lines.slice(first, end).flatMap(stretchesOf)), fontSize);
  const least = columns.length;
  const banners = new Set<Line>();
  for (; end < lines.length; end++) {
    const line = lines[end] as Line;
    const above = lines[end - 1] as Line;
    if (line.baseline - above.baseline > FAR * line.fontSize) break;
    if (isSectionHead(line) && !isBanner(line, lines[end + 1])) break;
    const next = apart(union([...columns, ...stretchesAmong(line, columns)]), line.fontSize);
    if (next.length < least) {
      if (!isBanner(line, lines[end + 1])) break;
      banners.add(line);
    } else columns = next;
  }
  return { first, end, columns, banners };
}

function cellsOf(
  row: readonly Line[],
  index: number,
  columns: readonly Stretch[],
  edges: readonly number[],
  banner: boolean,
): DraftCell[] {
  const room = (from: number, to: number): number => (columns[to]?.to ?? 0) - (columns[from]?.from ?? 0);
  const last = columns.length - 1;
  if (banner)
    return [{ row: index, column: 0, rowSpan: 1, colSpan: columns.length, lines: row, room: room(0, last) }];
  const words = row.flatMap((line) => line.words);
  return columns.map((_, column) => {
    const own = words.filter(({ box }) => {
      const x = (box[0] + box[2]) / 2;
      return (column === 0 || x >= (edges[column] ?? 0)) && (column === last || x < (edges[column + 1] ?? 0));
    });
    return { row: index, column, rowSpan: 1, colSpan: 1, lines: groupLines(own), room: room(column, column) };
  });
}

function tableOf(
  lines: readonly Line[],
  region: Region,
  headed: boolean,
  rulings: readonly Ruling[],
): DraftTable | null {
  const members = lines.slice(region.first, region.end);
  const columns = headed
    ? withoutSplitColumns(
        region.columns,
        members.filter((line) => !region.banners.has(line)).map((line) => [line]),
      )
    : region.columns;
  if (columns.length < LEAST_COLUMNS) return null;
  const edges = edgesBetween(columns);
  const [left, right] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  const rules = rulings.filter(
    (r) =>
      r.orientation === 'horizontal' && Math.min(r.to, right) - Math.max(r.from, left) > 0.6 * (right - left),
  );
  const firstEnd = (edges[1] ?? 0) + 0.1;
  const rows: { readonly lines: readonly Line[]; readonly banner: boolean }[] = [];
  let run: Line[] = [];
  const flush = (): void => {
    for (const row of alignedRows(run, firstEnd, rules)) rows.push({ lines: row, banner: false });
    run = [];
  };
  for (const line of members)
    if (region.banners.has(line)) {
      flush();
      rows.push({ lines: [line], banner: true });
    } else run.push(line);
  flush();
  const body = rows.length - (headed ? 1 : 0);
  if (body < LEAST_ROWS) return null;
  const numbered = rows.filter((row) => row.lines.some((line) => isNumberedStart(line, firstEnd))).length;
  return {
    kind: 'table',
    columns: columns.length,
    rowCount: rows.length,
    edges,
    cells: rows.flatMap((row, index) => cellsOf(row.lines, index, columns, edges, row.banner)),
    pages: [members[0]?.page ?? 0],
    box: boxAround(members.map((line) => line.box)),
    origin: 'aligned',
    certainty:
      Math.round((0.45 + (headed ? 0.2 : 0) + 0.2 * Math.min(1, numbered / Math.max(1, body))) * 100) / 100,
    repeatedRows: 0,
  };
}

const isNumberedStart = (line: Line, firstEnd: number): boolean => {
  const [first] = line.words;
  return first !== undefined && first.box[2] <= firstEnd && isRowNumber(first.text);
};

/** Tables among lines that no rules order. */
function spacedTables(lines: readonly Line[], rulings: readonly Ruling[]): readonly AlignedPart[] {
  const parts: AlignedPart[] = [];
  let done = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const headed = isHead(line);
    if (!headed && !isNumberedRow(line)) continue;
    const next = [lines[i + 1], lines[i + 2]];
    if (!headed && !next.every((row) => row !== undefined && isNumberedRow(row))) continue;
    const region = regionAround(lines, i, done);
    const table = region.columns.length < LEAST_COLUMNS ? null : tableOf(lines, region, headed, rulings);
    if (table === null) continue;
    if (region.first > done) parts.push({ kind: 'lines', lines: lines.slice(done, region.first) });
    parts.push(table);
    done = region.end;
    i = region.end - 1;
  }
  if (done < lines.length) parts.push({ kind: 'lines', lines: lines.slice(done) });
  return parts;
}

/**
 * Finds tables without column lines among lines of running text, top down: rows between rules, or laid out by white
 * space: a head of three columns or more with a head's words, or three numbered rows of three columns, and what
 * follows in the same columns. All other lines come back as they were.
 */
export function alignedTables(lines: readonly Line[], rulings: readonly Ruling[]): readonly AlignedPart[] {
  const parts: AlignedPart[] = [];
  let done = 0;
  for (const { first, end, table } of ruleRowTables(lines, rulings)) {
    parts.push(...spacedTables(lines.slice(done, first), rulings), table);
    done = end;
  }
  parts.push(...spacedTables(lines.slice(done), rulings));
  return parts;
}
