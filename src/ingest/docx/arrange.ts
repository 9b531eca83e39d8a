import { isLayoutTable, unrollLayout } from './layout-table.js';
import { columnLines, flowingLines, type Line } from './lines.js';
import type { StoryBlock, StoryParagraph, StoryTable } from './story.js';
import { splitTabColumns } from './tab-columns.js';

/** Blocks in reading order: lines, and tables that are tables. */
export type FlowItem = Line | StoryTable;

const boxItems = (paragraph: StoryParagraph): readonly FlowItem[] =>
  paragraph.boxes.flatMap(arrange).map((item) => (item.kind === 'line' ? { ...item, inBox: true } : item));

/** Blocks in one column of side-by-side text: each line by itself; tables inside as they are. */
function arrangeColumn(blocks: readonly StoryBlock[], column: number): readonly FlowItem[] {
  return blocks.flatMap((block): readonly FlowItem[] => {
    if (block.kind === 'paragraph')
      return [...(column === 0 ? flowingLines(block) : columnLines(block, column)), ...boxItems(block)];
    return arrangeTable(block);
  });
}

function arrangeTable(table: StoryTable): readonly FlowItem[] {
  if (!isLayoutTable(table)) return [table];
  return unrollLayout(table).flatMap(({ column, cells }) => {
    const blocks = cells.flatMap((cell) => cell.blocks);
    return column === 0 ? arrange(blocks) : arrangeColumn(blocks, column);
  });
}

/**
 * Puts a story's blocks into reading order: soft breaks resolved, layout tables and tab columns read column by
 * column, text boxes behind the paragraph that they are anchored in.
 */
export function arrange(blocks: readonly StoryBlock[]): readonly FlowItem[] {
  const items: FlowItem[] = [];
  let lines: Line[] = [];
  const flush = (): void => {
    items.push(...splitTabColumns(lines));
    lines = [];
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      flush();
      items.push(...arrangeTable(block));
      continue;
    }
    lines.push(...tabbedLines(block));
    if (block.boxes.length === 0) continue;
    flush();
    items.push(...boxItems(block));
  }
  flush();
  return items;
}

/** A paragraph with tabs and soft breaks may hold several lines of two columns: they are looked at one by one. */
function tabbedLines(paragraph: StoryParagraph): readonly Line[] {
  const flowing = flowingLines(paragraph);
  const broken = columnLines(paragraph, 0);
  if (broken.length < 2 || broken.length === flowing.length) return flowing;
  const split = splitTabColumns(broken);
  return split.some((line) => line.column > 0) ? broken : flowing;
}
