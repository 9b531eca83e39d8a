import type { Grey } from '../grey.js';
import { DARKEST_PAPER, type PaperTiles, withoutPaper } from '../paper.js';

/** Pixels across and down of the tiles in which the paper's grey is followed: shadows fall off within some of them. */
const TILE = 8;
/** Tiles on each side in which there is paper somewhere: print is never dark over so wide a stretch. */
const REACH = 3;

/** The lightest row of each tile, by the mean of its pixels: single light pixels are noise. */
function lightest({ width, height, data }: Grey, columns: number, rows: number): Float32Array {
  const most = new Float32Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / TILE) * columns;
    for (let column = 0; column < columns; column++) {
      const left = column * TILE;
      const right = Math.min(width, left + TILE);
      let sum = 0;
      for (let at = y * width + left; at < y * width + right; at++) sum += data[at] as number;
      const value = sum / (right - left);
      if (value > (most[row + column] as number)) most[row + column] = value;
    }
  }
  return most;
}

/** Each tile's extreme (`pick`) of the tiles within `REACH` along rows and columns. */
function spread(
  tiles: Float32Array,
  columns: number,
  rows: number,
  pick: (a: number, b: number) => number,
): Float32Array {
  const along = (from: Float32Array, across: number, step: number, lines: number, next: number) => {
    const out = new Float32Array(from.length);
    for (let line = 0; line < lines; line++)
      for (let i = 0; i < across; i++) {
        let value = from[line * next + i * step] as number;
        for (let k = Math.max(0, i - REACH); k <= Math.min(across - 1, i + REACH); k++)
          value = pick(value, from[line * next + k * step] as number);
        out[line * next + i * step] = value;
      }
    return out;
  };
  return along(along(tiles, columns, 1, rows, columns), rows, columns, columns, 1);
}

/** The paper of a photograph: print closed over, the borders of shadows where they stand. */
function paperOf(grey: Grey): PaperTiles {
  const columns = Math.max(1, Math.ceil(grey.width / TILE));
  const rows = Math.max(1, Math.ceil(grey.height / TILE));
  const closed = spread(
    spread(lightest(grey, columns, rows), columns, rows, Math.max),
    columns,
    rows,
    Math.min,
  );
  const paper = closed.map((value) => (value < DARKEST_PAPER ? 255 : value));
  return { tile: TILE, columns, rows, paper };
}

/**
 * A photograph's `grey` with the paper brought to white. Shadows of hands, phones and folds, which end within a few
 * letters' width, go with all other uneven light (grey closing).
 */
export const withoutShadows = (grey: Grey): Grey => withoutPaper(grey, paperOf(grey));
