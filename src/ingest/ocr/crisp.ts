import type { Grey } from './grey.js';

/** Pixels over which edges are sharpened, and how much flat and steep ones are (libvips' m1 and m2). */
const RADIUS = 1.2;
const FLAT = 2;
const STEEP = 3;

/**
 * The picture with its edges sharpened. Over a circumflex the fast model takes a blurred hook for an acute; sharpened,
 * half of these slips are gone, and it is no slower.
 */
export async function crisp({ width, height, data }: Grey): Promise<Grey> {
  const { default: sharp } = await import('sharp');
  const pixels = await sharp(data, { raw: { width, height, channels: 1 }, limitInputPixels: false })
    .sharpen({ sigma: RADIUS, m1: FLAT, m2: STEEP })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return { width, height, data: pixels };
}

/** The picture `scale` times as large. */
export async function enlarged({ width, height, data }: Grey, scale: number): Promise<Grey> {
  const { default: sharp } = await import('sharp');
  const { data: pixels, info } = await sharp(data, {
    raw: { width, height, channels: 1 },
    limitInputPixels: false,
  })
    .resize(Math.round(width * scale), Math.round(height * scale), { fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: pixels };
}
