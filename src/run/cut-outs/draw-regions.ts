import type { PictureSource } from '../pictures/picture-cache.js';
import type { PictureJob } from '../pictures/picture-protocol.js';
import type { DrawnRegion } from './cut-out-cache.js';
import type { WantedRegion } from './want-regions.js';

/** Failures in a row after which a file is given up: each may have cost a page's whole time. */
const MOST_FAILURES = 2;

/**
 * Draws regions of one file one after the other; in the order of pages each page is drawn once. `whole` is false where the
 * file was given up. Never rejects.
 */
export async function drawRegions(
  source: PictureSource,
  file: Pick<PictureJob, 'path' | 'sha256' | 'dpi'>,
  regions: readonly WantedRegion[],
): Promise<{ readonly drawn: ReadonlyMap<string, DrawnRegion>; readonly whole: boolean }> {
  const drawn = new Map<string, DrawnRegion>();
  let failures = 0;
  for (const { key, page, box } of regions) {
    const result = await source.take({ ...file, page, box });
    if (result.kind === 'failed') {
      failures += 1;
      if (failures >= Math.min(MOST_FAILURES, regions.length)) return { drawn, whole: false };
      drawn.set(key, null);
      continue;
    }
    failures = 0;
    const { mediaType, bytes, width, height } = result;
    const [x0, y0, x1, y1] = result.box;
    drawn.set(key, {
      mediaType,
      base64: Buffer.from(bytes).toString('base64'),
      width,
      height,
      box: [x0, y0, x1, y1],
    });
  }
  return { drawn, whole: true };
}
