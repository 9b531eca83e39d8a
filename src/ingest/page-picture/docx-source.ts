import { DocxProblem } from '../docx/docx-problem.js';
import { readParts } from '../docx/package-parts.js';
import { type PagePicture, pagePictures } from '../docx/page-pictures.js';
import { openPackage } from '../docx/zip-package.js';
import { decodePicture } from '../image/decode-picture.js';
import { DEFAULT_LIMITS, type ReadFailure } from '../read-outcome.js';
import { DrawFailure, type PageSource } from './page-source.js';

/** The pictures of a DOCX that may be pages; of more than `maxPicturePixels` they are refused before they are decoded. */
export async function docxSource(
  bytes: Uint8Array,
  maxPicturePixels: number,
): Promise<PageSource | ReadFailure> {
  const pictures: PagePicture[] = [];
  try {
    const zip = await openPackage(bytes, DEFAULT_LIMITS);
    const parts = await readParts(zip, DEFAULT_LIMITS.maxDepth);
    for await (const picture of pagePictures(zip, parts, DEFAULT_LIMITS.maxDepth)) pictures.push(picture);
  } catch (error) {
    if (error instanceof DocxProblem) return { kind: 'failed', reason: error.reason, detail: error.message };
    throw error;
  }
  return {
    pages: pictures.length,
    async draw(number) {
      const { bytes: picture, info } = pictures[number - 1] ?? { bytes, info: null };
      if (info === null) throw new Error('the picture is broken');
      const pixels = info.width * info.height;
      if (pixels > maxPicturePixels)
        throw new DrawFailure(
          'too-large',
          `The picture has ${pixels} pixels, ${maxPicturePixels} are allowed.`,
        );
      const { raster, size } = await decodePicture(picture, 0, info, maxPicturePixels);
      return { raster, ...size };
    },
    close: () => Promise.resolve(),
  };
}
