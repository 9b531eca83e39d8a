import type { Span } from '../../document/span.js';
import { type Grapheme, graphemes } from './display-width.js';
import { printable } from './printable.js';

/** A line of text and, column under column, `^~~~` below a place in it. Both fit the width asked for. */
export interface MarkedLine {
  readonly line: string;
  readonly marker: string;
}

interface Placed extends Grapheme {
  readonly column: number;
}

/**
 * The line of `text` in which `span` begins, with a marker under the span. A line wider than `width` columns is cut to
 * a window around the span, with an ellipsis where something was left out; a span over several lines is marked to the
 * end of the first.
 */
export function markPlace(text: string, span: Span, width: number): MarkedLine {
  const lineStart = span.start === 0 ? 0 : text.lastIndexOf('\n', span.start - 1) + 1;
  const nextBreak = text.indexOf('\n', span.start);
  const lineEnd = nextBreak < 0 ? text.length : nextBreak;
  const from = span.start - lineStart;
  const to = Math.max(from, Math.min(span.end, lineEnd) - lineStart);
  let column = 0;
  const placed: Placed[] = graphemes(printable(text.slice(lineStart, lineEnd))).map((grapheme) => {
    const here = { ...grapheme, column };
    column += grapheme.width;
    return here;
  });
  const total = column;
  const isMarked = ({ text: own, offset }: Grapheme): boolean => offset < to && offset + own.length > from;
  const marked = placed.filter(isMarked);
  const markStart = marked[0]?.column ?? total;
  const last = marked.at(-1);
  const markEnd = last === undefined ? markStart + 1 : last.column + last.width;

  const room = Math.max(8, width);
  const markFits = markEnd - markStart <= room - 8;
  const wanted = markFits ? Math.floor((markStart + markEnd - room) / 2) : markStart - 4;
  const left = total <= room ? 0 : Math.max(0, Math.min(wanted, total - room));
  const right = Math.min(total, left + room);
  const cutLeft = left > 0;
  const cutRight = right < total;
  const shown = placed.filter(
    (grapheme) =>
      grapheme.column >= left + (cutLeft ? 1 : 0) &&
      grapheme.column + grapheme.width <= right - (cutRight ? 1 : 0),
  );
  const line = `${cutLeft ? '…' : ''}${shown.map((grapheme) => grapheme.text).join('')}${cutRight ? '…' : ''}`;

  const firstShown = shown[0];
  const shift = (firstShown?.column ?? 0) - (cutLeft ? 1 : 0);
  const shownMark = shown.filter(isMarked).filter((grapheme) => grapheme.width > 0);
  const markFrom = shownMark[0];
  if (markFrom === undefined) return { line, marker: `${' '.repeat(Math.max(0, markStart - shift))}^` };
  const size = shownMark.reduce((sum, grapheme) => sum + grapheme.width, 0);
  const head = markFrom.column === markStart ? '^' : '~';
  return { line, marker: `${' '.repeat(markFrom.column - shift)}${head}${'~'.repeat(size - 1)}` };
}
