import { deflateSync } from 'node:zlib';
import { decodePicture, pictureInfo } from '../../../ingest/image/decode-picture.js';
import type { Raster } from '../../../ingest/ocr/recognizer.js';
import { DEFAULT_LIMITS } from '../../../ingest/read-outcome.js';

const JPEG_QUALITY = 88;
const HALF = 128;

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

interface PackedPicture {
  /** Entries of the image's dictionary besides its size. */
  readonly entries: string;
  readonly data: Buffer;
}

/** What colours a raster has: black and white alone, greys, or others. */
function coloursOf({ data, channels }: Raster): 'bilevel' | 'grey' | 'colour' {
  let bilevel = true;
  for (let at = 0; at + channels <= data.length; at += channels) {
    const first = data[at] ?? 0;
    if (channels > 1 && (data[at + 1] !== first || data[at + 2] !== first)) return 'colour';
    if (first !== 0 && first !== 255) bilevel = false;
  }
  return bilevel ? 'bilevel' : 'grey';
}

function packBits({ data, channels, width, height }: Raster): Buffer {
  const row = (width + 7) >> 3;
  const bits = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((data[(y * width + x) * channels] ?? 0) >= HALF) {
        const at = y * row + (x >> 3);
        bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
      }
  return deflateSync(bits, { level: 9 });
}

async function packed(raster: Raster): Promise<PackedPicture> {
  const colours = coloursOf(raster);
  if (colours === 'bilevel')
    return {
      entries: '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode',
      data: packBits(raster),
    };
  const { default: sharp } = await import('sharp');
  const { width, height, channels, data } = raster;
  const picture = sharp(data, { raw: { width, height, channels } });
  const flat = colours === 'grey' ? picture.toColourspace('b-w') : picture.removeAlpha();
  const jpeg = await flat.jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
  const space = colours === 'grey' ? 'DeviceGray' : 'DeviceRGB';
  return { entries: `/ColorSpace /${space} /BitsPerComponent 8 /Filter /DCTDecode`, data: jpeg };
}

/** Objects from number 1 on as a PDF; number 1 is the catalog. */
function pdfOf(objects: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [latin1('%PDF-1.5\n%\xE2\xE3\xCF\xD3\n')];
  let length = parts[0]?.length ?? 0;
  const offsets = objects.map((object, i) => {
    const at = length;
    const part = Buffer.concat([latin1(`${i + 1} 0 obj\n`), object, latin1('\nendobj\n')]);
    parts.push(part);
    length += part.length;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  parts.push(
    latin1(
      `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

const stream = (dictionary: string, data: Buffer): Buffer =>
  Buffer.concat([
    latin1(`<< ${dictionary} /Length ${data.length} >>\nstream\n`),
    data,
    latin1('\nendstream'),
  ]);

/**
 * A PDF of a picture file (PNG, JPEG, TIFF): a page a picture, as displayed, in the size in points that the reader
 * gives it, at most 300 dpi. Throws what the decoder throws for broken pictures.
 */
export async function picturePdf(bytes: Uint8Array): Promise<Uint8Array> {
  const { maxPixels } = DEFAULT_LIMITS;
  const { pages } = await pictureInfo(bytes, 0);
  const objects: Buffer[] = [latin1('<< /Type /Catalog /Pages 2 0 R >>'), Buffer.alloc(0)];
  const kids: string[] = [];
  for (let index = 0; index < pages; index++) {
    const info = await pictureInfo(bytes, index);
    const { raster, size } = await decodePicture(bytes, index, info, maxPixels);
    const { entries, data } = await packed(raster);
    const [across, down] = [size.width.toFixed(2), size.height.toFixed(2)];
    const first = objects.length + 1;
    kids.push(`${first} 0 R`);
    objects.push(
      latin1(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${across} ${down}] /Resources << /XObject << /P ${first + 1} 0 R >> >> /Contents ${first + 2} 0 R >>`,
      ),
      stream(
        `/Type /XObject /Subtype /Image /Width ${raster.width} /Height ${raster.height} ${entries}`,
        data,
      ),
      stream('', latin1(`q ${across} 0 0 ${down} 0 0 cm /P Do Q`)),
    );
  }
  objects[1] = latin1(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.join(' ')}] >>`);
  return new Uint8Array(pdfOf(objects));
}
