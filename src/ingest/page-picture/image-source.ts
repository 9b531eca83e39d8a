import { decodePicture, pictureInfo } from '../image/decode-picture.js';
import type { ReadFailure } from '../read-outcome.js';
import { DrawFailure, type PageSource } from './page-source.js';

/** The pages of a picture file; pictures of more than `maxPicturePixels` are refused before they are decoded. */
export async function imageSource(
  bytes: Uint8Array,
  maxPicturePixels: number,
): Promise<PageSource | ReadFailure> {
  let pages: number;
  try {
    ({ pages } = await pictureInfo(bytes, 0));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', reason: 'broken', detail: `The picture can't be decoded: ${message}.` };
  }
  return {
    pages,
    async draw(number) {
      const info = await pictureInfo(bytes, number - 1);
      const pixels = info.width * info.height;
      if (pixels > maxPicturePixels)
        throw new DrawFailure(
          'too-large',
          `The picture has ${pixels} pixels, ${maxPicturePixels} are allowed.`,
        );
      const { raster, size } = await decodePicture(bytes, number - 1, info, maxPicturePixels);
      return { raster, ...size };
    },
    close: () => Promise.resolve(),
  };
}
