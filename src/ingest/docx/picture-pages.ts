import { decodePicture, pictureInfo } from '../image/decode-picture.js';
import type { LayoutPage } from '../layout/layout-page.js';
import { mediaTypeOf } from '../media-type.js';
import type { ReadContext } from '../read-outcome.js';
import type { DocxParts } from './package-parts.js';
import { readRelationships } from './relationships.js';
import type { XmlElement } from './xml-element.js';
import type { ZipPackage } from './zip-package.js';

/** Pixels of a picture's sides below which it is a logo or a drawing, not a page. */
const LEAST_SHORT_SIDE = 500;
const LEAST_LONG_SIDE = 700;
/** Words below which a recognized picture is no text. */
const LEAST_WORDS = 8;

/** Attributes by which a drawing names its picture (a:blip, v:imagedata). */
const NAMES = ['r:embed', 'r:id', 'r:link'] as const;

/** The picture parts that the main story names, in its order, each once. */
async function picturesInOrder(
  zip: ZipPackage,
  parts: DocxParts,
  maxDepth: number,
): Promise<ReadonlySet<string>> {
  const targets = new Map<string, string>();
  for (const { id, type, target } of await readRelationships(zip, parts.mainPart, maxDepth))
    if (type === 'image' && zip.names.has(target)) targets.set(id, target);
  const found = new Set<string>();
  if (targets.size === 0) return found;
  const open: XmlElement[] = [parts.document];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    for (const name of NAMES) {
      const target = targets.get(element.attributes.get(name) ?? '');
      if (target !== undefined) found.add(target);
    }
    for (let i = element.children.length - 1; i >= 0; i--) open.push(element.children[i] as XmlElement);
  }
  return found;
}

async function recognized(
  bytes: Uint8Array,
  number: number,
  context: ReadContext,
): Promise<LayoutPage | null> {
  const type = mediaTypeOf(bytes, '');
  if (type.kind === 'refused' || type.format !== 'image' || context.recognizer === null) return null;
  const info = await pictureInfo(bytes, 0).catch(() => null);
  if (info === null || info.width * info.height > context.limits.maxPixels) return null;
  if (Math.min(info.width, info.height) < LEAST_SHORT_SIDE) return null;
  if (Math.max(info.width, info.height) < LEAST_LONG_SIDE) return null;
  const decoded = await decodePicture(bytes, 0, info, context.limits.maxPixels).catch(() => null);
  if (decoded === null) return null;
  const recognizer = await context.recognizer();
  const page = await recognizer.recognize(decoded.raster, { number, ...decoded.size });
  return page.method === 'ocr' && page.words.length >= LEAST_WORDS ? page : null;
}

/**
 * The pictures of a document that hold text, such as a scanned page pasted into Word, recognized: a page each, numbered
 * from 1 in the order of the main story. Pictures too small for a page, broken ones and those without text are passed over; [] where recognition is switched off. Rejects only where the recognizer
 * can't be started.
 */
export async function picturePages(
  zip: ZipPackage,
  parts: DocxParts,
  context: ReadContext,
): Promise<readonly LayoutPage[]> {
  if (context.recognizer === null) return [];
  const pages: LayoutPage[] = [];
  for (const name of await picturesInOrder(zip, parts, context.limits.maxDepth)) {
    if (pages.length >= context.limits.maxPages) break;
    const bytes = await zip.read(name);
    if (bytes === null) continue;
    const page = await recognized(bytes, pages.length + 1, context);
    if (page !== null) pages.push(page);
  }
  return pages;
}
