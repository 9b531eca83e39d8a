import type { InkRuns } from './components.js';
import type { Engine, EngineWord, Segmentation } from './engine.js';
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

/** Reads the pieces laid out on one sheet; boxes come back in the page's pixels, words on no piece are dropped. */
export async function readPieces(
  engine: Engine,
  page: CleanPage,
  pieces: readonly Piece[],
  segmentation: Segmentation,
  signal: AbortSignal,
): Promise<readonly PieceWord[]> {
  if (pieces.length === 0) return [];
  const sheet = makeSheet(page.grey, page.runs, pieces, page.size);
  const words: PieceWord[] = [];
  for (const word of await engine.read(sheet.picture, segmentation, signal)) {
    const placed = pieceAt(sheet, word);
    if (placed !== null) words.push(back(word, placed));
  }
  return words;
}
