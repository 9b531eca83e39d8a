/*
 * pdf.js decodes a JPEG with code of its own, which takes about half as long as recognizing the page that it shows.
 * Where the platform has an image decoder, pdf.js asks that instead; here it is given one that hands the JPEG on as it is, to be
 * decoded by whoever wants its pixels. Only JPEGs that `asking` has marked are handed on: a page that is drawn needs
 * its pictures decoded.
 */

/** A JPEG picture in the place of the pixels that pdf.js would have decoded it to. */
export class UndecodedJpeg {
  constructor(readonly bytes: Uint8Array) {}
}

/** The first and the last two bytes of a JPEG, and what the last are marked with: no marker of a JPEG. */
const START = 0xffd8;
const END = 0xffd9;
const MARK = 0x4a50;
const CARRIAGE_RETURN = 13;
const NEW_LINE = 10;
/** A smaller file is no JPEG. */
const SHORTEST = 100;
const FILTER = '/DCTDecode';
/** More pictures than any plan has; the others are left to pdf.js. */
const MOST_LOOKS = 20_000;
/** How far a dictionary may reach to either side of its filter. */
const LONGEST = 1_000;
/** What makes more of a picture than its JPEG says. */
const MORE = /\/(?:SMask|Mask|Decode|Indexed|DecodeParms)(?![A-Za-z])/u;
const GREY = '/DeviceGray';
/** pdf.js hands only pictures of three colours to a decoder; as long as the name that it takes the place of. */
const COLOURED = '/DeviceRGB ';

/** The dictionary of a picture and the JPEG behind it, by their places in the file. */
interface PlainJpeg {
  readonly dictionary: number;
  readonly start: number;
}

/** The picture whose filter is named at `filter`; null where it is no plain JPEG. */
function plainJpeg(file: Buffer, filter: number): PlainJpeg | null {
  const before = file.subarray(Math.max(0, filter - LONGEST), filter);
  const object = before.lastIndexOf('obj');
  const stream = file.subarray(filter, filter + LONGEST).indexOf('stream');
  if (object < 0 || stream < 0) return null;
  const dictionary = filter - before.length + object;
  const text = file.toString('latin1', dictionary, filter + stream);
  if (!text.includes('/Image') || MORE.test(text)) return null;
  const line = filter + stream + 'stream'.length;
  const start = line + (file[line] === CARRIAGE_RETURN ? 2 : 1);
  return start + SHORTEST < file.length && file.readUInt16BE(start) === START ? { dictionary, start } : null;
}

/** Where the stream that begins at `start` ends; the file's length where it has no end. */
function endOfStream(file: Buffer, start: number): number {
  const found = file.indexOf('endstream', start + SHORTEST);
  let end = found < 0 ? file.length : found;
  while (file[end - 1] === CARRIAGE_RETURN || file[end - 1] === NEW_LINE) end--;
  return end;
}

/** Marks the plain JPEGs of a PDF in `bytes`, which are changed, so that pdf.js hands them on as they are. */
export function asking(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = file.indexOf(FILTER);
  for (let looks = 0; at >= 0 && looks < MOST_LOOKS; looks++) {
    const picture = plainJpeg(file, at);
    let next = at + FILTER.length;
    if (picture !== null) {
      const { dictionary, start } = picture;
      next = endOfStream(file, start);
      if (file.readUInt16BE(next - 2) === END) {
        file.writeUInt16BE(MARK, next - 2);
        const grey = file.subarray(dictionary, start).indexOf(GREY);
        if (grey >= 0) file.write(COLOURED, dictionary + grey, 'latin1');
      }
    }
    at = file.indexOf(FILTER, next);
  }
  return bytes;
}

/** What pdf.js takes for the platform's image decoder. */
class HandsOn {
  readonly #data: Uint8Array;
  constructor({ data }: { readonly data: Uint8Array }) {
    this.#data = data;
  }
  static isTypeSupported(type: string): Promise<boolean> {
    return Promise.resolve(type === 'image/jpeg');
  }
  decode(): Promise<{ readonly image: UndecodedJpeg | null }> {
    const bytes = Buffer.from(this.#data);
    if (bytes.length < SHORTEST || bytes.readUInt16BE(bytes.length - 2) !== MARK)
      return Promise.resolve({ image: null });
    bytes.writeUInt16BE(END, bytes.length - 2);
    return Promise.resolve({ image: new UndecodedJpeg(bytes) });
  }
  close(): void {}
}

/** Gives the platform the decoder, where it has none. Before pdf.js is loaded: it looks only then. */
export function installJpegDecoder(): void {
  if (!('ImageDecoder' in globalThis)) Object.defineProperty(globalThis, 'ImageDecoder', { value: HandsOn });
}
