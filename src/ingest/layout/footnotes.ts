import { type Line, median } from './line.js';
import type { SortedPage } from './page-flow.js';

/** A short rule at the left over the notes, as word processors draw it; shares of the page's width. */
const SHORTEST_RULE = 0.08;
const LONGEST_RULE = 0.45;
/** Notes are set smaller than the text by at least this share. */
const SMALLER = 0.93;
const MARK = /^(?:\[?\(?\d{1,3}\)?\]?|[*†]{1,3})[.)]?$/u;

/**
 * The notes at a page's foot, one list of lines a note: what stands, in smaller type and led by a mark, under a short
 * rule in the page's lower half down to its end. `lines` are the page's lines without page numbers, top down.
 */
export function findFootnotes(
  page: Pick<SortedPage, 'rulings' | 'width' | 'height'>,
  lines: readonly Line[],
): readonly (readonly Line[])[] {
  const rules = page.rulings.filter(
    ({ orientation, position, from, to }) =>
      orientation === 'horizontal' &&
      position > page.height / 2 &&
      to - from > SHORTEST_RULE * page.width &&
      to - from < LONGEST_RULE * page.width &&
      from < page.width / 3,
  );
  for (const rule of rules) {
    const start = lines.findIndex(({ box }) => (box[1] + box[3]) / 2 > rule.position);
    const [above, below] = start < 0 ? [lines, []] : [lines.slice(0, start), lines.slice(start)];
    const first = below[0];
    if (first === undefined || above.length === 0 || !MARK.test(first.words[0]?.text ?? '')) continue;
    if (first.box[1] - rule.position > 2 * first.fontSize) continue;
    const size = median(above.map((line) => line.fontSize));
    if (below.some((line) => line.fontSize > size * SMALLER)) continue;
    const notes: Line[][] = [];
    for (const line of below)
      if (notes.length === 0 || MARK.test(line.words[0]?.text ?? '')) notes.push([line]);
      else notes.at(-1)?.push(line);
    return notes;
  }
  return [];
}
