import { boxAround } from '../../document/box.js';
import { apart, edgesBetween, type Stretch, union } from './column-gaps.js';
import { isHeadText } from './head-rows.js';
import { labelOf } from './label.js';
import type { Ruling } from './layout-page.js';
import { groupLines, type Line, lineText } from './line.js';
import { withoutSplitColumns } from './split-columns.js';
import type { DraftCell, DraftTable } from './table-draft.js';

/** A run of a page's lines that rules between rows make a table; `end` is excluded. */
export interface RuledRun {
  readonly first: number;
  readonly end: number;
  readonly table: DraftTable;
}

/** Ends of a table's rules differ by less than this many points. */
const SAME_END = 4;
const LEAST_RULES = 4;
const LEAST_COLUMNS = 3;
/** Share of the rows that must have text in two columns or more. */
const MOST_ROWS = 0.7;
/** Words of running text stand nearer than this many ems. */
const PROSE_GAP = 0.7;
/** Rules of a drawing, not of tables. */
const MOST_RULINGS = 6_000;

const middle = (line: Line): number => (line.box[1] + line.box[3]) / 2;

/** Horizontal rules of one left and right end that no upright rule crosses, each group top down. */
function ruleGroups(rulings: readonly Ruling[]): readonly (readonly Ruling[])[] {
  const upright = rulings.filter((rule) => rule.orientation === 'vertical');
  const groups: Ruling[][] = [];
  const level = rulings
    .filter((rule) => rule.orientation === 'horizontal')
    .sort((a, b) => a.position - b.position);
  for (const rule of level) {
    const crossed = upright.some(
      ({ position, from, to }) =>
        position > rule.from - SAME_END &&
        position < rule.to + SAME_END &&
        from < rule.position + SAME_END &&
        to > rule.position - SAME_END,
    );
    if (crossed) continue;
    const group = groups.find(
      ([known]) =>
        known !== undefined &&
        Math.abs(known.from - rule.from) < SAME_END &&
        Math.abs(known.to - rule.to) < SAME_END,
    );
    if (group === undefined) groups.push([rule]);
    else group.push(rule);
  }
  return groups.filter((group) => group.length >= LEAST_RULES);
}

/** A row that one line over the columns makes: a group's heading. */
function isBanner(row: readonly Line[]): boolean {
  const [line] = row;
  if (line === undefined || row.length > 1) return false;
  const words = line.words.map((word) => word.text);
  return line.bold || labelOf(words)?.kind === 'roman' || /^(?:[IVX]{1,5}|[A-H])$/u.test(words[0] ?? '');
}

const columnsOf = (rows: readonly (readonly Line[])[]): readonly Stretch[] => {
  const lines = rows.flat();
  const size = Math.max(1, ...lines.map((line) => line.fontSize));
  const words = lines.flatMap((line) => line.words.map(({ box }) => ({ from: box[0], to: box[2] })));
  return apart(union(words), size);
};

/** The words of each column of a row. */
function cellLines(
  row: readonly Line[],
  columns: readonly Stretch[],
  edges: readonly number[],
): readonly (readonly Line[])[] {
  const words = row.flatMap((line) => line.words);
  return columns.map((_, column) =>
    groupLines(
      words.filter(({ box }) => {
        const x = (box[0] + box[2]) / 2;
        const after = column === 0 || x >= (edges[column] ?? 0);
        return after && (column === columns.length - 1 || x < (edges[column + 1] ?? 0));
      }),
    ),
  );
}

/** Columns over which the head has no words belong to the column before: white that only chance left free. */
function headedColumns(columns: readonly Stretch[], head: readonly Line[]): readonly Stretch[] {
  const cells = cellLines(head, columns, edgesBetween(columns));
  const merged: Stretch[] = [];
  for (const [i, column] of columns.entries()) {
    const last = merged.at(-1);
    if (last !== undefined && cells[i]?.length === 0)
      merged[merged.length - 1] = { from: last.from, to: column.to };
    else merged.push(column);
  }
  return merged;
}

function tableOf(rows: readonly (readonly Line[])[], rule: Ruling): DraftTable | null {
  const [head] = rows;
  if (head === undefined) return null;
  const ordinary = rows.filter((row, i) => i === 0 || !isBanner(row));
  const found = columnsOf(ordinary);
  const headCells = cellLines(head, found, edgesBetween(found));
  const headed =
    headCells.filter((cell) => isHeadText(cell.map(lineText).join(' '))).length >=
    Math.min(3, headCells.length);
  const columns = headed ? headedColumns(withoutSplitColumns(found, ordinary), head) : found;
  if (columns.length < LEAST_COLUMNS) return null;
  const between = edgesBetween(columns);
  const edges = [
    Math.min(rule.from, between[0] ?? 0),
    ...between.slice(1, -1),
    Math.max(rule.to, between.at(-1) ?? 0),
  ];
  let wide = 0;
  const cells: DraftCell[] = [];
  for (const [row, lines] of rows.entries()) {
    const parts = cellLines(lines, columns, edges);
    const filled = parts.filter((part) => part.length > 0).length;
    if (filled >= 2) wide += 1;
    const crosses = !ordinary.includes(lines) && columnsOf([lines]).length < filled;
    const place = { row, rowSpan: 1 };
    const room = (from: number, to: number): number => (columns[to]?.to ?? 0) - (columns[from]?.from ?? 0);
    if (crosses)
      cells.push({ ...place, column: 0, colSpan: columns.length, lines, room: room(0, columns.length - 1) });
    else
      for (const [column, part] of parts.entries())
        cells.push({ ...place, column, colSpan: 1, lines: part, room: room(column, column) });
  }
  if (wide < MOST_ROWS * rows.length) return null;
  return {
    kind: 'table',
    columns: columns.length,
    rowCount: rows.length,
    edges,
    cells,
    pages: [head[0]?.page ?? 0],
    box: boxAround(rows.flat().map((line) => line.box)),
    origin: 'aligned',
    certainty: headed ? 0.9 : 0.75,
    repeatedRows: 0,
  };
}

/** Text that runs over the width without a column's white: a rule above and below it makes no row of it. */
function isProse(line: Line, rule: Ruling): boolean {
  if (line.box[2] - line.box[0] < 0.75 * (rule.to - rule.from)) return false;
  return line.words.every(
    ({ box }, i) => box[0] - (line.words[i - 1]?.box[2] ?? box[0]) < PROSE_GAP * line.fontSize,
  );
}

interface Band {
  readonly lines: Line[];
  readonly first: number;
  end: number;
}

/** Lines between each rule and the next, in runs that no prose parts. */
function bandRuns(lines: readonly Line[], rules: readonly Ruling[]): readonly (readonly Band[])[] {
  const bands: Band[][] = [];
  let rule = 0;
  let known = -1;
  for (const [i, line] of lines.entries()) {
    while (rule < rules.length && (rules[rule]?.position ?? 0) <= middle(line)) rule += 1;
    if (rule === 0 || rule === rules.length) continue;
    const last = bands.at(-1)?.at(-1);
    if (known === rule && last !== undefined) {
      last.lines.push(line);
      last.end = i + 1;
    } else if (known === rule - 1) bands.at(-1)?.push({ lines: [line], first: i, end: i + 1 });
    else bands.push([{ lines: [line], first: i, end: i + 1 }]);
    known = rule;
  }
  return bands.flatMap((run) => {
    const parts: Band[][] = [[]];
    for (const band of run) {
      const [first] = rules;
      const prose =
        first !== undefined && !isBanner(band.lines) && band.lines.some((line) => isProse(line, first));
      if (prose) parts.push([]);
      else parts.at(-1)?.push(band);
    }
    return parts;
  });
}

/**
 * Finds tables that have rules between their rows and none between their columns: rules of the same ends, with words
 * between them that leave white strips over all rows. What lies between the first and the last rule is the table.
 * `lines` top down; the runs come top down and share no line.
 */
export function ruleRowTables(lines: readonly Line[], rulings: readonly Ruling[]): readonly RuledRun[] {
  const runs: RuledRun[] = [];
  if (rulings.length > MOST_RULINGS) return runs;
  for (const rules of ruleGroups(rulings)) {
    const [rule] = rules;
    if (rule === undefined) continue;
    for (const bands of bandRuns(lines, rules)) {
      const [first, end] = [bands[0]?.first ?? 0, bands.at(-1)?.end ?? 0];
      if (bands.length < LEAST_RULES - 1 || runs.some((run) => run.first < end && first < run.end)) continue;
      const rows = bands.map((band) => band.lines);
      const beside = rows.flat().some(({ box }) => box[0] < rule.from - 9 || box[2] > rule.to + 9);
      const table = beside ? null : tableOf(rows, rule);
      if (table !== null) runs.push({ first, end, table });
    }
  }
  return runs.sort((a, b) => a.first - b.first);
}
