import type { InkRuns } from './components.js';
import type { Grey } from './grey.js';
import type { Piece } from './piece.js';

/** Where a piece was put on a sheet: its top left corner there. */
export interface Placed {
  readonly piece: Piece;
  readonly x: number;
  readonly y: number;
}

/** A picture made for the recognizer: the pieces of a page one under the other, with the way back. */
export interface Sheet {
  readonly picture: Grey;
  readonly placed: readonly Placed[];
}

/** Distances in letter heights. */
const LEADING = 0.9;
const MARGIN = 1.2;
/** Pixels around the ink that come along: the grey edges of the strokes. */
const RIM = 2;

/** Copies the piece's own ink with its rim; what its neighbours have in the same rectangle stays behind. */
function copyPiece(from: Grey, to: Grey, runs: InkRuns, { piece, x, y }: Placed): void {
  for (const component of piece.components)
    for (const run of component.runs) {
      const row = runs.y[run] as number;
      const left = Math.max(0, (runs.from[run] as number) - RIM);
      const right = Math.min(from.width, (runs.to[run] as number) + RIM);
      const last = Math.min(from.height - 1, row + RIM);
      for (let r = Math.max(0, row - RIM); r <= last; r++) {
        const source = r * from.width;
        const target = (r - piece.y0 + y) * to.width + x - piece.x0;
        // Runs are a few pixels long: for these a loop is three times as quick as a copy of the platform's.
        for (let i = left; i < right; i++) to.data[target + i] = from.data[source + i] as number;
      }
    }
}

/**
 * Lays the pieces of a page out one a row: no rules, specks, pictures or neighbouring columns. In a single row
 * several pieces would spoil each other's word spaces, and a lone number between two columns would be lost.
 */
export function makeSheet(grey: Grey, runs: InkRuns, pieces: readonly Piece[], size: number): Sheet {
  const margin = Math.max(RIM, Math.ceil(MARGIN * size));
  const leading = Math.max(2 * RIM, Math.ceil(LEADING * size));
  const sorted = [...pieces].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  let widest = 0;
  let y = margin;
  const placed = sorted.map((piece): Placed => {
    const at = { piece, x: margin, y };
    widest = Math.max(widest, piece.x1 - piece.x0);
    y += piece.y1 - piece.y0 + leading;
    return at;
  });
  const width = widest + 2 * margin;
  const height = y - leading + margin;
  const picture: Grey = { width, height, data: new Uint8Array(width * height).fill(255) };
  for (const one of placed) copyPiece(grey, picture, runs, one);
  return { picture, placed };
}

/** The placed piece that a box of the sheet lies on: the one that it overlaps most, or null. */
export function pieceAt(
  sheet: Sheet,
  box: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number },
): Placed | null {
  let low = 0;
  let high = sheet.placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { piece, y } = sheet.placed[middle] as Placed;
    if (y + piece.y1 - piece.y0 <= box.y0) low = middle + 1;
    else high = middle;
  }
  let best: Placed | null = null;
  let most = 0;
  for (let i = low; i < sheet.placed.length; i++) {
    const placed = sheet.placed[i] as Placed;
    if (placed.y >= box.y1) break;
    const w = Math.min(box.x1, placed.x + placed.piece.x1 - placed.piece.x0) - Math.max(box.x0, placed.x);
    const h = Math.min(box.y1, placed.y + placed.piece.y1 - placed.piece.y0) - Math.max(box.y0, placed.y);
    if (w > 0 && h > 0 && w * h > most) {
      most = w * h;
      best = placed;
    }
  }
  return best;
}
