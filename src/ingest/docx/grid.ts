/** A cell as its row gives it: grid columns [start, end) and what it does with the cell above. */
export interface GridCell<T> {
  readonly start: number;
  readonly end: number;
  readonly vertical: 'none' | 'begins' | 'continues';
  readonly content: T;
}

/** A cell in its final place; merged ones span. */
export interface PlacedCell<T> {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly content: T;
}

export interface PlacedGrid<T> {
  readonly columns: number;
  readonly rows: readonly (readonly PlacedCell<T>[])[];
}

/**
 * Grid columns narrower than this come from edges dragged almost in line: 2 mm, in twentieths of a point. No column
 * of text is that narrow.
 */
const SLIVER = 113;

/**
 * From grid edges to columns that a reader sees: edges at which no cell begins vanish, and a sliver that no cell
 * stands in alone falls together with the column on its right. By edge: its column.
 */
function visibleColumns(
  rows: readonly (readonly GridCell<unknown>[])[],
  widths: readonly number[],
): readonly number[] {
  const cells = rows.flat();
  const last = cells.reduce((most, cell) => Math.max(most, cell.end), 0);
  const begun = new Set(cells.map((cell) => cell.start));
  const alone = new Set(cells.filter((cell) => cell.end === cell.start + 1).map((cell) => cell.start));
  const columns: number[] = [];
  let column = -1;
  let afterSliver = false;
  for (let edge = 0; edge < last; edge++) {
    const width = widths[edge] ?? 0;
    const sliver = width > 0 && width < SLIVER && !alone.has(edge) && edge > 0;
    if (!afterSliver && (begun.has(edge) || column < 0)) column++;
    columns.push(column);
    afterSliver = sliver && begun.has(edge) && !afterSliver;
  }
  columns.push(column + 1);
  return columns;
}

/**
 * Puts the cells of all rows into one grid. A cell that continues a vertical merge makes the one above span when
 * that reaches down to it with the same width; else it stands for itself.
 */
export function placeCells<T>(
  rows: readonly (readonly GridCell<T>[])[],
  widths: readonly number[],
): PlacedGrid<T> {
  const columnOf = visibleColumns(rows, widths);
  const placed: { row: number; column: number; rowSpan: number; colSpan: number; content: T }[][] = [];
  let above = new Map<number, { row: number; column: number; rowSpan: number; colSpan: number }>();
  for (const [row, cells] of rows.entries()) {
    const here: typeof above = new Map();
    const begins: (typeof placed)[number] = [];
    for (const cell of cells) {
      const column = columnOf[cell.start] ?? 0;
      const colSpan = Math.max(1, (columnOf[cell.end] ?? column + 1) - column);
      const open = above.get(column);
      if (cell.vertical === 'continues' && open !== undefined && open.colSpan === colSpan) {
        open.rowSpan++;
        here.set(column, open);
        continue;
      }
      const own = { row, column, rowSpan: 1, colSpan, content: cell.content };
      begins.push(own);
      if (cell.vertical !== 'none') here.set(column, own);
    }
    placed.push(begins);
    above = here;
  }
  return { columns: columnOf.at(-1) ?? 0, rows: placed };
}
