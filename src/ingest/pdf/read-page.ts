import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../document/box.js';
import type { ReadNote } from '../../document/source-document.js';
import type { LayoutPage, LayoutWord } from '../layout/layout-page.js';
import type { ReadContext, ReadFailure } from '../read-outcome.js';
import type { DrawnPdf } from './drawn-pdf.js';
import { glyphsToWords } from './glyphs-to-words.js';
import { apply, compose, type Matrix, toMatrix } from './matrix.js';
import { MOST_OPERATIONS, type OpenPdf } from './open-pdf.js';
import type { OversizedPictures } from './oversized-picture.js';
import type { Glyph, PageContent } from './page-content.js';
import { type PageRoute, pictureShare, routePage } from './page-route.js';
import { type OperatorList, readContent } from './read-content.js';
import { renderPage, renderResolution } from './render-page.js';
import { measureText } from './text-quality.js';

/** What reading a page needs besides the page. `mayLackPictures`: the file holds pictures beyond the pixel limit. */
export interface PageReading {
  readonly pdf: OpenPdf;
  readonly drawn: DrawnPdf;
  readonly context: ReadContext;
  readonly oversized: OversizedPictures;
  readonly mayLackPictures: boolean;
  /** The file's tail is missing: a page that paints nothing may have lost its content. */
  readonly cutShort: boolean;
}

export interface ReadPage {
  readonly kind: 'page';
  readonly page: LayoutPage;
  readonly notes: readonly ReadNote[];
}

const ANNOTATIONS_OFF = 0;
const FEW_CHARACTERS = 100;
const LARGE_PICTURE = 0.2;

/** The map after which text turned by `turn` is upright on a page of width x height points, and the map back. */
function uprighting(
  turn: number,
  width: number,
  height: number,
): { readonly to: Matrix; readonly from: Matrix } {
  if (turn === 1) return { to: [0, -1, 1, 0, 0, width], from: [0, 1, -1, 0, width, 0] };
  if (turn === 2) return { to: [-1, 0, 0, -1, width, height], from: [-1, 0, 0, -1, width, height] };
  return { to: [0, 1, -1, 0, height, 0], from: [0, -1, 1, 0, 0, height] };
}

const mapBox = (matrix: Matrix, [x0, y0, x1, y1]: Box): Box => {
  const [ax, ay] = apply(matrix, x0, y0);
  const [bx, by] = apply(matrix, x1, y1);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
};

function mainTurn(glyphs: readonly Glyph[]): 0 | 1 | 2 | 3 {
  const counts = [0, 0, 0, 0];
  for (const {
    run: { turn },
  } of glyphs)
    counts[turn] = (counts[turn] ?? 0) + 1;
  for (const turn of [1, 2, 3] as const) if ((counts[turn] ?? 0) > glyphs.length * 0.6) return turn;
  return 0;
}

const onPage = (glyph: Glyph, width: number, height: number): boolean =>
  Math.max(glyph.x, glyph.endX) > 0 &&
  Math.min(glyph.x, glyph.endX) < width &&
  glyph.y > 0 &&
  glyph.y < height + glyph.run.size * 0.2;

interface Painted {
  readonly content: PageContent;
  readonly words: readonly LayoutWord[];
  readonly turn: 0 | 1 | 2 | 3;
}

function painted(
  list: OperatorList,
  pdf: OpenPdf,
  page: PDFPageProxy,
  width: number,
  height: number,
): Painted {
  const toDisplay = toMatrix(page.getViewport({ scale: 1 }).transform) ?? [1, 0, 0, -1, 0, height];
  const fontOf = (name: string): unknown => (page.commonObjs.has(name) ? page.commonObjs.get(name) : null);
  const first = readContent(list, pdf.operationCodes, toDisplay, fontOf);
  const turn = mainTurn(first.glyphs);
  const content =
    turn === 0
      ? first
      : readContent(list, pdf.operationCodes, compose(uprighting(turn, width, height).to, toDisplay), fontOf);
  const [w, h] = turn % 2 === 0 ? [width, height] : [height, width];
  const glyphs = content.glyphs.filter((glyph) => onPage(glyph, w, h));
  return { content: { ...content, glyphs }, words: glyphsToWords(glyphs), turn };
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function recognized(
  reading: PageReading,
  content: PageContent,
  route: PageRoute,
  blank: LayoutPage,
): Promise<LayoutPage> {
  const { recognizer, limits } = reading.context;
  if (recognizer === null) return { ...blank, reason: `${route.reason}; recognition is switched off` };
  const { width, height, number } = blank;
  try {
    const resolution = renderResolution(content, width, height, limits.maxPixels);
    const drawn = await reading.drawn.open();
    const raster = await renderPage(drawn.document, await drawn.document.getPage(number), resolution);
    const result = await (await recognizer()).recognize(raster, { number, width, height });
    return { ...result, reason: `${route.reason}; ${result.reason}` };
  } catch (error) {
    return { ...blank, reason: `${route.reason}; recognition failed: ${message(error)}` };
  }
}

/**
 * Reads page `number` (1-based). Never throws: what goes wrong makes the page "unreadable" with its reason; only a page
 * that paints without end makes the whole file fail, as pdf.js can't stop one page.
 */
export async function readPage(reading: PageReading, number: number): Promise<ReadPage | ReadFailure> {
  let unreadable: LayoutPage = {
    number,
    width: 0,
    height: 0,
    method: 'unreadable',
    reason: 'page cannot be opened',
    confidence: 0,
    words: [],
    rulings: [],
  };
  let proxy: PDFPageProxy | null = null;
  try {
    proxy = await reading.pdf.document.getPage(number);
    const { width, height } = proxy.getViewport({ scale: 1 });
    unreadable = { ...unreadable, width, height };
    reading.pdf.startPage();
    const list: OperatorList | 'overrun' = await Promise.race([
      proxy.getOperatorList({ annotationMode: ANNOTATIONS_OFF }),
      reading.pdf.overrun,
    ]);
    if (list === 'overrun')
      return {
        kind: 'failed',
        reason: 'too-large',
        detail: `Page ${number} of the PDF paints more than ${MOST_OPERATIONS} operations.`,
      };
    const { content, words, turn } = painted(list, reading.pdf, proxy, width, height);
    const quality = measureText(
      content.glyphs,
      words.map((word) => word.text),
    );
    const pictures = pictureShare(content, turn % 2 === 0 ? width : height, turn % 2 === 0 ? height : width);
    const route = routePage(content, quality, words.length, pictures, reading.context.recognizer !== null);
    const notes: ReadNote[] = [];
    const note = (code: string, text: string): void => {
      notes.push({ code, message: text, page: number, span: null });
    };
    if (quality.legacyFonts.length > 0)
      note('legacy-font', `Trang ${number} dùng phông chữ cũ (${quality.legacyFonts.join(', ')}).`);
    const seemsEmpty = quality.characters < FEW_CHARACTERS && content.images.length === 0;
    const done = (page: LayoutPage): ReadPage => ({ kind: 'page', page, notes });
    if (
      seemsEmpty &&
      reading.mayLackPictures &&
      (await reading.oversized.onPage(number, list.fnArray.length))
    )
      return done({ ...unreadable, reason: 'a picture on the page is larger than the limit of pixels' });
    const back = uprighting(turn, width, height).from;
    const fromText: LayoutPage = {
      ...unreadable,
      method: 'text-layer',
      reason: route.reason,
      confidence: 1,
      words,
      rulings: content.rulings,
      ...(turn === 0 ? {} : { toOriginal: (box: Box) => mapBox(back, box) }),
    };
    if (route.kind === 'blank')
      return done(
        reading.cutShort
          ? { ...unreadable, reason: 'page paints nothing and the file is cut short' }
          : { ...unreadable, method: 'blank', reason: route.reason, confidence: 1 },
      );
    if (route.kind === 'picture') return done(await recognized(reading, content, route, unreadable));
    if (pictures >= LARGE_PICTURE)
      note('picture-not-read', `Trang ${number} có hình lớn; chữ trong hình không được đọc.`);
    return done(fromText);
  } catch (error) {
    return {
      kind: 'page',
      page: { ...unreadable, reason: `page cannot be read: ${message(error)}` },
      notes: [],
    };
  } finally {
    proxy?.cleanup();
  }
}
