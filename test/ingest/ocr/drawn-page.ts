import { readFileSync } from 'node:fs';
import type { Box } from '../../../src/document/box.js';
import type { LayoutPage } from '../../../src/ingest/layout/layout-page.js';
import type { Raster } from '../../../src/ingest/ocr/recognizer.js';
import { renderRegion } from '../../../src/ingest/page-picture/open-page-pictures.js';
import { readDocument } from '../../../src/ingest/read-document.js';

/** Points of a drawn page, A4. */
export const PAGE = { number: 1, width: 595.28, height: 841.89 };

export interface DrawnWord {
  readonly text: string;
  /** Where it was put on the upright page, in points. */
  readonly box: Box;
}

export interface DrawnPage {
  readonly raster: Raster;
  readonly words: readonly DrawnWord[];
}

const PLAN = new URL('../../../fixtures/plans/pdf/thai-nguyen-phuong-2026.pdf', import.meta.url);

/**
 * The first page of a digital plan as a picture at `dpi`, with the words that stand on it. `extra` is SVG in points
 * that is drawn over it.
 */
export async function drawPage(dpi = 200, extra = ''): Promise<DrawnPage> {
  const { default: sharp } = await import('sharp');
  const bytes = new Uint8Array(readFileSync(PLAN));
  const drawn = await renderRegion(bytes, 1, null, { dpi, format: 'png' });
  const read = await readDocument({ file: 'plan.pdf', bytes });
  if (drawn.kind === 'failed' || read.kind === 'failed') throw new Error('the plan cannot be read');
  const { text, words } = read.document;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${drawn.width}" height="${drawn.height}" viewBox="0 0 ${PAGE.width} ${PAGE.height}">${extra}</svg>`;
  const { data, info } = await sharp(
    await sharp(drawn.bytes)
      .composite(extra === '' ? [] : [{ input: Buffer.from(svg), blend: 'multiply' }])
      .png()
      .toBuffer(),
  )
    .flatten({ background: '#fff' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    raster: { width: info.width, height: info.height, channels: 3, data },
    words: words
      .filter(({ page }) => page === 1)
      .map(({ span, box }) => ({ text: text.slice(span.start, span.end), box })),
  };
}

/** The raster turned clockwise by `degrees`, the page grown to hold it; white about it. */
export async function turned(raster: Raster, degrees: number): Promise<Raster> {
  const { default: sharp } = await import('sharp');
  const { width, height, channels } = raster;
  const { data, info } = await sharp(raster.data, { raw: { width, height, channels } })
    .rotate(degrees, { background: '#ffffff' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels, data };
}

/** Where a point of the page comes to lie when the page is turned as `turned` does, in points. */
export function turnedPoint(x: number, y: number, degrees: number): readonly [number, number] {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const wide = Math.abs(PAGE.width * cos) + Math.abs(PAGE.height * sin);
  const high = Math.abs(PAGE.width * sin) + Math.abs(PAGE.height * cos);
  const [dx, dy] = [x - PAGE.width / 2, y - PAGE.height / 2];
  return [wide / 2 + cos * dx - sin * dy, high / 2 + sin * dx + cos * dy];
}

/** Words that were found at their place, by text and by the middle of their box as displayed, within `slack` points. */
export function foundAtPlace(
  page: LayoutPage,
  words: readonly DrawnWord[],
  degrees: number,
  slack: number,
): number {
  const read = page.words.map(({ text, box }) => {
    const [x0, y0, x1, y1] = page.toOriginal?.(box) ?? box;
    return { text, x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
  });
  return words.filter(({ text, box }) => {
    const [x, y] = turnedPoint((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, degrees);
    return read.some((r) => r.text === text && Math.hypot(r.x - x, r.y - y) <= slack);
  }).length;
}
