import type { Grey } from '../grey.js';

/** Pixels across and down of the blocks that are looked at: wider than any stroke of print. */
const BLOCK = 16;
/** One pixel in so many of each row and column of a block is looked at. */
const STEP = 4;
/** Share of the light of the paper that the desk stays below. */
const DARK = 0.5;
/** Share of the picture's sides within which the desk begins, and share of the picture that it covers at least. */
const RIM = 0.04;
const LEAST = 0.001;

/** The blocks of a picture that show the desk under the sheet. */
export interface Desk {
  readonly columns: number;
  readonly rows: number;
  /** 1 for each block of desk, rows top down. */
  readonly blocks: Uint8Array;
}

/** The lightest of the pixels looked at in each block. */
function lightest({ width, height, data }: Grey, columns: number, rows: number): Uint8Array {
  const most = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y += STEP) {
    const row = Math.floor(y / BLOCK) * columns;
    for (let x = 0; x < width; x += STEP) {
      const at = row + ((x / BLOCK) | 0);
      const value = data[y * width + x] as number;
      if (value > (most[at] as number)) most[at] = value;
    }
  }
  return most;
}

/** The grey that nine tenths of the blocks stay below. */
function lightOf(most: Uint8Array): number {
  const sorted = Uint8Array.from(most).sort();
  return sorted[Math.floor(0.9 * (sorted.length - 1))] ?? 255;
}

/** The blocks connected with `start` through dark blocks; they are taken off `dark`. */
function connected(start: number, dark: Uint8Array, columns: number): readonly number[] {
  const found = [start];
  dark[start] = 0;
  for (let i = 0; i < found.length; i++) {
    const at = found[i] as number;
    const column = at % columns;
    const next = [at - columns, at + columns, ...(column > 0 ? [at - 1] : [])];
    if (column < columns - 1) next.push(at + 1);
    for (const other of next)
      if (dark[other] === 1) {
        dark[other] = 0;
        found.push(other);
      }
  }
  return found;
}

/**
 * The desk about a photographed sheet: large dark stretches at the picture's sides; null where there are none. `grey`
 * is the picture as it was taken, its paper not yet whitened.
 */
export function findDesk(grey: Grey): Desk | null {
  const columns = Math.ceil(grey.width / BLOCK);
  const rows = Math.ceil(grey.height / BLOCK);
  const most = lightest(grey, columns, rows);
  const limit = DARK * lightOf(most);
  const dark = most.map((value) => (value < limit ? 1 : 0));
  const blocks = new Uint8Array(columns * rows);
  const rim = Math.ceil(RIM * Math.min(columns, rows));
  let any = false;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const inside = column >= rim && column < columns - rim && row >= rim && row < rows - rim;
      if (inside || dark[row * columns + column] !== 1) continue;
      const found = connected(row * columns + column, dark, columns);
      if (found.length < LEAST * columns * rows) continue;
      any = true;
      for (const at of found) blocks[at] = 1;
    }
  return any ? { columns, rows, blocks } : null;
}

/** Whitens the desk with the blocks about it, in which it ends and the sheet's edge lies. Changes `grey`. */
export function whitenDesk(grey: Grey, { columns, rows, blocks }: Desk): void {
  const { width, height, data } = grey;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let near = false;
      for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1) && !near; r++)
        for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1) && !near; c++)
          near = blocks[r * columns + c] === 1;
      if (!near) continue;
      const right = Math.min(width, (column + 1) * BLOCK);
      for (let y = row * BLOCK; y < Math.min(height, (row + 1) * BLOCK); y++)
        data.fill(255, y * width + column * BLOCK, y * width + right);
    }
}

/** Share of the picture's width or height, whichever is more, that the sheet takes between the desk's two sides. */
export function sheetShare({ columns, rows, blocks }: Desk): number {
  const free = (lines: number, across: number, at: (line: number, step: number) => number): number => {
    let most = 0;
    for (let line = 0; line < lines; line++) {
      let sheet = 0;
      for (let step = 0; step < across; step++) if (blocks[at(line, step)] === 0) sheet++;
      if (sheet < across) most = Math.max(most, sheet / across);
    }
    return most === 0 ? 1 : most;
  };
  return Math.max(
    free(rows, columns, (row, column) => row * columns + column),
    free(columns, rows, (column, row) => row * columns + column),
  );
}
