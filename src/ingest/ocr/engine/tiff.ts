import type { Grey } from '../grey.js';

/** TIFF's types of values. */
const SHORT = 3;
const LONG = 4;
/** TIFF's number for PackBits. */
const PACK_BITS = 32_773;
/** PackBits' longest stretch. */
const LONGEST = 128;
/** Four white pixels as a signed number. */
const WHITE = -1;

/**
 * The rows packed by PackBits, each by itself: white stretches in two bytes, all else as it is. Sheets are mostly
 * white, and nothing but white is worth a look.
 */
function packed({ width, height, data }: Grey): Uint8Array {
  const fours = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const out = new Uint8Array(height * (width + Math.ceil(width / LONGEST)));
  let to = 0;
  for (let row = 0; row < width * height; row += width) {
    const end = row + width;
    const isWhite = (i: number): boolean => i + 4 <= end && fours.getInt32(i) === WHITE;
    let at = row;
    while (at < end) {
      const start = at;
      if (isWhite(at)) {
        while (isWhite(at)) at += 4;
        while (at < end && data[at] === 255) at++;
        for (let left = at - start; left > 0; left -= LONGEST) {
          // A stretch of one is no repetition; one white pixel by itself is 0, 255.
          out[to++] = left === 1 ? 0 : 257 - Math.min(left, LONGEST);
          out[to++] = 255;
        }
        continue;
      }
      while (at < end && !isWhite(at)) at++;
      for (let from = start; from < at; from += LONGEST) {
        const until = Math.min(at, from + LONGEST);
        out[to++] = until - from - 1;
        for (let i = from; i < until; i++) out[to++] = data[i] as number;
      }
    }
  }
  return out.subarray(0, to);
}

/**
 * A TIFF of the picture, packed by PackBits. Tesseract reads its standard input byte by byte, which takes longer than
 * unpacking; and its picture library takes a TIFF's rows as they are, where it fetches every pixel of the plainer PGM
 * with a call of its own.
 */
export function toTiff(picture: Grey): Buffer {
  const data = packed(picture);
  const { width, height } = picture;
  const start = 8;
  const end = start + data.length + (data.length % 2);
  const entries: readonly (readonly [tag: number, type: number, value: number])[] = [
    [256, LONG, width],
    [257, LONG, height],
    [258, SHORT, 8],
    [259, SHORT, PACK_BITS],
    [262, SHORT, 1],
    [273, LONG, start],
    [277, SHORT, 1],
    [278, LONG, height],
    [279, LONG, data.length],
  ];
  const file = Buffer.alloc(end + 2 + 12 * entries.length + 4);
  file.write('II*\0', 'latin1');
  file.writeUInt32LE(end, 4);
  file.set(data, start);
  let at = file.writeUInt16LE(entries.length, end);
  for (const [tag, type, value] of entries) {
    at = file.writeUInt16LE(tag, at);
    at = file.writeUInt16LE(type, at);
    at = file.writeUInt32LE(1, at);
    at = file.writeUInt32LE(value, at);
  }
  return file;
}
