import { readParagraphFormat } from './formats.js';
import type { Label } from './numbering-counter.js';
import { readInline } from './read-inline.js';
import { readTable } from './read-table.js';
import { isBlank, type Piece, type StoryBlock, type StoryParagraph } from './story.js';
import type { StoryContext } from './story-context.js';
import { unwrap } from './unwrap.js';
import { childOf, toggleOf, valOf, type XmlElement } from './xml-element.js';

const BLOCKS: ReadonlySet<string> = new Set(['w:p', 'w:tbl', 'w:altChunk']);

interface ReadParagraph {
  readonly paragraph: StoryParagraph;
  /** The paragraph mark is deleted: once accepted, the text runs on in the next paragraph. */
  readonly runsOn: boolean;
}

/**
 * Reads the paragraphs and tables in `container` (a body, a cell, a header, a box), in order, tracked changes
 * accepted, automatic numbers counted.
 */
export function readBlocks(container: XmlElement, context: StoryContext): readonly StoryBlock[] {
  const blocks: StoryBlock[] = [];
  /** Text and boxes of paragraphs that run on into the next one. */
  let open: OpenParagraph | null = null;
  for (const element of unwrap(container, BLOCKS)) {
    if (element.name === 'w:altChunk') context.met.foreignParts++;
    if (element.name === 'w:tbl') {
      if (open !== null) blocks.push(closed(open));
      open = null;
      blocks.push(readTable(element, context, readBlocks));
    }
    if (element.name !== 'w:p') continue;
    const { paragraph, runsOn } = readParagraph(element, context);
    if (open === null && !runsOn) {
      blocks.push(paragraph);
      continue;
    }
    const joined: OpenParagraph = open ?? { pieces: [], boxes: [], last: paragraph };
    for (const piece of paragraph.pieces) joined.pieces.push(piece);
    joined.boxes.push(...paragraph.boxes);
    joined.last = paragraph;
    if (!runsOn) blocks.push(closed(joined));
    open = runsOn ? joined : null;
  }
  if (open !== null) blocks.push(closed(open));
  return blocks;
}

interface OpenParagraph {
  readonly pieces: Piece[];
  readonly boxes: (readonly StoryBlock[])[];
  /** The mark of the last one stays: its properties hold for all. */
  last: StoryParagraph;
}

const closed = ({ pieces, boxes, last }: OpenParagraph): StoryParagraph => ({ ...last, pieces, boxes });

function readParagraph(element: XmlElement, context: StoryContext): ReadParagraph {
  const properties = childOf(element, 'w:pPr');
  const mark = childOf(properties, 'w:rPr');
  const styleId = valOf(properties, 'w:pStyle');
  const style = context.styles.paragraph(styleId);
  const own = readParagraphFormat(properties);
  const { met } = context;
  const { insertions, deletions } = met;
  const { pieces, boxes } = readInline(element, context, style.run, readBlocks);
  const runsOn = childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined;
  // A changed mark counts where no text of its paragraph changed with it.
  if (runsOn && met.deletions === deletions) met.deletions++;
  if (childOf(mark, 'w:ins') !== undefined && met.insertions === insertions) met.insertions++;
  const unseen = isBlank(pieces) && (toggleOf(mark, 'w:vanish') ?? false);
  const outline = own.outlineLevel;
  return {
    runsOn,
    paragraph: {
      kind: 'paragraph',
      pieces,
      boxes,
      label: runsOn || unseen ? null : labelOf(own.number, style.number, pieces, context),
      align: own.align ?? style.paragraph.align ?? 'left',
      heading: outline === undefined ? style.heading : outline >= 0 && outline < 9 ? outline + 1 : null,
    },
  };
}

type OwnNumber = ReturnType<typeof readParagraphFormat>['number'];
type StyleNumber = ReturnType<StoryContext['styles']['paragraph']>['number'];

/** Counts the paragraph in its list, if it is in one. An empty bullet is nothing, an empty number is read. */
function labelOf(
  own: OwnNumber,
  style: StyleNumber,
  pieces: readonly Piece[],
  context: StoryContext,
): Label | null {
  const numId = own?.numId ?? style?.reference.numId;
  if (numId === undefined || numId === '0') return null;
  const byStyle = own?.numId === undefined && style !== null;
  const level =
    own?.level ?? (byStyle ? (style.reference.level ?? context.counter.levelOfStyle(numId, style.style)) : 0);
  const label = context.counter.next(numId, level);
  return label !== null && isBlank(pieces) && !/[\p{L}\p{N}]/u.test(label.text) ? null : label;
}
