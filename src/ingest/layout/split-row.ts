import { endsSentence, labelOf, startsSmall } from './label.js';
import { lineText } from './line.js';
import { cellText, type DraftCell } from './table-draft.js';

/** A cell of the last row of a page and the cell of the next page's first row in the same columns. */
export interface CellPair {
  readonly above: DraftCell;
  readonly below: DraftCell;
}

/** How much a pair speaks for one text that the page's end cut (above 0) or for two (below 0). */
function evidence({ above, below }: CellPair): number {
  const last = above.lines.at(-1);
  const first = below.lines[0];
  if (last === undefined || first === undefined) return 0;
  const text = lineText(first);
  const word = first.words[0];
  const width = word === undefined ? 0 : word.box[2] - word.box[0];
  const em = last.fontSize;
  const early = above.room - (last.box[2] - last.box[0]) > width + 0.6 * em;
  const label = labelOf(first.words.map(({ text: own }) => own));
  if (label !== null) {
    const goesOn = above.lines.some(
      (line) => labelOf(line.words.map(({ text: own }) => own))?.kind === label.kind,
    );
    return goesOn ? 0.25 : -0.5;
  }
  let points = early ? -1.5 : 1;
  if (startsSmall(text)) points += 2;
  else if (/^["“(]?\p{Lu}/u.test(text)) points -= 1;
  if (endsSentence(lineText(last))) points -= 1;
  return points;
}

/**
 * Pairs each cell of the continuation's first row with the cell above it, when the row is one that the page's end
 * cut: its first cell is empty (or goes on in small letters), it has text only where the row above has, and the
 * texts read on; or when nothing stands in it at all. Null where it is a row of its own, and where that is not sure. In a table in which `everyRowNumbered`
 * a row without number that lacks most else, too, is taken for the rest of one.
 */
export function splitRowPairs(
  lastRow: readonly DraftCell[],
  firstRow: readonly DraftCell[],
  everyRowNumbered = false,
): readonly CellPair[] | null {
  const pairs: CellPair[] = [];
  for (const below of firstRow) {
    const above = lastRow.find((cell) => cell.column === below.column && cell.colSpan === below.colSpan);
    if (above === undefined) return null;
    if (below.lines.length > 0 && above.lines.length === 0) return null;
    pairs.push({ above, below });
  }
  const first = pairs.find(({ below }) => below.column === 0);
  if (first === undefined || pairs.length < lastRow.length) return null;
  // the lower rim of a row whose text all stood on the page before
  if (pairs.every(({ below }) => below.lines.length === 0)) return pairs;
  if (first.below.lines.length > 0 && !startsSmall(cellText(first.below))) return null;
  const both = pairs.filter(({ above, below }) => above.lines.length > 0 && below.lines.length > 0);
  if (both.length === 0) return null;
  const emptied = pairs.filter(
    ({ above, below }) => above.lines.length > 0 && below.lines.length === 0,
  ).length;
  const points = both.reduce((sum, pair) => sum + evidence(pair), 0) + Math.min(1, emptied * 0.5);
  const numberless = everyRowNumbered && first.below.lines.length === 0 && emptied > both.length;
  return points > 0.5 || numberless ? pairs : null;
}
