import type { InkRuns } from './components.js';
import { crisp } from './crisp.js';
import type { Engine, EngineWord, Segmentation } from './engine/engine.js';
import type { Grey } from './grey.js';
import type { Piece } from './piece.js';
import { makeSheet, type Placed, pieceAt } from './sheet.js';

/** A word read on a piece; its box in pixels of the upright page. */
export interface PieceWord extends EngineWord {
  readonly piece: Piece;
}

/** A page set upright and cleaned, ready to be read. */
export interface CleanPage {
  readonly grey: Grey;
  readonly runs: InkRuns;
  readonly pieces: readonly Piece[];
  /** Letter height in pixels. */
  readonly size: number;
}

/** Tesseract takes no picture of over 32,767 pixels a side. */
const MOST_ROWS = 16_000;
/** Pixels of a sheet from which on it pays to lay narrow pieces out by themselves: beside wide ones most is white. */
const LARGE = 6_000_000;
/** Share of the widest piece's width that narrow pieces have at most. */
const NARROW = 0.35;

function back(word: EngineWord, placed: Placed): PieceWord {
  const dx = placed.piece.x0 - placed.x;
  const dy = placed.piece.y0 - placed.y;
  return {
    ...word,
    x0: Math.max(placed.piece.x0, word.x0 + dx),
    y0: Math.max(placed.piece.y0, word.y0 + dy),
    x1: Math.min(placed.piece.x1, word.x1 + dx),
    y1: Math.min(placed.piece.y1, word.y1 + dy),
    piece: placed.piece,
  };
}

const widthOf = ({ x0, x1 }: Piece): number => x1 - x0;

/** The pieces in one group, or the wide and the narrow ones of them apart where one sheet would be large. */
function byWidth(pieces: readonly Piece[], size: number): readonly (readonly Piece[])[] {
  const widest = Math.max(0, ...pieces.map(widthOf));
  const rows = pieces.reduce((sum, { y0, y1 }) => sum + y1 - y0 + size, 0);
  if (widest * rows < LARGE) return [pieces];
  const isNarrow = (piece: Piece): boolean => widthOf(piece) <= NARROW * widest;
  return [pieces.filter((piece) => !isNarrow(piece)), pieces.filter(isNarrow)];
}

/** Pieces in batches whose sheets stay below `MOST_ROWS` pixels of height, each in reading order. */
function batches(pieces: readonly Piece[], size: number): readonly (readonly Piece[])[] {
  return byWidth(pieces, size).flatMap((group) => inReadingOrder(group, size));
}

function inReadingOrder(pieces: readonly Piece[], size: number): readonly (readonly Piece[])[] {
  const sorted = [...pieces].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  const found: Piece[][] = [];
  let batch: Piece[] = [];
  let rows = 0;
  for (const piece of sorted) {
    const own = piece.y1 - piece.y0 + size;
    if (batch.length === 0 || rows + own > MOST_ROWS) {
      batch = [];
      rows = 0;
      found.push(batch);
    }
    batch.push(piece);
    rows += own;
  }
  return found;
}

/**
 * Reads the pieces laid out on sheets, with `characters` alone where given; boxes come back in the page's pixels,
 * words on no piece are dropped.
 */
export async function readPieces(
  engine: Engine,
  page: CleanPage,
  pieces: readonly Piece[],
  segmentation: Segmentation,
  signal: AbortSignal,
  characters?: string,
): Promise<readonly PieceWord[]> {
  const words: PieceWord[] = [];
  for (const batch of batches(pieces, page.size)) {
    const sheet = makeSheet(page.grey, page.runs, batch, page.size);
    const picture = engine.sharpened ? crisp(sheet.picture) : sheet.picture;
    for (const word of await engine.read(picture, segmentation, signal, characters)) {
      const placed = pieceAt(sheet, word);
      if (placed !== null) words.push(back(word, placed));
    }
  }
  return words;
}
