import type { Box } from '../../document/box.js';
import type { Glyph, GlyphRun, PageContent, PaintedImage } from './page-content.js';

/** Smaller pictures are stamps and logos, beside which the text under them doesn't count. Share of the page. */
const LEAST_SHARE = 0.02;
/** More than a page's scan is cut into. */
const MOST_PICTURES = 200;
/** How far a font's middle lies above its baseline, in ems. */
const MIDDLE = 0.25;
/** pdf.js's kind of pixels that have an opacity each. */
const RGBA = 3;
/** Every so many pixels' opacity is looked at. */
const STEP = 97;

/** Gives what pdf.js has of a picture, by its object's name. */
export type ObjectOf = (name: string) => Promise<unknown>;

const isWithin = ({ x, y, endX, run }: Glyph, [x0, y0, x1, y1]: Box): boolean => {
  const [across, up] = [(x + endX) / 2, y - run.size * MIDDLE];
  return across > x0 && across < x1 && up > y0 && up < y1;
};

/** Whether nothing shines through a picture that pdf.js has decoded or handed on as a JPEG. */
function isOpaque(image: unknown): boolean {
  if (typeof image !== 'object' || image === null) return false;
  if ('jpeg' in image) return true;
  const { kind, data } = image as Partial<Record<string, unknown>>;
  if (typeof kind !== 'number') return false;
  if (kind !== RGBA) return true;
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return false;
  for (let at = 3; at < data.length; at += 4 * STEP) if (data[at] !== 255) return false;
  return true;
}

/**
 * The content with the text marked as hidden that lies under pictures painted after it, as some scanners write what
 * they recognized. `area`: the page's, in square points. The same content where there is none.
 */
export async function hideCovered(
  content: PageContent,
  area: number,
  objectOf: ObjectOf,
): Promise<PageContent> {
  const { glyphs, images } = content;
  const over = images.filter(
    ({ box, object, glyphsBefore = 0 }) =>
      object !== undefined && glyphsBefore > 0 && (box[2] - box[0]) * (box[3] - box[1]) >= LEAST_SHARE * area,
  );
  if (over.length === 0 || glyphs.every(({ run }) => run.hidden)) return content;
  const opaque: PaintedImage[] = [];
  for (const image of over.slice(0, MOST_PICTURES))
    if (image.object !== undefined && isOpaque(await objectOf(image.object))) opaque.push(image);
  const hidden = new Map<GlyphRun, GlyphRun>();
  const hide = (run: GlyphRun): GlyphRun => {
    const made = hidden.get(run) ?? { ...run, hidden: true };
    hidden.set(run, made);
    return made;
  };
  return {
    ...content,
    glyphs: glyphs.map((glyph, i) =>
      opaque.some(({ box, glyphsBefore = 0 }) => i < glyphsBefore && isWithin(glyph, box))
        ? { ...glyph, run: hide(glyph.run) }
        : glyph,
    ),
  };
}
