import type { Engine } from '../engine/engine.js';
import type { Piece } from '../piece.js';
import { type CleanPage, type PieceWord, readPieces } from '../read-sheet.js';
import type { RasterRuling } from '../rulings/raster-rulings.js';

/** What a column of figures can hold. */
const CHARACTERS = '0123456789.,';
const FIGURES = /^\p{Nd}+(?:[.,]\p{Nd}+)*[.,]?$/u;
/** Letters and signs that figures are taken for; what has any other letter is no figure misread. */
const NEARLY = /^[\p{Nd}OoQlI|!iZzSsBgq.,'"]+$/u;
/** Group rows are numbered so among rows with figures. */
const NUMERAL = /^[IVX]+[.,]?$/u;
/** Share of a column's cells that must be figures, how many it needs, and below what a figure is read again. */
const MOSTLY = 0.7;
const LEAST_CELLS = 4;
const DOUBTFUL = 0.75;

/** The column that a piece stands in, by the upright rulings beside it; null where it stands in none. */
function columnOf(piece: Piece, uprights: readonly RasterRuling[]): string | null {
  const y = (piece.y0 + piece.y1) / 2;
  let left = Number.NEGATIVE_INFINITY;
  let right = Number.POSITIVE_INFINITY;
  for (const { position, from, to } of uprights) {
    if (y < from || y > to) continue;
    if (position <= piece.x0 + 2) left = Math.max(left, position);
    else if (position >= piece.x1 - 2) right = Math.min(right, position);
  }
  if (!Number.isFinite(left) || !Number.isFinite(right)) return null;
  return `${Math.round(left / 8)}:${Math.round(right / 8)}`;
}

/** The pieces of columns of figures that were read as something else, or unsurely. */
function doubtfulFigures(words: readonly PieceWord[], uprights: readonly RasterRuling[]): ReadonlySet<Piece> {
  const cells = new Map<Piece, PieceWord[]>();
  for (const word of words) cells.set(word.piece, [...(cells.get(word.piece) ?? []), word]);
  const columns = new Map<string, (readonly PieceWord[])[]>();
  for (const [piece, own] of cells) {
    const column = columnOf(piece, uprights);
    if (column !== null) columns.set(column, [...(columns.get(column) ?? []), own]);
  }
  const found = new Set<Piece>();
  for (const column of columns.values()) {
    const textOf = (own: readonly PieceWord[]): string => own.map(({ text }) => text).join('');
    const figures = column.filter((own) => FIGURES.test(textOf(own))).length;
    if (column.length < LEAST_CELLS || figures < column.length * MOSTLY) continue;
    for (const own of column) {
      const [first] = own;
      const text = textOf(own);
      if (first === undefined || NUMERAL.test(text)) continue;
      const unsure = own.some(({ confidence }) => confidence < DOUBTFUL);
      if (FIGURES.test(text) ? unsure : NEARLY.test(text)) found.add(first.piece);
    }
  }
  return found;
}

/**
 * Reads cells again that stand in a column of figures and were read as letters, or unsurely, this time as figures only.
 * What is read so replaces the cell's words where it is a figure; all else comes back as it was. Rejects as the engine
 * does.
 */
export async function withFiguresRead(
  engine: Engine,
  page: CleanPage & { readonly rulings: readonly RasterRuling[] },
  words: readonly PieceWord[],
  signal: AbortSignal,
): Promise<readonly PieceWord[]> {
  const uprights = page.rulings.filter(({ orientation }) => orientation === 'vertical');
  const pieces = doubtfulFigures(words, uprights);
  if (pieces.size === 0) return words;
  const found = new Map<Piece, PieceWord[]>();
  for (const word of await readPieces(engine, page, [...pieces], 'block', signal, CHARACTERS))
    found.set(word.piece, [...(found.get(word.piece) ?? []), word]);
  const replaced = new Map<Piece, PieceWord>();
  for (const [piece, [only, ...more]] of found)
    if (only !== undefined && more.length === 0 && FIGURES.test(only.text)) replaced.set(piece, only);
  return [...words.filter(({ piece }) => !replaced.has(piece)), ...replaced.values()];
}
