import type { Block, Layer } from '../../document/source-document.js';
import type { TextBuilder } from '../../document/text-builder.js';
import { arrange } from './arrange.js';
import type { Line } from './lines.js';
import type { StoryBlock, StoryTable } from './story.js';
import { writeLine } from './write-line.js';
import { writeTable } from './write-table.js';

/** A table outside the body (in a page's header, in a note) is read line by line, its rows in order. */
function linesOfTable(table: StoryTable): readonly Line[] {
  return table.rows.flatMap((row) =>
    row.flatMap((cell) =>
      arrange(cell.blocks).flatMap((item) => (item.kind === 'table' ? linesOfTable(item) : [item])),
    ),
  );
}

/** Writes a story's blocks in reading order; text boxes of the body get their own layer. */
export function writeBlocks(
  builder: TextBuilder,
  story: readonly StoryBlock[],
  layer: Layer,
): readonly Block[] {
  const blocks: Block[] = [];
  const line = (item: Line): void => {
    const paragraph = writeLine(builder, item, layer);
    if (paragraph !== null) blocks.push(paragraph);
  };
  for (const item of arrange(story)) {
    if (item.kind === 'line') line(item);
    else if (layer === 'body') blocks.push(writeTable(builder, item));
    else linesOfTable(item).forEach(line);
  }
  return blocks;
}
