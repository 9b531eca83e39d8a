import type { ColumnKind } from '../kinds.js';
import type { Model } from '../model.js';
import type { Placed } from '../segment.js';
import type { Title } from '../titles.js';
import type { Token } from '../tokens.js';
import type { Width } from '../widths.js';

interface Line {
  readonly tokens: Token[];
  /** Whether it is a whole line of the file: parts of lines may have been cut at the wrong word. */
  whole: boolean;
}

/** By column and cell: its printed lines. */
function linesOf(placed: readonly Placed[], columns: number): readonly (readonly (readonly Line[])[])[] {
  const cells = Array.from({ length: columns }, () => new Map<number, Line[]>());
  const parts = new Map<number, number>();
  for (const { token, column, row, opensLine } of placed) {
    const cell = cells[column];
    if (cell === undefined) continue;
    const lines = cell.get(row) ?? [];
    cell.set(row, lines);
    if (opensLine || lines.length === 0) {
      lines.push({ tokens: [token], whole: true });
      parts.set(token.line, (parts.get(token.line) ?? 0) + 1);
    } else lines.at(-1)?.tokens.push(token);
  }
  for (const column of cells)
    for (const lines of column.values())
      for (const line of lines) line.whole = (parts.get(line.tokens[0]?.line ?? -1) ?? 0) <= 1;
  return cells.map((column) => [...column.values()]);
}

const lengthOf = (line: Line): number => line.tokens.map((t) => t.text).join(' ').length;

/** The width that the most lines agree with: each fits it, and the next line's first word didn't fit any more. */
function widthOf(cells: readonly (readonly Line[])[]): Width | null {
  const votes = new Map<number, number>();
  const vote = (width: number, weight: number): void => {
    votes.set(width, (votes.get(width) ?? 0) + weight);
  };
  const lengths = cells.flat().flatMap((line) => (line.whole ? [lengthOf(line)] : []));
  const longest = Math.max(0, ...lengths);
  let breaks = 0;
  for (const lines of cells)
    for (const [i, line] of lines.entries()) {
      const next = lines[i + 1];
      if (next === undefined || !line.whole) continue;
      const word = next.tokens[0]?.text ?? '';
      if (/^[-–+•]/u.test(word)) continue;
      const length = lengthOf(line);
      breaks++;
      for (let width = length; width <= Math.min(longest + 2, length + word.length); width++) vote(width, 1);
    }
  if (breaks < 2) return null;
  for (const length of lengths) for (let width = length; width <= longest + 2; width++) vote(width, 0.2);
  const most = Math.max(...votes.values());
  const best = [...votes].filter(([, n]) => n >= most - 0.5).map(([width]) => width);
  return { low: Math.min(...best) - 1, high: Math.max(...best) + 1 };
}

/** Characters that the white between two columns takes. */
const BETWEEN = 1.5;
/** Tables are set in smaller type than the text. */
const SMALLER = 1.1;
/** How wide columns are beside one another, as plans usually have them. */
const SHARE: Readonly<Record<ColumnKind, number>> = {
  number: 0.25,
  content: 2.2,
  unit: 1,
  time: 0.8,
  output: 1,
  note: 0.7,
  money: 0.8,
  quantity: 0.5,
  measure: 0.5,
  basis: 1.3,
  tick: 0.3,
};

/**
 * The widths that columns of these titles usually have where a full line of the text has `page` characters: wide
 * enough for the title's longest line.
 */
export function usualWidths(order: readonly Title[], page: number): readonly Width[] {
  const all = page * SMALLER - BETWEEN * order.length;
  const shares = order.reduce((sum, title) => sum + SHARE[title.kind], 0);
  return order.map((title) => {
    const usual = (all * SHARE[title.kind]) / shares;
    const longest = Math.max(...title.lines.map((line) => line.map((w) => w.text).join(' ').length));
    return { low: Math.max(0.7 * usual, longest), high: Math.max(1.2 * usual, longest) };
  });
}

/** A measure that lies further off the usual width is taken from misread lines. */
const FARTHEST = 1.5;

/**
 * What the words as placed say of the columns' widths, and which cells come again and again. `sure` are the words of
 * flows that have one column only: they tell its width before any others do. `usual` bounds the others.
 */
export function measureColumns(
  model: Model,
  placed: readonly Placed[],
  sure: readonly Placed[],
  usual: readonly Width[],
): Model {
  const count = model.kinds.length;
  const columns = linesOf(placed, count);
  const certain = linesOf(sure, count).map(widthOf);
  const widths = model.widths.map((width, column) => {
    const high = usual[column]?.high ?? width.high;
    const fits = (w: Width | null | undefined, most: number): w is Width =>
      w !== null && w !== undefined && w.high <= most * high;
    const own = certain[column];
    if (fits(own, FARTHEST * 1.4)) return own;
    const wide = widthOf(columns[column] ?? []);
    return fits(wide, FARTHEST) ? wide : width;
  });
  return {
    ...model,
    beam: 1,
    widths,
    known: knownCells(model, columns),
  };
}

/** Cells that come again and again in the columns of one kind. */
function knownCells(
  model: Model,
  columns: readonly (readonly (readonly Line[])[])[],
): readonly ReadonlySet<string>[] {
  const byKind = new Map<ColumnKind, Map<string, number>>();
  model.kinds.forEach((kind, column) => {
    if (kind === 'number' || kind === 'content') return;
    const counts = byKind.get(kind) ?? new Map<string, number>();
    byKind.set(kind, counts);
    for (const lines of columns[column] ?? []) {
      const text = lines.flatMap((line) => line.tokens.map((t) => t.text)).join(' ');
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  });
  return model.kinds.map((kind) => {
    const some = [...(byKind.get(kind) ?? [])].filter(([, n]) => n >= 2);
    // a part of a cell was cut off by mistake where the whole comes as often
    const isPart = (text: string, n: number): boolean =>
      some.some(([all, m]) => m >= n && (all.startsWith(`${text} `) || all.endsWith(` ${text}`)));
    return new Set(some.filter(([text, n]) => !isPart(text, n)).map(([text]) => text));
  });
}

/** A cell's line was broken before `next`: dear where `next` would have fitted the line. */
export function breakCost(
  cell: { readonly length: number; readonly last: { readonly parts: boolean; readonly hanging: boolean } },
  next: { readonly word: string; readonly dash: boolean },
  width: Width,
): number {
  const free = width.low - (cell.length + 1 + next.word.length);
  const slack = 1 + width.low * 0.1;
  if (free <= slack) return -0.25;
  const excess = Math.min(2, 0.3 * (free - slack));
  return (cell.last.parts && !cell.last.hanging) || next.dash ? Math.min(0.4, excess) : excess;
}
