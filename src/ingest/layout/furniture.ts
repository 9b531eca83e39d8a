import { foldVietnamese } from '../../document/fold.js';
import { type Line, lineText } from './line.js';

/** A page's lines outside tables, with its size in the frame in which text is upright. */
export interface PageLines {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
}

/** A line set apart from the running text: page numbers and running heads. */
export interface Furniture {
  readonly line: Line;
  readonly layer: 'header' | 'footer';
}

/** Share of the page's height at top and bottom in which furniture stands. */
const MARGIN = 0.11;
/** Lines at each end of a page that are looked at. */
const OUTERMOST = 3;
const PAGE_NUMBER =
  /^[-–—~.\s]*(?:trang|page|tr\.)?[-–—~.:\s]*\d{1,4}(?:\s*(?:\/|trên|of)\s*\d{1,4})?[-–—~.\s|]*$/iu;

interface Candidate extends Furniture {
  readonly page: number;
  readonly key: string;
  readonly isNumber: boolean;
  readonly outermost: boolean;
}

function candidates(page: PageLines): readonly Candidate[] {
  const found: Candidate[] = [];
  const add = (line: Line, layer: 'header' | 'footer'): void => {
    const text = lineText(line);
    const y = layer === 'header' ? line.box[1] : page.height - line.box[3];
    const key = [
      layer,
      `${Math.round(page.width)}`,
      `${Math.round(y / 6)}`,
      foldVietnamese(text)
        .replace(/\d+/gu, '#')
        .replace(/[^\p{L}#]+/gu, ''),
    ].join('|');
    const outermost = line === (layer === 'header' ? page.lines[0] : page.lines.at(-1));
    found.push({ line, layer, page: page.number, key, isNumber: PAGE_NUMBER.test(text), outermost });
  };
  for (const line of page.lines.slice(0, OUTERMOST))
    if (line.box[3] < page.height * MARGIN) add(line, 'header');
  for (const line of page.lines.slice(-OUTERMOST))
    if (line.box[1] > page.height * (1 - MARGIN)) add(line, 'footer');
  return found;
}

/**
 * Finds page numbers that stand alone in the top or bottom margin, and text that stands at the same place on most
 * pages (digits may differ; three pages at least). Returns the furniture in page order.
 */
export function findFurniture(pages: readonly PageLines[]): readonly Furniture[] {
  const all = pages.flatMap(candidates);
  const counts = new Map<string, Set<number>>();
  for (const { key, page } of all) {
    const on = counts.get(key);
    if (on === undefined) counts.set(key, new Set([page]));
    else on.add(page);
  }
  const withText = pages.filter((page) => page.lines.length > 0).length;
  const least = Math.max(3, Math.ceil(withText * 0.4));
  return all.filter(
    ({ key, isNumber, outermost }) => (counts.get(key)?.size ?? 0) >= least || (isNumber && outermost),
  );
}
