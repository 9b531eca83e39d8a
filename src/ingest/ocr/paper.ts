import type { Bitmap, Grey } from './grey.js';

const TILE = 64;
/** Binary places of gains, and one in them: the greatest gain times the lightest pixel fits in 31 bits. */
const SHIFT = 16;
const ONE = 1 << SHIFT;
/** Tiles darker than this are pictures or borders, not paper. */
export const DARKEST_PAPER = 96;

/** A rectangle of a picture in pixels, of which one in `step` of each row and column is looked at. */
export interface Looks {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly step: number;
}

/** The paper's grey in a rectangle: the value that a fifth of its pixels lie above. `counts`: 256 of them, to work with. */
export function paperIn({ width, data }: Grey, looks: Looks, counts: Uint32Array): number {
  const { left, top, right, bottom, step } = looks;
  counts.fill(0);
  let total = 0;
  for (let y = top; y < bottom; y += step)
    for (let x = left; x < right; x += step, total++) {
      const value = data[y * width + x] as number;
      counts[value] = (counts[value] as number) + 1;
    }
  let lighter = total / 5;
  let value = 255;
  while (value > 0 && lighter > (counts[value] as number)) lighter -= counts[value--] as number;
  return value;
}

/** The paper's grey in each tile. */
function paperOfTiles(grey: Grey, columns: number, rows: number): Float32Array {
  const paper = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [left, top] = [column * TILE, row * TILE];
      const [right, bottom] = [Math.min(grey.width, left + TILE), Math.min(grey.height, top + TILE)];
      paper[row * columns + column] = paperIn(grey, { left, top, right, bottom, step: 2 }, counts);
    }
  return paper;
}

/** Dark tiles take the grey of the lightest neighbour, so that dense print is not taken for dark paper. */
function lighten(paper: Float32Array, columns: number, rows: number): Float32Array {
  const out = new Float32Array(paper.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let best = 0;
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++)
          best = Math.max(best, paper[y * columns + x] as number);
      const own = paper[row * columns + column] as number;
      out[row * columns + column] = own < best * 0.75 ? best : own;
      if ((out[row * columns + column] as number) < DARKEST_PAPER) out[row * columns + column] = 255;
    }
  return out;
}

/** The paper's grey in tiles of `tile` pixels across and down, rows top down. */
export interface PaperTiles {
  readonly tile: number;
  readonly columns: number;
  readonly rows: number;
  readonly paper: Float32Array;
}

/** `grey` with the paper brought to white everywhere: uneven light, yellowed paper and shaded cells go. */
export function whitenPaper(grey: Grey): Grey {
  const columns = Math.max(1, Math.ceil(grey.width / TILE));
  const rows = Math.max(1, Math.ceil(grey.height / TILE));
  const paper = lighten(paperOfTiles(grey, columns, rows), columns, rows);
  return withoutPaper(grey, { tile: TILE, columns, rows, paper });
}

/** `grey` with the paper that tiles tell brought to white, from tile to tile without steps. */
export function withoutPaper(grey: Grey, { tile, columns, rows, paper }: PaperTiles): Grey {
  const { width, height, data } = grey;
  const out = new Uint8Array(data.length);
  const line = new Float32Array(columns);
  /** With `SHIFT` binary places, so that no pixel needs a fraction. */
  const gains = new Int32Array(width);
  for (let y = 0; y < height; y++) {
    const fy = Math.min(rows - 1, Math.max(0, (y + 0.5) / tile - 0.5));
    const y0 = Math.floor(fy);
    const y1 = Math.min(rows - 1, y0 + 1);
    for (let c = 0; c < columns; c++) {
      const above = paper[y0 * columns + c] as number;
      line[c] = above + ((paper[y1 * columns + c] as number) - above) * (fy - y0);
    }
    if (y % 8 === 0 || y === 0)
      for (let x = 0; x < width; x++) {
        const fx = Math.min(columns - 1, Math.max(0, (x + 0.5) / tile - 0.5));
        const x0 = fx | 0;
        const left = line[x0] as number;
        const right = line[Math.min(columns - 1, x0 + 1)] as number;
        gains[x] = (255 * ONE) / (left + (right - left) * (fx - x0));
      }
    const at = y * width;
    for (let x = 0; x < width; x++) {
      const value = Math.imul(data[at + x] as number, gains[x] as number) >>> SHIFT;
      out[at + x] = value > 255 ? 255 : value;
    }
  }
  return { width, height, data: out };
}

/** Otsu's threshold of a picture with white paper, kept in the range where ink and paper can part. */
export function inkThreshold(grey: Grey): number {
  const counts = new Float64Array(256);
  const { data } = grey;
  for (let i = 0; i < data.length; i += 3) {
    const value = data[i] as number;
    counts[value] = (counts[value] as number) + 1;
  }
  let total = 0;
  let sum = 0;
  for (let v = 0; v < 256; v++) {
    total += counts[v] as number;
    sum += v * (counts[v] as number);
  }
  let below = 0;
  let sumBelow = 0;
  let best = -1;
  let threshold = 160;
  for (let v = 0; v < 255; v++) {
    below += counts[v] as number;
    sumBelow += v * (counts[v] as number);
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const difference = sumBelow / below - (sum - sumBelow) / above;
    const between = below * above * difference * difference;
    if (between > best) {
      best = between;
      threshold = v;
    }
  }
  return Math.min(190, Math.max(120, threshold));
}

/** Ink where `grey` is at or below `threshold` (at most 255). */
export function toBitmap(grey: Grey, threshold: number): Bitmap {
  const { width, height, data } = grey;
  const ink = new Uint8Array(data.length);
  // Four pixels at once, two to a word of 32 bits with 16 for each: a place's ninth bit stays set where the pixel is no lighter.
  const most = 0x100_0100 + threshold * 0x1_0001;
  const whole = data.byteOffset % 4 === 0 ? data.length >> 2 : 0;
  const from = new Uint32Array(
    whole === 0 ? new ArrayBuffer(0) : data.buffer,
    whole === 0 ? 0 : data.byteOffset,
    whole,
  );
  const to = new Uint32Array(ink.buffer, 0, whole);
  for (let i = 0; i < whole; i++) {
    const four = from[i] as number;
    to[i] =
      (((most - (four & 0xff_00ff)) >>> 8) & 0x1_0001) | ((most - ((four >>> 8) & 0xff_00ff)) & 0x100_0100);
  }
  for (let i = 4 * whole; i < data.length; i++) ink[i] = (data[i] as number) <= threshold ? 1 : 0;
  return { width, height, data: ink };
}
