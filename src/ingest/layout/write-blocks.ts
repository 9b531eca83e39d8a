import type { Block, Paragraph } from '../../document/source-document.js';
import { coverOf } from '../../document/span.js';
import type { TextBuilder } from '../../document/text-builder.js';
import { labelOf } from './label.js';
import { type Line, median } from './line.js';
import type { DraftParagraph } from './paragraph-draft.js';
import type { DraftTable } from './table-draft.js';
import { writeTable } from './write-table.js';
import { type ToDisplay, writeWords } from './write-words.js';

/** What a paragraph's label can be read from: the start of its first line, and of the next where that is one word. */
function firstWords([first, second]: readonly Line[]): readonly string[] {
  const words = (first?.words ?? []).slice(0, 3);
  const more = words.length < 2 ? (second?.words ?? []).slice(0, 2) : [];
  return [...words, ...more].map((word) => word.text);
}

function writeParagraph(builder: TextBuilder, draft: DraftParagraph, toDisplay: ToDisplay): Paragraph | null {
  builder.separate('\n');
  const spans = writeWords(builder, draft.lines, toDisplay);
  if (spans.length === 0) return null;
  const label = labelOf(firstWords(draft.lines));
  const labelled = spans.slice(0, label?.words ?? 0);
  let [letters, bold, italic] = [0, 0, 0];
  const sizes: number[] = [];
  for (const line of draft.lines)
    for (const word of line.words) {
      letters += word.text.length;
      if (word.bold) bold += word.text.length;
      if (word.italic) italic += word.text.length;
      if (word.fontSize > 0) sizes.push(word.fontSize);
    }
  const size = median(sizes);
  return {
    kind: 'paragraph',
    span: coverOf(spans),
    layer: draft.layer,
    style: {
      heading: null,
      align: draft.align,
      bold: bold * 2 > letters,
      italic: italic * 2 > letters,
      fontSize: size > 0 ? Math.round(size * 2) / 2 : null,
    },
    label: labelled.length > 0 && labelled.length < spans.length ? coverOf(labelled) : null,
    column: draft.column,
  };
}

/** Writes the drafts one after the other into `builder`; those without any text leave no block. */
export function writeBlocks(
  builder: TextBuilder,
  drafts: readonly (DraftParagraph | DraftTable)[],
  toDisplay: ToDisplay,
): readonly Block[] {
  const blocks: Block[] = [];
  for (const draft of drafts) {
    const block =
      draft.kind === 'table'
        ? writeTable(builder, draft, toDisplay)
        : writeParagraph(builder, draft, toDisplay);
    if (block !== null) blocks.push(block);
  }
  return blocks;
}
