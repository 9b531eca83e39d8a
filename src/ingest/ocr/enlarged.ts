import type { Grey } from './grey.js';

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
