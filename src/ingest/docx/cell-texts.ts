import { foldVietnamese } from '../../document/fold.js';
import { flowingLines, lineText } from './lines.js';
import type { StoryBlock, StoryCell } from './story.js';

/** The lines of text in a cell, nested tables included. */
export function textsOf(cell: Pick<StoryCell, 'blocks'>): readonly string[] {
  return cell.blocks.flatMap((block: StoryBlock): readonly string[] =>
    block.kind === 'paragraph' ? flowingLines(block).map(lineText) : block.rows.flat().flatMap(textsOf),
  );
}

/** The cell's text in one line. */
export const cellText = (cell: Pick<StoryCell, 'blocks'>): string => textsOf(cell).join(' ').trim();

/** Whether a cell's text is the head of a numbering column: TT, STT, Số TT, Số thứ tự. */
export function isOrdinalHead(text: string): boolean {
  return /^(?:s\.?|so\s*)?(?:t\.?\s?t\.?|thu tu)$/u.test(foldVietnamese(text.trim()));
}
