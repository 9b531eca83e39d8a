import type { Layer, Paragraph, ParagraphStyle } from '../../document/source-document.js';
import type { Span } from '../../document/span.js';
import type { TextBuilder } from '../../document/text-builder.js';
import { type Line, needsGap } from './lines.js';
import { type Piece, textOf } from './story.js';
import { TracingBuilder } from './tracing-builder.js';

type TextPiece = Extract<Piece, { kind: 'text' }>;

/** Where a line went in the text. `label` null where it has none. */
export interface WrittenLine {
  readonly span: Span;
  readonly label: Span | null;
}

/** Appends a line's label and text; the span is empty where there was nothing to write. */
export function appendLine(builder: TextBuilder, line: Line): WrittenLine {
  let label: Span | null = null;
  const span = builder.group(() => {
    const text = textOf(line.pieces);
    if (line.label !== null) {
      const written = builder.append(line.label.text);
      label = written.start < written.end ? written : null;
      if (needsGap(line.label, text)) builder.separate(' ');
    }
    builder.append(text, builder instanceof TracingBuilder ? builder.placeOf(line.pieces) : undefined);
  });
  return { span, label };
}

/** The size that most characters have; null where none is known. */
function mainSize(pieces: readonly TextPiece[]): number | null {
  const lengths = new Map<number, number>();
  for (const { size, text } of pieces)
    if (size !== null) lengths.set(size, (lengths.get(size) ?? 0) + text.length);
  let best: number | null = null;
  for (const [size, length] of lengths) if (best === null || length > (lengths.get(best) ?? 0)) best = size;
  return best;
}

function styleOf(line: Line): ParagraphStyle {
  const pieces = line.pieces.filter(
    (piece): piece is TextPiece => piece.kind === 'text' && /\S/u.test(piece.text),
  );
  return {
    heading: line.heading,
    align: line.align,
    bold: pieces.length > 0 && pieces.every((piece) => piece.bold),
    italic: pieces.length > 0 && pieces.every((piece) => piece.italic),
    fontSize: mainSize(pieces),
  };
}

/** Writes a line as a paragraph of its own; null where nothing visible was in it. */
export function writeLine(builder: TextBuilder, line: Line, layer: Layer): Paragraph | null {
  builder.separate('\n');
  const { span, label } = appendLine(builder, line);
  if (span.start === span.end) return null;
  return {
    kind: 'paragraph',
    span,
    layer: line.inBox && layer === 'body' ? 'textbox' : layer,
    style: styleOf(line),
    label,
    column: line.column,
  };
}
