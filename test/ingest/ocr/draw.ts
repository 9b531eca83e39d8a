import type { Bitmap, Grey } from '../../../src/ingest/ocr/grey.js';

/** White paper to draw on. */
export function paper(width: number, height: number): Grey {
  return { width, height, data: new Uint8Array(width * height).fill(255) };
}

/** A filled rectangle, ends excluded, clipped to the paper. */
export function fill(grey: Grey, x0: number, y0: number, x1: number, y1: number, value = 0): void {
  for (let y = Math.max(0, y0); y < Math.min(grey.height, y1); y++)
    for (let x = Math.max(0, x0); x < Math.min(grey.width, x1); x++) grey.data[y * grey.width + x] = value;
}

/** Lines of little blocks that stand like print: 12 pixels high, 8 wide, words of six, a line every 30 pixels. */
export function printLines(grey: Grey, x0: number, y0: number, x1: number, y1: number): void {
  for (let y = y0; y + 12 <= y1; y += 30)
    for (let x = x0, letter = 0; x + 8 <= x1; letter++) {
      fill(grey, x, y, x + 8, y + 12);
      x += letter % 6 === 5 ? 20 : 11;
    }
}

/** Ink where the picture is darker than middle grey. */
export function inkOf(grey: Grey): Bitmap {
  return { width: grey.width, height: grey.height, data: grey.data.map((value) => (value < 128 ? 1 : 0)) };
}
