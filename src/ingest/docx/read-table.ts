import { hasVisibleBorder, sidesOf } from './borders.js';
import { type GridCell, placeCells } from './grid.js';
import type { ReadBlocks } from './read-inline.js';
import type { StoryCell, StoryTable } from './story.js';
import type { StoryContext } from './story-context.js';
import { unwrap } from './unwrap.js';
import { childOf, integerOf, toggleOf, valOf, type XmlElement } from './xml-element.js';

const ROW: ReadonlySet<string> = new Set(['w:tr']);
const CELL: ReadonlySet<string> = new Set(['w:tc']);
const BOX_SIDES = ['top', 'left', 'bottom', 'right'] as const;
/** Word makes at most 63 columns. */
const MAX_SPAN = 256;

const spanOf = (element: XmlElement | undefined, name: string, least: number): number =>
  Math.min(MAX_SPAN, Math.max(least, integerOf(valOf(element, name)) ?? least));

/** `<w:vMerge/>` without a value continues. */
const mergeOf = (properties: XmlElement | undefined, name: string): GridCell<XmlElement>['vertical'] => {
  const merge = childOf(properties, name);
  if (merge === undefined) return 'none';
  return merge.attributes.get('w:val') === 'restart' ? 'begins' : 'continues';
};

/** The row's cells with their places; cells of a deleted column leave a gap. */
function cellsOf(row: XmlElement, context: StoryContext): readonly GridCell<XmlElement>[] {
  const cells: GridCell<XmlElement>[] = [];
  let column = spanOf(childOf(row, 'w:trPr'), 'w:gridBefore', 0);
  for (const cell of unwrap(row, CELL)) {
    const properties = childOf(cell, 'w:tcPr');
    const span = spanOf(properties, 'w:gridSpan', 1);
    if (childOf(properties, 'w:cellDel') !== undefined) context.met.deletions++;
    else if (mergeOf(properties, 'w:hMerge') === 'continues' && cells.length > 0) {
      const last = cells.pop() as GridCell<XmlElement>;
      cells.push({ ...last, end: column + span });
    } else
      cells.push({
        start: column,
        end: column + span,
        vertical: mergeOf(properties, 'w:vMerge'),
        content: cell,
      });
    column += span;
  }
  return cells;
}

/** The rows that stand once all changes are accepted. */
function standingRows(table: XmlElement, context: StoryContext): readonly XmlElement[] {
  return unwrap(table, ROW).filter((row) => {
    const properties = childOf(row, 'w:trPr');
    if (childOf(properties, 'w:ins') !== undefined) context.met.insertions++;
    const deleted = childOf(properties, 'w:del') !== undefined;
    if (deleted) context.met.deletions++;
    return !deleted;
  });
}

/** Whether any cell shows a line: its own borders over its row's over the table's over the style's. */
function isBordered(table: XmlElement, rows: readonly XmlElement[], context: StoryContext): boolean {
  const properties = childOf(table, 'w:tblPr');
  const lines = (borders: XmlElement | undefined, below: boolean): boolean =>
    hasVisibleBorder(borders) || (below && BOX_SIDES.some((side) => !sidesOf(borders).has(side)));
  const ofTable = lines(
    childOf(properties, 'w:tblBorders'),
    context.styles.tableIsBordered(valOf(properties, 'w:tblStyle')),
  );
  return rows.some((row) => {
    const ofRow = lines(childOf(childOf(row, 'w:tblPrEx'), 'w:tblBorders'), ofTable);
    return unwrap(row, CELL).some((cell) => lines(childOf(childOf(cell, 'w:tcPr'), 'w:tcBorders'), ofRow));
  });
}

/**
 * Reads a `w:tbl`: the grid with merges resolved, deleted rows and cells dropped. What stands hidden in cells that
 * continue a vertical merge isn't shown by Word and isn't read.
 */
export function readTable(table: XmlElement, context: StoryContext, readBlocks: ReadBlocks): StoryTable {
  const rows = standingRows(table, context);
  const widths = (childOf(table, 'w:tblGrid')?.children ?? [])
    .filter((child) => child.name === 'w:gridCol')
    .map((child) => integerOf(child.attributes.get('w:w')) ?? 0);
  const grid = placeCells(
    rows.map((row) => cellsOf(row, context)),
    widths,
  );
  const placed = grid.rows.map((cells): readonly StoryCell[] =>
    cells.map(({ row, column, rowSpan, colSpan, content }) => ({
      row,
      column,
      rowSpan,
      colSpan,
      blocks: readBlocks(content, context),
    })),
  );
  const unmarked = rows.findIndex((row) => !(toggleOf(childOf(row, 'w:trPr'), 'w:tblHeader') ?? false));
  return {
    kind: 'table',
    columns: grid.columns,
    rows: placed,
    markedHeadRows: unmarked < 0 ? rows.length : unmarked,
    bordered: isBordered(table, rows, context),
  };
}
