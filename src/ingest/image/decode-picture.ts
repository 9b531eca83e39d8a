import type { Raster } from '../ocr/recognizer.js';
import { type PictureSize, pictureSize } from './page-size.js';

/** One picture of a file, before it is decoded. Pixels as stored, before the turn that EXIF asks for. */
export interface PictureInfo {
  readonly format: string;
  readonly pages: number;
  readonly width: number;
  readonly height: number;
  readonly density: number | undefined;
  /** EXIF 5 to 8: width and height change places when the picture is shown. */
  readonly sideways: boolean;
}

/** A decoded page as displayed. */
export interface DecodedPicture {
  readonly raster: Raster;
  readonly size: PictureSize;
}

/** Decoded pictures are brought down to this resolution: no reader gains from more. */
const MOST_DPI = 300;

/** Reads a picture's head, `page` counted from 0. Decodes nothing. Throws what the decoder throws for broken files. */
export async function pictureInfo(bytes: Uint8Array, page: number): Promise<PictureInfo> {
  const { default: sharp } = await import('sharp');
  const meta = await sharp(bytes, { page, limitInputPixels: false }).metadata();
  return {
    format: meta.format ?? 'unknown',
    pages: meta.pages ?? 1,
    width: meta.width,
    height: meta.height,
    density: meta.density,
    sideways: (meta.orientation ?? 1) >= 5,
  };
}

/**
 * Decodes one picture as it is displayed: EXIF turn applied, transparency on white, 8 bits, at most 300 dpi. Throws
 * what the decoder throws for truncated and broken pictures and where there are more than `maxPixels`.
 */
export async function decodePicture(
  bytes: Uint8Array,
  page: number,
  info: PictureInfo,
  maxPixels: number,
): Promise<DecodedPicture> {
  const { default: sharp } = await import('sharp');
  const [width, height] = info.sideways ? [info.height, info.width] : [info.width, info.height];
  const size = pictureSize(width, height, info.density);
  const most = Math.ceil((size.width / 72) * MOST_DPI);
  let picture = sharp(bytes, { page, limitInputPixels: maxPixels, failOn: 'error' })
    .autoOrient()
    .flatten({ background: '#ffffff' });
  if (width > most * 1.05) picture = picture.resize({ width: most });
  const decoded = await picture
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { channels } = decoded.info;
  if (channels !== 1 && channels !== 3 && channels !== 4)
    throw new RangeError(`a picture with ${channels} channels can't be read`);
  const raster: Raster = {
    width: decoded.info.width,
    height: decoded.info.height,
    channels,
    data: decoded.data,
  };
  return { raster, size };
}
