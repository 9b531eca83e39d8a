import { type PictureInfo, pictureInfo } from '../image/decode-picture.js';
import { mediaTypeOf } from '../media-type.js';
import type { DocxParts } from './package-parts.js';
import { readRelationships } from './relationships.js';
import type { XmlElement } from './xml-element.js';
import type { ZipPackage } from './zip-package.js';

/** Pixels of a picture's sides below which it is a logo or a drawing, not a page. */
const LEAST_SHORT_SIDE = 500;
const LEAST_LONG_SIDE = 700;

/** Attributes by which a drawing names its picture (a:blip, v:imagedata). */
const NAMES = ['r:embed', 'r:id', 'r:link'] as const;

/** A picture of a document that is large enough for a page. `info`: null where even its head is broken. */
export interface PagePicture {
  readonly bytes: Uint8Array;
  readonly info: PictureInfo | null;
}

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

async function pagePicture(bytes: Uint8Array): Promise<PagePicture | null> {
  const type = mediaTypeOf(bytes, '');
  if (type.kind === 'refused' || type.format !== 'image') return null;
  const info = await pictureInfo(bytes, 0).catch(() => null);
  if (info === null) return { bytes, info };
  if (Math.min(info.width, info.height) < LEAST_SHORT_SIDE) return null;
  return Math.max(info.width, info.height) < LEAST_LONG_SIDE ? null : { bytes, info };
}

/** The pictures of the main story that may be pages, such as scans pasted into Word, in its order. Decodes none. */
export async function* pagePictures(
  zip: ZipPackage,
  parts: DocxParts,
  maxDepth: number,
): AsyncGenerator<PagePicture> {
  for (const name of await picturesInOrder(zip, parts, maxDepth)) {
    const bytes = await zip.read(name);
    const picture = bytes === null ? null : await pagePicture(bytes);
    if (picture !== null) yield picture;
  }
}
