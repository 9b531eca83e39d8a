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
  readonly text: string;
  readonly isNumber: boolean;
  /** 0 for the line nearest to the page's edge. */
  readonly depth: number;
}

function candidates(page: PageLines): readonly Candidate[] {
  const found: Candidate[] = [];
  const add = (line: Line, layer: 'header' | 'footer', depth: number): void => {
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
    found.push({ line, layer, page: page.number, key, text, isNumber: PAGE_NUMBER.test(text), depth });
  };
  for (const [i, line] of page.lines.slice(0, OUTERMOST).entries())
    if (line.box[3] < page.height * MARGIN) add(line, 'header', i);
  for (const [i, line] of page.lines.slice(-OUTERMOST).reverse().entries())
    if (line.box[1] > page.height * (1 - MARGIN)) add(line, 'footer', i);
  return found;
}

/** Text of running heads is small type or slanted; that of a document's own head is upright, in capitals or bold. */
const isPlainHead = ({ line, text }: Candidate): boolean =>
  !line.bold && text !== text.toUpperCase() && /\p{L}/u.test(text);

/** Outermost lines that stand word for word at the same place on both of two pages. */
function sharedByTwo(all: readonly Candidate[]): ReadonlySet<Line> {
  const first = new Map<string, Candidate>();
  const shared = new Set<Line>();
  for (const candidate of all) {
    if (candidate.depth > 0 || !isPlainHead(candidate)) continue;
    const key = `${candidate.layer}|${candidate.text}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, candidate);
    else if (
      other.page !== candidate.page &&
      Math.abs(other.line.box[1] - candidate.line.box[1]) < 2 &&
      Math.abs(other.line.box[0] - candidate.line.box[0]) < 2
    ) {
      shared.add(other.line);
      shared.add(candidate.line);
    }
  }
  return shared;
}

/**
 * Finds page numbers that stand alone in the top or bottom margin (running heads may stand outside of them), and text
 * that stands at the same place on most pages: three at least, where digits may differ, or word for word on both of
 * two. Returns the furniture in page order.
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
  const two = withText === 2 ? sharedByTwo(all) : new Set<Line>();
  const repeated = new Set(
    all
      .filter(({ line, key }) => two.has(line) || (counts.get(key)?.size ?? 0) >= least)
      .map(({ line }) => line),
  );
  const edgeOf = ({ page, layer }: Candidate): string => `${page}|${layer}`;
  const atEdge = new Map<string, number>();
  for (const candidate of all)
    if (repeated.has(candidate.line))
      atEdge.set(edgeOf(candidate), Math.max(atEdge.get(edgeOf(candidate)) ?? 0, candidate.depth + 1));
  const isOutermost = (candidate: Candidate): boolean =>
    candidate.depth === 0 || atEdge.get(edgeOf(candidate)) === candidate.depth;
  return all.filter(
    (candidate) => repeated.has(candidate.line) || (candidate.isNumber && isOutermost(candidate)),
  );
}
