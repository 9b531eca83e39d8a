import type { Box } from '../../document/box.js';
import type { Span } from '../../document/span.js';
import type { TextBuilder } from '../../document/text-builder.js';
import { isBrokenString } from './glue.js';
import type { LayoutPage } from './layout-page.js';
import type { Line, PageWord } from './line.js';

/** Maps a box from the frame in which a page's text is upright to the page as displayed, and keeps it on the page. */
export type ToDisplay = (page: number, box: Box) => Box;

/** The map back for pages that were set upright; boxes are cut at the page's edges. */
export function displayMap(pages: readonly LayoutPage[]): ToDisplay {
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  return (number, box) => {
    const page = byNumber.get(number);
    if (page === undefined) return box;
    const [x0, y0, x1, y1] = page.toOriginal?.(box) ?? box;
    const keep = (value: number, most: number): number =>
      Math.round(Math.min(Math.max(value, 0), Math.max(0, most)) * 100) / 100;
    return [keep(x0, page.width), keep(y0, page.height), keep(x1, page.width), keep(y1, page.height)];
  };
}

/** Writes the words of lines with single spaces; the span of each that left text. */
export function writeWords(builder: TextBuilder, lines: readonly Line[], toDisplay: ToDisplay): Span[] {
  const spans: Span[] = [];
  let last: PageWord | null = null;
  for (const line of lines)
    for (const word of line.words) {
      const glued = last !== null && word === line.words[0] && isBrokenString(last.text, word.text);
      if (last !== null && !glued) builder.separate(' ');
      const confidence = Math.min(1, Math.max(0, word.confidence));
      const box = toDisplay(word.page, word.box);
      const span = builder.append(word.text, { kind: 'page', page: word.page, box, confidence });
      if (span.start === span.end) continue;
      spans.push(span);
      last = word;
    }
  return spans;
}
