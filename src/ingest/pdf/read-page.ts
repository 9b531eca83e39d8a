import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../document/box.js';
import type { ReadNote } from '../../document/source-document.js';
import type { LayoutPage } from '../layout/layout-page.js';
import { decodedMessage } from '../legacy/decoded-message.js';
import type { Raster } from '../ocr/recognizer.js';
import type { ReadContext, ReadFailure } from '../read-outcome.js';
import { hideCovered } from './covered-text.js';
import type { DrawnPdf } from './drawn-pdf.js';
import { glyphsToWords } from './glyphs-to-words.js';
import { apply, compose, type Matrix, toMatrix } from './matrix.js';
import { MOST_OPERATIONS, type OpenPdf } from './open-pdf.js';
import type { OversizedPictures } from './oversized-picture.js';
import { ownPicture, pictureOf } from './own-picture.js';
import type { Glyph, PageContent } from './page-content.js';
import { type PageRoute, pictureShare, routePage } from './page-route.js';
import type { PdfWord } from './pdf-word.js';
import { type OperatorList, readContent } from './read-content.js';
import { renderPage, renderResolution } from './render-page.js';
import { recognizedEarlier, type TextLayer, textLayer } from './text-layer.js';

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
  /** Settles when the page's picture is recognized, at once where it has text. Never rejects. */
  readonly page: Promise<LayoutPage>;
  /** How many pages are recognized at the same time. */
  readonly lanes: number;
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
  readonly words: readonly PdfWord[];
  readonly turn: 0 | 1 | 2 | 3;
}

async function painted(
  list: OperatorList,
  pdf: OpenPdf,
  page: PDFPageProxy,
  width: number,
  height: number,
): Promise<Painted> {
  const toDisplay = toMatrix(page.getViewport({ scale: 1 }).transform) ?? [1, 0, 0, -1, 0, height];
  const fontOf = (name: string): unknown => (page.commonObjs.has(name) ? page.commonObjs.get(name) : null);
  const first = readContent(list, pdf.operationCodes, toDisplay, fontOf);
  const turn = mainTurn(first.glyphs);
  const upright =
    turn === 0
      ? first
      : readContent(list, pdf.operationCodes, compose(uprighting(turn, width, height).to, toDisplay), fontOf);
  const content = await hideCovered(upright, width * height, (name) => pictureOf(page, name));
  const [w, h] = turn % 2 === 0 ? [width, height] : [height, width];
  const glyphs = content.glyphs.filter((glyph) => onPage(glyph, w, h));
  return { content: { ...content, glyphs }, words: glyphsToWords(glyphs), turn };
}

/** A text layer's words and the page's confidence in them. */
function wordsOf(route: PageRoute, { words }: TextLayer): Pick<LayoutPage, 'words' | 'confidence'> {
  if (route.code !== 'earlier-recognition') return { words, confidence: 1 };
  const earlier = recognizedEarlier(words);
  const sum = earlier.reduce((total, { confidence }) => total + confidence, 0);
  return { words: earlier, confidence: Math.round((sum / Math.max(1, earlier.length)) * 1000) / 1000 };
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function drawPage(
  reading: PageReading,
  content: PageContent,
  { number, width, height }: LayoutPage,
): Promise<Raster> {
  const resolution = renderResolution(content, width, height, reading.context.limits.maxPixels);
  const drawn = await reading.drawn.open();
  const page = await drawn.document.getPage(number);
  try {
    return await renderPage(drawn.document, page, resolution);
  } finally {
    page.cleanup();
  }
}

interface Recognition {
  readonly page: Promise<LayoutPage>;
  readonly lanes: number;
}

/** Takes the page's picture; what it is recognized as comes later. */
async function recognized(
  reading: PageReading,
  page: PDFPageProxy,
  { content, turn }: Painted,
  route: PageRoute,
  blank: LayoutPage,
): Promise<Recognition> {
  const failed = (reason: string): LayoutPage => ({ ...blank, reason: `${route.reason}; ${reason}` });
  const { recognizer: start } = reading.context;
  if (start === null) return { page: Promise.resolve(failed('recognition is switched off')), lanes: 1 };
  const { width, height, number } = blank;
  try {
    const own = turn === 0 ? await ownPicture(content, page, width, height) : null;
    const { raster, area } = own ?? { raster: await drawPage(reading, content, blank), area: null };
    const recognizer = await start();
    const shown = { number, width, height, ...(area === null ? {} : { area }) };
    const result = recognizer.recognize(raster, shown).then(
      (read) => ({ ...read, reason: `${route.reason}; ${read.reason}`, route: route.code }),
      (error: unknown) => failed(`recognition failed: ${message(error)}`),
    );
    return { page: result, lanes: recognizer.lanes ?? 1 };
  } catch (error) {
    return { page: Promise.resolve(failed(`recognition failed: ${message(error)}`)), lanes: 1 };
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
    const painting = await painted(list, reading.pdf, proxy, width, height);
    const { content, turn } = painting;
    const layer = textLayer(content.glyphs, painting.words);
    const { quality, decoded } = layer;
    const pictures = pictureShare(content, turn % 2 === 0 ? width : height, turn % 2 === 0 ? height : width);
    const { recognizer, recognize = 'auto' } = reading.context;
    const route = routePage(content, layer, pictures, recognizer === null ? 'never' : recognize);
    unreadable = { ...unreadable, route: route.code };
    const notes: ReadNote[] = [];
    const note = (code: string, text: string): void => {
      notes.push({ code, message: text, page: number, span: null });
    };
    if (decoded.length > 0 && route.kind === 'text-layer') note('legacy-encoding', decodedMessage(decoded));
    const seemsEmpty = quality.characters < FEW_CHARACTERS && content.images.length === 0;
    const done = (page: LayoutPage): ReadPage => ({
      kind: 'page',
      page: Promise.resolve(page),
      lanes: 1,
      notes,
    });
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
      ...wordsOf(route, layer),
      rulings: content.rulings,
      ...(turn === 0 ? {} : { toOriginal: (box: Box) => mapBox(back, box) }),
    };
    if (route.kind === 'blank')
      return done(
        reading.cutShort
          ? { ...unreadable, reason: 'page paints nothing and the file is cut short' }
          : { ...unreadable, method: 'blank', reason: route.reason, confidence: 1 },
      );
    if (route.kind === 'picture')
      return { kind: 'page', notes, ...(await recognized(reading, proxy, painting, route, unreadable)) };
    if (pictures >= LARGE_PICTURE && route.code !== 'earlier-recognition')
      note('picture-not-read', `Trang ${number} có hình lớn; chữ trong hình không được đọc.`);
    return done(fromText);
  } catch (error) {
    return {
      kind: 'page',
      page: Promise.resolve({ ...unreadable, reason: `page cannot be read: ${message(error)}` }),
      lanes: 1,
      notes: [],
    };
  } finally {
    proxy?.cleanup();
  }
}
