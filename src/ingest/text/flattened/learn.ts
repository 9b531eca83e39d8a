import { MISSING } from './kind-costs.js';
import type { Model } from './model.js';
import { printedLines } from './rows.js';
import type { Placed, Segmentation } from './segment.js';
import { widthOfLines } from './widths.js';

/** What the rows found so far say about the table: columns' widths, how often a cell is missing, cells seen again. */
export function learn(model: Model, found: Segmentation, beam: number): Model {
  const rows = printedLines(found.placed, model.kinds.length);
  const widths = model.widths.map(
    (width, column) => widthOfLines(rows.map((cells) => cells[column] ?? [])) ?? width,
  );
  const missing = model.kinds.map((kind, column) => {
    const empty = rows.filter((cells) => (cells[column] ?? []).length === 0).length;
    const usual = MISSING[kind];
    const seen = -Math.log((empty + 0.5) / (rows.length + 1));
    return kind === 'content' ? usual : Math.max(0.1, 0.5 * usual + 0.5 * Math.min(seen, 4));
  });
  const known = model.kinds.map((kind, column) => {
    if (kind === 'number' || kind === 'content') return new Set<string>();
    const counts = new Map<string, number>();
    for (const cells of rows) {
      const text = (cells[column] ?? []).join(' ');
      if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return new Set([...counts].filter(([, n]) => n >= 2).map(([text]) => text));
  });
  return {
    ...model,
    widths,
    missing,
    stands: model.order !== 'cell-by-cell' ? standsOf(found.placed, model.kinds.length) : model.stands,
    known,
    beam,
  };
}

/** How often the cells of each column stood at the top of their row and how often in its middle, as costs. */
function standsOf(placed: readonly Placed[], columns: number): Model['stands'] {
  const rows = new Map<number, ({ top: number; lines: number } | null)[]>();
  for (const { column, row, opensLine, height } of placed) {
    if (column < 0 || !opensLine) continue;
    const cells = rows.get(row) ?? Array.from({ length: columns }, () => null);
    rows.set(row, cells);
    const cell = cells[column];
    if (cell === null || cell === undefined) cells[column] = { top: height, lines: 1 };
    else cell.lines++;
  }
  const counts = Array.from({ length: columns }, () => ({ top: 0.5, middle: 0.5 }));
  for (const cells of rows.values()) {
    const most = Math.max(...cells.map((c) => (c === null ? 0 : c.top + c.lines)));
    cells.forEach((cell, column) => {
      const count = counts[column];
      if (cell === null || count === undefined || cell.lines === most) return;
      if (cell.top === 0) count.top++;
      else if (cell.top === (most - cell.lines) / 2) count.middle++;
    });
  }
  const cost = (n: number, all: number): number => Math.min(1.6, -0.7 * Math.log(n / all));
  return counts.map(({ top, middle }) => ({
    top: cost(top, top + middle),
    middle: cost(middle, top + middle),
  }));
}
